"""Documents → Catalogue: words become values, absent keys their defaults (language 4, 5)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any  # a document is whatever YAML says

from .catalogue import Catalogue, Material, Matter, NeedEntry, Place, Step
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
    is_yes,
    listed,
    read_alternatives,
    read_days,
    read_fields,
    read_guard,
    texts,
)

Files = Sequence[tuple[str, Sequence[Document]]]

POWERS = {
    "approve": "decision",
    "issue": "execution",
    "fee": "execution",
    "deliver": "execution",
    "inspect": "supervision",
}


def read(files: Files, at: date) -> Catalogue:
    """All files as one catalogue, matters in order of place."""
    documents = [
        (name, position, document)
        for name, held in sorted(files, key=lambda file: file[0])
        for position, document in enumerate(held)
    ]
    registries = [document for _, _, document in documents if "matter" not in document]
    data, departments = read_data(registries), read_departments(registries)
    matters = [
        read_matter(document, name, position)
        for name, position, document in documents
        if "matter" in document
    ]
    return Catalogue(
        departments=departments,
        data=data,
        criteria=read_criteria(registries),
        links=read_links(registries, data, departments),
        matters={matter.id: matter for matter in matters},
        date=at,
        scenarios=Scenarios(
            {fact: tuple(options) for matter in matters for fact, options in matter.facts.items()}
        ),
        calendar=read_calendar(registries),
    )


def read_matter(document: Document, file: str, position: int) -> Matter:
    """A matter with its steps' departments and `after` filled in."""
    id_, volume = document["matter"], document.get("volume")
    return Matter(
        id=id_,
        lead=document.get("department"),
        steps=tuple(read_steps(document)),
        type=document.get("type", "other"),
        applicant=document.get("applicant"),
        basis=texts(document.get("basis")),
        materials=tuple(
            read_material(entry, id_, (file, position, number))
            for number, entry in enumerate(listed(document.get("materials")))
            if entry.get("necessity") != "optional"
        ),
        facts={fact: read_options(held) for fact, held in document.get("facts", {}).items()},
        volume=None if volume is None else int(volume),
    )


def read_options(options: Any) -> dict[str, Fraction | None]:
    """The options of a fact with their shares, None where no share is given."""
    if isinstance(options, Mapping):
        return {str(option): Fraction(str(share)) for option, share in options.items()}
    return dict.fromkeys(texts(options))


def read_material(entry: Document, matter: str, place: Place) -> Material:
    alternatives, is_single = read_alternatives(entry)
    return Material(
        key=f"material {place[-1]}",
        written_in=matter,
        name=entry.get("name"),
        alternatives=alternatives,
        is_single=is_single,
        place=place,
        guard=read_guard(entry.get("when")),
        basis=texts(entry.get("basis")),
        is_waived=bool(texts(entry.get("waived-by"))),
    )


def read_steps(document: Document) -> Iterator[Step]:
    """The steps; a missing `after` means the step before it in the list (the first: none)."""
    before: tuple[str, ...] = ()
    for entry in listed(document["steps"]):
        after = texts(entry["after"]) if "after" in entry else before
        yield read_step(entry, document, frozenset(after))
        before = (entry["id"],)


def read_step(entry: Document, matter: Document, after: frozenset[str]) -> Step:
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
        entries=tuple(read_need(need) for need in listed(entry.get("needs"))),
        produces=frozenset(texts(entry.get("produces"))),
        changes=frozenset(texts(entry.get("changes"))),
        days=read_days(entry.get("time")),
        is_excluded=entry.get("time-excluded") is not None,
        visit=int(entry.get("visit", 0)),
        visit_basis=texts(entry.get("visit-basis")),
        basis=texts(entry.get("basis")),
        order_basis=texts(entry.get("order-basis")),
        is_independent=is_yes(entry.get("independent", "no")),
        power=entry.get("power") or POWERS.get(kind),
        partners=texts(entry.get("with")),
    )


def read_need(entry: Any) -> NeedEntry:
    """An entry of `needs`: a data id, or a mapping that says more."""
    if not isinstance(entry, Mapping):
        return NeedEntry((str(entry),), is_single=True)
    alternatives, is_single = read_alternatives(entry)
    return NeedEntry(
        alternatives=alternatives,
        is_single=is_single,
        fields=read_fields(entry),
        max_age=entry.get("max-age"),
        guard=read_guard(entry.get("when")),
    )
