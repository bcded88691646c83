"""Where data comes is walked once for all; each department is told what a search for it finds."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govchain.compiler.sharing import Demand, Flow, SharingNetwork, flows_of
from govchain.findings import Place
from govchain.model.nouns import ALL, Data, Department, Link, Registry

DATE = datetime.date(2026, 6, 1)
OFFICES = ("a", "b", "c", "d", "e")
PLATFORMS = ("b", "c", "d")

Way = tuple[Flow, ...]


@st.composite
def links(draw: st.DrawFn) -> Link:
    source, *to = draw(st.permutations(OFFICES))[: draw(st.integers(2, 3))]
    via = draw(st.sampled_from((None, None, *OFFICES)))
    return Link(
        "data",
        source,
        (ALL,) if draw(st.integers(0, 9)) == 0 else tuple(to),
        Place("f", draw(st.integers(1, 10_000)), 1),
        via=None if via in (source, *to) else via,
        status=draw(st.sampled_from(("active", "planned"))),
    )


@settings(max_examples=200, suppress_health_check=list(HealthCheck))
@given(st.lists(links(), max_size=5, unique_by=lambda link: link.place))
def test_the_nearest_path_is_the_first_of_all_paths(written: list[Link]) -> None:
    network = SharingNetwork(registry_of(written), DATE)
    for holder, department in itertools.permutations(OFFICES, 2):
        found = network.nearest_path("data", frozenset({holder}), department, Demand())
        every = list(paths(written, holder, department))
        assert found == min(every, default=(0, 0, (), None))[-1]


def paths(
    written: list[Link], holder: str, department: str
) -> Iterator[tuple[int, int, tuple[int, ...], Way]]:
    """All paths from the holder to the department, by how many links fail, how long they are and
    the places of their parts, through each platform once."""
    ways = [way for link in written for way in ways_of(link)]
    waiting: list[tuple[int, ...]] = [(n,) for n, way in enumerate(ways) if way[0].source == holder]
    while waiting:
        path = waiting.pop()
        target = ways[path[-1]][-1].target
        if target in (ALL, department):
            failures = sum(ways[number][0].link.status != "active" for number in path)
            yield failures, len(path), path, tuple(flow for n in path for flow in ways[n])
        for number, way in enumerate(ways):
            is_passed = way[0].source in PLATFORMS and target in (ALL, way[0].source)
            if is_passed and all(ways[n][0].source != way[0].source for n in path):
                waiting.append((*path, number))


def ways_of(link: Link) -> Iterator[Way]:
    """Each hop of the link; through a platform, both hops are one way too."""
    flows = flows_of(link)
    yield from ((flow,) for flow in flows)
    if link.via in PLATFORMS:
        yield from ((flows[0], onward) for onward in flows[1:])


def registry_of(written: list[Link]) -> Registry:
    departments = {
        id: Department(
            id, id, Place("r", 1, 1), kind="platform" if id in PLATFORMS else "government"
        )
        for id in OFFICES
    }
    data = {"data": Data("data", "data", Place("r", 2, 1), holder="a")}
    return Registry(departments=departments, data=data, links=tuple(written))
