"""Chains to draw: a few by hand, and any number made up by hypothesis."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from typing import Any

from hypothesis import strategies as st

from govchain.analysis.running.standing import Standing
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial
from govchain.compiler.needs import Need
from govchain.drawing import Mark, chart_views
from govchain.findings import About, Finding, Lever, Place, Severity
from govchain.model.duration import Duration
from govchain.model.nouns import (
    CaseFact,
    Data,
    DataNeed,
    Definitions,
    Department,
    Guard,
    Link,
    Material,
    Matter,
    Registry,
    Step,
)
from govchain.rules.discovery import all_rules

VIEWS = tuple(import_module(f"govchain.drawing.view.{view}") for view in chart_views())
"""Every view of the steps of a chain."""

HERE = Place("matters/made-up.yaml", 1, 1)
DATE = datetime.date(2026, 6, 1)
HOSTILE = (
    "</svg><script>alert(1)</script>",
    "quote\" 'apostrophe' & <b>bold</b>",
    "two\nlines\tand a tab",
    "\x00\x07\x1b[31mcontrol\x7f\ufffe\ud800",
    "👨‍👩‍👧‍👦 emoji 🎉",
    "עברית \u202eright to left\u202c عربى",
    "很长的名字" * 100,
    "unbroken" * 63,
    "%%{init: {}}%% end subgraph --> `x` #35; | \\l {}[]()",
    "]]>&amp;&#0;<!--",
    "é̂̃ combining",
)
"""What somebody may put into a name by accident or on purpose."""

names = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(alphabet=st.characters(), max_size=30),
    st.text(alphabet="出生医学证明登记材料（）、，·A b-1", max_size=40),
)


TOPICS = {rule.id: rule.topic for rule in all_rules()}


def chain_of(
    matter: Matter,
    departments: Sequence[Department] = (),
    data: Sequence[Data] = (),
    links: Sequence[Link] = (),
) -> Chain:
    """The chain of a single matter."""
    registry = Registry(
        departments={d.id: d for d in departments}, data={d.id: d for d in data}, links=tuple(links)
    )
    catalogue = Catalogue(Definitions({matter.id: matter}, registry), DATE)
    return catalogue.chains[matter.id]


def mark_of(
    number: int,
    rule: str,
    step: str | None,
    sentence: str,
    family: str = "sharing",
    severity: Severity = Severity.WARNING,
) -> Mark:
    """A finding of a rule on a step, with its sentence."""
    finding = Finding(
        rule=rule,
        family=family,
        severity=severity,
        matter="made-up",
        step=step,
        subject=step or "made-up",
        place=HERE,
        message="",
        facts={},
        lever=Lever.CUT,
        fingerprint=f"{number:016x}",
        topic=TOPICS.get(rule),
    )
    return Mark(number, finding, rule, sentence, (Standing(number, finding, step, rank=number),))


def on_order(mark: Mark) -> Mark:
    """The mark, speaking of what its step waits for."""
    (spot,) = mark.spots
    finding = replace(mark.finding, about=About.ORDER)
    return replace(mark, finding=finding, spots=(replace(spot, finding=finding),))


def marked(number: int, rule: str, about: Need | ChainMaterial, sentence: str) -> Mark:
    """A finding on a need or a paper."""
    step = about.step if isinstance(about, Need) else None
    mark = mark_of(number, rule, step, sentence)
    spot = Standing(
        number,
        mark.finding,
        step,
        rank=number,
        need=about if isinstance(about, Need) else None,
        paper=None if isinstance(about, Need) else about,
    )
    return replace(mark, spots=(spot,))


def step_of(id: str, kind: str = "review", **more: object) -> Step:
    """A step named by its id."""
    name = more.pop("name", id)
    return Step(id=id, name=str(name), place=HERE, kind=kind, **more)  # type: ignore[arg-type]  # tests name fields at will


FACTS = {
    "married": CaseFact("married", ("yes", "no"), HERE),
    "home": CaseFact("home", ("owned", "leased", "none"), HERE),
}
KINDS = ("accept", "review", "approve", "inspect", "expert-review", "issue", "deliver", "other")


OPTIONS = [(fact.id, option) for fact in FACTS.values() for option in fact.options]

numbers = st.integers(0, 99)
guards = st.one_of(
    st.none(),
    st.sampled_from(OPTIONS).map(lambda choice: Guard(({choice[0]: (choice[1],)},))),
    st.just(Guard(({"home": ("owned", "leased")},))),
)
needs = st.lists(st.tuples(st.lists(numbers, min_size=1, max_size=2), guards), max_size=4)
times = st.none() | st.builds(Duration, st.integers(0, 90), st.sampled_from(["d", "cd", "h"]))
step_values = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(KINDS),
        "name": names,
        "post": st.none() | names,
        "when": guards,
        "time": times,
        "visit": st.integers(0, 2),
        "after": st.none() | st.lists(st.integers(1, 6), max_size=3),
        "department": numbers,
        "needs": needs,
    }
)
data_values = st.tuples(names, numbers, st.none() | numbers, st.sampled_from(["api", "manual"]))
mark_values = st.tuples(
    st.sampled_from(["missing-link", "redundant-approval", "open-ended-step"]),
    st.none() | numbers,
    names,
)
chain_values = st.fixed_dictionaries(
    {
        "name": names,
        "departments": st.lists(names, min_size=1, max_size=5),
        "data": st.lists(data_values, min_size=1, max_size=4),
        "papers": st.lists(names, max_size=4),
        "steps": st.lists(step_values, min_size=1, max_size=12),
        "marks": st.lists(mark_values, max_size=8),
    }
)


def drawn() -> st.SearchStrategy[tuple[Chain, list[Mark]]]:
    """Any chain of up to twelve steps, with findings on it."""
    return chain_values.map(made_of)


def made_of(values: Mapping[str, Any]) -> tuple[Chain, list[Mark]]:
    departments = [
        Department(f"d{n}", name or "?", HERE, kind="bank" if n % 3 == 2 else "government")
        for n, name in enumerate(values["departments"])
    ]
    data, links = _data(values["data"], len(departments))
    papers = tuple(
        Material(name or "?", HERE, (f"x{n % len(data)}",), form="copy" if n % 2 else None)
        for n, name in enumerate(values["papers"])
    )
    steps = tuple(
        _step(n, step, len(departments), len(data)) for n, step in enumerate(values["steps"])
    )
    matter = Matter(
        "made-up",
        values["name"],
        HERE,
        steps,
        department="d0",
        materials=papers,
        facts=FACTS,
    )
    marks = [
        mark_of(n, rule, None if place is None else f"s{place % len(steps)}", said)
        for n, (rule, place, said) in enumerate(values["marks"], 1)
    ]
    return chain_of(matter, departments, data, links), marks


def _data(values: Sequence[Any], departments: int) -> tuple[list[Data], list[Link]]:
    """Data held by departments, the applicant or nobody, and links of some of them."""
    data, links = [], []
    for n, (name, holder, to, channel) in enumerate(values):
        held_by = {0: "applicant", 1: None}.get(holder % 5, f"d{holder % departments}")
        data.append(Data(f"x{n}", name or "?", HERE, holder=held_by))
        if to is not None and held_by not in (None, "applicant"):
            target = f"d{to % departments}"
            links.append(Link(f"x{n}", str(held_by), (target,), HERE, channel=channel))
    return data, links


def _step(n: int, values: Mapping[str, Any], departments: int, data: int) -> Step:
    back = values["after"]
    after = None if back is None else tuple({f"s{n - b}": 0 for b in back if b <= n})
    common = {"name": values["name"], "after": after, "when": values["when"]}
    if values["department"] % 6 == 5:
        return step_of(f"s{n}", "apply", visit=1, **common)
    needs = []
    for numbers, guard in values["needs"]:
        alternatives = tuple(dict.fromkeys(f"x{number % data}" for number in numbers))
        needs.append(DataNeed(alternatives, HERE, when=guard))
    return step_of(
        f"s{n}",
        values["kind"],
        department=f"d{values['department'] % departments}",
        post=values["post"],
        needs=tuple(needs),
        time=values["time"],
        visit=values["visit"],
        **common,
    )


def straight(count: int, departments: int = 12) -> Chain:
    """A long chain with a parallel block in every ten steps."""
    offices = [Department(f"d{n}", f"第{n}局", HERE) for n in range(departments)]
    data = [Data(f"x{n}", f"第{n}类数据", HERE, holder=f"d{n}") for n in range(departments)]
    written = []
    for n in range(count):
        after: tuple[str, ...] | None = (f"s{n - 1}",) if n else ()
        if n % 10 in (6, 7):
            after = (f"s{n - n % 10 + 4}",)
        if n % 10 == 8:
            after = (f"s{n - 3}", f"s{n - 2}", f"s{n - 1}")
        written.append(
            step_of(
                f"s{n}",
                "approve",
                department=f"d{n * 7 % departments}",
                after=after,
                needs=tuple(DataNeed((f"x{(n + k) % departments}",), HERE) for k in range(3)),
                time=Duration(n % 5, "d"),
            )
        )
    papers = tuple(Material(f"第{n}类材料", HERE, (f"x{n}",)) for n in range(0, departments, 2))
    matter = Matter("made-up", "长链", HERE, tuple(written), department="d0", materials=papers)
    return chain_of(matter, offices, data)
