"""Documents → Catalogue: words become values, absent keys their defaults (language 4, 5)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any  # a document is whatever YAML says

from .catalogue import Catalogue, Material, Matter, NeedEntry, Step, fact_of
from .guards import Scenarios
from .reading_registry import (
    read_calendar,
    read_criteria,
    read_data,
    read_departments,
    read_links,
)
from .reading_words import (
    Document,
    has_ended,
    is_yes,
    listed,
    read_alternatives,
    read_basis,
    read_days,
    read_fields,
    read_guard,
    read_shares,
    texts,
)

Files = Sequence[tuple[str, Sequence[Document]]]

POWERS = {
    "approve": "decision",
    "issue": "execution",
    "fee": "execution",
    "deliver": "execution",
}


def read(files: Files, at: date) -> Catalogue:
    """All files as one catalogue, matters in order of place."""
    documents = [
        document for _, held in sorted(files, key=lambda file: file[0]) for document in held
    ]
    registries = [document for document in documents if "matter" not in document]
    data, departments = read_data(registries, at), read_departments(registries)
    matters = [read_matter(document, at) for document in documents if "matter" in document]
    return Catalogue(
        departments=departments,
        data=data,
        criteria=read_criteria(registries, at),
        links=read_links(registries, data, departments),
        matters={matter.id: matter for matter in matters},
        date=at,
        scenarios=Scenarios(dict(options_of(matters))),
        calendar=read_calendar(registries),
        registries=registries,
        mechanisms=tuple(m for held in registries for m in listed(held.get("collaborations"))),
    )


def options_of(matters: Sequence[Matter]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The facts of all matters with their options; alternatives are facts too."""
    for matter in matters:
        for fact, options in matter.facts.items():
            yield fact, tuple(options)
        for held in matter.with_alternatives():
            yield fact_of(held.alternatives), held.alternatives


def read_matter(document: Document, at: date) -> Matter:
    """A matter with its steps' departments and `after` filled in."""
    id_, volume = document["matter"], document.get("volume")
    materials = [
        (read_material(entry, id_, number, at), entry.get("necessity") == "optional")
        for number, entry in enumerate(listed(document.get("materials")))
    ]
    return Matter(
        id=id_,
        lead=document.get("department"),
        steps=tuple(read_steps(document, at)),
        type=document.get("type", "other"),
        applicant=document.get("applicant"),
        basis=read_basis(document.get("basis"), at),
        has_ended_basis=has_ended(document.get("basis"), at),
        materials=tuple(held for held, optional in materials if not optional),
        optional=tuple(held for held, optional in materials if optional),
        facts={fact: read_options(held) for fact, held in document.get("facts", {}).items()},
        volume=None if volume is None else int(volume),
        joined=frozenset(texts(document.get("joined"))) - {"none"},
        complete=frozenset(texts(document.get("complete"))),
        entry=document,
    )


def read_options(options: Any) -> dict[str, Fraction | None]:
    """The options of a fact with their shares, None where no share is given."""
    if isinstance(options, Mapping):
        return {str(option): Fraction(str(share)) for option, share in options.items()}
    return dict.fromkeys(texts(options))


def read_material(entry: Document, matter: str, number: int, at: date) -> Material:
    return Material(
        key=f"material {number}",
        written_in=matter,
        name=entry.get("name"),
        alternatives=read_alternatives(entry),
        guard=read_guard(entry.get("when")),
        handling=entry.get("handling", "submitted"),
        basis=read_basis(entry.get("basis"), at),
        is_waived=bool(texts(entry.get("waived-by"))),
        shares=read_shares(entry),
    )


def read_steps(document: Document, at: date) -> Iterator[Step]:
    """The steps; a missing `after` means the step before it in the list (the first: none)."""
    before: tuple[str, ...] = ()
    for entry in listed(document.get("steps")):
        after = texts(entry["after"]) if "after" in entry else before
        yield read_step(entry, document, frozenset(after), at)
        before = (entry["id"],)


def read_step(entry: Document, matter: Document, after: frozenset[str], at: date) -> Step:
    """A step's `department`, else the matter's; an `apply` step belongs to the applicant."""
    kind = entry.get("kind", "")
    own = None if kind in {"apply", ""} else entry.get("department") or matter.get("department")
    return Step(
        id=entry["id"],
        written_in=matter["matter"],
        after=after,
        kind=kind,
        calls=entry.get("matter"),
        department=own,
        guard=read_guard(entry.get("when")),
        checks=texts(entry.get("checks")),
        written_checks=texts(entry.get("checks")),
        promised=frozenset(texts(entry.get("promised"))),
        entries=tuple(read_need(need) for need in listed(entry.get("needs"))),
        produces=frozenset(texts(entry.get("produces"))),
        changes=frozenset(texts(entry.get("changes"))),
        days=read_days(entry.get("time")),
        is_excluded=entry.get("time-excluded") is not None,
        visit=int(entry.get("visit", 0)),
        visit_basis=read_basis(entry.get("visit-basis"), at),
        channels=frozenset(texts(entry.get("channel"))),
        basis=read_basis(entry.get("basis"), at),
        has_ended_basis=has_ended(entry.get("basis"), at),
        order_basis=read_basis(entry.get("order-basis"), at),
        is_independent=is_yes(entry.get("independent", "no")),
        power=entry.get("power") or POWERS.get(kind),
        partners=texts(entry.get("with")),
        entry=entry,
    )


def read_need(entry: Any) -> NeedEntry:
    """An entry of `needs`: a data id, or a mapping that says more."""
    if not isinstance(entry, Mapping):
        return NeedEntry((str(entry),))
    return NeedEntry(
        alternatives=read_alternatives(entry),
        fields=read_fields(entry),
        max_age=entry.get("max-age"),
        guard=read_guard(entry.get("when")),
        shares=read_shares(entry),
    )
