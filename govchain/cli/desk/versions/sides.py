"""The two that are compared: folders, revisions, or the workspace as it lies here."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from govchain import pipeline
from govchain.cli.desk.lasting import lasting_values
from govchain.cli.desk.narrowing import Narrowing
from govchain.cli.desk.session import Session
from govchain.cli.desk.versions.checkout import Checkout, laid_out
from govchain.cli.desk.versions.git import Repository, repository_around
from govchain.cli.terminal.wrong_use import WrongUse
from govchain.compiler.catalogue import Catalogue
from govchain.reader.workspace.scope import Workspace, WorkspaceError
from govchain.reader.workspace.sources import is_definition_file, relative
from govchain.reporting.difference.words import HERE
from govchain.reporting.words import noted

_RANGE, _FORK = "..", "..."
_HEAD = "HEAD"
_OF_A_PATH = ("./", "../", os.sep)
"""How a folder is named that is not there, and no range of revisions."""
_READING = noted("reading and compiling …")


@dataclass(frozen=True, slots=True)
class Opened:
    """One of the two, read and compiled. `targets` are what of it was asked for, none: all."""

    name: str
    catalogue: Catalogue
    root: str
    targets: tuple[str, ...] = ()
    commit: str = ""

    def is_asked_for(self, id: str) -> bool:
        """The matter stands in one of the targets."""
        wanted = Narrowing(self.catalogue, self.targets, root=self.root)
        return wanted.wants_file(self.catalogue.matters[id].place.file)


@dataclass(frozen=True, slots=True)
class _Revision:
    name: str
    commit: str


def opened_sides(session: Session, old: str, new: str | None) -> tuple[Opened, Opened]:
    """What the arguments name: `OLD NEW`, each a folder or a revision; `OLD` against the workspace
    as it lies here; or a range of revisions, `A..B` or, since they parted, `A...B`.

    WrongUse where one names neither.
    """
    if _is_folder(old) and (new is None or _is_folder(new)):
        if session.workspace is not None and new is not None:
            raise WrongUse(
                "two folders are two workspaces, so --workspace says nothing",
                "leave it out, or name a revision",
            )
        return _folder(session, old), _folder(session, new) if new else _here(session)
    if new is None:
        return _against_here(session, old)
    if _is_folder(old):
        other = _folder(session, old)
        return other, _revision(session, new, other)
    if _is_folder(new):
        other = _folder(session, new)
        return _revision(session, old, other), other
    return _revision(session, old), _revision(session, new)


def opened_against(session: Session, argument: str) -> Opened:
    """Another version of the workspace that was loaded: a folder, or a revision of git."""
    root, targets = session.root, session.targets
    found = _folder(session, argument) if _is_folder(argument) else _revision(session, argument)
    session.root, session.targets = root, targets
    return found


def _is_folder(argument: str) -> bool:
    """A folder, or a file: what is there is meant, though a revision is called so too."""
    return os.path.lexists(argument)


def _against_here(session: Session, argument: str) -> tuple[Opened, Opened]:
    """A range of revisions, else a revision and the workspace."""
    signs = () if argument.startswith(_OF_A_PATH) else (_FORK, _RANGE)
    for sign in signs:
        first, found, second = argument.partition(sign)
        if found:
            return _range(session, argument, first or _HEAD, second or _HEAD, sign)
    here = _here(session)
    return _revision(session, argument, here), here


def _range(
    session: Session, argument: str, first: str, second: str, sign: str
) -> tuple[Opened, Opened]:
    root = _root(session)
    repository = repository_around(root, argument)
    commits = [repository.commit_of(name) for name in (first, second)]
    one, other = commits
    if one is None or other is None:
        raise _no_such(argument if one == other else first if one is None else second)
    if sign == _FORK:
        one = repository.commit_before(one, other)
        if one is None:
            raise WrongUse(
                '"{one}" and "{other}" have no commit in common',
                "write two dots, or fetch more of the history",
                one=first,
                other=second,
            )
    old, new = _Revision(first, one), _Revision(second, other)
    return (
        _checked_out(session, repository, old, root),
        _checked_out(session, repository, new, root),
    )


def _revision(session: Session, name: str, other: Opened | None = None) -> Opened:
    """The revision of the workspace that `--workspace` names, else the other's, else of the one
    here; of the other's what was asked for of that."""
    is_others = other is not None and session.workspace is None
    root = other.root if other is not None and is_others else _root(session)
    repository = repository_around(root, name)
    commit = repository.commit_of(name)
    if commit is None:
        raise _no_such(name)
    targets = other.targets if other is not None and is_others else ()
    return _checked_out(session, repository, _Revision(name, commit), root, targets)


def _no_such(name: str) -> WrongUse:
    return WrongUse(
        '"{name}" is neither a folder nor a file of definitions here, nor a revision',
        "give a folder that exists, or a revision such as main or main..HEAD; a pipeline has to "
        "fetch it first (on GitHub `fetch-depth: 0`)",
        name=name,
    )


def _root(session: Session) -> str:
    """The folder of the workspace here."""
    try:
        return pipeline.workspace_of((), session.workspace).root
    except WorkspaceError as error:
        raise WrongUse(error.message, error.remedy, **error.facts) from error


def _here(session: Session) -> Opened:
    catalogue = _loaded(session, ())
    return Opened(session.workspace or HERE, catalogue, session.root)


def _folder(session: Session, path: str) -> Opened:
    """The workspace of a folder or file; not narrowed to it where it is all that is read."""
    alone = replace(session, workspace=None)
    catalogue = _loaded(alone, (path,))
    session.read |= alone.read
    opened = Opened(path, catalogue, alone.root, alone.targets)
    files = filter(is_definition_file, catalogue.sources)
    wanted = Narrowing(catalogue, opened.targets, root=opened.root)
    return replace(opened, targets=()) if all(map(wanted.wants_file, files)) else opened


def _loaded(session: Session, paths: Sequence[str]) -> Catalogue:
    read = session.read
    catalogue = session.load(paths)
    session.read |= read
    return catalogue


def _checked_out(
    session: Session,
    repository: Repository,
    revision: _Revision,
    root: str,
    targets: Iterable[str] = (),
) -> Opened:
    """The workspace as it was in the revision."""
    home = repository.root
    folder = _within(root, home)
    with (
        session.progress(_READING),
        lasting_values(),
        laid_out(repository, revision.commit, revision.name, folder) as checkout,
    ):
        found = pipeline.workspace_of((), checkout.root)
        catalogue = pipeline.load_workspace(_inside(session, found, checkout), session.date)
    if not catalogue.sources:
        session.note(
            'the revision "{name}" has no definitions in "{folder}"',
            name=revision.name,
            folder=folder or os.curdir,
        )
    asked = tuple(os.path.join(checkout.place, _within(target, home)) for target in targets)
    return Opened(revision.name, catalogue, checkout.root, asked, revision.commit)


def _within(path: str, home: str) -> str:
    """The path as seen from the root of the repository; empty where it is that."""
    seen = relative(os.path.realpath(path), os.path.realpath(home))
    if seen == os.pardir or seen.startswith("../") or os.path.isabs(seen):
        raise WrongUse(
            '"{folder}" does not lie in the repository "{home}"',
            "name a workspace that does with --workspace",
            folder=path,
            home=home,
        )
    return "" if seen == os.curdir else seen


def _inside(session: Session, found: Workspace, checkout: Checkout) -> Workspace:
    """The workspace without what its settings read outside of the repository: that is of no
    revision."""
    home = os.path.join(checkout.place, "")
    inside = tuple(
        path for path in found.paths if os.path.join(os.path.realpath(path), "").startswith(home)
    )
    if inside != found.paths:
        session.note(
            "what the settings read outside the repository is not read of a revision: {n} paths",
            n=len(found.paths) - len(inside),
        )
    return replace(found, paths=inside)
