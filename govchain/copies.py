"""Work shared out among copies of this process, each of which knows all that this one has made.

Whatever goes wrong with a copy, and where processes cannot be copied (on Windows), nothing is said:
it hands over less, and whoever waits does the rest.
"""

from __future__ import annotations

import gc
import os
import struct
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
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

_TURN = struct.Struct("!I")
_MOST_TURNS = 1024
"""So many turns are taken at most: a pipe holds the numbers of all, wherever processes copy."""


@contextmanager
def made_of_each(jobs: int, make: Callable[[T], R], things: Sequence[T]) -> Iterator[Iterator[R]]:
    """What is made of each thing, in their order, by so many copies where there are several.

    They begin at once, each takes what no other has taken yet, and what comes before its turn is
    kept: all else while the first takes long, and what follows one that was lost.
    """
    jobs = min(jobs, processors(), len(things))
    if jobs < 2 or not _may_copy():
        yield map(make, things)
        return

    def numbered(number: int) -> tuple[int, R]:
        return number, make(things[number])

    # each copy begins the one generator of turns for itself; the numbers it reads are of all
    with _turns(len(things)) as turns, handed_over(numbered, [turns] * jobs) as handed:
        yield _in_order(make, things, (made for _, made in handed))


def _in_order(
    make: Callable[[T], R], things: Sequence[T], handed: Iterator[tuple[int, R]]
) -> Iterator[R]:
    """What is handed over; what no copy came to is made here."""
    early: dict[int, R] = {}
    for number, thing in enumerate(things):
        while number not in early and (made := next(handed, None)) is not None:
            early[made[0]] = made[1]
        yield early.pop(number) if number in early else make(thing)


@contextmanager
def _turns(count: int) -> Iterator[Iterable[int]]:
    """The numbers up to a count, shared by copies: whoever asks first takes the next few; none
    where they cannot be shared."""
    stretch = -(-count // _MOST_TURNS)
    try:
        taking, giving = os.pipe()
    except OSError:  # no more files may be open
        yield ()
        return

    def taken() -> Iterator[int]:
        while turn := os.read(taking, _TURN.size):
            [begin] = _TURN.unpack(turn)
            yield from range(begin, min(begin + stretch, count))

    try:
        try:
            os.write(giving, b"".join(map(_TURN.pack, range(0, count, stretch))))
        finally:
            os.close(giving)
        yield taken()
    finally:
        os.close(taking)


def processors() -> int:
    """How many work for this process at once: more copies gain nothing."""
    if hasattr(os, "sched_getaffinity"):  # not everywhere; where it is, it knows what we may use
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def handed_over(
    make: Callable[[T], R], shares: Sequence[Iterable[T]]
) -> Iterator[Iterator[tuple[int, R]]]:
    """What a copy for each share makes of its things, with the number of the share, as it comes;
    nothing where no copy can be made. The copies end with the block."""
    running: list[tuple[ForkProcess, Connection]] = []
    try:
        if shares and _may_copy():
            for share in shares:
                running.append(_begun(make, share, [known for _, known in running]))
    except OSError:  # one could not be made
        _end(running)
        running = []
    try:
        yield _received([receiving for _, receiving in running])
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
    make: Callable[[T], Any], share: Iterable[T], of_others: Sequence[Connection]
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


def _received(connections: Sequence[Connection]) -> Iterator[tuple[int, Any]]:
    """What any of them has ready: so none waits for another to be heard."""
    from multiprocessing.connection import wait

    running = dict(enumerate(connections))
    while running:
        ready = {*wait([*running.values()])}
        for number, connection in [*running.items()]:
            if connection not in ready:
                continue
            try:
                with _values_that_stay():
                    value = connection.recv()
            except (EOFError, OSError):  # it came to its end, be it before its time
                del running[number]
            else:
                yield number, value


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
    share: Iterable[T],
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
