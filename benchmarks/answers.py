"""Whether runs that take less time say the same: what answers otherwise is not measured."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.processes import Failed, Program, digest_of


def prove_answers(cold: Program, again: Program, change: Callable[[], None]) -> None:
    """Failed unless a run after others prints what a cold one prints, before and after a change."""
    first = digest_of(cold)
    see_same(first, digest_of(again), "a run over what is unchanged")
    change()
    changed = digest_of(again)
    if changed == first:
        raise Failed("a run over a changed matter prints what it printed before the change")
    see_same(digest_of(cold), changed, "a run over a changed matter")


def see_same(expected: str, printed: str, what: str) -> None:
    """Failed unless both are the marks of one output."""
    if printed != expected:
        raise Failed(f"{what} prints other bytes than a cold one")
