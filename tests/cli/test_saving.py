"""Whose place a result may take, what stays of the old file, and what a file in the making is."""

from __future__ import annotations

import os
import re
import resource
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from govchain import drawing
from govchain.cli.files import unfinished
from govchain.cli.files.saving import save_result
from tests.cli.desk import HOME, program, run, surroundings
from tests.nobody import as_nobody

PROGRAM = (sys.executable, "-m", "govchain")
MARKED = (
    ("analyze", "--format", "json", "-o"),
    ("list", "demand", "--format", "json", "-o"),
    ("list", "demand", "--format", "csv", "-o"),
    ("list", "demand", "--format", "markdown", "-o"),
    ("list", "--all", "--format", "xlsx", "-o"),
    ("check", "--format", "json", "-o"),
    ("check", "--format", "sarif", "-o"),
    ("check", "--write-baseline"),
    ("render", "birth-registration", "-o"),
    ("render", "birth-registration", "--view", "chain", "--lang", "zh", "-o"),
    ("render", "birth-registration", "--format", "dot", "-o"),
    ("render", "birth-registration", "--format", "mermaid", "--lang", "zh", "-o"),
    ("render", "birth-registration", "--format", "bpmn", "-o"),
    ("compile", "-o"),
    ("compile", "birth-registration", "-o"),
    ("compile", "--format", "graphml", "-o"),
    ("schema", "-o"),
)
UNMARKED = (
    ("analyze", "-o"),
    ("check", "-o"),
    ("check", "--format", "github", "-o"),
    ("list", "demand", "-o"),
    ("show", "birth-registration", "-o"),
)


def left_in(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob(".govchain-*")]


class TestWhatIsOurs:
    @pytest.mark.parametrize("command", MARKED, ids=" ".join)
    def test_it_is_replaced(self, workspace: Path, command: tuple[str, ...]) -> None:
        for _ in range(2):
            assert run(*command, "result").exit_code in (0, 1)
        assert (workspace / "result").stat().st_size

    @pytest.mark.parametrize("command", UNMARKED, ids=" ".join)
    def test_text_bears_no_sign(self, workspace: Path, command: tuple[str, ...]) -> None:
        assert run(*command, "result").exit_code == 0
        old = (workspace / "result").read_bytes()
        said = run(*command, "result")
        assert said.exit_code == 2
        assert '"result" is there already' in said.stderr
        assert "--force" in said.stderr
        assert run(*command, "result", "--force").exit_code == 0
        assert (workspace / "result").read_bytes() == old

    @pytest.mark.parametrize("command", [*MARKED, *UNMARKED], ids=" ".join)
    @pytest.mark.parametrize(
        "text",
        [
            "# govchain: 0.1.0, notes of mine\n",
            '{"schema": "mine/1"}',
            "govchain",
            "<svg>mine</svg>",
        ],
    )
    def test_what_is_none_of_ours_stays(
        self, workspace: Path, command: tuple[str, ...], text: str
    ) -> None:
        (workspace / "notes").write_text(text)
        assert run(*command, "notes").exit_code == 2
        assert (workspace / "notes").read_text() == text

    def test_it_is_said_in_chinese(self, workspace: Path) -> None:
        (workspace / "notes").write_text("mine")
        said = run("analyze", "-o", "notes", language="zh").stderr
        assert "“notes”已经存在，且不像可以替换的输出" in said
        assert "请指定其他文件，或用 --force 替换" in said

    def test_a_baseline_is_replaced_by_a_baseline_alone(self, workspace: Path) -> None:
        run("check", "--write-baseline", "known.json")
        assert run("check", "--format", "json", "-o", "known.json").exit_code == 2
        run("check", "--format", "json", "-o", "report.json")
        assert run("check", "--write-baseline", "report.json").exit_code == 2

    def test_an_empty_file_has_nothing_to_lose(self, workspace: Path) -> None:
        (workspace / "empty").touch()
        assert run("analyze", "-o", "empty").exit_code == 0

    def test_of_several_pictures_none_is_drawn_where_one_may_not(self, workspace: Path) -> None:
        (workspace / "out").mkdir()
        (workspace / "out" / "birth-registration.svg").write_text("mine")
        second = (workspace / "matters" / "birth.yaml").read_text("utf-8")
        (workspace / "matters" / "a.yaml").write_text(
            second.replace("birth-registration", "a"), "utf-8"
        )
        assert run("render", "-o", "out").exit_code == 2
        assert os.listdir(workspace / "out") == ["birth-registration.svg"]


class TestWhatWasRead:
    @pytest.mark.parametrize("name", ["govchain.toml", "matters/birth.yaml", "matters/broken.yaml"])
    def test_no_force_replaces_it(self, workspace: Path, name: str) -> None:
        (workspace / "matters" / "broken.yaml").write_bytes(b"\xff")
        (workspace / "link").symlink_to(name)
        os.link(workspace / name, workspace / "hard")
        before = (workspace / name).read_bytes()
        for spelled in (name, f"matters/../{name}", str(workspace / name), "link", "hard"):
            for command in (("analyze", "-o"), ("check", "--write-baseline")):
                said = run(*command, spelled, "--force")
                assert said.exit_code == 2, spelled
                assert "one of the files that were read" in said.stderr
        assert (workspace / name).read_bytes() == before

    def test_nor_the_settings_of_a_schema(self, workspace: Path) -> None:
        assert run("schema", "-o", "govchain.toml", "--force").exit_code == 2

    def test_a_baseline_is_read_too(self, workspace: Path) -> None:
        run("check", "--write-baseline", "known.json")
        before = (workspace / "known.json").read_bytes()
        known = ("check", "--baseline", "known.json")
        assert run(*known, "-o", "known.json", "--force").exit_code == 2
        assert (workspace / "known.json").read_bytes() == before
        assert run(*known, "--write-baseline", "./known.json").exit_code == 0


class TestBaselineAnew:
    def test_it_need_not_be_there_yet(self, workspace: Path) -> None:
        (workspace / "govchain.toml").write_text('baseline = "known.json"\n')
        assert run("check", "--write-baseline", "known.json").exit_code == 0
        assert run("check", "--fail-on", "advice").exit_code == 0

    def test_a_broken_one_is_written_anew_by_force(self, workspace: Path) -> None:
        (workspace / "known.json").write_text("<<<<<<< HEAD")
        anew = ("check", "--baseline", "known.json", "--write-baseline", "known.json")
        said = run(*anew)
        assert said.exit_code == 2
        assert '--write-baseline "known.json" --force' in said.stderr
        assert run(*anew, "--force").exit_code == 0
        assert run("check", "--baseline", "known.json", "--fail-on", "advice").exit_code == 0

    def test_a_pipe_or_one_without_end_is_refused(self, workspace: Path) -> None:
        os.mkfifo("pipe")
        with open("large", "wb") as large:
            large.truncate(10 * 1024 * 1024 * 1024)
        for name in ("pipe", "large", "/dev/zero", "matters"):
            said = run("check", "--baseline", name)
            assert said.exit_code == 2
            assert f'the baseline "{name}" cannot be read' in said.stderr


class TestSettings:
    @pytest.mark.parametrize("name", ["govchain.toml", "pyproject.toml"])
    def test_a_pipe_or_one_without_end_is_told(self, workspace: Path, name: str) -> None:
        (workspace / "govchain.toml").unlink()
        os.mkfifo(name)
        told = run("check", "--format", "github", "matters", "-w", ".")
        assert told.exit_code == 1
        assert "no ordinary file" in told.stdout
        os.unlink(name)
        with open(name, "wb") as large:
            large.truncate(10 * 1024 * 1024 * 1024)
        told = run("check", "--format", "github", "-w", ".")
        assert told.exit_code == 1
        assert "too large" in told.stdout


class TestPlaces:
    @pytest.mark.parametrize(
        ("target", "why"),
        [
            ("/dev/full", "No space left on device hint: make room on that disk, or name a place"),
            ("matters", "is a folder"),
            ("nowhere/report", 'the folder "nowhere" does not exist'),
            ("loop", "Too many levels"),
            ("void", "does not exist"),
            ("x" * 300, "File name too long hint: give it a shorter name"),
            ("/proc/report", "cannot be written"),
            ("/dev/fd/77", "Bad file descriptor"),
        ],
    )
    def test_where_nothing_can_be_written(self, workspace: Path, target: str, why: str) -> None:
        (workspace / "loop").symlink_to("loop")
        (workspace / "void").symlink_to("nowhere/report")
        for command in (("analyze", "-o"), ("check", "--write-baseline")):
            said = run(*command, target)
            assert said.exit_code == 2
            assert why in " ".join(said.stderr.split())
        assert left_in(workspace) == []

    @pytest.mark.parametrize("target", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
    def test_stdout_has_names(self, workspace: Path, target: str) -> None:
        plain = program("check", "--format", "json", folder=workspace).stdout
        assert program("check", "--format", "json", "-o", target, folder=workspace).stdout == plain

    def test_what_stdout_appends_to_is_kept(self, workspace: Path) -> None:
        (workspace / "log").write_text("kept\n")
        with open("log", "ab") as log:
            subprocess.run(
                [*PROGRAM, "analyze", "-o", "/dev/stdout"],
                stdout=log,
                env={**os.environ, **surroundings("en"), "PYTHONPATH": str(HOME)},
                check=True,
            )
        text = (workspace / "log").read_text("utf-8")
        assert text.startswith("kept\n1. ")

    def test_a_folder_and_a_file_that_may_not_be_written(self, workspace: Path) -> None:
        def work() -> None:
            Path("closed").mkdir(mode=0o500)
            Path("kept").touch(mode=0o400)
            for target in ("closed/report", "kept"):
                for command in (("analyze", "-o"), ("check", "--write-baseline")):
                    said = run(*command, target, "--force")
                    assert said.exit_code == 2, said.output
                    assert "Permission denied\nhint: name a place that you may" in said.stderr
            said = run("init", "closed/new")
            assert said.exit_code == 2
            assert "hint: name a place that you may write to" in said.stderr
            assert run("render", "-o", "closed/pictures").exit_code == 2
            assert os.listdir("closed") == []
            assert Path("kept").read_bytes() == b""

        as_nobody(work)

    def test_a_full_disk_leaves_the_old_one(self, workspace: Path) -> None:
        (workspace / "r.sarif").touch()

        def limit() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

        for arguments, status in (
            (("check", "--format", "sarif", "-o", "r.sarif"), 2),
            (("init", "city"), 0),
        ):
            done = subprocess.run(
                [*PROGRAM, *arguments],
                cwd=workspace,
                env={**os.environ, **surroundings("en"), "PYTHONPATH": str(HOME)},
                preexec_fn=limit,
                capture_output=True,
                check=False,
            )
            assert done.returncode == status, done.stderr
        assert (workspace / "r.sarif").stat().st_size == 0
        assert left_in(workspace) == []

    def test_a_working_folder_that_is_gone(self, tmp_path: Path) -> None:
        gone = tmp_path / "gone"
        for arguments in (("check",), ("init",), ("schema",), ("check", "-w", str(tmp_path))):
            gone.mkdir()
            done = subprocess.run(
                ["/bin/sh", "-c", 'rmdir "$0"; exec "$@"', str(gone), *PROGRAM, *arguments],
                cwd=gone,
                env={**os.environ, **surroundings("en"), "PYTHONPATH": str(HOME)},
                capture_output=True,
                check=False,
            )
            assert done.returncode == 2
            assert b"the working folder is gone" in done.stderr


class TestInTheMaking:
    def test_what_a_killed_run_left_goes_and_nothing_else(self, workspace: Path) -> None:
        left = Path(unfinished.new_file(str(workspace)))
        left.write_text("half")
        others = [".govchain-notes.tmp", ".govchain-" + "g" * 32 + ".tmp", "govchain.tmp"]
        for name in others:
            (workspace / name).write_text("mine")
        (workspace / f".govchain-{'0' * 32}.tmp").symlink_to("govchain.tmp")
        assert program("analyze", "-o", "report", folder=workspace).returncode == 0
        assert not left.exists()
        assert all((workspace / name).read_text() == "mine" for name in others)
        assert (workspace / f".govchain-{'0' * 32}.tmp").is_symlink()

    def test_what_another_run_is_at_stays(self, workspace: Path) -> None:
        path = unfinished.new_file(str(workspace))
        descriptor = unfinished.opened(path)
        try:
            assert program("analyze", "-o", "report", folder=workspace).returncode == 0
            assert os.path.exists(path)
        finally:
            os.close(descriptor)

    def test_a_link_stays_and_what_it_leads_to_keeps_its_permissions(self, tmp_path: Path) -> None:
        (tmp_path / "there").mkdir()
        target = tmp_path / "there" / "report"
        target.write_text("old")
        target.chmod(0o604)
        (tmp_path / "link").symlink_to("there/report")
        save_result("new", tmp_path / "link")
        assert (tmp_path / "link").is_symlink()
        assert target.read_text() == "new"
        assert target.stat().st_mode & 0o777 == 0o604


def _as_from_a_terminal() -> None:
    """Tests that run in the background ignore signals, and what they start would too."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


WAITING = b'waiting until "pipe" is read: it is a pipe\n'


class TestPipes:
    @pytest.mark.parametrize("is_late", [False, True])
    def test_who_reads_gets_all_of_it(self, workspace: Path, is_late: bool) -> None:
        os.mkfifo("pipe")
        with subprocess.Popen(
            [*PROGRAM, "analyze", "--format", "json", "-o", "pipe"],
            env={**os.environ, **surroundings("en"), "PYTHONPATH": str(HOME)},
            stderr=subprocess.PIPE,
        ) as child:
            assert child.stderr is not None
            waiting = child.stderr.readline() if is_late else b""
            read = Path("pipe").read_text("utf-8")
            said = child.stderr.read()
        assert (child.returncode, waiting) == (0, WAITING if is_late else b"")
        assert read == run("analyze", "--format", "json").stdout
        assert b"waiting" not in said

    def test_nobody_listens_to_a_socket(self, workspace: Path) -> None:
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind("socket")
            said = run("analyze", "-o", "socket")
        assert said.exit_code == 2
        assert "hint: name an ordinary file" in said.stderr


class TestSignals:
    @pytest.mark.parametrize(("sent", "status"), [("INT", 130), ("TERM", 143), ("HUP", 129)])
    def test_they_end_a_run_quietly(self, workspace: Path, sent: str, status: int) -> None:
        os.mkfifo("pipe")  # nobody reads from it: the run waits there, and says so
        child = subprocess.Popen(
            [*PROGRAM, "analyze", "-o", "pipe"],
            cwd=workspace,
            env={**os.environ, **surroundings("en"), "PYTHONPATH": str(HOME)},
            stderr=subprocess.PIPE,
            preexec_fn=_as_from_a_terminal,
        )
        try:
            child.communicate(timeout=3)
        except subprocess.TimeoutExpired:
            child.send_signal(getattr(signal, f"SIG{sent}"))
        try:
            _, said = child.communicate(timeout=60)
        finally:
            child.kill()
        assert (child.returncode, said) == (status, WAITING)

    def test_one_that_comes_while_it_imports_ends_it_quietly(self, workspace: Path) -> None:
        code = (
            "import os, signal, sys\n"
            "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
            "class Import:\n"
            "    def find_spec(self, name, *_):\n"
            "        if name == 'typer': os.kill(os.getpid(), signal.SIGINT)\n"
            "sys.meta_path.insert(0, Import())\n"
            "from govchain.__main__ import main\n"
            "main()"
        )
        done = subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONPATH": str(HOME)},
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")

    def test_one_that_is_ignored_stays_ignored(self, workspace: Path) -> None:
        code = (
            "import os, signal\n"
            "signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
            "from govchain.cli.terminal.interrupts import end_quietly\n"
            "end_quietly()\n"
            "os.kill(os.getpid(), signal.SIGHUP)"
        )
        environment = {**os.environ, "PYTHONPATH": str(HOME)}
        done = subprocess.run([sys.executable, "-c", code], env=environment, check=False)
        assert done.returncode == 0


class TestNobodyHears:
    @pytest.mark.parametrize("redirection", ["2>&-", "2>/dev/full", ">&- 2>&-", "2>&1 | true"])
    @pytest.mark.parametrize("language", ["en", "zh"])
    @pytest.mark.parametrize("arguments", ["check --nosuch", "show nosuch", "nosuch", ""])
    def test_wrong_use_keeps_its_status(
        self, workspace: Path, redirection: str, language: str, arguments: str
    ) -> None:
        command = f'set -o pipefail; "{sys.executable}" -m govchain {arguments} {redirection}'
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=workspace,
            env={**os.environ, **surroundings(language), "PYTHONPATH": str(HOME)},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 2


class TestInit:
    def test_all_or_nothing(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "matters").mkdir()
        (tmp_path / "matters" / "registry.yaml").symlink_to("nowhere")
        said = run("init")
        assert said.exit_code == 2
        assert "nothing was written" in said.stderr
        assert sorted(path.name for path in tmp_path.rglob("*")) == ["matters", "registry.yaml"]
        (tmp_path / "matters" / "registry.yaml").unlink()
        (tmp_path / "matters").rmdir()
        (tmp_path / "matters").write_text("mine")
        assert run("init").exit_code == 2
        assert [path.name for path in tmp_path.rglob("*")] == ["matters"]

    def test_a_folder_that_cannot_be_made(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        for folder in ("file", "file/inside"):
            assert run("init", str(tmp_path / folder)).exit_code == 2
        assert [path.name for path in tmp_path.rglob("*")] == ["file"]

    @pytest.mark.parametrize("count", [0, 1, 2, 3])
    def test_what_a_killed_one_left_is_taken_back(self, tmp_path: Path, count: int) -> None:
        from govchain.cli.desk.drafts.first_workspace import files_in

        files = files_in("en")
        left = Path(unfinished.new_file(str(tmp_path)))
        for path, text in files.items():
            (left / path).parent.mkdir(parents=True, exist_ok=True)
            (left / path).write_text(text, "utf-8")
        for path in list(files)[:count]:
            (tmp_path / path).parent.mkdir(exist_ok=True)
            os.link(left / path, tmp_path / path)
        assert run("init", str(tmp_path)).exit_code == (2 if count == 3 else 0)
        there = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")}
        assert there == set(files)

    def test_what_has_been_changed_since_stays(self, tmp_path: Path) -> None:
        from govchain.cli.desk.drafts.first_workspace import files_in

        left = Path(unfinished.new_file(str(tmp_path)))
        left.mkdir()
        for path, text in files_in("en").items():
            if path != "govchain.toml":
                (tmp_path / path).parent.mkdir(exist_ok=True)
                (tmp_path / path).write_text(text + "# mine\n", "utf-8")
        (tmp_path / "govchain.toml").write_text(files_in("en")["govchain.toml"], "utf-8")
        (tmp_path / "matters" / "registry.yaml").unlink()
        assert run("init", str(tmp_path)).exit_code == 2
        assert (tmp_path / "govchain.toml").exists()
        assert (tmp_path / "matters" / "birth-registration.yaml").exists()
        assert not left.exists()


@pytest.mark.parametrize(
    "format", [format for format in drawing.formats() if format not in drawing.text_formats()]
)
def test_a_picture_that_is_no_text_replaces_its_own_alone(workspace: Path, format: str) -> None:
    file = workspace / f"q.{format}"
    drawn = ("render", "birth-registration", "--format", format, "-o", file.name)
    assert run(*drawn).exit_code == 0
    first = file.read_bytes()
    assert run(*drawn).exit_code == 0
    assert file.read_bytes() == first
    file.write_bytes(first.replace(b"govchain", b"somebody"))
    assert run(*drawn).exit_code == 2
    assert file.read_bytes() != first
    assert run(*drawn, "--force").exit_code == 0
    assert file.read_bytes() == first


def test_what_the_font_lacks_is_told(workspace: Path) -> None:
    path = workspace / "matters" / "birth.yaml"
    named = re.sub("^name: ", "name: 堃", path.read_text("utf-8"), count=1, flags=re.MULTILINE)
    path.write_text(named, encoding="utf-8")
    for language, word in (("en", "drawn as boxes"), ("zh", "以方框显示")):
        drawn = ("render", "birth-registration", "--format", "pdf", "-o", "q.pdf")
        told = run(*drawn, language=language)
        assert word in told.stderr, told.stderr
        assert "堃" in told.stderr


def test_the_marks_that_the_font_lacks_are_told(workspace: Path) -> None:
    path = workspace / "matters" / "birth.yaml"
    name = "name: e\u0302\u0304"
    named = re.sub("^name: ", name, path.read_text("utf-8"), count=1, flags=re.MULTILINE)
    path.write_text(named, encoding="utf-8")
    for language, word in (("en", "left out above or below"), ("zh", "省略")):
        drawn = ("render", "birth-registration", "--format", "png", "-o", "q.png")
        told = run(*drawn, language=language)
        assert word in told.stderr, told.stderr
        assert "\u25cc\u0304" in told.stderr
