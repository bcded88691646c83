"""Results go to stdout or into a file, whole or not at all; pipes and colours behave."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govchain.cli.desk.session import Session
from govchain.cli.files.saving import save_pieces, save_result
from govchain.cli.terminal.output import in_bytes
from govchain.cli.terminal.wrong_use import WrongUse
from tests.cli.desk import PROGRAM, program, run

COLOURS = re.compile(r"\x1b\[[\d;]*m")
ANY_CHARACTER = st.characters()


def broken_off() -> Iterator[str]:
    """A result of which one part can be made, and the next one not."""
    yield "new" * 100_000
    yield str(1 // 0)


@given(st.lists(st.text(ANY_CHARACTER | st.just("\udcff"))), st.integers(1, 5))
def test_pieces_are_the_bytes_of_the_whole(pieces: list[str], times: int) -> None:
    pieces = [piece * 9_000 * times for piece in pieces]
    whole = "".join(pieces).encode(errors="backslashreplace")
    assert b"".join(in_bytes(pieces)) == whole


def test_stdout_gets_nothing_of_a_result_that_cannot_be_made_to_its_end(
    capfd: pytest.CaptureFixture[str],
) -> None:
    session = Session(None, False, None, None, False)
    with pytest.raises(ZeroDivisionError):
        session.give_pieces(broken_off(), None)
    assert capfd.readouterr().out == ""


def in_terminal(folder: Path, *arguments: str, width: int = 80, **surrounding: str) -> str:
    """What a terminal of that width shows of a command."""
    import fcntl
    import struct
    import termios

    from tests.cli.desk import HOME, surroundings

    ours, theirs = pty.openpty()
    fcntl.ioctl(ours, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
    environment = {**os.environ, **surroundings("en"), "PYTHONPATH": str(HOME), **surrounding}
    environment |= {"TERM": "xterm"}
    environment.pop("COLUMNS")
    environment.pop("NO_COLOR", None) if "NO_COLOR" not in surrounding else None
    child = subprocess.Popen(
        [*PROGRAM, *arguments], cwd=folder, env=environment, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
    child.wait()
    os.close(ours)
    return shown.decode().replace("\r\n", "\n")


class TestFile:
    def test_it_is_written_and_said(self, workspace: Path) -> None:
        result = run("check", "--format", "json", "-o", "report.json")
        assert result.stdout == ""
        assert 'written: "report.json"' in result.stderr
        assert json.loads((workspace / "report.json").read_text("utf-8"))["matters"]

    def test_quiet_says_nothing(self, workspace: Path) -> None:
        assert run("check", "--format", "json", "-o", "report.json", "--quiet").output == ""

    def test_the_old_one_stays_when_writing_fails(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file = tmp_path / "report.txt"
        file.write_text("old")
        monkeypatch.setattr(os, "replace", lambda old, new: (_ for _ in ()).throw(OSError()))
        with pytest.raises(WrongUse):
            save_result("new", file)
        assert file.read_text() == "old"
        assert list(tmp_path.iterdir()) == [file]

    def test_the_old_one_stays_when_the_result_cannot_be_made_to_its_end(
        self, tmp_path: Path
    ) -> None:
        file = tmp_path / "report.txt"
        file.write_text("old")
        with pytest.raises(ZeroDivisionError):
            save_pieces(broken_off(), file)
        assert file.read_text() == "old"
        assert list(tmp_path.iterdir()) == [file]

    def test_wrong_use_leaves_the_old_one(self, workspace: Path) -> None:
        (workspace / "report.txt").write_text("old")
        assert run("show", "nothing", "-o", "report.txt").exit_code == 2
        assert (workspace / "report.txt").read_text() == "old"

    def test_its_permissions_stay(self, tmp_path: Path) -> None:
        file = tmp_path / "report.txt"
        file.write_text("old")
        file.chmod(0o640)
        save_result("new", file)
        assert file.stat().st_mode & 0o777 == 0o640


class TestPipe:
    def test_a_closed_pipe_ends_quietly(self, workspace: Path) -> None:
        command = " ".join(f"'{part}'" for part in PROGRAM)
        for arguments in ("check", "analyze --limit 0", "rules", "schema", "compile"):
            done = subprocess.run(
                f"{command} {arguments} | head -c 1",
                shell=True,
                cwd=workspace,
                capture_output=True,
                check=False,
            )
            assert done.stderr == b""

    def test_results_and_notes_are_apart(self, workspace: Path) -> None:
        done = program("check", "--format", "json", folder=workspace)
        assert done.stderr == b""
        assert json.loads(done.stdout)

    def test_it_speaks_utf_8_whatever_the_locale(self, workspace: Path) -> None:
        done = program("check", folder=workspace, LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="")
        assert "公安局" in done.stdout.decode("utf-8")

    def test_the_locale_never_speaks_in_machine_formats(self, workspace: Path) -> None:
        plain = program("check", "--format", "json", folder=workspace)
        chinese = program(
            "check", "--format", "json", folder=workspace, LC_ALL="zh_CN.UTF-8", GOVCHAIN_LANG="zh"
        )
        assert plain.stdout == chinese.stdout
        asked = program("check", "--format", "json", "--lang", "zh", folder=workspace)
        assert "申请人" in asked.stdout.decode()

    def test_same_input_same_bytes(self, workspace: Path) -> None:
        for arguments in (
            ("check", "--format", "json"),
            ("check", "--format", "sarif"),
            ("check",),
            ("analyze",),
            ("compile",),
            ("compile", "--format", "graphml"),
            ("show", "birth-registration"),
            ("rules", "--format", "json"),
            ("check", "--write-baseline", "/dev/stdout"),
        ):
            runs = {
                program(*arguments, folder=workspace, PYTHONHASHSEED=seed).stdout
                for seed in ("1", "2")
            }
            assert len(runs) == 1, arguments


class TestTerminal:
    def test_colours_are_for_terminals(self, workspace: Path) -> None:
        assert "\x1b[" in in_terminal(workspace, "check")
        assert b"\x1b[" not in program("check", folder=workspace).stdout

    def test_colours_can_be_refused(self, workspace: Path) -> None:
        """What a slow run shows while it goes on moves the cursor; it has no colours either."""
        asked = ("--no-color",)
        assert not COLOURS.search(in_terminal(workspace, "check", NO_COLOR="1"))
        assert not COLOURS.search(in_terminal(workspace, "check", *asked))
        assert not COLOURS.search(in_terminal(workspace, "analyze", *asked))
        assert not COLOURS.search(in_terminal(workspace, "show", "birth-registration", *asked))

    @pytest.mark.parametrize("width", [80, 120])
    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_a_page_fits_the_terminal(self, workspace: Path, width: int, language: str) -> None:
        from govchain.reporting.widths import width_of

        shown = in_terminal(workspace, "analyze", "--no-color", "--lang", language, width=width)
        assert shown
        assert all(width_of(line) <= width for line in shown.splitlines())


class TestLanguage:
    def test_the_nearest_word_wins(self, workspace: Path) -> None:
        def spoken(*arguments: str, hidden: tuple[str, ...] = (), **surrounding: str) -> str:
            done = program("check", *arguments, folder=workspace, hidden=hidden, **surrounding)
            return "zh" if "检查了" in done.stdout.decode() else "en"

        nothing = ("GOVCHAIN_LANG",)
        assert spoken(hidden=nothing, LC_ALL="zh_CN.UTF-8") == "zh"
        assert spoken(hidden=nothing, LC_ALL="C.UTF-8") == "en"
        (workspace / "govchain.toml").write_text('language = "zh"\n')
        assert spoken(hidden=nothing, LC_ALL="C.UTF-8") == "zh"
        assert spoken(GOVCHAIN_LANG="en") == "en"
        assert spoken("--lang", "zh", GOVCHAIN_LANG="en") == "zh"

    def test_help_speaks_the_language_of_the_place(self, tmp_path: Path) -> None:
        chinese = program("check", "--help", folder=tmp_path, GOVCHAIN_LANG="zh").stdout.decode()
        assert "选项" in chinese
        assert "达到这一级别即不通过" in chinese
        english = program("check", "--help", folder=tmp_path).stdout.decode()
        assert "The lowest severity that fails the check." in english


class TestWhatStandsThere:
    def test_what_was_read_is_not_overwritten(self, workspace: Path) -> None:
        definition = workspace / "matters" / "birth.yaml"
        before = definition.read_bytes()
        for command in ("analyze", "check", "render"):
            said = run(command, "-o", "matters/birth.yaml")
            assert said.exit_code == 2
            assert "one of the files that were read" in said.stderr
        assert run("check", "--write-baseline", "matters/birth.yaml").exit_code == 2
        assert definition.read_bytes() == before

    def test_a_link_stays_a_link(self, workspace: Path) -> None:
        (workspace / "target.txt").write_text("old")
        (workspace / "link.txt").symlink_to("target.txt")
        assert run("analyze", "-o", "link.txt", "--force").exit_code == 0
        assert (workspace / "link.txt").is_symlink()
        assert "old" not in (workspace / "target.txt").read_text("utf-8")

    def test_a_device_stays_a_device(self, workspace: Path) -> None:
        assert run("analyze", "-o", os.devnull).exit_code == 0
        assert not Path(os.devnull).is_file()


class TestNobodyListens:
    @pytest.mark.parametrize(
        ("redirection", "status"), [(">&-", 2), (">/dev/full", 2), ("2>&-", 1), ("2>/dev/full", 1)]
    )
    def test_the_status_says_what_happened(
        self, workspace: Path, redirection: str, status: int
    ) -> None:
        command = f'"{sys.executable}" -m govchain check --fail-on advice {redirection}'
        done = subprocess.run(command, shell=True, cwd=workspace, capture_output=True, check=False)
        assert done.returncode == status
        assert b"Traceback" not in done.stderr

    @pytest.mark.parametrize("redirection", [">&-", ">/dev/full"])
    def test_nor_is_the_version_a_traceback(self, workspace: Path, redirection: str) -> None:
        command = f'"{sys.executable}" -m govchain --version {redirection}'
        done = subprocess.run(command, shell=True, cwd=workspace, capture_output=True, check=False)
        assert done.returncode == 2
        assert b"Traceback" not in done.stderr
        assert b"stdout" in done.stderr


@pytest.mark.parametrize("columns", ["9" * 5000, "²", "-1", "0", "x", ""])
def test_a_width_that_is_none_is_the_usual_one(workspace: Path, columns: str) -> None:
    usual = program("check", folder=workspace, hidden=("COLUMNS",))
    assert program("check", folder=workspace, COLUMNS=columns).stdout == usual.stdout


def test_names_do_not_steer_the_terminal(workspace: Path) -> None:
    definition = workspace / "matters" / "birth.yaml"
    name = '"\\e[31mred\\e]0;title\\a\\u202e"'
    text = re.sub(r"(?m)^name: .*$", lambda _: f"name: {name}", definition.read_text("utf-8"))
    definition.write_text(text, "utf-8")
    for command in ("analyze", "check", "show birth-registration"):
        said = run(*command.split()).stdout
        assert not {"\x1b", "\x07", "\u202e"} & set(said)


def test_a_language_that_is_none_is_told_once(workspace: Path) -> None:
    for command in ("check", "analyze", "show birth-registration", "rules", "schema"):
        told = run(*command.split(), language="fr")
        assert told.exit_code == 0
        assert told.stderr.count('GOVCHAIN_LANG says "fr"') == 1, command
        assert "use zh or en" in told.stderr
        assert told.stdout == run(*command.split(), language="en").stdout
        for quiet in (("--quiet",), ("--lang", "en")):
            assert "GOVCHAIN_LANG" not in run(*command.split(), *quiet, language="fr").stderr
    for language in ("", "zh_CN.UTF-8", "en"):
        assert "GOVCHAIN_LANG" not in run("check", language=language).stderr


@pytest.mark.parametrize(
    "command",
    ["check", "analyze", "check --format sarif", "show birth-registration", "compile", "schema",
     "render birth-registration"],
)  # fmt: skip
def test_a_dash_is_stdout(workspace: Path, command: str) -> None:
    told = run(*command.split(), "-o", "-")
    assert told.exit_code == 0, told.stderr
    assert told.stdout == run(*command.split()).stdout
    assert "written" not in told.stderr
    assert not (workspace / "-").exists()


def test_a_baseline_goes_to_a_dash_too(workspace: Path) -> None:
    told = run("check", "--write-baseline", "-")
    run("check", "--write-baseline", "known.json")
    assert told.stdout == (workspace / "known.json").read_text(encoding="utf-8")
    assert not (workspace / "-").exists()


def test_several_pictures_do_not_go_to_a_dash(workspace: Path) -> None:
    (workspace / "matters" / "more.yaml").write_text("matter: m\nsteps: [{id: a, kind: apply}]\n")
    told = run("render", "-o", "-")
    assert (told.exit_code, told.stdout) == (2, "")
    assert "name one matter" in told.stderr
    assert not (workspace / "-").exists()
