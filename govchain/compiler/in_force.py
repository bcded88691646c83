"""The definitions as the law stood on a date: provisions that ended before it are no basis.

language.md 4.1: a basis may say until when it was in force. What ended is kept aside, so that a
rule can say what it was that an approval rested on.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from govchain.model.nouns import (
    Call,
    Collaboration,
    Criterion,
    Data,
    Definitions,
    Fee,
    Material,
    Matter,
    Provision,
    Provisions,
    Registry,
    Step,
    TimeLimit,
)

Based = TypeVar("Based", Data, Criterion, Material, Step, Fee, TimeLimit, Matter)


def definitions_on(definitions: Definitions, date: datetime.date) -> Definitions:
    """The definitions with only those provisions as basis that were in force on the date."""
    registry = definitions.registry
    return Definitions(
        {id: _matter_on(matter, date) for id, matter in definitions.matters.items()},
        _registry_on(registry, date),
    )


def _registry_on(registry: Registry, date: datetime.date) -> Registry:
    return replace(
        registry,
        data={id: _based_on(data, date) for id, data in registry.data.items()},
        criteria={id: _based_on(known, date) for id, known in registry.criteria.items()},
        collaborations=tuple(_still_based(known, date) for known in registry.collaborations),
    )


def _matter_on(matter: Matter, date: datetime.date) -> Matter:
    return replace(
        _based_on(matter, date),
        time_limit=_based_on(matter.time_limit, date),
        materials=tuple(_based_on(material, date) for material in matter.materials),
        steps=tuple(
            _call_on(step, date) if isinstance(step, Call) else _step_on(step, date)
            for step in matter.steps
        ),
    )


def _step_on(step: Step, date: datetime.date) -> Step:
    fee = step.fee and _based_on(step.fee, date)
    ended = any(_ended(basis, date) for basis in (step.visit_basis, step.order_basis))
    if not ended and fee is step.fee:
        return _based_on(step, date)
    return replace(
        _based_on(step, date),
        visit_basis=_in_force(step.visit_basis, date),
        order_basis=_in_force(step.order_basis, date),
        fee=fee,
    )


def _call_on(call: Call, date: datetime.date) -> Call:
    if not _ended(call.order_basis, date):
        return call
    return replace(call, order_basis=_in_force(call.order_basis, date))


def _based_on(entry: Based, date: datetime.date) -> Based:
    ended = _ended(entry.basis, date)
    if not ended:
        return entry
    return replace(entry, basis=_in_force(entry.basis, date), ended=ended)


def _still_based(entry: Collaboration, date: datetime.date) -> Collaboration:
    """Without what has ended: nobody asks what a mechanism once rested on."""
    if not _ended(entry.basis, date):
        return entry
    return replace(entry, basis=_in_force(entry.basis, date))


def _in_force(basis: Provisions, date: datetime.date) -> Provisions:
    return tuple(text for text in basis if not _has_ended(text, date))


def _ended(basis: Iterable[str], date: datetime.date) -> Provisions:
    return tuple(text for text in basis if _has_ended(text, date))


def _has_ended(text: str, date: datetime.date) -> bool:
    return isinstance(text, Provision) and text.until is not None and text.until < date
