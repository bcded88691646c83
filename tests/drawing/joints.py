"""Joint matters to draw: matters that call others, of any number and order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

from govchain.analysis.running.standing import standing_on
from govchain.compiler.catalogue import Catalogue
from govchain.drawing.chart.marks import Mark
from govchain.drawing.chart.subject import MatterSubject, Remedy, Version
from govchain.findings import Lever
from govchain.model.duration import Duration
from govchain.model.nouns import (
    Call,
    Data,
    DataNeed,
    Definitions,
    Department,
    Link,
    Material,
    Matter,
    Registry,
    Step,
)
from govchain.pipeline import analyze
from govchain.reporting.marking import marks_of
from govchain.reporting.remedies import remedies_of
from tests.drawing.chains import DATE, FACTS, HERE, guards, names, step_of

JOINT = "joint"
WORK = ("accept", "review", "approve", "issue")

calls = st.fixed_dictionaries(
    {
        "name": names,
        "matter": st.integers(0, 3),
        "after": st.lists(st.integers(1, 4), max_size=3),
        "when": guards,
    }
)
matters = st.fixed_dictionaries(
    {
        "name": names,
        "times": st.lists(st.integers(0, 40), min_size=1, max_size=4),
        "papers": st.lists(st.tuples(names, st.integers(0, 3)), max_size=6),
        "visit": st.integers(0, 4),
    }
)
joint_values = st.fixed_dictionaries(
    {
        "name": names,
        "departments": st.lists(names, min_size=4, max_size=4),
        "matters": st.lists(matters, min_size=4, max_size=4),
        "calls": st.lists(calls, min_size=1, max_size=9),
        "own": st.sampled_from(["none", "first", "last"]),
    }
)


def joint_subjects() -> st.SearchStrategy[MatterSubject]:
    """Any joint matter, with what the rules find of it."""
    return joint_values.map(lambda values: subject_of(joint(values), JOINT))


def subject_of(catalogue: Catalogue, id: str, later: Catalogue | None = None) -> MatterSubject:
    """A matter of a catalogue with what is found of it; held against the same one of another."""
    version = version_of(catalogue, id)
    after = version_of(later, id, "after") if later else None
    return MatterSubject(version, after, remedies_of(version.chain, version.marks, "zh"))


def version_of(catalogue: Catalogue, id: str, source: str = "made") -> Version:
    report = analyze(catalogue)
    chain = catalogue.chains[id]
    marks = marks_of(standing_on(chain, report.by_matter.get(id, ())), "zh")
    return Version(chain, tuple(marks), catalogue, source)


def joint(values: Mapping[str, Any]) -> Catalogue:
    """The catalogue with one joint matter, and the four that it calls."""
    offices = [
        Department(f"d{n}", name or "?", HERE) for n, name in enumerate(values["departments"])
    ]
    data = [Data(f"x{n}", f"数据{n}", HERE, holder=f"d{n}" if n else "applicant") for n in range(4)]
    called = [_called(n, made) for n, made in enumerate(values["matters"])]
    written: list[Step | Call] = [
        _call(n, made, bool(n or values["own"] == "first"))
        for n, made in enumerate(values["calls"])
    ]
    if values["own"] == "first":
        written.insert(0, step_of("own", "apply", visit=1, after=()))
    if values["own"] == "last":
        last = tuple(step.id for step in written)
        time = Duration(2, "d")
        written.append(step_of("own", "deliver", department="d0", time=time, after=last))
    matter = Matter(
        JOINT, values["name"], HERE, tuple(written), department="d0", type="joint", facts=FACTS
    )
    registry = Registry(
        departments={d.id: d for d in offices},
        data={d.id: d for d in data},
        links=(Link("x1", "d1", ("d2",), HERE, channel="api"),),
    )
    return Catalogue(Definitions({m.id: m for m in (matter, *called)}, registry), DATE)


def _call(n: int, values: Mapping[str, Any], has_first: bool) -> Call:
    """One that follows some of those before it; the first may follow a step of its own."""
    before = tuple({f"c{n - back}": 0 for back in values["after"] if back <= n})
    if not before and has_first and not n:
        before = ("own",)
    matter = f"m{values['matter']}"
    return Call(f"c{n}", values["name"], HERE, matter, after=before, when=values["when"])


def _called(n: int, values: Mapping[str, Any]) -> Matter:
    """A matter whose steps follow one another, the first of them an application."""
    steps = [step_of("ask", "apply", name="", visit=min(values["visit"], 1))]
    for k, days in enumerate(values["times"]):
        steps.append(
            step_of(
                f"s{k}",
                WORK[k % len(WORK)],
                department=f"d{(n + k // 2) % 4}",
                needs=(DataNeed((f"x{(n + k) % 4}",), HERE),),
                time=Duration(days, "d" if days % 3 else "h"),
                visit=max(values["visit"] - 1, 0) if not k else 0,
            )
        )
    papers = tuple(
        Material(name or "?", HERE, (f"x{about}",), form="copy" if about % 2 else None)
        for name, about in values["papers"]
    )
    return Matter(f"m{n}", values["name"], HERE, tuple(steps), department=f"d{n}", materials=papers)


def straight_joint(count: int, *, side_by_side: bool = False, name: str = "") -> Catalogue:
    """A joint matter of so many members, one after another or all at once with one at the end."""
    made = [
        {
            "name": name or f"第{n}个被调用的事项",
            "times": [1, 3 + n, 5],
            "papers": [(f"第{k}类材料", k % 4) for k in range(n + 2)],
            "visit": n,
        }
        for n in range(4)
    ]
    written = []
    for n in range(count):
        after = [1] if n and not side_by_side else []
        if side_by_side and n == count - 1:
            after = list(range(1, count))
        written.append(
            {"name": name or f"办理第{n + 1}件事", "matter": n % 4, "after": after, "when": None}
        )
    values = {
        "name": "很多事",
        "departments": [name] * 4 if name else ["甲局", "乙局", "丙局（不动产登记中心）", "丁局"],
        "matters": made,
        "calls": written,
        "own": "last",
    }
    return joint(values)


def remedy_of(text: str) -> Remedy:
    """A remedy with this text."""
    return Remedy(text, Lever.SHARE, (("materials", 2),), (), 1, ("1-1",))


def with_marks(subject: MatterSubject, marks: Sequence[Mark]) -> MatterSubject:
    """The same matter with these findings."""
    version = subject.version
    return MatterSubject(
        Version(version.chain, tuple(marks), version.catalogue, version.source), subject.after
    )
