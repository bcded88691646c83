"""Conditions are compared by splitting clauses; here they are held against every scenario."""

from __future__ import annotations

import itertools
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from govchain.compiler.cases import Cases
from govchain.compiler.conditions import ALWAYS, NEVER, Condition
from govchain.compiler.scenarios import Scenarios
from govchain.findings import Place
from govchain.model.nouns import CaseFact, Guard

OPTIONS = {"married": ("yes", "no"), "size": ("small", "middle", "large"), "city": ("a", "b")}
PLACE = Place("facts.yaml", 1, 1)
SCENARIOS = Scenarios({f: CaseFact(f, options, PLACE) for f, options in OPTIONS.items()})
EVERY = [dict(zip(OPTIONS, choice, strict=True)) for choice in itertools.product(*OPTIONS.values())]


@st.composite
def clauses(draw: st.DrawFn) -> dict[str, tuple[str, ...]]:
    facts = draw(st.lists(st.sampled_from(sorted(OPTIONS)), unique=True, min_size=1))
    return {
        fact: tuple(draw(st.lists(st.sampled_from(OPTIONS[fact]), unique=True, min_size=1)))
        for fact in facts
    }


def _told(cases: Cases, condition: Condition) -> list[bool]:
    """Of every case whether the condition holds in it."""
    return [bool(cases.when(condition) >> n & 1) for n in range(cases.size)]


guards = st.lists(clauses(), min_size=1, max_size=4).map(lambda cs: Guard(tuple(cs)))


def holds(guard: Guard, scenario: dict[str, str]) -> bool:
    return any(all(scenario[f] in options for f, options in c.items()) for c in guard.clauses)


def worlds(guard: Guard) -> frozenset[int]:
    return frozenset(i for i, scenario in enumerate(EVERY) if holds(guard, scenario))


@given(guards, guards)
def test_implication_agrees_with_every_scenario(first: Guard, second: Guard) -> None:
    p, q = SCENARIOS.condition(first), SCENARIOS.condition(second)
    assert SCENARIOS.implies(p, q) == (worlds(first) <= worlds(second))


@given(guards, guards, guards)
def test_two_premises_together_agree_with_every_scenario(a: Guard, b: Guard, q: Guard) -> None:
    premises = [SCENARIOS.condition(guard) for guard in (a, b)]
    implied = SCENARIOS.all_imply(premises, SCENARIOS.condition(q))
    assert implied == (worlds(a) & worlds(b) <= worlds(q))
    both = SCENARIOS.both(*premises)
    assert SCENARIOS.implies(both, SCENARIOS.condition(q)) == implied


@given(guards, guards, guards)
def test_possibility_agrees_with_every_scenario(a: Guard, b: Guard, c: Guard) -> None:
    possible = SCENARIOS.is_possible(*map(SCENARIOS.condition, (a, b, c)))
    assert possible == bool(worlds(a) & worlds(b) & worlds(c))


@given(guards, guards)
def test_either_is_the_union(a: Guard, b: Guard) -> None:
    either = SCENARIOS.either([SCENARIOS.condition(a), SCENARIOS.condition(b)])
    union = worlds(a) | worlds(b)
    for guard in (a, b):
        assert SCENARIOS.implies(SCENARIOS.condition(guard), either)
    assert SCENARIOS.implies(ALWAYS, either) == (len(union) == len(EVERY))


@given(st.lists(guards, min_size=1, max_size=3))
def test_cases_cover_all_shares_and_truths(chosen: list[Guard]) -> None:
    conditions = [SCENARIOS.condition(guard) for guard in chosen]
    cases = SCENARIOS.cases(conditions)
    assert not cases.is_bound
    assert sum(cases.weights) == cases.whole
    truths = zip(*(_told(cases, condition) for condition in conditions), strict=True)
    assert set(truths) == {tuple(holds(guard, scenario) for guard in chosen) for scenario in EVERY}
    for guard, condition in zip(chosen, conditions, strict=True):
        assert _share(cases, condition) == Fraction(len(worlds(guard)), len(EVERY))


def _share(cases: Cases, condition: Condition) -> Fraction:
    return Fraction(cases.weight(condition), cases.whole)


def test_never_implies_everything_and_is_never_possible() -> None:
    assert SCENARIOS.implies(NEVER, NEVER)
    assert not SCENARIOS.is_possible(ALWAYS, NEVER)
    assert not SCENARIOS.implies(ALWAYS, NEVER)


def test_many_facts_are_not_enumerated() -> None:
    """Forty facts of four options: a local question names two of them."""
    options = ("a", "b", "c", "d")
    scenarios = Scenarios({f"f{n}": CaseFact(f"f{n}", options, PLACE) for n in range(40)})
    wide = scenarios.condition(Guard(tuple({f"f{n}": ("a",)} for n in range(40))))
    narrow = scenarios.condition(Guard(({"f3": ("a",), "f7": ("b", "c")},)))
    assert scenarios.implies(narrow, wide)
    assert not scenarios.implies(wide, narrow)
    cases = scenarios.cases([wide, narrow])
    assert cases.is_bound
    assert (cases.when(wide), cases.when(narrow)) == (1, 1)


def test_impossible_stays_impossible_beyond_the_bound() -> None:
    """Twelve facts are 4,096 combinations, which are tried; thirteen are more."""
    facts = {f"f{n}": CaseFact(f"f{n}", ("a", "b"), PLACE) for n in range(13)}
    scenarios = Scenarios(facts)
    twelve = [scenarios.condition(Guard(({fact: ("a",)},))) for fact in list(facts)[:12]]
    cases = scenarios.cases([*twelve, NEVER])
    assert not cases.is_bound
    assert cases.size == 4096
    thirteenth = scenarios.condition(Guard(({"f12": ("a",)},)))
    cases = scenarios.cases([*twelve, thirteenth, NEVER])
    assert cases.is_bound
    assert [cases.when(condition) for condition in [*twelve, thirteenth, NEVER]] == [1] * 13 + [0]


def test_options_that_no_guard_tells_apart_are_one() -> None:
    """Seven facts of four options, of which every guard names one: two kinds of each, 128."""
    options = ("a", "b", "c", "d")
    facts = {f"f{n}": CaseFact(f"f{n}", options, PLACE) for n in range(7)}
    scenarios = Scenarios(facts)
    each = [scenarios.condition(Guard(({fact: ("a",)},))) for fact in facts]
    cases = scenarios.cases(each)
    assert not cases.is_bound
    assert cases.size == 2**7
    assert [_share(cases, condition) for condition in each] == [Fraction(1, 4)] * 7


def test_a_fact_on_which_nothing_depends_counts_nothing() -> None:
    """A guard that names all options, spelled out, depends on none of them."""
    facts = {f"f{n}": CaseFact(f"f{n}", ("a", "b"), PLACE) for n in range(14)}
    scenarios = Scenarios(facts)
    always = [scenarios.condition(Guard(({f: ("a",)}, {f: ("b",)}))) for f in list(facts)[1:]]
    first = scenarios.condition(Guard(({"f0": ("a",)},)))
    cases = scenarios.cases([first, *always])
    assert not cases.is_bound
    assert _share(cases, first) == Fraction(1, 2)
