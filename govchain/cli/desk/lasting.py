"""Values that live as long as the command: the garbage collector need not look at them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_PORTION = 25_000
"""So many values are made before the collector looks through them."""


def look_seldom() -> None:
    """The collector looks at what is young, in large portions, and never at what has stayed.

    What refers back to itself and is dropped (a mended chain and what was asked of it) is dropped
    soon; to walk all chains again and again for it is a tenth of the time of an analysis.
    """
    gc.set_threshold(_PORTION, 1_000_000, 1_000_000)


@contextmanager
def lasting_values() -> Iterator[None]:
    """What is made inside stays until the process ends.

    The collector walks everything it knows again and again; on a city of 2,000 matters that is a
    third of the time of loading, for values of which none ever dies.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
