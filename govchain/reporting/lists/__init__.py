"""The lists (清单) that departments negotiate over: one file a list, discovered by its name.

The module `demand` declares the list `demand`, with `list_kind`; a new list is a new file and
nothing else.
"""

from __future__ import annotations

import importlib
import pkgutil

from govchain.reporting.listing.listing import ListKind


def names() -> list[str]:
    """The names of all lists, in the order in which they are told."""
    found = (module.name for module in pkgutil.iter_modules(__path__))
    return sorted(found, key=lambda name: list_named(name).rank)


def list_named(name: str) -> ListKind:
    """The list of that name; KeyError where there is none."""
    if name not in {module.name for module in pkgutil.iter_modules(__path__)}:
        raise KeyError(name)
    kind = getattr(importlib.import_module(f"govchain.reporting.lists.{name}"), name)
    assert isinstance(kind, ListKind), f"{name} declares no list of its name"
    return kind
