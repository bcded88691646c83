"""`govchain new`: the first definition of a matter, from answers to a few questions."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from govchain.cli.desk.beginning import begin
from govchain.cli.desk.session import Session
from govchain.cli.line import options
from govchain.cli.line.choices import one_of
from govchain.cli.terminal.language import LANGUAGES
from govchain.cli.terminal.wrong_use import WrongUse, expect_one_of

if TYPE_CHECKING:
    from govchain.cli.desk.drafts.filling_in import FillingIn
    from govchain.cli.desk.drafts.first_matter import FirstMatter
    from govchain.reader.workspace.scope import Workspace

Meaning = TypeVar("Meaning")


def new(
    context: typer.Context,
    id: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="The id of the matter; default: made of its name."),
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar="TEXT", help="What people call the matter.")
    ] = None,
    department: Annotated[
        str | None,
        typer.Option(
            "--department",
            metavar="DEPARTMENT",
            help="The department in the lead, by id or name; ID=NAME defines a new one.",
        ),
    ] = None,
    type: Annotated[
        str | None, typer.Option("--type", metavar="WORD", help="What kind of matter it is.")
    ] = None,
    applicant: Annotated[
        str | None, typer.Option("--applicant", metavar="WORD", help="Who applies.")
    ] = None,
    material: Annotated[
        list[str] | None,
        typer.Option(
            "--material",
            metavar="NAME[=DATA[=DEPARTMENT]]",
            help="A paper that people are asked for today, and the data that it proves; with the "
            "department that holds it, new data is defined.",
        ),
    ] = None,
    step: Annotated[
        list[str] | None,
        typer.Option(
            "--step",
            metavar="KIND[,DEPARTMENT][,TIME]",
            help="A step, in their order; a number alone is working days.",
        ),
    ] = None,
    basis: Annotated[
        list[str] | None,
        typer.Option("--basis", metavar="TEXT", help="The law it rests on, with the article."),
    ] = None,
    promised: Annotated[
        str | None,
        typer.Option("--promised", metavar="TIME", help="The time within which it is promised."),
    ] = None,
    volume: Annotated[
        str | None, typer.Option("--volume", metavar="N", help="How many cases there are a year.")
    ] = None,
    keys: Annotated[
        str | None,
        typer.Option(
            "--keys",
            metavar=one_of(LANGUAGES),
            help="The language of keywords; default: the one you are spoken to in.",
        ),
    ] = None,
    no_questions: Annotated[
        bool, typer.Option("--no-questions", help="Ask nothing; what no option says stays out.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="The file to make; default: ID.yaml among the definitions.",
        ),
    ] = None,
    lang: options.Lang = None,
    no_color: options.NoColor = False,
    workspace: options.Workspace = None,
    date: options.Date = None,
    quiet: options.Quiet = False,
) -> None:
    """Write the first definition of a matter, from a few questions; overwrites nothing."""
    session = begin(context, lang, no_color, workspace, date, quiet)
    if keys is not None:
        expect_one_of('"{name}" is not a language of govchain', keys, LANGUAGES)
    from govchain.cli.desk.drafts.filling_in import FillingIn, id_for
    from govchain.cli.files.saving import expect_no_file
    from govchain.cli.terminal.asking import can_be_asked
    from govchain.cli.terminal.output import is_stdout
    from govchain.reader.reading import read_workspace

    found = session.find()

    def expect_free(id: str) -> None:
        file = output or _place_for(id, found)
        if not is_stdout(file):
            expect_no_file(file)

    if output is not None:
        expect_free("")
    definitions = read_workspace(found).definitions
    filling = FillingIn(definitions, keys or session.words.language, expect_free)
    matter = _answered(context.params, filling)
    if not no_questions and can_be_asked():
        from govchain.cli.desk.drafts.questionnaire import Questionnaire

        Questionnaire(session, filling).go_through(matter)
    elif not matter.id:
        matter.id = filling.id(_said(id_for(matter.name), "ID"))
    _said(matter.department, "--department")
    file = output or _place_for(matter.id, found)
    _write(session, matter, filling.language, file)
    if not is_stdout(file):
        _tell_next(session, file, found)


# What typer took apart, a text or a list of them each: hence Any.
def _answered(given: Mapping[str, Any], filling: FillingIn) -> FirstMatter:
    """What the options say, by their names; empty where they say nothing."""
    from govchain.cli.desk.drafts.filling_in import APPLICANT, TYPE, text_in
    from govchain.cli.desk.drafts.first_matter import FirstMatter

    def one(name: str, means: Callable[[str], str]) -> str:
        return _meant(name, given[name], means) if given[name] else ""

    def each(name: str, means: Callable[[str], Meaning]) -> list[Meaning]:
        return [_meant(name, text, means) for text in given[name] or ()]

    return FirstMatter(
        filling.id(given["id"]) if given["id"] else "",
        one("name", text_in),
        one("type", lambda text: filling.word(TYPE, text)),
        one("department", filling.department),
        one("applicant", lambda text: filling.word(APPLICANT, text)),
        each("material", filling.material),
        each("step", filling.step),
        each("basis", text_in),
        one("promised", filling.duration),
        one("volume", filling.count),
        filling.newcomers,
        filling.new_data,
    )


def _meant(option: str, text: str, means: Callable[[str], Meaning]) -> Meaning:
    """What the value of the option means. WrongUse, which names the option, where it is nothing."""
    try:
        return means(text)
    except WrongUse as wrong:
        wrong.option = f"--{option}"
        raise


def _said(answer: str, option: str) -> str:
    """The answer. WrongUse where there is none and nobody can be asked."""
    if not answer:
        raise WrongUse(
            '"{name}" is missing',
            "`{command} --help` says what there is",
            name=option,
            command="govchain new",
        )
    return answer


def _place_for(id: str, found: Workspace) -> Path:
    """The file of a matter of that id in the first folder of the workspace that is read."""
    from govchain.cli.desk.under import is_really_under
    from govchain.cli.files.file_names import file_names

    inside = [p for p in found.paths if os.path.isdir(p) and is_really_under(p, found.root)]
    return Path(inside[0] if inside else found.root, f"{file_names([id])[id]}.yaml")


def _write(session: Session, matter: FirstMatter, language: str, file: Path) -> None:
    from govchain.cli.desk.drafts.first_matter import text_of
    from govchain.cli.terminal.output import is_stdout

    text = text_of(matter, language)
    if is_stdout(file):
        session.give(text, None)
        return
    session.save_new(text, file)
    session.note('written: "{file}"', file=str(file))
    if newcomers := [*matter.newcomers, *matter.new_data]:
        session.note(
            "defined in it too, since the registry does not have them: {newcomers}",
            newcomers=", ".join(newcomers),
        )


def _tell_next(session: Session, file: Path, found: Workspace) -> None:
    """What to do with the file now."""
    from govchain.cli.desk.under import is_under

    if any(is_under(str(file), path) for path in found.paths):
        session.note("next: govchain check {file}", file=str(file))
    else:
        session.note(
            'not read by the workspace: "{file}"; name it under `paths` in the settings',
            file=str(file),
        )
