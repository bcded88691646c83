"""Bundles judged by several processes, each a copy of this one that has read and compiled all.

Whatever goes wrong with a process, and where processes cannot be copied (on Windows), nothing is
said: the bundles are judged here, as they are without any. The answer is the same.
"""

from __future__ import annotations

import gc
import os
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from govchain.analysis.running.bundles import Bundle, Judge, Judged
from govchain.analysis.running.judging import one_after_another
from govchain.analysis.running.limits import Mending

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess

_OURS = "govchain "
"""How the names of our own threads begin: they do nothing until the work is done."""

_MOMENT = 0.2
"""Seconds within which a copy sees that nobody waits for it any more."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one process found out: of its bundles, and what it leaves of what all may spend."""

    judged: Sequence[Judged]
    contributions: Sequence[Mapping[str, Any]]
    """What the chains answered, question by question in the order of the judge."""
    alone: Mending
    together: Mending


def judged_by(jobs: int, judge: Judge, bundles: Sequence[Bundle]) -> list[Judged]:
    """All that is found on the chains of the bundles; the judge then knows what they contribute.

    More processes than there are processors are not made.
    """
    jobs = min(jobs, os.cpu_count() or 1)
    shares = _shares(jobs, judge, bundles) if jobs > 1 and len(bundles) > 1 else []
    if not shares or not _is_within_limits(judge, shares):
        return one_after_another(judge, bundles)
    for share in shares:
        for question, known in zip(judge.questions, share.contributions, strict=True):
            judge.catalogue.know(question, known)
        judge.alone.missed.update(share.alone.missed)
        judge.together.missed.update(share.together.missed)
    return [judged for share in shares for judged in share.judged]


def _is_within_limits(judge: Judge, shares: Sequence[Share]) -> bool:
    """What all processes spent together is what one may spend: else it counts who comes first."""
    alone = sum(judge.alone.left_of_all - share.alone.left_of_all for share in shares)
    together = sum(judge.together.left_of_all - share.together.left_of_all for share in shares)
    return alone <= judge.alone.left_of_all and together <= judge.together.left_of_all


def _shares(jobs: int, judge: Judge, bundles: Sequence[Bundle]) -> list[Share]:
    """The share of each process; none where not all came to their end."""
    import multiprocessing

    may_copy = "fork" in multiprocessing.get_all_start_methods()
    if not may_copy or multiprocessing.current_process().daemon:  # a helper has no helpers
        return []
    here = threading.current_thread()
    if any(t is not here and not t.name.startswith(_OURS) for t in threading.enumerate()):
        return []  # what another thread holds at this moment, nobody would let go of in a copy
    copies = multiprocessing.get_context("fork")
    running: list[tuple[ForkProcess, Connection]] = []
    shares: list[Share] = []
    try:
        for part in parts_of(jobs, judge, bundles):
            receiving, sending = copies.Pipe(duplex=False)
            of_others = [receiving, *(known for _, known in running)]
            told = judge, part, sending, of_others, os.getpid()
            process = copies.Process(target=_work, args=told, daemon=True)
            process.start()
            sending.close()
            running.append((process, receiving))
        with _values_that_stay():
            shares = [receiving.recv() for _, receiving in running]
    except (EOFError, OSError):
        shares = []  # one could not be made, or ended before its time
    finally:
        for process, receiving in running:
            receiving.close()
            if not shares:
                process.kill()
            process.join()
    return shares


@contextmanager
def _values_that_stay() -> Iterator[None]:
    """None of what is made meanwhile is dropped: the collector would walk all of it in vain."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def parts_of(jobs: int, judge: Judge, bundles: Sequence[Bundle]) -> list[list[Bundle]]:
    """The bundles, in as many parts as there are processes, about equally long to judge."""
    chains = judge.catalogue.chains

    def weight(bundle: Bundle) -> int:
        return sum(len(chains[matter].expansion.steps) for matter in bundle)

    parts: list[tuple[int, int, list[Bundle]]] = [(0, n, []) for n in range(jobs)]
    for bundle in sorted(bundles, key=weight, reverse=True):
        weighed, number, part = min(parts, key=lambda one: one[:2])
        part.append(bundle)
        parts[number] = (weighed + weight(bundle), number, part)
    return [part for _, _, part in parts if part]


def _work(
    judge: Judge,
    bundles: Sequence[Bundle],
    sending: Connection,
    of_others: Sequence[Connection],
    waiting: int,
) -> None:
    """What a copy does: it hands over its share, and ends without a word whatever happens.

    `waiting` is the process that waits for it. Nobody but that one is to read what is sent, so that
    to send ends where it is gone.
    """
    threading.Thread(target=_end_without, args=(waiting,), daemon=True).start()
    try:
        for receiving in of_others:
            receiving.close()
        share = _share(judge, bundles)
        with _values_that_stay():
            sending.send(share)
        sending.close()
    finally:
        os._exit(0)  # nothing of what it copied is written or told twice


def _end_without(waiting: int) -> None:
    """Ends the process once the one that waits for it is gone."""
    while os.getppid() == waiting:
        time.sleep(_MOMENT)
    os._exit(1)


def _share(judge: Judge, bundles: Sequence[Bundle]) -> Share:
    """What it finds out."""
    judged = [judge.judged(bundle) for bundle in bundles]
    own = {matter for bundle in bundles for matter in bundle}
    contributions = [
        {id: value for id, value in judge.catalogue.known(question).items() if id in own}
        for question in judge.questions
    ]
    return Share(judged, contributions, judge.alone, judge.together)
