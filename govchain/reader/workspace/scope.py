"""Which workspace a command speaks of, and what of it is to be reported."""

from __future__ import annotations

import difflib
import errno
import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from govchain.findings import Facts, Trouble
from govchain.model.settings import Settings
from govchain.reader.workspace.settings import is_to_be_read, read_settings
from govchain.reader.workspace.settings_file import settings_file_above
from govchain.reader.workspace.sources import is_definition_file, relative

_DEFAULT_FOLDER = "matters"


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder of definitions: what is read whole, under which settings, what PATH narrows to.

    All paths are relative to the working folder. `targets` empty: everything is reported.
    `troubles` are of the settings file, `sources` its text; both name files as seen from `root`.
    `is_alone`: one folder is read though nobody chose it, so what stands beside it is told.
    """

    root: str
    paths: tuple[str, ...]
    settings: Settings
    targets: tuple[str, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    is_alone: bool = False


class WorkspaceError(Exception):
    """There is nothing that could be read: a template, the facts that fill it, and a remedy."""

    def __init__(self, message: str, facts: Facts, remedy: str) -> None:
        super().__init__(message.format(**facts))
        self.message = message
        self.facts = facts
        self.remedy = remedy


def find_workspace(
    paths: Sequence[str], folder: str | None = None, rules: Collection[str] | None = None
) -> Workspace:
    """The workspace of the paths (none: of the working folder), or the one in the folder.

    `rules` are the names that the settings may give to rules and families; None: any.
    Raises WorkspaceError where a path does not exist, where the folder is none, where the paths
    are of two workspaces, and where a path is none that the workspace reads.
    """
    _expect_working_folder()
    for path in (*paths, *((folder,) if folder else ())):
        _expect_path(path)
    if folder:
        _expect_folder(folder)
    root = folder if folder else _common_root(paths)
    found = read_settings(root, rules)
    read = _paths_read(root, found.settings, paths)
    targets = tuple(path for path in paths if not _is_same(path, root))
    for target in targets:
        _expect_read(target, read, root)
    return Workspace(
        relative(root),
        tuple(relative(path) for path in read),
        found.settings,
        tuple(relative(path) for path in targets) if len(targets) == len(paths) else (),
        found.troubles,
        found.sources,
        is_alone=not found.settings.paths and root not in read,
    )


def _expect_working_folder() -> None:
    try:
        os.getcwd()
    except OSError as error:
        raise WorkspaceError(
            message="the current folder is there no longer",
            facts={},
            remedy="change into a folder that exists",
        ) from error


def _expect_path(path: str) -> None:
    if os.path.lexists(path):
        return
    close = _neighbour_like(path)
    raise WorkspaceError(
        message='there is no "{path}"',
        facts={"path": path, "suggestion": close},
        remedy='did you mean "{suggestion}"?' if close else "give a file or folder that exists",
    )


def _expect_folder(folder: str) -> None:
    if not os.path.isdir(folder):
        raise WorkspaceError(
            message='"{path}" is no folder, and so no workspace',
            facts={"path": folder},
            remedy="name the folder of the workspace, or give the file as PATH",
        )


def _neighbour_like(path: str) -> str | None:
    """The file or folder beside the path whose name comes closest to its."""
    folder, name = os.path.split(os.path.normpath(path))
    try:
        names = sorted(os.listdir(folder or "."))
    except OSError:
        return None
    close = difflib.get_close_matches(name, names, 1)
    return Path(folder, close[0]).as_posix() if close else None


def _common_root(paths: Sequence[str]) -> str:
    """The one workspace that all paths belong to; of no path, that of the working folder."""
    roots = {relative(_root_of(path)): path for path in paths or (os.curdir,)}
    if len(roots) == 1:
        return next(iter(roots))
    (first, one), (second, other) = list(roots.items())[:2]
    raise WorkspaceError(
        message='"{one}" belongs to the workspace "{first}" and "{other}" to "{second}"',
        facts={"one": one, "first": first, "other": other, "second": second},
        remedy="give paths of one workspace, or name the workspace with --workspace",
    )


def _root_of(path: str) -> str:
    """The nearest folder with settings, from the path upwards; without one, the path's own."""
    file = settings_file_above(path)
    if file is not None:
        return os.path.dirname(file)
    return os.path.abspath(path if os.path.isdir(path) else os.path.dirname(path))


def _paths_read(root: str, settings: Settings, paths: Sequence[str]) -> tuple[str, ...]:
    """What is read: as set; else `matters` where it exists and holds the paths, else the root."""
    if settings.paths:
        configured = (os.path.join(root, path) for path in settings.paths)
        return tuple(path for path in configured if is_to_be_read(path))
    default = os.path.join(root, _DEFAULT_FOLDER)
    holds_all = all(_is_related(path, default) for path in paths)
    return (default,) if os.path.isdir(default) and holds_all else (root,)


def _is_same(path: str, other: str) -> bool:
    return os.path.realpath(path) == os.path.realpath(other)


def _is_related(path: str, other: str) -> bool:
    """Whether one of the two lies within the other."""
    one, two = (os.path.join(os.path.realpath(each), "") for each in (path, other))
    return one.startswith(two) or two.startswith(one)


def _leads_to_nothing(path: str) -> bool:
    """It is a link, and what it leads to is not there, or is itself."""
    try:
        os.stat(path)
    except OSError as error:
        return error.errno in (errno.ENOENT, errno.ELOOP)
    return False


def _leads_out(path: str, root: str) -> bool:
    """It stands in the folder, and what it leads to does not."""
    stands = os.path.join(os.path.abspath(path), "").startswith(
        os.path.join(os.path.abspath(root), "")
    )
    real = os.path.join(os.path.realpath(path), "")
    return stands and not real.startswith(os.path.join(os.path.realpath(root), ""))


def _expect_read(target: str, read: Sequence[str], root: str) -> None:
    is_among = any(_is_related(target, path) for path in read)
    if _leads_to_nothing(target) and not (is_among and is_definition_file(target)):
        raise WorkspaceError(
            message='the link "{path}" leads to nothing',
            facts={"path": target},
            remedy="restore what it leads to, or delete the link",
        )
    if not is_among and _leads_out(target, root):
        raise WorkspaceError(
            message='"{path}" is reached by a link that leads out of the workspace "{root}"',
            facts={"path": target, "root": relative(root)},
            remedy="copy it into the workspace, or name its folder under `paths` in the settings",
        )
    if not is_among:
        raise WorkspaceError(
            message='"{path}" is not among what the workspace "{root}" reads',
            facts={"path": target, "root": relative(root)},
            remedy='add it to "paths" in the settings of the workspace',
        )
    if not os.path.isdir(target) and not is_definition_file(target):
        raise WorkspaceError(
            message='"{path}" is not a definition file',
            facts={"path": target},
            remedy="give a .yaml or .yml file, or a folder of them",
        )
