"""The folder of kept answers: nobody's but the user's, and whatever happens to it does no harm."""

from __future__ import annotations

import os
import random
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from govchain import pipeline
from govchain.cli.answers import kept
from govchain.cli.answers.kept import Answer, keep_answer, kept_answer
from tests.cli.desk import HOME, PROGRAM, program, run, surroundings
from tests.cli.kept import KEPT, answers_in, fresh, mark, told, write
from tests.nobody import as_nobody

HERE = (".",)
DAY = ("--date", "2026-06-01")
CHECK = ("check", *DAY)
ANALYZE = ("analyze", "--format", "json", *DAY)


def folder_in(cache: Path) -> Path:
    return cache / "govchain"


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda content: b"",
    "cut": cut,
    "without its end": lambda content: content[:-1],
    "longer": lambda content: content + b"\n",
    "one letter": lambda content: content.replace(b"kept", b"kelt", 1),
    "another status": lambda content: content.replace(b", 0, [", b", 1, [", 1),
    "another version": lambda content: content.replace(b"answer/1", b"answer/2", 1),
    "no text": lambda content: b"\xff" * 500,
    "lines": lambda content: b"\n\n\n",
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_what_is_damaged_is_no_answer(
    workspace: Path, cache: Path, damage: Callable[[bytes], bytes]
) -> None:
    first = told(run(*CHECK))
    mark(cache)
    (file,) = answers_in(cache)
    spoilt = damage(file.read_bytes())
    assert spoilt != file.read_bytes()
    file.write_bytes(spoilt)
    assert told(run(*CHECK)) == first
    mark(cache)
    assert run(*CHECK).stdout == KEPT, "it is kept anew"


def test_cut_anywhere_it_is_no_answer(workspace: Path, cache: Path) -> None:
    run(*CHECK)
    mark(cache)
    (file,) = answers_in(cache)
    whole = file.read_bytes()
    for size in random.Random(15).sample(range(len(whole)), 10):
        file.write_bytes(whole[:size])
        assert run(*CHECK).stdout != KEPT
        file.write_bytes(whole)
        assert run(*CHECK).stdout == KEPT


def test_the_answer_to_something_else_is_none(workspace: Path, cache: Path) -> None:
    run(*CHECK)
    (file,) = answers_in(cache)
    write(file, "0" * 64, 0, [None])
    assert told(run(*CHECK)) == fresh(*CHECK)


@pytest.mark.parametrize("kind", ["folder", "pipe", "link", "link to nothing"])
def test_what_is_no_file_is_no_answer(workspace: Path, cache: Path, kind: str) -> None:
    first = told(run(*CHECK))
    mark(cache)
    (file,) = answers_in(cache)
    elsewhere = workspace.parent / "elsewhere"
    shutil.copy(file, elsewhere)
    file.unlink()
    if kind == "folder":
        file.mkdir()
    elif kind == "pipe":
        os.mkfifo(file)
    else:
        file.symlink_to(elsewhere if kind == "link" else "nothing")
    assert told(run(*CHECK)) == first
    assert elsewhere.read_text("utf-8").endswith(KEPT)


def test_nothing_is_believed_or_written_where_the_workspace_lies(
    workspace: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pull request brings answers along, and the cache folder is set to where they lie."""
    run(*CHECK)
    mark(cache)
    for base in (workspace / ".cache", workspace / "matters"):
        shutil.copytree(folder_in(cache), base / "govchain")
        (base / "govchain").chmod(0o700)
        monkeypatch.setenv("XDG_CACHE_HOME", str(base))
        before = sorted(workspace.rglob("*"))
        assert told(run(*CHECK)) == fresh(*CHECK)
        run(*ANALYZE)
        assert sorted(workspace.rglob("*")) == before


def test_the_same_holds_of_the_repository_around_it(
    workspace: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workspace / ".git").mkdir()
    (workspace / "city").mkdir()
    for name in ("matters", "govchain.toml"):
        (workspace / name).rename(workspace / "city" / name)
    monkeypatch.setenv("XDG_CACHE_HOME", str(workspace / "matters"))
    run("check", "city", *DAY)
    assert not (workspace / "matters").exists()


@pytest.mark.parametrize("file", ["govchain.toml", "matters/empty/x.yaml", "beside.yaml"])
def test_what_comes_and_goes_while_a_command_runs_leaves_no_answer(
    workspace: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    (workspace / "govchain.toml").unlink()
    (workspace / "matters" / "empty").mkdir()
    load = pipeline.load_workspace

    def loading(*asked: Any) -> Any:  # as it was declared
        (workspace / file).write_text("", encoding="utf-8")
        loaded = load(*asked)
        (workspace / file).unlink()
        return loaded

    monkeypatch.setattr(pipeline, "load_workspace", loading)
    run(*CHECK)
    assert not answers_in(cache)


def test_what_is_hidden_is_not_gone_through(
    workspace: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What other programs do there in the meantime is nothing to us: it is not read."""
    (workspace / "matters" / ".git" / "objects").mkdir(parents=True)
    load = pipeline.load_workspace

    def loading(*asked: Any) -> Any:  # as it was declared
        (workspace / "matters" / ".git" / "objects" / "new").write_text("", encoding="utf-8")
        return load(*asked)

    monkeypatch.setattr(pipeline, "load_workspace", loading)
    run(*CHECK)
    assert len(answers_in(cache)) == 1


def test_what_was_unpacked_together_is_not_believed(
    workspace: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An archive brings a cache folder beside the workspace: no repository says so."""
    monkeypatch.setenv("HOME", "/home/somebody")
    monkeypatch.setenv("XDG_CACHE_HOME", str(workspace / ".cache"))
    (workspace / "city").mkdir()
    for name in ("matters", "govchain.toml"):
        (workspace / name).rename(workspace / "city" / name)
    run("check", "city", *DAY)
    assert not (workspace / ".cache").exists()


@pytest.mark.parametrize("home", ["", "/"])
def test_nobodys_home_keeps_nothing(
    workspace: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, home: str
) -> None:
    monkeypatch.setenv("HOME", home)
    run(*CHECK)
    assert not answers_in(cache)


@pytest.mark.parametrize(
    "about", ["5", "-" * 100_000 + "1", "(KEY, 3, [None])", "(KEY, 0, None)", "(KEY, 0, [5])",
              "(KEY, 0, [])", "(KEY, 0, [None, None])", "[" * 5_000],
)  # fmt: skip
def test_what_no_command_said_is_no_answer(workspace: Path, cache: Path, about: str) -> None:
    """Whole by its hash, and yet none of ours."""
    run(*CHECK)
    [file] = answers_in(cache)
    content = about.replace("KEY", repr(file.name)).encode() + b"\n" + KEPT.encode()
    file.write_bytes(kept._head_of([content]) + content)
    assert told(run(*CHECK)) == fresh(*CHECK)


def test_a_link_that_leads_nowhere_does_not_keep_others_from_going(
    workspace: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "MOST_ANSWERS", 2)
    folder_in(cache).mkdir(0o700)
    (folder_in(cache) / ("f" * 64)).symlink_to("nowhere")
    for number in range(5):
        keep_answer(str(number) * 64, HERE, Answer(0, [None], [b"so"]))
    assert len(answers_in(cache)) == 2


@pytest.mark.parametrize("mode", [0o755, 0o770, 0o777, 0o701])
def test_a_folder_of_others_is_not_used(workspace: Path, cache: Path, mode: int) -> None:
    run(*CHECK)
    mark(cache)
    folder_in(cache).chmod(mode)
    assert run(*CHECK).stdout != KEPT
    run(*ANALYZE)
    assert len(answers_in(cache)) == 1
    folder_in(cache).chmod(0o700)
    assert run(*CHECK).stdout == KEPT


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give files away")
def test_a_folder_of_somebody_else_is_not_used(workspace: Path, cache: Path) -> None:
    run(*CHECK)
    mark(cache)
    os.chown(folder_in(cache), 65534, 65534)
    assert run(*CHECK).stdout != KEPT


def test_a_link_in_its_place_is_not_followed(workspace: Path, cache: Path) -> None:
    elsewhere = cache / "private"
    elsewhere.mkdir(0o700)
    (elsewhere / ("a" * 64)).write_text("mine")
    folder_in(cache).symlink_to("private")
    assert told(run(*CHECK)) == fresh(*CHECK)
    assert [path.name for path in elsewhere.iterdir()] == ["a" * 64]


@pytest.mark.parametrize("base", ["/proc/nowhere", "relative", "/dev/null", ""])
def test_where_nothing_can_be_kept_nothing_is_said(
    workspace: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, base: str
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", base)
    monkeypatch.setenv("HOME", "/no/such/home")
    before = sorted(workspace.rglob("*"))
    for _ in range(2):
        assert told(run(*CHECK)) == fresh(*CHECK)
    assert sorted(workspace.rglob("*")) == before
    assert not Path("/no").exists()


def test_a_folder_that_may_not_be_written_is_left_alone(
    workspace: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = workspace.parent / "closed"
    closed.mkdir(mode=0o555)
    monkeypatch.setenv("XDG_CACHE_HOME", str(closed))

    def check() -> None:
        assert told(run(*CHECK)) == fresh(*CHECK)

    as_nobody(check)
    assert not list(closed.iterdir())


def test_a_workspace_that_may_not_be_written_has_answers_too(workspace: Path, cache: Path) -> None:
    for path in (workspace / "matters", workspace):
        path.chmod(0o555)
    run(*CHECK)
    mark(cache)
    assert run(*CHECK).stdout == KEPT
    workspace.chmod(0o755)


def test_a_full_disk_ends_in_the_same_words(workspace: Path, cache: Path) -> None:
    """No file may grow beyond a few bytes: what is begun is taken away, and nothing is said."""

    def fill() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    told_then = subprocess.run(
        [*PROGRAM, *CHECK], cwd=workspace, env=environment(), capture_output=True,
        preexec_fn=fill, check=False,
    )  # fmt: skip
    plain = program(*CHECK, "--no-cache", folder=workspace)
    assert (told_then.returncode, told_then.stdout, told_then.stderr) == (
        plain.returncode, plain.stdout, plain.stderr,
    )  # fmt: skip
    assert folder_in(cache).is_dir()
    assert not list(folder_in(cache).iterdir())


def environment() -> dict[str, str]:
    """Of a program that keeps answers."""
    return {**os.environ, **surroundings("en"), "PYTHONPATH": str(HOME)}


def test_many_at_once_tell_the_same(workspace: Path, cache: Path) -> None:
    def once(_: int) -> tuple[int, bytes, bytes]:
        done = subprocess.run(
            [*PROGRAM, *ANALYZE], cwd=workspace, env=environment(), capture_output=True,
            check=False,
        )  # fmt: skip
        return done.returncode, done.stdout, done.stderr

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(once, range(8)))) == 1
    assert [len(path.name) for path in folder_in(cache).iterdir()] == [64]


def test_killed_at_any_moment_it_leaves_no_wrong_answer(workspace: Path, cache: Path) -> None:
    plain = program(*ANALYZE, "--no-cache", folder=workspace).stdout
    chance = random.Random(15)
    for _ in range(6):
        shutil.rmtree(folder_in(cache), ignore_errors=True)
        killed = subprocess.Popen(
            [*PROGRAM, *ANALYZE], cwd=workspace, env=environment(),
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        assert killed.stdout is not None
        killed.stdout.read(1)  # it is about to keep what it has said
        time.sleep(chance.uniform(0, 0.02))
        killed.kill()
        killed.communicate()
        again = program(*ANALYZE, folder=workspace)
        assert again.stdout == plain


def test_what_a_killed_run_left_goes(workspace: Path, cache: Path) -> None:
    folder_in(cache).mkdir(0o700)
    left = folder_in(cache) / f".govchain-{'0' * 32}.tmp"
    left.write_bytes(b"govchain.answer/1 half")
    program(*CHECK, folder=workspace)
    assert not left.exists()
    assert len(answers_in(cache)) == 1


def test_answers_of_the_same_are_the_same_bytes_from_a_program(
    workspace: Path, cache: Path
) -> None:
    first, again = (program(*ANALYZE, folder=workspace) for _ in range(2))
    assert (first.returncode, first.stdout, first.stderr) == (
        again.returncode, again.stdout, again.stderr,
    )  # fmt: skip
    assert len(answers_in(cache)) == 1


def test_a_repeated_answer_needs_nothing_heavy(workspace: Path, cache: Path) -> None:
    script = (
        "import sys; from govchain.cli.app import app; sys.argv[0] = 'govchain'\n"
        "try: app()\nexcept SystemExit: pass\n"
        "print(sorted({'yaml', 'networkx', 'rich', 'govchain.pipeline'} & {*sys.modules}))"
    )
    loaded = [
        subprocess.run(
            [sys.executable, "-c", script, *CHECK], cwd=workspace, env=environment(),
            capture_output=True, text=True, check=False,
        ).stdout.splitlines()[-1]
        for _ in range(2)
    ]  # fmt: skip
    assert "yaml" in loaded[0]
    assert loaded[1] == "[]"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
def test_a_repeated_answer_that_nobody_can_take_is_told_as_any(
    workspace: Path, cache: Path
) -> None:
    def ended() -> tuple[int, bytes]:
        with open("/dev/full", "w") as full:
            done = subprocess.run(
                [*PROGRAM, *CHECK], cwd=workspace, env=environment(), stdout=full,
                stderr=subprocess.PIPE, check=False,
            )  # fmt: skip
        return done.returncode, done.stderr

    first = ended()
    assert first[0] == 2
    assert not answers_in(cache)
    program(*CHECK, folder=workspace)
    assert len(answers_in(cache)) == 1
    assert ended() == first


def test_so_much_is_kept_and_no_more(
    workspace: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "MOST_ANSWERS", 3)
    keys = [letter * 64 for letter in "abcdef"]
    folder_in(cache).mkdir(0o700)
    (folder_in(cache) / "notes.txt").write_text("mine")
    os.utime(folder_in(cache) / "notes.txt", (0, 0))
    for number, key in enumerate(keys):
        keep_answer(key, HERE, Answer(0, [None], [b"so"]))
        os.utime(folder_in(cache) / key, (number, number))
    assert sorted(file.name for file in answers_in(cache)) == keys[3:]
    monkeypatch.setattr(kept, "MOST_BYTES", 2000)
    keep_answer("0" * 64, HERE, Answer(0, [None], [b"x" * 780]))
    assert sorted(file.name for file in answers_in(cache)) == ["0" * 64, "e" * 64, "f" * 64]
    keep_answer("1" * 64, HERE, Answer(0, [None], [b"x" * 780]))
    assert sorted(file.name for file in answers_in(cache)) == ["0" * 64, "1" * 64]
    keep_answer("2" * 64, HERE, Answer(0, [None], [b"x" * 1000]))
    assert sorted(file.name for file in answers_in(cache)) == ["0" * 64, "1" * 64]
    assert kept_answer("1" * 64, HERE) is not None
    assert (folder_in(cache) / "notes.txt").read_text() == "mine"


def test_what_is_asked_for_stays(
    workspace: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "MOST_ANSWERS", 2)
    for number, letter in enumerate("ab"):
        keep_answer(letter * 64, HERE, Answer(0, [None], [b"so"]))
        os.utime(folder_in(cache) / (letter * 64), (number, number))
    assert kept_answer("a" * 64, HERE) is not None
    keep_answer("c" * 64, HERE, Answer(0, [None], [b"so"]))
    assert sorted(file.name for file in answers_in(cache)) == ["a" * 64, "c" * 64]
