"""What a picture tells of a chain in part: nothing is lost, what is left out is counted."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from govchain.compiler.order import Order
from govchain.drawing.chart.excerpt import Beyond, Excerpt, Side, excerpt_of


def orders() -> st.SearchStrategy[Order]:
    """Any order of up to nine steps."""
    return st.lists(st.sets(st.integers(1, 8), max_size=3), min_size=1, max_size=9).map(
        lambda backs: Order(
            [f"s{n}" for n in range(len(backs))],
            {f"s{n}": [f"s{n - b}" for b in back if b <= n] for n, back in enumerate(backs)},
        )
    )


@st.composite
def excerpts(draw: st.DrawFn) -> tuple[Order, set[str], set[str], Excerpt]:
    """An order, a scope, what is kept of it, and the excerpt."""
    order = draw(orders())
    scope = draw(st.sets(st.sampled_from(order.steps)))
    kept = {step for step in scope if draw(st.booleans())}
    return order, scope, kept, excerpt_of(order, scope, kept, lambda step: Beyond(step, f"p{step}"))


Made = tuple[Order, set[str], set[str], Excerpt]


@settings(max_examples=80)
@given(excerpts())
def test_each_step_of_the_scope_is_told_or_counted_once(made: Made) -> None:
    order, scope, kept, excerpt = made
    assert {*excerpt.steps} == kept
    counted = [s for stub in excerpt.stubs.values() for s in stub.steps]
    assert len(counted) == len({*counted})
    assert {*counted} <= scope - kept
    assert len(kept) + excerpt.left_out == len(scope)
    apart = scope - kept - {*counted}
    assert len(apart) == excerpt.apart
    for step in apart:
        assert not any(order.is_before(step, k) or order.is_before(k, step) for k in kept)


@settings(max_examples=80)
@given(excerpts())
def test_what_is_told_stands_in_no_order_that_is_not_so(made: Made) -> None:
    """Units stand for steps: one is before another only where such a step is before such."""
    order, _, kept, excerpt = made
    units = {step: step for step in kept}
    for id, stub in excerpt.stubs.items():
        units |= dict.fromkeys(stub.steps, id)
    told = excerpt.order
    for before, after in order.edges():
        one, other = units.get(before), units.get(after)
        if one and other and one != other:
            assert told.is_before(one, other)
    stands_for = {id: [s for s, unit in units.items() if unit == id] for id in {*units.values()}}
    for before, after in told.edges():
        if before in stands_for and after in stands_for:
            pairs = [(a, b) for a in stands_for[before] for b in stands_for[after]]
            assert any(order.is_before(a, b) for a, b in pairs)


@settings(max_examples=80)
@given(excerpts())
def test_connectors_say_every_arrow_that_leaves_the_scope_and_no_other(made: Made) -> None:
    order, scope, kept, excerpt = made
    units = {step: step for step in kept}
    for id, stub in excerpt.stubs.items():
        units |= dict.fromkeys(stub.steps, id)
    expected = set()
    for before, after in order.edges():
        if after in units and before not in scope:
            expected.add((Side.FROM, before, units[after]))
        if before in units and after not in scope:
            expected.add((Side.TO, after, units[before]))
    found = set()
    for id, stub in excerpt.stubs.items():
        around = excerpt.order.followers(id) + excerpt.order.predecessors(id)
        found |= {(stub.side, place.name, unit) for place in stub.places for unit in around}
        assert (stub.side is Side.GAP) == bool(stub.steps) != bool(stub.places)
    assert found == expected


def test_a_stub_has_no_id_that_a_step_has() -> None:
    order = Order(["gap 0", "from 0", "a"], {"a": ["gap 0", "from 0"]})
    excerpt = excerpt_of(order, {"a", "gap 0"}, {"a"}, lambda step: Beyond(step))
    assert {*excerpt.stubs} == {"gap 0'", "from 0'"}
    assert excerpt.stubs["gap 0'"].steps == ("gap 0",)
    assert excerpt.order.predecessors("a") == ("from 0'", "gap 0'")
