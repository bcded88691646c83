"""Pictures as files: which are drawn, in which language, and where they go."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from govchain import drawing
from govchain.cli.desk.pictures.engine import laid_out
from govchain.cli.desk.pictures.places import (
    FOLDER,
    ending_of,
    expect_ending,
    expect_plain,
    file_at,
    is_named_as_file,
    make_folder,
)
from govchain.cli.desk.pictures.subjects import Drawn
from govchain.cli.desk.pictures.wish import Wish
from govchain.cli.desk.session import Session
from govchain.cli.files.file_names import file_names
from govchain.cli.terminal.output import is_stdout
from govchain.cli.terminal.wrong_use import WrongUse
from govchain.drawing.chart.subject import MatterSubject
from govchain.drawing.ink.lettering import in_a_row
from govchain.drawing.ink.scene import Scene, told_apart
from govchain.reporting.words import noted

_ANY_LETTER = "\u25cc"
"""A mark alone is shown on a dotted circle."""
MOST_BOXES = 20
"""So many characters that are drawn as boxes are named, and so many marks that are left out."""


def give_pictures(
    session: Session, wanted: Sequence[Drawn], wish: Wish, output: Path | None
) -> None:
    """One picture goes to the file or stdout, several into a folder; or into one file, where that
    is named and the format holds all."""
    names = file_names([drawn.name for drawn in wanted])
    if len(wanted) == 1 and not _is_folder(output):
        _give_one(session, wanted[0], wish, names[wanted[0].name], output)
    elif output is not None and (is_stdout(output) or is_named_as_file(output)):
        _give_bound(session, wanted, wish, output)
    else:
        _give_several(session, wanted, wish, names, output or FOLDER, is_named=output is not None)


def _give_bound(session: Session, wanted: Sequence[Drawn], wish: Wish, output: Path) -> None:
    """All of them in one file. WrongUse where the format holds one page."""
    expect_ending(output, wish.format)
    if not drawing.holds_all_pages(wish.format):
        _refuse_several(output, len(wanted))
    session.expect_to_hold(output)
    with session.progress(noted("drawing …")):
        scenes = []
        for drawn in wanted:
            scenes += told_apart(_scenes(session, drawn, wish), drawn.name)
        _tell_lacking(session, scenes, wish.format)
        [content] = drawing.written(scenes, wish.format, {})
    session.give_content(content, output)


def _refuse_several(output: Path, n: int) -> NoReturn:
    hint = noted("name one matter, or a folder with -o; {formats} hold several in one file")
    formats = tuple(f for f in drawing.formats() if drawing.holds_all_pages(f))
    if is_stdout(output):
        raise WrongUse("several pictures cannot all go to stdout", hint, formats=formats)
    raise WrongUse(
        '"{file}" would be one file, and there are {n} pictures',
        hint,
        file=str(output),
        n=n,
        formats=formats,
    )


def _give_several(
    session: Session,
    wanted: Sequence[Drawn],
    wish: Wish,
    names: Mapping[str, str],
    folder: Path,
    *,
    is_named: bool,
) -> None:
    """Into the folder, a file or more each."""
    if not is_named:
        expect_plain(folder)
    for name in names.values():
        first = folder / f"{name}.{ending_of(wish.format)}"
        expect_plain(first)
        session.expect_replaceable(first)
    with session.progress(noted("drawing …")):
        written: list[Path] = []
        for drawn in wanted:
            files = _files(session, drawn, wish, names[drawn.name])
            for name in files:
                expect_plain(folder / name)
                session.expect_replaceable(folder / name)
            for name, content in files.items():
                make_folder(folder)
                session.save_content(content, folder / name)
                written.append(folder / name)
    if len(written) == 1:
        session.note('written: "{file}"', file=str(written[0]))
    else:
        session.note('{n} pictures written into "{folder}"', n=len(written), folder=str(folder))


def _is_folder(output: Path | None) -> bool:
    return output is not None and not is_stdout(output) and os.path.isdir(output)


def _give_one(session: Session, drawn: Drawn, wish: Wish, name: str, output: Path | None) -> None:
    """The first page alone, where each would be a file of its own."""
    file = file_at(output, f"{name}.{ending_of(wish.format)}")
    expect_ending(file, wish.format)
    is_text = wish.format in drawing.text_formats()
    if not is_text:
        session.expect_to_hold(file)
    [content] = _files(session, drawn, wish, name, is_alone=True).values()
    if is_text:
        session.give(content.decode(), file)
    else:
        session.give_content(content, file)


def _files(
    session: Session, drawn: Drawn, wish: Wish, name: str, *, is_alone: bool = False
) -> dict[str, bytes]:
    """The files of a picture by their names; pages lead to one another. One that is alone is the
    first page, which leads to none that is not there."""
    if wish.lays_out_steps:
        return {f"{name}.{ending_of(wish.format)}": _laid_out(session, drawn, wish)}
    scenes = _scenes(session, drawn, wish)
    if is_alone and len(scenes) > 1 and not drawing.holds_all_pages(wish.format):
        more = session.words.count("{n} more page", "{n} more pages", len(scenes) - 1)
        session.note(
            "{more}: name a folder that exists with -o, or a format that holds all", more=more
        )
        scenes = scenes[:1]
    _tell_lacking(session, scenes, wish.format)
    return _pages(scenes, wish.format, name)


def _scenes(session: Session, drawn: Drawn, wish: Wish) -> Sequence[Scene]:
    """The pages of a picture, in the language of whoever looks at them."""
    language = session.words.language
    return drawing.pages(drawn.subject(language), drawn.view, wish.how(language))


def _tell_lacking(session: Session, scenes: Sequence[Scene], format: str) -> None:
    """Says what the font of pictures does not have: nothing vanishes in silence."""
    if boxes := drawing.without_glyph(scenes, format):
        shown = in_a_row(boxes[:MOST_BOXES], " ", len(boxes) - MOST_BOXES)
        session.note("drawn as boxes, for the font of pictures lacks them: {shown}", shown=shown)
    if marks := drawing.without_mark(scenes, format):
        on_circles = [f"{_ANY_LETTER}{mark}" for mark in marks[:MOST_BOXES]]
        shown = in_a_row(on_circles, " ", len(marks) - MOST_BOXES)
        session.note(
            "left out above or below letters, for the font of pictures lacks these marks: {shown}",
            shown=shown,
        )


def _pages(scenes: Sequence[Scene], format: str, name: str) -> dict[str, bytes]:
    ending = ending_of(format)
    if drawing.holds_all_pages(format):
        [content] = drawing.written(scenes, format, {})
        return {f"{name}.{ending}": content}
    files = [f"{name}{f'-p{n}' if n > 1 else ''}.{ending}" for n in range(1, len(scenes) + 1)]
    links: Mapping[str, str] = {
        scene.key: file for scene, file in zip(scenes, files, strict=True) if scene.key
    }
    return dict(zip(files, drawing.written(scenes, format, links), strict=True))


def _laid_out(session: Session, drawn: Drawn, wish: Wish) -> bytes:
    """The steps, as another program lays them out."""
    is_seen = not drawing.lays_out(wish.format)
    language = session.words.language if is_seen else session.language or "en"
    subject = drawn.subject(language)
    assert isinstance(subject, MatterSubject), "of steps there is a matter"
    chain, marks = subject.version.chain, subject.version.marks
    if wish.engine == "dot" and is_seen:
        graph = drawing.dot_source(chain, marks, view=drawn.view, language=language)
        return laid_out(graph.source).encode(errors="replace")
    text = drawing.draw(chain, marks, view=drawn.view, format=wish.format, language=language)
    return text.encode(errors="replace")
