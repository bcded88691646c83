from collections.abc import Iterator, Sequence

from govchain.analysis.hits.naming import data_named, department_named
from govchain.analysis.questions.likeness import Fields, alike_by_set
from govchain.analysis.questions.resources import are_apart
from govchain.analysis.rule import Hit, Spot, registry_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.sharing import SharingNetwork
from govchain.findings import Facts, Lever, Severity, Topic
from govchain.model.nouns import Data

AT_LEAST = 3
"""Fields of an entry: a name and a number in common make no two of the same."""

Kept = dict[Fields, dict[str, list[Data]]]
"""Entries by their fields, then by who holds them."""


@registry_rule(
    "duplicate-data",
    severity=Severity.WARNING,
    lever=Lever.CLARIFY,
    topic=Topic.KEPT_TWICE,
    message="{alike} are two entries of nearly the same: both have {common}",
    remedy="agree which of {holders} is the one source and keep that entry, with the other as a "
    "copy; if they are different data, write the fields in which they differ",
    variants={
        "several": "{alike} are {count} entries of nearly the same: each has {common}",
        "loose": "{alike} are {count} entries, each of nearly the same as another of them",
    },
)
def duplicate_data(catalogue: Catalogue) -> Iterator[Hit]:
    """What two departments keep under different names is one thing."""
    network = catalogue.network
    kept: Kept = {}
    for data in catalogue.registry.data.values():
        holder, fields = data.office, frozenset(data.fields)
        if holder is None or data.doubtful or not network.is_certain(holder):
            continue
        if len(fields) >= AT_LEAST:
            kept.setdefault(fields, {}).setdefault(holder, []).append(data)
    for group in _groups(kept, network):
        entries = sorted(group, key=lambda data: data.id)
        if len({data.name for data in entries}) > 1:  # of one name rival-holders speaks
            spot = Spot("|".join(data.id for data in entries), entries[-1].place)
            facts = _facts(entries, catalogue)
            variant = "" if len(entries) == 2 else "several" if facts["common"] else "loose"
            yield Hit(spot, facts, variant=variant)


def _groups(kept: Kept, network: SharingNetwork) -> Iterator[list[Data]]:
    """The entries that are alike and of several authorities, directly or through others."""
    alike = alike_by_set(kept)
    left = {fields: dict.fromkeys(holders) for fields, holders in kept.items()}
    for fields, holders in kept.items():
        for holder in holders:
            waiting = [(fields, holder)] if left[fields].pop(holder, "") is None else []
            found: list[Data] = []
            while waiting:
                own, keeper = waiting.pop()
                found += kept[own][keeper]
                for other in alike[own]:
                    met = [id for id in left[other] if are_apart(id, keeper, network)]
                    waiting += [(other, id) for id in met]
                    for id in met:
                        del left[other][id]
            if len({data.office for data in found}) > 1:
                yield found


def _facts(entries: Sequence[Data], catalogue: Catalogue) -> Facts:
    registry = catalogue.registry
    shared = frozenset(entries[0].fields).intersection(*(data.fields for data in entries))
    return {
        "alike": tuple(
            {
                "data": data_named(registry, data.id),
                "holder": department_named(registry, data.holder),
            }
            for data in entries
        ),
        "entries": tuple(
            {
                "data": data_named(registry, data.id),
                "fields": data.fields,
                "place": f"{data.place.file}:{data.place.line}",
            }
            for data in entries
        ),
        "holders": tuple(
            department_named(registry, id) for id in dict.fromkeys(d.office for d in entries)
        ),
        "common": tuple(dict.fromkeys(f for f in entries[0].fields if f in shared)),
        "count": len(entries),
    }
