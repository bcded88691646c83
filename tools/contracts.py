"""A contract of `lint-imports`: whatever a room imports from outside stands on a list.

A list of what is forbidden forgets what nobody thought of; this one asks about everything new.
"""

from __future__ import annotations

from collections.abc import Iterator

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class NothingElseContract(Contract):
    """Rooms import nothing from outside the package but what is listed.

    `rooms` are packages, their modules included; `allowed` modules may be imported anywhere in
    them, `exceptions` ("importer -> imported") only there. An exception that nothing needs any
    longer breaks the contract too.
    """

    rooms = fields.ListField(subfield=fields.StringField())
    allowed = fields.SetField(subfield=fields.StringField())
    exceptions = fields.SetField(subfield=fields.StringField(), required=False)

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        allowed, exceptions = _texts(self.allowed), _texts(self.exceptions or ())
        rooms = sorted(_texts(self.rooms))
        found = {
            f"{importer} -> {imported}"
            for room in rooms
            for importer, imported in imports_from_outside(graph, room)
            if imported not in allowed
        }
        wrong = sorted(found - exceptions)
        idle = sorted(exceptions - found)
        return ContractCheck(kept=not (wrong or idle), metadata={"wrong": wrong, "idle": idle})

    def render_broken_contract(self, check: ContractCheck) -> None:
        for line in check.metadata["wrong"]:
            output.print_error(f"{line}: not on the list of what may be imported here.")
        for line in check.metadata["idle"]:
            output.print_error(f"{line}: an exception that nothing needs.")


def imports_from_outside(graph: ImportGraph, room: str) -> Iterator[tuple[str, str]]:
    """Each import in a room or below it of what is no module of its own package."""
    root = room.partition(".")[0]
    for importer in {room, *graph.find_descendants(room)}:
        for imported in graph.find_modules_directly_imported_by(importer):
            if imported.partition(".")[0] != root:
                yield importer, imported


def _texts(given: object) -> frozenset[str]:
    """The field as it was parsed; its class says only that it is a field."""
    assert isinstance(given, list | set | tuple | frozenset)
    return frozenset(map(str, given))
