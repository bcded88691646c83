"""The two that are compared: folders, revisions, or the workspace as it lies here."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from govchain import pipeline
from govchain.analysis.running.judging import EVERYWHERE, Scope
from govchain.cli.desk.checkout import Checkout, laid_out
from govchain.cli.desk.git import Repository, repository_around
from govchain.cli.desk.lasting import lasting_values
from govchain.cli.desk.names import ids_named
from govchain.cli.desk.narrowing import Narrowing
from govchain.cli.desk.session import Session
from govchain.cli.desk.shelves import matters_of
from govchain.cli.terminal.wrong_use import WrongUse
from govchain.compiler.catalogue import Catalogue
from govchain.model.characters import one_line
from govchain.reader.workspace.scope import Workspace, WorkspaceError
from govchain.reader.workspace.sources import is_definition_file, relative
from govchain.reporting.concerns import with_called
from govchain.reporting.difference.difference import FORESEEN, Difference, Held, Side
from govchain.reporting.difference.pairs import Pair, pairs_of
from govchain.reporting.difference.words import HERE
from govchain.reporting.report import Report
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


def difference_between(
    session: Session, old: Opened, new: Opened, matters: Sequence[str], asked: str, jobs: int | None
) -> Difference:
    """Both judged, and held against one another: of the matters that are named, else of all that
    were asked for."""
    if not (old.catalogue.matters or new.catalogue.matters):
        raise WrongUse(
            "no matter could be read on either side", "`govchain check` says what is wrong in files"
        )
    pairs = _wanted(old, new, matters)
    before, after = _ids(pairs)
    return Difference(
        _side(session, old, before, jobs),
        _side(session, new, after, jobs),
        asked,
        is_narrowed=pairs is not None,
    )


def held_against(
    session: Session, report: Report, paths: Sequence[str], against: str, jobs: int | None
) -> Held:
    """The report of these paths held against another version of its workspace, of the same
    matters. What was left out of it is looked for again: else it would seem new there."""
    only = paths[0] if len(paths) == 1 else HERE
    here = Opened(session.workspace or only, report.catalogue, session.root)
    there = opened_against(session, against)
    pairs = pairs_of(here.catalogue.matters, there.catalogue.matters)
    told = report.matters
    if told is not None and told >= here.catalogue.matters.keys():
        told = None
    wanted = None if told is None else [pair for pair in pairs if _is_among(pair, {*told}, set())]
    before, after = _ids(wanted)
    old = _side(session, here, before, jobs) if report.is_narrowed else _side_of(report, here)
    new = _side(session, there, after, jobs)
    return Held(report, Difference(old, new, is_narrowed=wanted is not None))


def _side_of(report: Report, opened: Opened) -> Side:
    return Side(opened.name, report, pipeline.enabled_rules(opened.catalogue.settings))


def _wanted(old: Opened, new: Opened, names: Sequence[str]) -> list[Pair] | None:
    """The matters that are told of, both sides of each; None: all."""
    if not (names or old.targets or new.targets):
        return None
    shelves = matters_of(new.catalogue), matters_of(old.catalogue)
    named = {id for name in names for id in ids_named(name, *shelves)}
    pairs = pairs_of(old.catalogue.matters, new.catalogue.matters)
    meant = [pair for pair in pairs if named.intersection(pair.ids)] if named else pairs
    wanted = [
        {id for id in with_called(ids or (), side.catalogue) if side.is_asked_for(id)}
        for side, ids in zip((old, new), _ids(meant), strict=True)
    ]
    chosen = [pair for pair in pairs if _is_among(pair, *wanted)]
    if not chosen:
        raise WrongUse("no matter of it is defined there", "name a folder with matters")
    return chosen


def _is_among(pair: Pair, old: set[str], new: set[str]) -> bool:
    return (pair.old is not None and pair.old.id in old) or (
        pair.new is not None and pair.new.id in new
    )


def _ids(pairs: Iterable[Pair] | None) -> tuple[frozenset[str] | None, frozenset[str] | None]:
    """The ids of the matters before and after; None: all."""
    if pairs is None:
        return None, None
    pairs = list(pairs)
    return (
        frozenset(pair.old.id for pair in pairs if pair.old is not None),
        frozenset(pair.new.id for pair in pairs if pair.new is not None),
    )


def _side(session: Session, opened: Opened, ids: frozenset[str] | None, jobs: int | None) -> Side:
    """The report of what is told of it."""
    with session.progress(noted("looking for what is amiss …")):
        report = pipeline.analyze(
            opened.catalogue,
            is_wanted=lambda finding: ids is None or not ids.isdisjoint(finding.matters),
            foreseen=replace(FORESEEN, matters=ids),
            scope=EVERYWHERE if ids is None else Scope(ids, registry=False),
            jobs=jobs or 1,
        )
    rules = pipeline.enabled_rules(opened.catalogue.settings)
    typed = "" if opened.commit else relative(opened.root)
    return Side(opened.name, replace(report, matters=ids), rules, opened.commit, typed)


def as_typed(session: Session, sides: Iterable[str | None], matters: Iterable[str]) -> str:
    """The arguments as they can be typed again, with the matters and the workspace that were
    named."""
    given = [side for side in sides if side is not None]
    given += [word for matter in matters for word in ("--matter", matter)]
    if session.workspace is not None:
        given += ["-w", session.workspace]
    return " ".join(shlex.quote(one_line(text)) for text in given)
