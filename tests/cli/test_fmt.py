"""`govchain fmt`: what it writes, what it leaves alone, what it says, and how it ends."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from govchain.cli.files import saving
from tests.cli.desk import HOME, PROGRAM, run, surroundings
from tests.nobody import as_nobody

ORDERED = b"matter: a\nname: N\n"
DISORDERED = b"name: N\nmatter: a\n"
CHINESE = "事项: a\n名称: N\n".encode()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "matters").mkdir()
    (tmp_path / "govchain.toml").write_text("")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def file(folder: Path) -> Path:
    file = folder / "matters" / "a.yaml"
    file.write_bytes(DISORDERED)
    return file


def test_it_writes_anew_what_is_not_in_order(file: Path) -> None:
    file.chmod(0o640)
    said = run("fmt")
    assert (said.exit_code, said.stdout, said.stderr) == (0, "", 'written: "matters/a.yaml"\n')
    assert file.read_bytes() == ORDERED
    assert file.stat().st_mode & 0o777 == 0o640
    said = run("fmt")
    assert (said.exit_code, said.stderr) == (0, "files in order: 1\n")


def test_what_is_in_order_is_not_touched(file: Path) -> None:
    file.write_bytes(ORDERED)
    before = file.stat()
    assert run("fmt").exit_code == 0
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_init_writes_is_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("init", language=language).exit_code == 0
    assert run("fmt", "--check").stdout == ""


def test_check_names_what_would_change(file: Path) -> None:
    (file.parent / "b.yaml").write_bytes(ORDERED)
    said = run("fmt", "--check")
    assert (said.exit_code, said.stdout, said.stderr) == (1, "matters/a.yaml\n", "")
    assert file.read_bytes() == DISORDERED
    file.write_bytes(ORDERED)
    said = run("fmt", "--check")
    assert (said.exit_code, said.stdout) == (0, "")
    assert run("fmt", "--check", "--keys", "zh").exit_code == 1


def test_diff_shows_it(file: Path) -> None:
    said = run("fmt", "--diff")
    assert said.exit_code == 0
    assert said.stdout.splitlines() == [
        "--- matters/a.yaml", "+++ matters/a.yaml", "@@ -1,3 +1,3 @@", "+matter: a", " name: N",
        "-matter: a", " ",
    ]  # fmt: skip
    assert file.read_bytes() == DISORDERED
    assert run("fmt", "--diff", "--check").exit_code == 1


def test_a_long_diff_is_told_whole(file: Path) -> None:
    sections = [f"data:\n  d{n}: {{}}\ndepartments:\n  p{n}: {{}}\n" for n in range(1500)]
    file.write_text("---\n".join(sections), "utf-8")
    said = run("fmt", "--diff")
    lines = said.stdout.splitlines()
    old = [line[1:] for line in lines if line.startswith("-")][1:]
    assert len(old) > 6000
    assert not [line for line in lines[3:] if line.startswith(" ")]


def test_keys_in_either_language(file: Path) -> None:
    assert run("fmt", "--keys", "zh").exit_code == 0
    assert file.read_bytes() == CHINESE
    assert run("fmt", "--keys", "en").exit_code == 0
    assert file.read_bytes() == ORDERED
    said = run("fmt", "--keys", "fr")
    assert said.exit_code == 2
    assert '"fr" is not a language of govchain' in said.stderr


def test_paths_narrow_it(file: Path) -> None:
    other = file.parent / "b.yaml"
    other.write_bytes(DISORDERED)
    assert run("fmt", "matters/b.yaml").exit_code == 0
    assert (file.read_bytes(), other.read_bytes()) == (DISORDERED, ORDERED)
    said = run("fmt", "matters/c.yaml")
    assert said.exit_code == 2
    assert 'there is no "matters/c.yaml"' in said.stderr


def test_where_nothing_is_defined(folder: Path) -> None:
    said = run("fmt")
    assert said.exit_code == 2
    assert "no definition file was found" in said.stderr


UNREADABLE = {
    "no yaml": (b"matter: [a\n", "left as it is: matters/a.yaml:1:9: a bracket is opened here"),
    "not utf-8": ("事项: 甲\n".encode("gbk"), "left as it is: matters/a.yaml:1:1: the file is GBK"),
    "an anchor": (b"matter: &x a\n", 'left as it is: matters/a.yaml:1:9: the anchor "&x"'),
    "another program's": (b"steps: []\n", "left as it is: matters/a.yaml:1:1: a document that is"),
    "too large": (b"#" * 6_000_000, "left as it is: matters/a.yaml:1:1: the file is too large"),
}


@pytest.mark.parametrize("case", UNREADABLE)
@pytest.mark.parametrize("option", ["--check", "--diff", "--quiet"])
def test_what_cannot_be_read_is_left_alone_and_told(file: Path, case: str, option: str) -> None:
    content, why = UNREADABLE[case]
    file.write_bytes(content)
    other = file.parent / "b.yaml"
    other.write_bytes(DISORDERED)
    said = run("fmt", option)
    assert said.exit_code == 1
    assert (why in said.stderr) is (option != "--quiet")
    assert file.read_bytes() == content
    assert other.read_bytes() == (ORDERED if option == "--quiet" else DISORDERED)


def test_in_chinese(file: Path) -> None:
    file.write_bytes(b"matter: [a\n")
    said = run("fmt", language="zh")
    assert said.stderr.startswith("照原样保留：matters/a.yaml:1:9：")


def test_what_was_changed_meanwhile_stays(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever writes while we read, or even while we write, keeps what they wrote."""
    other = file.parent / "b.yaml"
    other.write_bytes(DISORDERED)
    original = saving._write_all

    def written_and_changed(content: bytes, descriptor: int) -> None:
        original(content, descriptor)
        file.write_bytes(b"name: mine\n")

    monkeypatch.setattr(saving, "_write_all", written_and_changed)
    said = run("fmt")
    assert said.exit_code == 1
    assert "left as it is: matters/a.yaml:1:1: it has been changed meanwhile" in said.stderr
    assert file.read_bytes() == b"name: mine\n"
    assert other.read_bytes() == ORDERED
    assert sorted(os.listdir(file.parent)) == ["a.yaml", "b.yaml"]


def test_what_has_gone_meanwhile_does_not_come_back(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = saving._write_all

    def written_and_gone(content: bytes, descriptor: int) -> None:
        original(content, descriptor)
        file.unlink()

    monkeypatch.setattr(saving, "_write_all", written_and_gone)
    assert run("fmt").exit_code == 1
    assert os.listdir(file.parent) == []


def test_what_settings_read_outside_is_left_alone(file: Path, folder: Path) -> None:
    inside = folder / "city"
    inside.mkdir()
    (inside / "govchain.toml").write_text('paths = ["m", "../matters"]')
    (inside / "m").mkdir()
    (inside / "m" / "b.yaml").write_bytes(DISORDERED)
    said = run("fmt", "-w", "city")
    assert said.exit_code == 0
    assert "left as it is, outside the workspace: matters\n" in said.stderr
    assert (file.read_bytes(), (inside / "m" / "b.yaml").read_bytes()) == (DISORDERED, ORDERED)


def test_a_link_that_leads_out_is_not_written_through(file: Path, folder: Path) -> None:
    secret = folder.parent / f"{folder.name}-outside.yaml"
    secret.write_bytes(DISORDERED)
    try:
        (folder / "matters" / "link.yaml").symlink_to(secret)
        (folder / "matters" / "folder").symlink_to(folder.parent)
        said = run("fmt")
        assert said.exit_code == 1
        assert "reached by a link that leads out of the workspace" in said.stderr
        assert secret.read_bytes() == DISORDERED
    finally:
        secret.unlink()


def test_a_link_inside_stays_a_link_and_its_file_is_written_once(file: Path) -> None:
    link = file.parent / "b.yaml"
    link.symlink_to("a.yaml")
    said = run("fmt")
    assert said.stderr.count("written") == 1
    assert link.is_symlink()
    assert file.read_bytes() == ORDERED


def test_a_file_of_several_names_changes_under_one(file: Path, folder: Path) -> None:
    """Who has it under another name, perhaps elsewhere, keeps what they have."""
    os.link(file, folder / "mine.txt")
    assert run("fmt").exit_code == 0
    assert file.read_bytes() == ORDERED
    assert (folder / "mine.txt").read_bytes() == DISORDERED


def test_a_file_that_may_not_be_written(file: Path) -> None:
    file.chmod(0o444)

    def look() -> None:
        said = run("fmt")
        assert said.exit_code == 2
        assert said.stderr == (
            'error: "matters/a.yaml" cannot be written: Permission denied\n'
            "hint: give yourself the right to write there\n"
        )
        assert Path("matters/a.yaml").read_bytes() == DISORDERED

    as_nobody(look)


def test_a_disk_that_is_only_read_is_told_as_that(file: Path) -> None:
    script = 'mount --bind . . && mount -o remount,ro,bind . && cd "$PWD" && exec "$@"'
    shut = ["unshare", "-rm", "sh", "-c", script, "sh"]
    if not shutil.which("unshare") or subprocess.run([*shut, "true"], check=False).returncode:
        pytest.skip("no file system can be mounted here")
    environment = {**os.environ, **surroundings("en"), "PYTHONPATH": str(HOME)}
    command = [*shut, *PROGRAM, "fmt"]
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (said.returncode, said.stderr) == (
        2,
        'error: "matters/a.yaml" cannot be written: Read-only file system\n'
        "hint: copy the workspace to where it may be written\n",
    )


def test_a_pipe_keeps_nobody_waiting(file: Path) -> None:
    os.mkfifo(file.parent / "pipe.yaml")
    assert run("fmt").exit_code == 1
    assert file.read_bytes() == ORDERED


def test_hostile_names_stay_text(folder: Path) -> None:
    name = "a\n::error ::x\x1b[31m.yaml"
    (folder / "matters" / name).write_bytes(DISORDERED)
    for options in (["--check"], ["--diff"], []):
        said = run("fmt", *options)
        assert "\x1b" not in said.stdout + said.stderr
        assert "\n::error" not in said.stdout + said.stderr


def test_hostile_text_stays_text_in_a_difference(file: Path) -> None:
    file.write_text("name: a\u202eb\n# ::error ::x\n# \u200f\nmatter: a\n", "utf-8")
    said = run("fmt", "--diff")
    assert not {"\u202e", "\u200f"} & set(said.stdout)
    assert "::error ::" not in said.stdout
