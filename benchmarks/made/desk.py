"""The steps of one matter of a made city, and whom its office works with."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from benchmarks.made import words
from benchmarks.made.registry import CROSS_CRITERIA, Entry, Registry, branch_of, form
from benchmarks.made.writing import Value

RESULTS = tuple(
    f"{theme.id}-{paper}" for paper in ("permit", "credential") for theme in words.THEMES
)
"""Data that one matter of the city makes; whatever else matters make has several makers."""

Step = dict[str, Value]


class Desk:
    """The desk at which one matter is handled: its office, its neighbours, its steps in order."""

    def __init__(self, number: int, random: Random, registry: Registry) -> None:
        self.number = number
        self.random = random
        self.registry = registry
        self.theme = words.THEMES[number % len(words.THEMES)]
        others = [theme for theme in words.THEMES if theme != self.theme]
        self.first, self.second, self.third = random.sample(others, 3)
        has_branch = self.theme in words.THEMES[: words.COUNTY_BRANCHES]
        self.is_county = has_branch and number % 5 in (1, 3)
        self.office = branch_of(self.theme) if self.is_county else self.theme.id
        self.form = form(number)
        self.fact = random.choice(list(words.FACTS)) if number % 3 == 0 else ""
        """The fact that some of it depends on; a third of the matters has one."""
        self.steps: list[Step] = []
        self._take_steps()

    def may(self, share: float) -> bool:
        """True for that share of the matters."""
        return self.random.random() < share

    def when(self) -> Entry:
        """The guard that some of it has."""
        return {self.fact: next(iter(words.FACTS[self.fact]))}

    def _take_steps(self) -> None:
        self._apply()
        self._review()
        self._consult_others()
        self._decide()
        self._hand_over()

    def _step(self, id: str, kind: str, **more: Value) -> Step:
        step: Step = {"id": id, "kind": kind}
        step |= {key.replace("_", "-"): value for key, value in more.items()}
        self.steps.append(step)
        return step

    def _apply(self) -> None:
        self._step("apply", "apply", visit=1, channel=["window", "online"], produces=self.form)
        needs = [self.form]
        if self.may(0.2):
            needs.append(f"{self.theme.id}-roster")
        self._step("accept", "accept", post="综合窗口", needs=needs, time="2h")

    def _review(self) -> None:
        checks = [f"{self.theme.id}-registered", f"{self.first.id}-registered"]
        if self.may(0.3):
            checks.append(f"{self.third.id}-licensed")
        if self.may(0.15):
            checks.append(f"consistent-{self.random.randrange(CROSS_CRITERIA)}")
        self._step(
            "review", "review", name="初审", post="业务科", checks=checks, time=self._days(1, 3)
        )
        if self.may(0.15):
            self._step(
                "second-review",
                "review",
                name="复审",
                post="业务科科长",
                checks=checks[: self.random.randint(1, len(checks))],
                time=self._days(1, 2),
            )
        if self.may(0.25):
            self._step("inspect", "inspect", checks=[f"{self.theme.id}-fit"], officers=2, time="1d")

    def _consult_others(self) -> None:
        """Other offices are asked, one after another or side by side."""
        before = str(self.steps[-1]["id"])
        consulted = self._step(
            "consult",
            "consult",
            department=self.first.id,
            checks=[f"{self.first.id}-clean"],
            time=self._days(2, 5),
        )
        if self.may(0.5):
            consulted["order-basis"] = words.LAWS[0]
        if self.may(0.2):
            self._add(consulted, "checks", f"{self.first.id}-registered")
        if self.may(0.3):
            beside = self._step(
                "countersign",
                "countersign",
                department=self.second.id,
                after=[before],
                checks=[f"{self.second.id}-clean"],
                time=self._days(2, 5),
            )
            if self.may(0.4):
                del beside["after"]
        if self.may(0.15):
            self._step("panel", "expert-review", checks=[f"{self.theme.id}-fit"], time="5d")
        if self.fact:
            self.steps[-1]["when"] = self.when()

    def _decide(self) -> None:
        if self.may(0.08):
            self._step("sign", "countersign", name="分管领导签批", post="分管领导", time="1d")
        if self.may(0.2):
            self._step("publicise", "publicise", time="7cd")
        decision = self._step(
            "approve",
            "approve",
            name="作出决定",
            post="分管局长",
            after=self._last_ones(),
            checks=[f"{self.theme.id}-clean", f"{self.third.id}-registered"],
            needs=list(self._needs()),
            time=self._days(1, 3),
        )
        if self.number < len(RESULTS):
            decision["produces"] = RESULTS[self.number]
        elif self.may(0.5):
            decision["produces"] = f"{self.theme.id}-roster"
        if self.may(0.2):
            decision["changes"] = self._changed()

    def _changed(self) -> str:
        """Registers change in every other field; in the rest they stay as they were."""
        is_open = words.THEMES.index(self.theme) % 2 == 0
        return f"{self.theme.id}-{'register' if is_open else 'change'}"

    def _last_ones(self) -> list[str]:
        """The steps that no other step follows yet."""
        waiting: dict[str, None] = {}
        previous: list[str] = []
        for step in self.steps:
            after = step.get("after", previous)
            assert isinstance(after, list), "written as a list"
            for id in after:
                waiting.pop(str(id), None)
            previous = [str(step["id"])]
            waiting[previous[0]] = None
        return list(waiting)

    def _needs(self) -> Iterator[Entry]:
        data = f"{self.third.id}-penalty"
        need: Entry = {"data": data, "max-age": "monthly"}
        if fields := self.registry.fields_of(data):
            need["fields"] = list(fields[:2])
        yield need
        if self.may(0.3):
            yield {"data": f"{self.second.id}-permit"}
        if self.may(0.1):
            yield {"any": [f"{self.second.id}-credential", f"{self.first.id}-credential"]}
        if self.fact:
            yield {"data": f"{self.first.id}-payment", "when": self.when()}

    def _hand_over(self) -> None:
        if self.may(0.15):
            amount = self.random.randrange(5, 200)
            self._step("fee", "fee", fee={"amount": amount, "basis": "省定标准"})
        self._step("issue", "issue", post="综合窗口", time="2h")
        self._step("deliver", "deliver", visit=int(self.may(0.4)), channel=["window", "mail"])
        if self.may(0.3):
            self._step("notify", "notify", department=self.second.id)
        self._step("archive", "archive", post="档案室")

    def _days(self, least: int, most: int) -> str:
        return f"{self.random.randint(least, most)}d"

    def _add(self, step: Step, key: str, value: str) -> None:
        known = step[key]
        assert isinstance(known, list), "written above as a list"
        step[key] = [*known, value]
