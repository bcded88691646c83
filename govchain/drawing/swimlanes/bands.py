"""Which parts run beside each other: neighbours of which none waits for another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from govchain.drawing.fold.parts import Wait


def bands_of(places: Sequence[int], waits: Iterable[Wait]) -> list[tuple[int, int]]:
    """Runs of two or more places, from the first to the last, that wait for the same and for none
    of their own, directly or by others."""
    before: dict[int, set[int]] = {}
    behind: dict[int, set[int]] = {}
    for wait in sorted(waits, key=lambda wait: wait.second):
        before.setdefault(wait.second, set()).add(wait.first)
        further = {wait.first} | behind.get(wait.first, set())
        behind.setdefault(wait.second, set()).update(further)
    runs: list[list[int]] = []
    for place in places:
        run = runs[-1] if runs else []
        is_apart = behind.get(place, set()).isdisjoint(run)
        if run and is_apart and before.get(place, set()) == before.get(run[0], set()):
            run.append(place)
        else:
            runs.append([place])
    return [(run[0], run[-1]) for run in runs if len(run) > 1]
