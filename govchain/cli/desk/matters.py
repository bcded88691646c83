"""The matters that a command names: by id or name, or by the file that defines them."""

from __future__ import annotations

import os
from collections.abc import Sequence

from govchain.cli.desk.names import ids_named
from govchain.cli.desk.session import Session
from govchain.cli.desk.shelves import matters_of
from govchain.cli.desk.verdict import tell_unread
from govchain.cli.terminal.wrong_use import WrongUse
from govchain.compiler.catalogue import Catalogue


def load_matters(session: Session, names: Sequence[str]) -> tuple[Catalogue, list[str]]:
    """The catalogue, and the ids of the matters named; all of them where none is named.

    A name that is a file also says which workspace is meant, unless `--workspace` does.
    """
    files = [name for name in names if os.path.isfile(name)]
    catalogue = session.load(files if session.workspace is None else ())
    if not catalogue.matters:
        raise WrongUse(
            "no matter could be read", "`govchain check` says what is wrong in the files"
        )
    tell_unread(session, catalogue)
    if not names:
        return catalogue, list(catalogue.matters)
    found = [id for name in names for id in _matters_named(name, catalogue, session.root)]
    return catalogue, list(dict.fromkeys(found))


def _matters_named(name: str, catalogue: Catalogue, root: str) -> list[str]:
    shelf = matters_of(catalogue)
    if os.path.isfile(name) and not shelf.called(name):
        return _matters_in(name, catalogue, root)
    return ids_named(name, shelf)


def _matters_in(file: str, catalogue: Catalogue, root: str) -> list[str]:
    place = os.path.abspath(file)
    found = [
        id
        for id, matter in catalogue.matters.items()
        if os.path.abspath(os.path.join(root, matter.place.file)) == place
    ]
    if not found:
        raise WrongUse(
            '"{file}" defines no matter', "name a file that has the key `matter`", file=file
        )
    return found
