"""How large chains are with their calls taken out: calls that make one too large are left out.

semantics.md 1.13. Thirty lines can double a chain thirty times, or be called three hundred times.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from govchain.findings import Fact, Trouble
from govchain.model.nouns import Call, Guard, Matter, order_as_written
from govchain.reader.entries.order import without_steps
from govchain.reader.ground.notes import Notes

MOST_STEPS = 2_000
"""A chain may have so many steps once its calls are taken out."""

MOST_CLAUSES = 10_000
"""And its steps and materials so many clauses in their guards, which multiply with those of calls;
where there is no guard that counts as one."""

MOST_PAIRS = 50_000
"""And its calls so many pairs of steps of which one directly follows the other where a call begins
or ends: all first steps of a call follow all last steps of what it follows."""

MOST_LEVELS = 100
"""Calls may stand so deep in one another."""

MOST_BROUGHT = 10_000
"""All calls together bring so many clauses, or `MOST_BROUGHT_FOR_EACH` times those written."""

MOST_BROUGHT_FOR_EACH = 5


@dataclass(frozen=True, slots=True)
class _Size:
    """How large a chain is with its calls taken out."""

    steps: int
    clauses: int
    """Of its steps and materials; none counts as one."""
    levels: int = 0
    pairs: int = 0
    """Of steps that directly follow one another because a call lies between them."""

    def with_call(self, called: _Size, times: int, pairs: int) -> _Size:
        """With a call whose guard has so many clauses, and which joins so many pairs."""
        return _Size(
            self.steps + called.steps,
            self.clauses + called.clauses * times,
            max(self.levels, called.levels + 1),
            self.pairs + called.pairs + pairs,
        )

    @property
    def is_excessive(self) -> bool:
        return (
            self.steps > MOST_STEPS
            or self.clauses > MOST_CLAUSES
            or self.pairs > MOST_PAIRS
            or self.levels > MOST_LEVELS
        )


@dataclass(frozen=True, slots=True)
class _Ends:
    """How many steps one enters and leaves by."""

    first: int = 1
    last: int = 1


_NONE = _Ends(0, 0)


class _Level:
    """The steps and calls of a matter: what they follow, what follows them, and their ends.

    A call has no ends until it is taken in.
    """

    def __init__(self, matter: Matter) -> None:
        self._after = order_as_written(matter.steps)
        self._followers: dict[str, list[str]] = {}
        for id_, before in self._after.items():
            for earlier in before:
                self._followers.setdefault(earlier, []).append(id_)
        self._ends = {step.id: _Ends() for step in matter.own_steps}

    def pairs_with(self, call: Call, called: _Ends) -> int:
        """The pairs the call joins with all that is there."""
        before = sum(self._ends.get(id_, _NONE).last for id_ in self._after[call.id])
        followers = self._followers.get(call.id, ())
        after = sum(self._ends.get(id_, _NONE).first for id_ in followers)
        return before * called.first + called.last * after

    def take(self, call: Call, called: _Ends) -> None:
        self._ends[call.id] = called

    def ends(self) -> _Ends:
        """Of the matter with the calls taken in."""
        return _Ends(
            sum(ends.first for id_, ends in self._ends.items() if not self._after[id_]),
            sum(ends.last for id_, ends in self._ends.items() if id_ not in self._followers),
        )


def limit_sizes(
    matters: dict[str, Matter], callees_first: Sequence[str], troubles: list[Trouble]
) -> None:
    """Takes out calls that would make a chain too large, or all chains together."""
    sizes: dict[str, _Size] = {}
    ends: dict[str, _Ends] = {}
    written = {id_: _written_size(matters[id_]) for id_ in callees_first}
    of_all = sum(size.clauses for size in written.values())
    may_bring = max(MOST_BROUGHT, MOST_BROUGHT_FOR_EACH * of_all)
    for id_ in callees_first:
        matter, size = matters[id_], written[id_]
        level = _Level(matter)
        excessive = set()
        for call in calls_of(matter):
            pairs = level.pairs_with(call, ends[call.matter])
            grown = size.with_call(sizes[call.matter], _clauses(call.when), pairs)
            if grown.is_excessive:
                _report_excess(matter, call, troubles)
                excessive.add(call.id)
            elif grown.clauses - size.clauses > may_bring:
                _report_excess_of_all(matter, call, troubles)
                excessive.add(call.id)
            else:
                may_bring -= grown.clauses - size.clauses
                size = grown
                level.take(call, ends[call.matter])
        sizes[id_], ends[id_] = size, level.ends()
        if excessive:
            steps = without_steps(matter.steps, excessive)
            matters[id_] = replace(matter, steps=steps, doubtful=True)


def calls_of(matter: Matter) -> Iterator[Call]:
    """The calls among its steps."""
    return (step for step in matter.steps if isinstance(step, Call))


def _written_size(matter: Matter) -> _Size:
    of_steps = sum(_clauses(step.when) for step in matter.own_steps)
    of_materials = sum(_clauses(material.when) for material in matter.materials)
    return _Size(len(matter.steps), of_steps + of_materials)


def _clauses(guard: Guard | None) -> int:
    return len(guard.clauses) if guard is not None else 1


def _report_excess(caller: Matter, call: Call, troubles: list[Trouble]) -> None:
    report_left_out(
        caller,
        call,
        troubles,
        message="with this call the chain would have more than {steps} steps, its guards more "
        "than {clauses} clauses, more than {pairs} pairs of steps would directly follow one "
        "another at calls, or calls stand more than {levels} deep",
        remedy="call fewer matters, or let parallel steps meet in one before and after a call; "
        "see whether one is called again and again by those it calls",
        steps=str(MOST_STEPS),
        clauses=str(MOST_CLAUSES),
        pairs=str(MOST_PAIRS),
        levels=str(MOST_LEVELS),
    )


def _report_excess_of_all(caller: Matter, call: Call, troubles: list[Trouble]) -> None:
    report_left_out(
        caller,
        call,
        troubles,
        message="the calls of all matters together would bring too many steps, so this call is "
        "left out",
        remedy="let fewer matters call long ones, or look at them in workspaces of their own",
    )


def report_left_out(
    caller: Matter,
    call: Call,
    troubles: list[Trouble],
    *,
    rule: str = "bad-value",
    message: str,
    remedy: str,
    **facts: Fact,
) -> None:
    """Says that the call is left out of its matter's chain, and why."""
    Notes(call.place.file, caller.id, troubles=troubles).report(
        rule,
        f"steps.{call.id}.matter",
        call.place,
        message=message,
        remedy=remedy,
        related=(),
        **facts,
    )
