"""Work shared out among copies of this process, each of which knows all that this one has made.

Whatever goes wrong with a copy, and where processes cannot be copied (on Windows), nothing is said:
it hands over less, and whoever waits does the rest.
"""

from __future__ import annotations

import gc
import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess

T = TypeVar("T")
R = TypeVar("R")

_OURS = "govchain "
"""How the names of our own threads begin: they do nothing until the work is done."""

_MOMENT = 0.2
"""Seconds within which a copy sees that nobody waits for it any more."""

_AHEAD = 64
"""So many things of a copy are kept while another is waited for; then it waits itself."""


@contextmanager
def made_of_each(jobs: int, make: Callable[[T], R], things: Sequence[T]) -> Iterator[Iterator[R]]:
    """What is made of each thing, in their order, by so many copies where there are several.

    They begin at once, and run no further ahead of whoever asks than is kept and a pipe holds.
    """
    jobs = min(jobs, processors(), len(things))
    shares = [things[first::jobs] for first in range(jobs)] if jobs > 1 else []
    with handed_over(make, shares) as given:
        yield _handed_over_or_made_here(make, things, given)


def _handed_over_or_made_here(
    make: Callable[[T], R], things: Sequence[T], given: Sequence[Iterator[R]]
) -> Iterator[R]:
    for number, thing in enumerate(things):
        handed = [*islice(given[number % len(given)], 1)] if given else []
        yield handed[0] if handed else make(thing)


def processors() -> int:
    """How many work for this process at once: more copies gain nothing."""
    if hasattr(os, "sched_getaffinity"):  # not everywhere; where it is, it knows what we may use
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def handed_over(
    make: Callable[[T], R], shares: Sequence[Sequence[T]]
) -> Iterator[Sequence[Iterator[R]]]:
    """For each share what a copy makes of its things, one after another, as far as it comes; no
    shares where no copy can be made. The copies end with the block."""
    running: list[tuple[ForkProcess, Connection]] = []
    try:
        if shares and _may_copy():
            for share in shares:
                running.append(_begun(make, share, [known for _, known in running]))
    except OSError:  # one could not be made
        _end(running)
        running = []
    try:
        handed = _Handed([receiving for _, receiving in running])
        yield [handed.by(number) for number in range(len(running))]
    finally:
        _end(running)


def _end(running: Sequence[tuple[ForkProcess, Connection]]) -> None:
    for process, receiving in running:
        receiving.close()
        process.kill()
        process.join()


def _may_copy() -> bool:
    import multiprocessing

    if "fork" not in multiprocessing.get_all_start_methods():
        return False
    if multiprocessing.current_process().daemon:  # a helper has no helpers
        return False
    here = threading.current_thread()
    # what another thread holds at this moment, nobody would let go of in a copy
    return all(t is here or t.name.startswith(_OURS) for t in threading.enumerate())


def _begun(
    make: Callable[[T], Any], share: Sequence[T], of_others: Sequence[Connection]
) -> tuple[ForkProcess, Connection]:
    import multiprocessing

    copies = multiprocessing.get_context("fork")
    receiving, sending = copies.Pipe(duplex=False)
    told = make, share, sending, [receiving, *of_others], os.getpid()
    process = copies.Process(target=_work, args=told, daemon=True)
    try:
        process.start()
    except BaseException:
        receiving.close()
        raise
    finally:
        sending.close()
    return process, receiving


class _Handed:
    """What copies hand over: while one is waited for, what others have ready is taken in, so that
    they need not wait too."""

    def __init__(self, copies: Sequence[Connection]) -> None:
        self._running = dict(enumerate(copies))
        self._kept: list[deque[Any]] = [deque() for _ in copies]

    def by(self, number: int) -> Iterator[Any]:
        """All that this copy hands over."""
        kept = self._kept[number]
        while kept or number in self._running:
            if kept:
                yield kept.popleft()
            else:
                self._take_in()

    def _take_in(self) -> None:
        from multiprocessing.connection import wait

        asked = {n: copy for n, copy in self._running.items() if len(self._kept[n]) < _AHEAD}
        ready = {*wait([*asked.values()])}
        for number, copy in asked.items():
            if copy not in ready:
                continue
            try:
                with _values_that_stay():
                    self._kept[number].append(copy.recv())
            except (EOFError, OSError):  # it came to its end, be it before its time
                del self._running[number]


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


def _work(
    make: Callable[[T], Any],
    share: Sequence[T],
    sending: Connection,
    of_others: Sequence[Connection],
    waiting: int,
) -> None:
    """What a copy does: it hands over what it makes, and ends without a word whatever happens.

    `waiting` is the process that waits for it. Nobody but that one is to read what is sent, so that
    to send ends where it is gone.
    """
    threading.Thread(target=_end_without, args=(waiting,), daemon=True).start()
    try:
        for receiving in of_others:
            receiving.close()
        for thing in share:
            made = make(thing)
            with _values_that_stay():
                sending.send(made)
        sending.close()
    finally:
        os._exit(0)  # nothing of what it copied is written or told twice


def _end_without(waiting: int) -> None:
    """Ends the process once the one that waits for it is gone."""
    while os.getppid() == waiting:
        time.sleep(_MOMENT)
    os._exit(1)
