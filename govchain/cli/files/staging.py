"""Several new files in a folder: all of them or none.

They are written aside and then appear. Where the folder is new, it appears whole, in one move.
Where it is there, each file appears whole beside what is there; what a killed run left of that, the
next one takes back before it begins.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress

from govchain.cli.files import unfinished
from govchain.cli.files.saving import appear
from govchain.cli.terminal.interrupts import undone_if_ended

Files = Mapping[str, str]
"""Path in the folder, with forward slashes -> content."""


def make_files(folder: str, files: Files) -> None:
    """Makes the files in the folder, which is made where it is not there.

    OSError where one is there or cannot be made: then there is none.
    """
    made: list[str] = []
    with undone_if_ended(lambda: _remove_folders(made)):
        if os.path.lexists(folder):
            _add(folder, files, made)
        else:
            _make_folders(os.path.dirname(os.path.abspath(folder)), made)
            _make_whole(folder, files)


def take_back(folder: str, kinds: Iterable[Files]) -> None:
    """What killed runs left in the folder and beside it goes; `kinds` are all that they may make.

    Only what they wrote goes, and only as they wrote it; a file that has another content stays.
    """
    known = list(kinds)
    for path in _forsaken_folders(folder, unfinished.TEMPORARY):
        for files in known:
            _unlink_half(folder, files)
        for files in known:
            _clear(path, files)
    for path in _forsaken_folders(os.path.dirname(os.path.abspath(folder)), unfinished.STAGED):
        for files in known:
            _clear(path, files)


def _forsaken_folders(home: str, ending: str) -> Iterator[str]:
    for path, is_folder in unfinished.forsaken(home):
        if is_folder and path.endswith(ending):
            yield path


def _make_whole(folder: str, files: Files) -> None:
    place = os.path.abspath(folder)
    aside = unfinished.new_path(os.path.dirname(place), unfinished.STAGED)
    with undone_if_ended(lambda: _clear(aside, files)), unfinished.folder_made(aside):
        _write(aside, files)
        os.rename(aside, place)


def _add(folder: str, files: Files, made: list[str]) -> None:
    aside = unfinished.new_path(folder, unfinished.TEMPORARY)

    def undo() -> None:
        _unlink_own(aside, folder, files)
        _clear(aside, files)

    with undone_if_ended(undo), unfinished.folder_made(aside):
        _write(aside, files)
        for path in files:
            _make_folders(os.path.dirname(os.path.join(folder, path)), made)
            appear(os.path.join(aside, path), os.path.join(folder, path))
        _clear(aside, files)


def _write(folder: str, files: Files) -> None:
    for path, text in files.items():
        os.makedirs(os.path.dirname(os.path.join(folder, path)), exist_ok=True)
        with open(os.path.join(folder, path), "x", encoding="utf-8", newline="\n") as sheet:
            sheet.write(text)


def _unlink_own(aside: str, folder: str, files: Files) -> None:
    """Takes away those that appeared from aside, and no other."""
    for path, text in files.items():
        place, source = os.path.join(folder, path), os.path.join(aside, path)
        with suppress(OSError):
            is_own = os.path.samefile(source, place) if os.path.lexists(source) else True
            if is_own and _says(place, text):
                os.unlink(place)


def _unlink_half(folder: str, files: Files) -> None:
    """Takes the files away where only some are there, each as it was written."""
    places = {os.path.join(folder, path): text for path, text in files.items()}
    there = {place: text for place, text in places.items() if os.path.lexists(place)}
    if len(there) < len(places) and all(_says(place, text) for place, text in there.items()):
        for place in there:
            with suppress(OSError):
                os.unlink(place)


def _says(file: str, text: str) -> bool:
    if os.path.islink(file) or not os.path.isfile(file):
        return False
    with suppress(OSError), open(file, "rb") as opened:
        return opened.read(len(text.encode()) + 1) == text.encode()
    return False


def _clear(folder: str, files: Files) -> None:
    """Removes the files from the folder, and the folders that are then empty."""
    for path in files:
        with suppress(OSError):
            os.unlink(os.path.join(folder, path))
    inner = {os.path.dirname(path) for path in files} - {""}
    _remove_folders([folder, *(os.path.join(folder, path) for path in sorted(inner))])


def _make_folders(folder: str, made: list[str]) -> None:
    """Makes the folder and those above it that are missing, and notes which."""
    if folder and not os.path.isdir(folder):
        _make_folders(os.path.dirname(folder), made)
        made.append(folder)
        os.mkdir(folder)


def _remove_folders(folders: list[str]) -> None:
    """Those that are empty, the last first."""
    for folder in reversed(folders):
        with suppress(OSError):
            os.rmdir(folder)
