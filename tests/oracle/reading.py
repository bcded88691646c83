"""Documents → Catalogue: words become values, absent keys their defaults (language 4, 5)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any  # a document is whatever YAML says

from .catalogue import (
    Catalogue,
    Criterion,
    Data,
    Department,
    Link,
    Material,
    Matter,
    NeedEntry,
    Place,
    Step,
)
from .guards import ALWAYS, Guard, OneOf, Scenarios, both, either

Document = Mapping[str, Any]
Files = Sequence[tuple[str, Sequence[Document]]]

WORKING_DAYS = {
    "d": Fraction(1),
    "cd": Fraction(5, 7),
    "mo": Fraction(87, 4),
    "h": Fraction(1, 8),
    "min": Fraction(1, 480),
}
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
    data = {id_: read_data(id_, entry) for id_, entry in section(registries, "data")}
    departments = {
        id_: Department(id_, entry.get("parent"), entry.get("kind", "government"))
        for id_, entry in section(registries, "departments")
    }
    matters = [
        read_matter(document, name, position)
        for name, position, document in documents
        if "matter" in document
    ]
    return Catalogue(
        departments=departments,
        data=data,
        criteria={
            id_: Criterion(id_, texts(entry.get("uses")))
            for id_, entry in section(registries, "criteria")
        },
        links=tuple(
            read_link(entry, data, departments)
            for registry in registries
            for entry in listed(registry.get("links"))
        ),
        matters={matter.id: matter for matter in matters},
        date=at,
        scenarios=Scenarios(
            {fact: tuple(options) for matter in matters for fact, options in matter.facts.items()}
        ),
    )


def section(registries: Sequence[Document], name: str) -> Iterator[tuple[str, Document]]:
    """The entries of one section, from all files."""
    for registry in registries:
        for id_, entry in registry.get(name, {}).items():
            yield id_, entry or {}


def texts(value: Any) -> tuple[str, ...]:
    """A list of texts; one value may stand alone, nothing is the empty list."""
    if value is None:
        return ()
    return tuple(str(item) for item in (value if isinstance(value, list) else [value]))


def is_yes(value: Any) -> bool:
    """yes, however YAML gave it."""
    return str(value).lower() in {"yes", "true"}


def read_days(text: Any) -> Fraction:
    """A duration in working days: 1 day = 8 h, a calendar day 5/7, a month 21.75."""
    if text is None or str(text) == "0":
        return Fraction(0)
    match = re.fullmatch(r"([0-9.]+)(d|cd|mo|h|min)", str(text))
    assert match, f"no duration: {text}"
    return Fraction(match[1]) * WORKING_DAYS[match[2]]


def read_guard(when: Any) -> Guard:
    """A mapping (all facts must hold), or a list of such mappings (any of them)."""
    if when is None:
        return ALWAYS
    ways = when if isinstance(when, list) else [when]
    return either(
        *(
            both(*(OneOf(fact, frozenset(texts(options))) for fact, options in way.items()))
            for way in ways
        )
    )


def read_fields(entry: Document) -> frozenset[str] | None:
    """The fields an entry names, None where it names none."""
    return frozenset(texts(entry["fields"])) if texts(entry.get("fields")) else None


def read_alternatives(entry: Document) -> tuple[tuple[str, ...], bool]:
    """The data of a need or material, and whether it is a single one (not `any`)."""
    return texts(entry.get("any") or entry.get("data")), "data" in entry


def read_data(id_: str, entry: Document) -> Data:
    return Data(
        id=id_,
        holder=entry.get("holder"),
        sharing=entry.get("sharing"),
        basis=texts(entry.get("basis")),
        attests=texts(entry.get("attests")),
        update=entry.get("update"),
        fields=texts(entry.get("fields")),
    )


def read_link(entry: Document, data: Mapping[str, Data], departments: Mapping[str, object]) -> Link:
    """A link; `from` defaults to the holder, `all` is every department, `via` makes two hops."""
    source: Any = entry.get("from") or data[entry["data"]].holder
    targets = tuple(departments) if texts(entry["to"]) == ("all",) else texts(entry["to"])
    last: Any = entry.get("via") or source
    hops = ([(source, last)] if last != source else []) + [(last, target) for target in targets]
    return Link(
        data=entry["data"],
        hops=tuple(hops),
        fields=read_fields(entry),
        update=entry.get("update") or data[entry["data"]].update,
        channel=entry.get("channel", "api"),
        status=entry.get("status", "active"),
        since=read_date(entry.get("since")),
        until=read_date(entry.get("until")),
    )


def read_date(text: Any) -> date | None:
    return None if text is None else date.fromisoformat(str(text))


def read_matter(document: Document, file: str, position: int) -> Matter:
    """A matter with its steps' departments and `after` filled in."""
    id_, volume = document["matter"], document.get("volume")
    return Matter(
        id=id_,
        lead=document.get("department"),
        steps=tuple(read_steps(document)),
        materials=tuple(
            read_material(entry, f"material {number}", (file, position, number))
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


def read_material(entry: Document, key: str, place: Place) -> Material:
    alternatives, is_single = read_alternatives(entry)
    return Material(
        key=key,
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


def listed(value: Any) -> list[Any]:
    """Where a list is expected, one value may stand alone."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


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
