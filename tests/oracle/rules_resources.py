"""Resources and themes (semantics 2): the same data twice, data of no use, themes with goals."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import combinations

from .attestation import Chains
from .catalogue import Catalogue, Matter
from .chain import Chain
from .claims import Claims
from .finding import ADVICE, WARNING, Found
from .metrics import days, materials, visits, worst
from .reading_registry import section
from .reading_words import Document, listed, read_days, texts
from .registry import APPLICANT
from .rules_registry import groups

RULES = frozenset(
    [
        "duplicate-data",
        "duplicate-collection",
        "duplicate-system",
        "unused-data",
        "base-candidate",
        "theme-incomplete",
        "theme-late",
        "matter-without-theme",
    ]
)

HALF_AN_HOUR = Fraction(1, 16)
MEANS = ("cd", "mo", "y")
"""Units that come to so many working days only on average."""


def of_registry(catalogue: Catalogue, chains: Chains) -> Iterator[Found]:
    """What is found of no matter."""
    yield from alike(catalogue)
    for data in catalogue.data:
        if is_collected_by_several(catalogue, data):
            yield Found("duplicate-collection", WARNING, None, data, "cut")
        if has_several_systems(catalogue, data):
            yield Found("duplicate-system", ADVICE, None, data, "clarify")
        if is_of_no_use(catalogue, chains, data):
            yield Found("unused-data", ADVICE, None, data, "clarify")
        if is_for_a_base(catalogue, chains, data):
            yield Found("base-candidate", ADVICE, None, data, "clarify")
    themes = dict(section(catalogue.registries, "themes"))
    plans = [theme for theme in themes.values() if {"goals", "path"} & set(theme)]
    for id_, theme in themes.items() if plans else ():
        goals = listed(theme.get("goals"))
        if not goals or not texts(theme.get("path")) or any("by" not in goal for goal in goals):
            yield Found("theme-incomplete", WARNING, None, id_, "clarify")


def of_chain(chain: Chain, _: Claims) -> Iterator[Found]:
    """theme-late of each of its themes; matter-without-theme."""
    themes = dict(section(chain.catalogue.registries, "themes"))
    own = chain.matter.id
    for id_, theme in themes.items():
        is_example = {"goals", "目标"} & set(texts(theme.get("illustrative")))
        goals = [] if is_example else listed(theme.get("goals"))
        if own in texts(theme["matters"]) and any(is_missed(chain, goal) for goal in goals):
            yield Found("theme-late", WARNING, None, id_, "clarify")
    named = {matter for theme in themes.values() for matter in texts(theme["matters"])}
    if themes and is_joint(chain.matter) and not is_planned(chain.catalogue, named, own):
        yield Found("matter-without-theme", ADVICE, None, own, "clarify")


def are_several(catalogue: Catalogue, departments: set[str]) -> bool:
    """*Several authorities*: of two of them neither is within the other."""
    return any(
        not catalogue.is_within(one, other) and not catalogue.is_within(other, one)
        for one, other in combinations(departments, 2)
    )


def alike(catalogue: Catalogue) -> Iterator[Found]:
    """duplicate-data, one a group, save where all of it have one name."""
    pairs = [
        (one.id, other.id)
        for one, other in combinations(catalogue.data.values(), 2)
        if None not in (one.holder, other.holder)
        and APPLICANT not in (one.holder, other.holder)
        and are_several(catalogue, {str(one.holder), str(other.holder)})
        and are_nearly_the_same(set(one.fields), set(other.fields))
    ]
    for ids in groups(pairs):
        if len({catalogue.data[id_].name for id_ in ids}) > 1:
            yield Found("duplicate-data", WARNING, None, "|".join(ids), "clarify")


def are_nearly_the_same(one: set[str], other: set[str]) -> bool:
    """≥ 3 fields each, Jaccard ≥ 0.8."""
    least = min(len(one), len(other))
    return least >= 3 and Fraction(len(one & other), len(one | other)) >= Fraction(4, 5)


def could_share(catalogue: Catalogue, data: str) -> bool:
    """Its holder is public, and it is not `restricted` with a `basis`."""
    known = catalogue.data[data]
    return catalogue.is_public(known.holder) and not (known.sharing == "restricted" and known.basis)


def is_collected_by_several(catalogue: Catalogue, data: str) -> bool:
    """A submitted material of that single data is written in matters of several, public ones, each
    and the holder several authorities."""
    holder = str(catalogue.data[data].holder)
    if not could_share(catalogue, data):
        return False
    leads = {
        matter.lead
        for matter in catalogue.matters.values()
        for held in matter.materials
        if matter.lead
        and catalogue.is_public(matter.lead)
        and are_several(catalogue, {matter.lead, holder})
        and held.handling == "submitted"
        and held.alternatives == (data,)
    }
    is_banned = catalogue.data[data].is_banned
    return not is_banned and are_several(catalogue, leads)


def has_several_systems(catalogue: Catalogue, data: str) -> bool:
    """Two systems, each department of the one and each of the other several authorities."""
    holder = catalogue.data[data].holder
    systems: dict[str, set[str]] = {}
    for id_, entry in section(catalogue.registries, "data"):
        if id_ == data and "system" in entry and holder not in (None, APPLICANT):
            systems.setdefault(entry["system"], set()).add(str(holder))
    for step in catalogue.written_producers(data):
        if "system" in step.entry and step.kind != "apply" and step.department:
            systems.setdefault(step.entry["system"], set()).add(step.department)
    return any(
        all(are_several(catalogue, {some, another}) for some in one for another in other)
        for one, other in combinations(systems.values(), 2)
    )


def is_of_no_use(catalogue: Catalogue, chains: Chains, data: str) -> bool:
    """Named by nothing, where a matter names any data and all matters are described."""
    of_matters = {named for matter in catalogue.matters.values() for named in named_in(matter)}
    of_criteria = {named for held in catalogue.criteria.values() for named in held.uses}
    is_described = all(chain.is_described for chain in chains.values())
    return bool(of_matters) and is_described and data not in of_matters | of_criteria


def named_in(matter: Matter) -> Iterator[str]:
    """By needs, materials (optional ones too), products, changes, trigger."""
    yield from texts(matter.entry.get("trigger"))
    for held in (*matter.materials, *matter.optional):
        yield from held.alternatives
    for step in matter.steps:
        yield from step.alters
        for need in step.entries:
            yield from need.alternatives


def is_for_a_base(catalogue: Catalogue, chains: Chains, data: str) -> bool:
    """Of base `domain` or none, where base is recorded; needed in ≥ 5 matters, of ≥ 3 offices."""
    entries = dict(section(catalogue.registries, "data"))
    if not any("base" in entry for entry in entries.values()):
        return False
    needing = [
        (matter.id, chains[matter.id].by_id[step.id].department)
        for matter in catalogue.matters.values()
        for step in matter.steps
        if step.calls is None
        and any(need.data == data for need in chains[matter.id].needs[step.id])
    ]
    matters = {matter for matter, department in needing if department}
    departments = {department for _, department in needing if department}
    is_of_one_field = entries[data].get("base", "domain") == "domain"
    is_wanted = len(matters) >= 5 and len(departments) >= 3
    return is_of_one_field and is_wanted and could_share(catalogue, data)


def is_missed(chain: Chain, goal: Document) -> bool:
    """Due, not of a pilot in some places, and one of its figures is not reached."""
    due = goal.get("by")
    if due is None or date.fromisoformat(str(due)) >= chain.catalogue.date:
        return False
    if goal.get("stage") == "pilot" and "where" in goal:
        return False
    is_over = any(
        key in goal and worst(chain, measure) > int(goal[key]) and not is_example(chain, *words)
        for key, measure, *words in (
            ("visits", visits, "visit", "跑动"),
            ("materials", materials, "materials", "材料"),
        )
    )
    is_longer = takes_longer(chain, goal.get("days")) and not is_example(chain, "time", "用时")
    is_liked_less = satisfies_less(chain, goal) and not is_example(chain, "satisfaction", "满意度")
    return is_over or is_longer or is_liked_less


def is_example(chain: Chain, *words: str) -> bool:
    """A matter of the chain says that what the figure rests on stands for an example."""
    matters = (chain.catalogue.matters[site.matter] for site in chain.sites)
    named = [text for held in matters for text in texts(held.entry.get("illustrative"))]
    return any(word in named for word in words)


def takes_longer(chain: Chain, limit: str | None) -> bool:
    """By half an hour or more; where a mean is in play by a working day or more."""
    allowed = read_days(limit)
    if allowed is None:
        return False
    times = [str(limit), *(str(step.entry.get("time", "")) for step in chain.steps)]
    is_mean = any(time.lstrip("0123456789") in MEANS and read_days(time) for time in times)
    return worst(chain, days) - allowed >= (1 if is_mean else HALF_AN_HOUR)


def satisfies_less(chain: Chain, goal: Document) -> bool:
    """Its satisfaction is written, and below that of the goal."""
    reached, wanted = chain.matter.entry.get("satisfaction"), goal.get("satisfaction")
    return None not in (reached, wanted) and Fraction(str(reached)) < Fraction(str(wanted))


def is_joint(matter: Matter) -> bool:
    """Of type `joint` or with a call."""
    return matter.type == "joint" or any(step.calls for step in matter.steps)


def is_planned(catalogue: Catalogue, named: set[str], matter: str) -> bool:
    """A theme names it, or a matter that calls it at any depth."""
    callers = {
        other.id
        for other in catalogue.matters.values()
        if any(step.calls == matter for step in other.steps)
    }
    return matter in named or any(is_planned(catalogue, named, caller) for caller in callers)
