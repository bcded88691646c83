"""The same question has the same answer, and any other question its own."""

from __future__ import annotations

import datetime
import fcntl
import os
import pty
import random
import re
import shutil
import struct
import subprocess
import termios
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

import govchain
from govchain.cli.answers.question import ENVIRONMENT
from govchain.cli.answers.repeating import repeat_answer
from govchain.cli.app import Desk, app
from govchain.cli.desk.beginning import begin
from govchain.cli.line import options
from govchain.cli.line.errand import Errand
from tests.cli.desk import HOME, PROGRAM, program, run
from tests.cli.kept import KEPT, answers_in, fresh, mark, told
from tests.cli.versions import git

DAY = ("--date", "2026-06-01")
ANALYZE = ("analyze", "--format", "json", *DAY)


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A part of the real catalogue."""
    for part in ("registry", "business"):
        shutil.copytree(HOME / "matters" / part, tmp_path / "matters" / part)
    (tmp_path / "govchain.toml").write_text('paths = ["matters"]\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "command",
    [
        ("analyze",),
        ("analyze", "--format", "json"),
        ("check",),
        ("check", "--format", "json", "--fail-on", "never"),
        ("check", "--format", "sarif", "matters/business"),
        ("check", "--format", "github"),
        ("check", "--baseline", "known.json"),
        ("check", "--baseline", "known.json", "--format", "json"),
        ("check", "--baseline", "known.json", "--format", "sarif"),
        ("check", "--baseline", "known.json", "--format", "github"),
    ],
    ids=" ".join,
)
def test_the_same_is_told_again(
    catalogue: Path, cache: Path, command: tuple[str, ...], language: str
) -> None:
    if "--baseline" in command:
        run("check", "--write-baseline", "known.json", *DAY, "--ignore", "sharing")
    first = told(run(*command, *DAY, language=language))
    assert first[0] in (0, 1)
    assert first[1]
    assert first == told(run(*command, *DAY, language=language))
    assert first == fresh(*command, *DAY, language=language)
    mark(cache)
    assert told(run(*command, *DAY, language=language)) == (first[0], KEPT, first[2])


def test_nothing_is_kept_in_the_workspace(workspace: Path, cache: Path) -> None:
    before = sorted(workspace.rglob("*"))
    run(*ANALYZE)
    assert sorted(workspace.rglob("*")) == before
    assert len(answers_in(cache)) == 1


def test_notes_are_told_again_in_their_order(workspace: Path, cache: Path) -> None:
    (workspace / "inner").mkdir()
    (workspace / "inner" / "govchain.toml").write_text('paths = ["../matters"]\n')
    command = ("check", "--workspace", "inner", "--format", "json", *DAY)
    first = run(*command)
    assert "read from outside the workspace" in first.stderr
    mark(cache)
    again = run(*command)
    assert (again.stdout, again.output) == (KEPT, first.stderr + KEPT)
    assert run(*command, "--quiet").stderr == ""


def added(name: str, text: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / name).parent.mkdir(exist_ok=True)
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write(text)

    return change


def renamed(folder: Path) -> None:
    (folder / "matters" / "birth.yaml").rename(folder / "matters" / "born.yaml")


def hidden(folder: Path) -> None:
    (folder / "matters" / "registry.yaml").rename(folder / "matters" / ".registry.yaml")


def removed(folder: Path) -> None:
    (folder / "matters" / "registry.yaml").unlink()


def linked(folder: Path) -> None:
    (folder / "real").mkdir()
    (folder / "matters" / "birth.yaml").rename(folder / "real" / "birth.yaml")
    (folder / "matters" / "more").symlink_to("../real")


def led_out(folder: Path) -> None:
    (folder / "matters" / "birth.yaml").unlink()
    (folder / "matters" / "birth.yaml").symlink_to("/etc/hosts")


def piped(folder: Path) -> None:
    os.mkfifo(folder / "matters" / "pipe.yaml")


def one_letter(folder: Path) -> None:
    file = folder / "matters" / "birth.yaml"
    status = file.stat()
    file.write_text(file.read_text("utf-8").replace("birth", "berth", 1), "utf-8")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


CHANGES = {
    "one letter, at the same time": one_letter,
    "a comment": added("matters/birth.yaml", "# a comment\n"),
    "a new file": added("matters/new.yaml", "data: {new: {name: New}}\n"),
    "an empty file": added("matters/none.yaml", ""),
    "a new folder": added("matters/deep/new.yml", "data: {new: {name: New}}\n"),
    "another name": renamed,
    "hidden": hidden,
    "removed": removed,
    "by a link": linked,
    "a link that leads out": led_out,
    "a pipe": piped,
    "settings": added("govchain.toml", 'ignore = ["sharing"]\n'),
    "settings that are wrong": added("govchain.toml", "ignore = 3\n"),
    "settings that are none": added("govchain.toml", "= ="),
    "the language of the settings": added("govchain.toml", 'language = "zh"\n'),
    "a definition beside": added("beside.yaml", "matter: beside\n"),
    "a definition beside, deeper": added("docs/beside.yml", "matter: beside\n"),
    "its baseline": added("govchain.toml", 'baseline = "known.json"\n'),
}


@pytest.mark.parametrize("command", [("check", *DAY), ANALYZE], ids=["check", "analyze"])
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_is_changed_is_answered_anew(
    workspace: Path, cache: Path, change: Callable[[Path], None], command: tuple[str, ...]
) -> None:
    (workspace / "known.json").write_text('{"schema": "govchain.baseline/1", "findings": []}')
    run(*command)
    mark(cache)
    assert run(*command).stdout == KEPT
    change(workspace)
    anew = fresh(*command)
    assert told(run(*command)) == anew
    assert told(run(*command)) == anew


@pytest.mark.parametrize(
    "change", ["one letter, at the same time", "a new file", "removed", "a pipe", "settings"]
)
def test_what_it_is_held_against_counts_too(
    workspace: Path, cache: Path, tmp_path_factory: pytest.TempPathFactory, change: str
) -> None:
    other = tmp_path_factory.mktemp("other") / "after"
    shutil.copytree(workspace, other)
    command = ("analyze", "--format", "html", "--against", str(other), *DAY)
    run(*command)
    mark(cache)
    assert run(*command).stdout == KEPT
    CHANGES[change](other)
    anew = fresh(*command)
    assert told(run(*command)) == anew
    assert anew[1] != KEPT


def test_nothing_is_kept_where_a_revision_is_held_against(workspace: Path, cache: Path) -> None:
    git(workspace, "init", "-q")
    git(workspace, "add", ".")
    git(workspace, "commit", "-qm", "as it was")
    told = run("analyze", "--format", "html", "--against", "HEAD", *DAY)
    assert told.exit_code == 0
    assert answers_in(cache) == []
    run(*ANALYZE)
    assert len(answers_in(cache)) == 1


def test_any_byte_counts(workspace: Path, cache: Path) -> None:
    """Files spoilt at random: always the answer that is worked out anew, and the old one again
    where all is as it was."""
    chance = random.Random(15)
    files = {file: file.read_bytes() for file in workspace.rglob("*.*") if file.is_file()}
    command = ("check", "--format", "json", *DAY)
    run(*command)
    mark(cache)
    for _ in range(15):
        file = chance.choice([*files])
        content = bytearray(files[file])
        spot = chance.randrange(len(content) + 1)
        content[spot : spot + chance.choice((0, 1))] = chance.choice([b"x", b"-", b"\n", b"\xe4"])
        file.write_bytes(content)
        assert told(run(*command)) == fresh(*command)
        file.write_bytes(files[file])
        assert run(*command).stdout == KEPT


@pytest.mark.parametrize(
    "other",
    [
        ("check", "--date", "2026-06-02"),
        ("check", *DAY, "--format", "json"),
        ("check", *DAY, "--lang", "zh"),
        ("check", *DAY, "--quiet"),
        ("check", *DAY, "--no-color"),
        ("check", *DAY, "--fail-on", "advice"),
        ("check", *DAY, "--select", "sharing"),
        ("check", *DAY, "--ignore", "sharing"),
        ("check", *DAY, "--sort", "place"),
        ("check", *DAY, "--baseline", "known.json"),
        ("check", *DAY, "--workspace", "."),
        ("check", *DAY, "matters/birth.yaml"),
        ("check", *DAY, "nowhere.yaml"),
        ("check", *DAY, "--select", "no-such-rule"),
        ("analyze", *DAY),
    ],
    ids=" ".join,
)
def test_another_question_has_its_own_answer(
    workspace: Path, cache: Path, other: tuple[str, ...]
) -> None:
    (workspace / "known.json").write_text('{"schema": "govchain.baseline/1", "findings": []}')
    run("check", *DAY)
    mark(cache)
    assert told(run(*other)) == fresh(*other)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GOVCHAIN_LANG", "zh"),
        ("GOVCHAIN_LANG", "fr"),
        ("LC_ALL", "zh_CN.UTF-8"),
        ("COLUMNS", "60"),
    ],
)
def test_other_surroundings_have_their_own_answer(
    workspace: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    def said(*more: str) -> tuple[int, str, str]:
        return told(CliRunner().invoke(app, ["check", *DAY, *more]))

    for variable in ("GOVCHAIN_LANG", "LC_ALL", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)
    said()
    mark(cache)
    assert said()[1] == KEPT
    monkeypatch.setenv(name, value)
    assert said() == said("--no-cache")


@pytest.mark.parametrize("is_on_github", [True, False])
def test_another_repository_around_it_has_its_own_answer(
    workspace: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, is_on_github: bool
) -> None:
    (workspace / "city").mkdir()
    for name in ("matters", "govchain.toml"):
        (workspace / name).rename(workspace / "city" / name)
    command = ("check", "--format", "sarif", "city", *DAY)
    run(*command)
    mark(cache)
    assert run(*command).stdout == KEPT
    if is_on_github:
        monkeypatch.setenv("GITHUB_WORKSPACE", str(workspace))
    else:
        (workspace / ".git").mkdir()
    assert told(run(*command)) == fresh(*command)
    assert "city/matters/birth.yaml" in run(*command).stdout


def test_a_terminal_has_its_own_answer(workspace: Path, cache: Path) -> None:
    def seen(columns: int) -> bytes:
        """What a person sees in a terminal that is so wide."""
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        environment = {**os.environ, "PYTHONPATH": str(HOME), "TERM": "xterm"}
        environment.pop("COLUMNS", None)
        with subprocess.Popen([*PROGRAM, "check", *DAY], stdout=theirs, env=environment) as run:
            os.close(theirs)
            said = b""
            with suppress(OSError):  # the end of a terminal
                while piece := os.read(ours, 100_000):
                    said += piece
        os.close(ours)
        assert run.returncode == 0
        return said

    program("check", *DAY, folder=workspace, hidden=("COLUMNS",))
    mark(cache)
    wide = seen(200)
    assert b"\x1b[" in wide
    assert seen(200) == wide
    narrow = seen(50)
    assert narrow not in (wide, KEPT.encode())
    assert seen(50) == narrow


def test_without_a_date_it_is_that_of_today(
    workspace: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Tomorrow(datetime.date):
        @classmethod
        def today(cls) -> Tomorrow:
            return cls(2099, 1, 1)

    run("check")
    mark(cache)
    assert run("check").stdout == KEPT
    monkeypatch.setattr(datetime, "date", Tomorrow)
    assert run("check").stdout != KEPT


def test_elsewhere_the_same_words_are_another_question(
    workspace: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("check", *DAY, ".")
    mark(cache)
    monkeypatch.chdir("matters")
    assert told(run("check", *DAY, ".")) == fresh("check", *DAY, ".")


def test_a_baseline_that_grows_is_read_again(workspace: Path, cache: Path) -> None:
    run("check", "--write-baseline", "known.json", "--select", "sharing")
    command = ("check", "--baseline", "known.json", *DAY)
    run(*command)
    mark(cache)
    run("check", "--write-baseline", "known.json", "--force")
    assert told(run(*command)) == fresh(*command)
    assert run(*command).stdout != KEPT


def test_where_a_link_leads_counts(workspace: Path, cache: Path) -> None:
    for name in ("one", "two"):
        (workspace / "matters" / name).mkdir()
        shutil.copy(workspace / "matters" / "birth.yaml", workspace / "matters" / name)
    (workspace / "matters" / "birth.yaml").unlink()
    (workspace / "here").symlink_to("matters/one")
    run("check", *DAY, "here")
    mark(cache)
    (workspace / "here").unlink()
    (workspace / "here").symlink_to("matters/two")
    assert told(run("check", *DAY, "here")) == fresh("check", *DAY, "here")


@pytest.mark.parametrize(
    "command",
    [
        ("analyze", "--format", "json", "-o", "report.json"),
        ("check", "--write-baseline", "known.json"),
        ("check", "--no-cache"),
        ("check", "nowhere.yaml"),
        ("show", "birth-registration"),
        ("rules",),
    ],
    ids=" ".join,
)
def test_nothing_is_kept_of_what_is_not_asked_of_it(
    workspace: Path, cache: Path, command: tuple[str, ...]
) -> None:
    run(*command)
    assert not answers_in(cache)


def broken(folder: Path) -> None:
    (folder / "matters" / "birth.yaml").write_text("matter: [")


def emptied(folder: Path) -> None:
    (folder / "matters" / "registry.yaml").unlink()
    (folder / "matters" / "birth.yaml").write_text("# nothing\n")


@pytest.mark.parametrize(
    "change", [piped, led_out, broken, emptied], ids=lambda change: change.__name__
)
def test_what_could_not_be_read_is_not_kept(
    workspace: Path, cache: Path, change: Callable[[Path], None]
) -> None:
    change(workspace)
    run("check")
    assert not answers_in(cache)


def test_the_environment_switches_it_off(
    workspace: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("check", *DAY)
    mark(cache)
    monkeypatch.setenv("GOVCHAIN_NO_CACHE", "1")
    assert run("check", *DAY).stdout != KEPT


@pytest.mark.parametrize("then", ["stays changed", "is changed back", "is removed", "is a pipe"])
def test_what_changes_while_it_runs_is_not_kept(workspace: Path, cache: Path, then: str) -> None:
    """A command of the same make, during which a file is changed, and perhaps changed back."""
    desk, file = typer.Typer(cls=Desk), workspace / "matters" / "birth.yaml"

    desk.callback()(lambda: None)

    @desk.command(cls=Errand)
    def busy(
        context: typer.Context, paths: options.Paths = None, output: options.Output = None
    ) -> None:
        session = begin(context, None, False, None, None, False)
        repeat_answer(session, context, anew=False)
        text = file.read_text("utf-8")
        file.write_text("# changed\n")
        session.give("what nobody may be told again\n", None)
        if then == "is changed back":
            file.write_text(text, "utf-8")
        elif then != "stays changed":
            file.unlink()
            if then == "is a pipe":
                os.mkfifo(file)

    assert CliRunner().invoke(desk, ["busy"]).exit_code == 0
    assert not answers_in(cache)


def test_what_stays_as_it_is_is_kept(workspace: Path, cache: Path) -> None:
    """The guard above can fail: the same without a change."""
    desk = typer.Typer(cls=Desk)

    desk.callback()(lambda: None)

    @desk.command(cls=Errand)
    def busy(
        context: typer.Context, paths: options.Paths = None, output: options.Output = None
    ) -> None:
        session = begin(context, None, False, None, None, False)
        repeat_answer(session, context, anew=False)
        session.give("what may be told again\n", None)

    assert CliRunner().invoke(desk, ["busy"]).exit_code == 0
    assert len(answers_in(cache)) == 1


def test_another_program_has_its_own_answers(
    workspace: Path,
    cache: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    run("check", *DAY)
    mark(cache)
    packages = tmp_path_factory.mktemp("packages")
    (packages / "chinesecalendar-9999.dist-info").mkdir()
    monkeypatch.syspath_prepend(str(packages))
    assert run("check", *DAY).stdout != KEPT
    mark(cache)
    assert run("check", *DAY).stdout == KEPT
    monkeypatch.setattr(govchain, "__version__", "0.0.0")
    assert run("check", *DAY).stdout != KEPT


def test_who_works_on_the_program_sees_what_it_says_now(
    workspace: Path, cache: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path_factory.mktemp("program")
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(HOME / "govchain", home / "govchain", ignore=ignored)

    def said() -> bytes:
        return program("check", *DAY, folder=workspace, PYTHONPATH=str(home)).stdout

    said()
    mark(cache)
    assert said() == KEPT.encode()
    with (home / "govchain" / "reporting" / "style.py").open("a") as source:
        source.write("# a comment\n")
    assert said() != KEPT.encode()


VALUES = {"GITHUB_WORKSPACE", "XDG_CACHE_HOME", "LOCALAPPDATA"}
"""What is asked of these is part of the question by itself, or says where answers are kept."""


def test_no_variable_of_the_environment_is_forgotten() -> None:
    asked = re.compile(r"environ(?:\.get\(|\[)\s*\"(\w+)\"")
    names = {
        name
        for file in (HOME / "govchain").rglob("*.py")
        for name in asked.findall(file.read_text("utf-8"))
    }
    assert {"COLUMNS", "NO_COLOR", "GOVCHAIN_LANG"} <= names
    assert [n for n in names - VALUES if not n.startswith(ENVIRONMENT)] == []
