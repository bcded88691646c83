"""Pictures of chains: which are drawn, and where they go."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from govchain import drawing
from govchain.cli.desk.engine import laid_out
from govchain.cli.desk.narrowing import narrowing
from govchain.cli.desk.reports import made_report
from govchain.cli.desk.session import Session
from govchain.cli.files.file_names import file_names
from govchain.cli.line.choices import ENGINES
from govchain.cli.terminal.output import is_stdout
from govchain.cli.terminal.wrong_use import NO_FORMAT, WrongUse, expect_one_of
from govchain.compiler.catalogue import Catalogue
from govchain.reporting.marking import marked_chain
from govchain.reporting.report import Report
from govchain.reporting.words import noted

_ENDINGS = {"mermaid": "mmd"}
_OTHER_PICTURES = ("png", "pdf", "jpg", "jpeg", "gif", "webp", "eps", "ps", "bpmn", "html")
"""Endings of what people want pictures in and no format here makes."""
FOLDER = Path("diagrams")
"""Where several pictures go unless `-o` names another folder."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How a picture is wanted: its view, format and engine, and choices `fact=option`."""

    view: str
    format: str
    engine: str
    scenario: tuple[str, ...] = ()


def give_pictures(
    session: Session,
    catalogue: Catalogue,
    ids: Sequence[str],
    wish: Wish,
    output: Path | None,
) -> None:
    """One picture goes to the file or stdout, several into a folder."""
    expect_one_of(noted('no view "{name}"'), wish.view, drawing.views())
    expect_one_of(NO_FORMAT, wish.format, drawing.formats())
    expect_one_of(noted('no engine "{name}"'), wish.engine, ENGINES)
    choices = _choices(wish.scenario, catalogue, ids)
    report = made_report(session, narrowing(catalogue, matters=ids), (), ())
    ending = _ENDINGS.get(wish.format, wish.format)
    names = {id: f"{name}.{ending}" for id, name in file_names(ids).items()}
    language = session.language or "en" if wish.format != "svg" else session.words.language
    if len(ids) == 1:
        file = _file_at(output, names[ids[0]])
        _expect_ending(file, wish.format)
        session.give(picture(report, ids[0], wish, choices, language), file)
        return
    if output is not None and is_stdout(output):
        hint = noted("name one matter, or a folder with -o")
        raise WrongUse("several pictures cannot all go to stdout", hint)
    folder = output or FOLDER
    if output is None:
        _expect_plain(folder)
    for name in names.values():
        _expect_plain(folder / name)
        session.expect_replaceable(folder / name)
    _make_folder(folder)
    with session.progress(noted("drawing …")):
        for id, name in names.items():
            session.save(picture(report, id, wish, choices, language), folder / name)
    session.note('{n} pictures written into "{folder}"', n=len(ids), folder=str(folder))


def _file_at(output: Path | None, name: str) -> Path | None:
    """The file that is named; where that is a folder, the one of this name in it."""
    if output is None or is_stdout(output) or not os.path.isdir(output):
        return output
    _expect_plain(output / name)
    return output / name


def _expect_plain(place: Path) -> None:
    """WrongUse where a place that nobody named on the command line is a link, which may lead out,
    or a pipe or device, which could keep us waiting."""
    hint = noted("delete it, or name another folder with -o")
    if os.path.islink(place):
        raise WrongUse('"{file}" is a link, and might lead elsewhere', hint, file=str(place))
    if os.path.exists(place) and not (os.path.isfile(place) or os.path.isdir(place)):
        raise WrongUse('"{file}" is no ordinary file', hint, file=str(place))


def _expect_ending(file: Path | None, format: str) -> None:
    """WrongUse where the name of the file says another format than will stand in it."""
    ending = file.suffix.removeprefix(".").lower() if file else ""
    endings = {_ENDINGS.get(known, known): known for known in drawing.formats()}
    wanted = endings.get(ending)
    if file is None or wanted == format or not (wanted or ending in _OTHER_PICTURES):
        return
    own = file.with_suffix(f".{_ENDINGS.get(format, format)}")
    raise WrongUse(
        '"{file}" would hold {format}, and its name says {ending}',
        'write --format {wanted}, or name it "{own}"'
        if wanted
        else 'name it "{own}"; no format here is {ending}',
        file=str(file),
        format=format,
        ending=ending,
        wanted=wanted,
        own=str(own),
    )


def picture(report: Report, id: str, wish: Wish, choices: Mapping[str, str], language: str) -> str:
    """The chain of one matter with its findings on it, those of the matters it calls included."""
    chain, marks = marked_chain(report, id, language, choices)
    if wish.engine == "dot" and wish.format == "svg":
        graph = drawing.dot_source(chain, marks, view=wish.view, language=language)
        return laid_out(graph.source)
    return drawing.draw(chain, marks, view=wish.view, format=wish.format, language=language)


def _choices(texts: Sequence[str], catalogue: Catalogue, ids: Sequence[str]) -> dict[str, str]:
    """fact -> option, as `--scenario` has them. WrongUse where a matter knows none of it."""
    choices: dict[str, str] = {}
    for text in texts:
        fact, equals, option = text.partition("=")
        if not equals:
            raise WrongUse('"{text}" is no choice', "write it as fact=option", text=text)
        _expect_option(fact, option, _options_of(catalogue, ids))
        _expect_no_other(fact, option, choices)
        choices[fact] = option
    return choices


def _options_of(catalogue: Catalogue, ids: Sequence[str]) -> dict[str, set[str]]:
    """The facts of the chains, and their options."""
    options: dict[str, set[str]] = {}
    for id in ids:
        for fact in catalogue.chains[id].expansion.facts.values():
            options.setdefault(fact.id, set()).update(fact.options)
    return options


def _expect_option(fact: str, option: str, options: Mapping[str, set[str]]) -> None:
    if not options:
        raise WrongUse("the chain has no facts to choose from", "leave --scenario out")
    expect_one_of(noted('no fact "{name}"'), fact, sorted(options))
    message = noted('the fact "{fact}" has no option "{name}"')
    expect_one_of(message, option, sorted(options[fact]), fact=fact)


def _expect_no_other(fact: str, option: str, choices: Mapping[str, str]) -> None:
    """No case has two options of one fact: no chain could be drawn of it."""
    if (chosen := choices.get(fact, option)) != option:
        raise WrongUse(
            'the fact "{fact}" cannot be both "{chosen}" and "{option}"',
            "choose one; a fact that is not named keeps all its options",
            fact=fact,
            chosen=chosen,
            option=option,
        )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        why = error.strerror or ""
        hint = noted("name a folder, or one matter")
        raise WrongUse(
            'the folder "{folder}" cannot be made: {why}', hint, folder=str(folder), why=why
        ) from error
