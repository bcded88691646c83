"""A busy city: as the made city, but nothing flows, and whoever applies carries every paper.

Its registry has the same links, of which none is open yet. A matter goes from office to office, one
after another; each looks at what others hold, and some of it was looked at before. That makes about
28 findings a matter, most of them with a mend that saves something.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from benchmarks.made.city import SEED, workspace_files
from benchmarks.made.desk import Desk, Step
from benchmarks.made.matters import is_joint, joint_matter, needed, paper, written
from benchmarks.made.registry import Entry, Registry, make_registry
from benchmarks.made.writing import Value


def busy_files(matters: int, seed: int = SEED) -> Iterator[tuple[str, str]]:
    """Each file of a busy city: its path in the workspace, and its text."""
    registry = without_flow(make_registry(Random(seed)))
    made = (make_busy_matter(number, seed, registry) for number in range(matters))
    yield from workspace_files(registry, made)


def without_flow(registry: Registry) -> Registry:
    """The registry with none of its links open yet."""
    return replace(registry, links=[_closed(link) for link in registry.links])


def _closed(link: Entry) -> Entry:
    if "status" in link:
        return link
    return {key: value for key, value in link.items() if key != "since"} | {"status": "planned"}


def make_busy_matter(number: int, seed: int, registry: Registry) -> Entry:
    """The busy matter of that number."""
    random = Random(f"{seed}/{number}")
    if is_joint(number):
        return joint_matter(number, random)
    desk = BusyDesk(number, random, registry)
    return written(desk, _materials(desk))


def _materials(desk: Desk) -> Iterator[Entry]:
    """A paper for all that is needed, and one that nobody looks at."""
    for data in needed(desk):
        yield _brief(data, desk)
    if desk.fact:
        yield {**_brief(f"{desk.first.id}-payment", desk), "when": desk.when()}
    yield _brief(f"{desk.second.id}-annual", desk)


def _brief(data: str, desk: Desk) -> Entry:
    """A paper by its data and law alone, so that a busy matter is no longer than others."""
    return {key: value for key, value in paper(data, desk).items() if key in ("data", "basis")}


class BusyDesk(Desk):
    """The desk of a matter that many judge, each by what is carried to it."""

    def _take_steps(self) -> None:
        self._step("apply", "apply", visit=1, channel=["window", "online"])
        self._step("accept", "accept", post="综合窗口", time="2h")
        self._judge_at_home()
        self._judge_elsewhere()
        self._decide()
        self._step("issue", "issue", post="综合窗口", time="2h")
        self._step("deliver", "deliver", visit=int(self.may(0.4)), channel=["window", "mail"])

    def _judge_at_home(self) -> None:
        """The office looks at what three others hold; its head looks at some of it again."""
        checks = [f"{theme.id}-registered" for theme in (self.first, self.second, self.third)]
        self._approval("review", checks, post="业务科")
        self._approval("second-review", checks[:2], kind="review", name="复审", post="业务科科长")

    def _judge_elsewhere(self) -> None:
        """Three other offices, each when the one before it has answered; one is asked again."""
        first, second, third = self.first.id, self.second.id, self.third.id
        consulted = [f"{second}-registered", f"{third}-clean"]
        self._approval("consult", consulted, department=first)
        self._approval("countersign", [f"{first}-clean"], department=second)
        inspected = [f"{first}-licensed", f"{second}-clean"]
        self._approval("inspect", inspected, department=third, officers=2)
        self._approval("expert-review", [*consulted, f"{third}-licensed"], department=first)

    def _decide(self) -> None:
        """The office decides by what it has seen before, and by what it asks for itself."""
        checks = [f"{self.second.id}-clean", f"{self.third.id}-registered"]
        decision = self._approval("approve", checks, post="分管局长")
        needs: list[Entry] = [{"data": f"{self.first.id}-rating"}]
        if self.fact:
            needs.append({"data": f"{self.first.id}-payment", "when": self.when()})
        decision["needs"] = needs
        decision["produces"] = f"{self.theme.id}-roster"

    def _approval(self, id: str, checks: list[str], kind: str = "", **more: Value) -> Step:
        """A step that holds the case up for some days; of the kind it is called by, mostly."""
        return self._step(id, kind or id, **more, checks=checks, time=self._days(1, 4))
