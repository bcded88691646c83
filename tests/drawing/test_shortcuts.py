"""What the picture finds in one go is what the plain statement of it says, tried out one by one."""

from __future__ import annotations

import itertools
import random

import pytest

from govchain.drawing.chart.coinciding import Coinciding
from govchain.drawing.chart.flow import Flow, Node, Shape
from govchain.drawing.ink.scene import Box
from govchain.drawing.layout.blocks import Parallel, parallels_of
from govchain.drawing.layout.gaps import BESIDE, Gap, Stretch, lines_of
from govchain.drawing.layout.grid import Span
from govchain.drawing.layout.pins import Owner, TrackBoard
from govchain.drawing.sheet.flowface import Taken, free_right_end
from govchain.model.nouns import CaseFact, Guard, Matter
from tests.drawing.chains import HERE, chain_of, step_of

SEEDS = range(40)


def a_guard(chance: random.Random, facts: dict[str, CaseFact]) -> Guard | None:
    """Some clauses over some of the facts; none: always."""
    clauses = []
    for _ in range(chance.randint(0, 3)):
        named = chance.sample(sorted(facts), chance.randint(1, 2))
        clauses.append(
            {
                fact: tuple(chance.sample(facts[fact].options, chance.randint(1, 2)))
                for fact in named
            }
        )
    return Guard(tuple(clauses)) if clauses else None


@pytest.mark.parametrize("seed", SEEDS)
def test_steps_coincide_where_some_case_has_both(seed: int) -> None:
    chance = random.Random(seed)
    facts = {id: CaseFact(id, ("p", "q", "r"), HERE) for id in ("f", "g", "h")}
    steps = tuple(step_of(f"s{n}", when=a_guard(chance, facts)) for n in range(8))
    chain = chain_of(Matter("made-up", "made up", HERE, steps, facts=facts))
    coinciding = Coinciding(chain)
    ids = [step.id for step in chain.steps]
    for one, other in itertools.product(ids, repeat=2):
        assert coinciding.can_coincide(one, other) == chain.can_coincide(one, other)
    for count in range(5):
        some = chance.sample(ids, count)
        pairs = itertools.combinations(some, 2)
        assert coinciding.have_two_at_once(some) == any(chain.can_coincide(*p) for p in pairs)


def a_flow(chance: random.Random) -> Flow:
    """Some bars and cards, with arrows that all lead on to the last node."""
    count = chance.randint(2, 11)
    nodes = tuple(Node(chance.choice((Shape.BAR, Shape.CARD))) for _ in range(count))
    arrows = {
        (source, target)
        for target in range(1, count)
        for source in chance.sample(range(target), min(target, chance.choice((1, 1, 2, 3))))
    }
    left = set(range(count - 1)) - {source for source, _ in arrows}
    return Flow(nodes, tuple(sorted(arrows | {(node, count - 1) for node in left})), {})


def block_of(fork: int, flow: Flow) -> Parallel | None:
    """Nodes are taken in order; it is closed when all that is left open leads to one bar."""
    before, after = flow.predecessors(), flow.followers()
    inside, open_ends = {fork}, set(after[fork])
    while open_ends:
        node = min(open_ends)
        if not inside.issuperset(before[node]):
            return None
        if len(open_ends) == 1 and flow.nodes[node].shape is Shape.BAR:
            return Parallel(fork, node, tuple(sorted(inside - {fork})), tuple(before[node]))
        inside.add(node)
        open_ends = open_ends - {node} | set(after[node])
    return None


@pytest.mark.parametrize("seed", SEEDS)
def test_blocks_are_what_closes_again(seed: int) -> None:
    flow = a_flow(random.Random(seed))
    forks = (
        number
        for number, node in enumerate(flow.nodes)
        if node.shape is Shape.BAR and len(flow.followers()[number]) > 1
    )
    wanted = tuple(block for fork in forks if (block := block_of(fork, flow)) is not None)
    assert parallels_of(flow) == wanted


@pytest.mark.parametrize("seed", SEEDS)
def test_a_run_lies_below_all_before_it_that_it_meets(seed: int) -> None:
    chance = random.Random(seed)
    places = [4.0 * n for n in range(30)]
    runs = [Stretch(n, chance.choice(places), chance.choice(places)) for n in range(12)]
    wanted: dict[int, int] = {}
    for run in runs:
        met = (
            other
            for other in runs[: run.arrow]
            if run.left <= other.right + BESIDE and other.left <= run.right + BESIDE
        )
        wanted[run.arrow] = max((wanted[other.arrow] + 1 for other in met), default=0)
    assert lines_of(runs) == Gap(wanted, max(wanted.values()) + 1)


def first_free(
    tracks: dict[int, list[tuple[Owner, Span]]], first: int, last: int, owner: Owner, side: int
) -> int:
    """The first track that nobody else has in one of the gaps."""
    for number in itertools.count():
        taken = tracks.get(number, [])
        others = [span for whose, span in taken if owner is None or whose != owner]
        is_on_side = not side or (number % 2 == 0) == (side > 0)
        if is_on_side and all(span.is_free(first, last) for span in others):
            return number
    raise AssertionError


@pytest.mark.parametrize("seed", SEEDS)
def test_a_track_is_the_first_that_is_free(seed: int) -> None:
    chance = random.Random(seed)
    board = TrackBoard(10)
    tracks: dict[int, list[tuple[Owner, Span]]] = {}
    for _ in range(25):
        first = chance.randint(0, 9)
        last = chance.randint(first, 9)
        owner: Owner = chance.choice((None, ("from", 1), ("to", 2)))
        side = chance.choice((0, 1, -1))
        wanted = first_free(tracks, first, last, owner, side)
        assert board.take(0, first, last, owner, side).number == wanted
        span = Span()
        span.take(first, last)
        tracks.setdefault(wanted, []).append((owner, span))
    assert board.count(0) == max(tracks) + 1


@pytest.mark.parametrize("seed", SEEDS)
def test_a_word_stands_as_far_right_as_no_arrow_runs(seed: int) -> None:
    chance = random.Random(seed)
    band, width = Box(0, 0, 300, 50), 40.0
    lefts = [float(chance.randint(0, 300)) for _ in range(chance.randint(0, 8))]
    running = [Taken(0, 50, left, left + chance.choice((0, 0, 60))) for left in lefts]
    wanted: float | None = band.right - 8
    while wanted is not None:
        right = wanted
        met = [p.left for p in running if p.left < right + 4 and p.right > right - width - 4]
        if not met:
            break
        wanted = min(met) - 5 if min(met) - 5 - width > band.x + 8 else None
    assert free_right_end(band, width, running) == wanted
