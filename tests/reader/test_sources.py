"""Files on a disk: whatever stands there, reading ends, and says what it could not read."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from govchain.reader.reading import Reading, read_workspace
from govchain.reader.workspace import sources
from govchain.reader.workspace.scope import find_workspace
from govchain.reader.workspace.sources import read_sources
from tests.nobody import as_nobody

from .saying import HEAD, REGISTRY, STEPS, said


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of two files, in which the tests stand."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "birth.yaml").write_text(HEAD + STEPS, encoding="utf-8")
    (tmp_path / "registry.yml").write_text(REGISTRY, encoding="utf-8")
    return tmp_path


def read() -> Reading:
    return read_workspace(find_workspace(()))


def told(reading: Reading) -> list[tuple[str, str]]:
    return [(trouble.place.file, trouble.rule) for trouble in reading.troubles]


def test_all_yaml_files_are_read_in_order(folder: Path) -> None:
    (folder / "a").mkdir()
    (folder / "a" / "b.yaml").write_text("# nothing\n", encoding="utf-8")
    (folder / ".hidden").mkdir()
    (folder / ".hidden" / "c.yaml").write_text("- broken", encoding="utf-8")
    (folder / ".d.yaml").write_text("- broken", encoding="utf-8")
    (folder / "notes.txt").write_text("- no yaml", encoding="utf-8")
    reading = read()
    assert reading.files == ("a/b.yaml", "birth.yaml", "registry.yml")
    assert reading.troubles == ()
    assert reading.sources["birth.yaml"] == HEAD + STEPS


def test_places_are_seen_from_the_workspace(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = read()
    (folder / "sub").mkdir()
    monkeypatch.chdir(folder / "sub")
    assert read_workspace(find_workspace([".."])) == whole


def test_a_link_to_a_folder_above_is_told_and_left(folder: Path) -> None:
    (folder / "deep").mkdir()
    (folder / "deep" / "loop").symlink_to(folder)
    assert told(read()) == [("deep/loop", "unreadable-file")]


def test_a_folder_behind_two_names_is_read_once(folder: Path) -> None:
    (folder / "one").mkdir()
    (folder / "one" / "x.yaml").write_text("matter: x\n" + STEPS, encoding="utf-8")
    (folder / "two").symlink_to(folder / "one")
    reading = read()
    assert reading.files == ("birth.yaml", "one/x.yaml", "registry.yml")
    assert reading.troubles == ()


@pytest.mark.parametrize("paths", [(".",), ("a", "."), ("z", "a"), ("a", "z")])
def test_a_file_has_the_name_that_no_link_gives_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, paths: tuple[str, ...]
) -> None:
    monkeypatch.chdir(folder)
    (folder / "z" / "deep").mkdir(parents=True)
    (folder / "z" / "deep" / "more.yaml").write_text("matter: more\n", encoding="utf-8")
    (folder / "a").symlink_to("z")
    (folder / "b").symlink_to("z/deep")
    files, troubles = read_sources(paths, ".")
    assert {name for name, _ in files} - {"birth.yaml", "registry.yml"} == {"z/deep/more.yaml"}
    assert not troubles


def test_what_a_link_alone_leads_to_has_its_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    (folder / "z").mkdir()
    (folder / "z" / "more.yaml").write_text("matter: more\n", encoding="utf-8")
    (folder / "in").mkdir()
    for name in ("b", "a"):
        (folder / "in" / name).symlink_to("../z")
    files, _ = read_sources(["in"], ".")
    assert [name for name, _ in files] == ["in/a/more.yaml"]


def test_a_link_to_itself_and_one_to_nothing(folder: Path) -> None:
    (folder / "self.yaml").symlink_to("self.yaml")
    (folder / "void.yaml").symlink_to("nowhere")
    assert told(read()) == [("self.yaml", "unreadable-file"), ("void.yaml", "unreadable-file")]


def test_pipes_and_sockets_keep_nobody_waiting(folder: Path) -> None:
    os.mkfifo(folder / "pipe.yaml")
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind("socket.yaml")
        assert told(read()) == [
            ("pipe.yaml", "unreadable-file"),
            ("socket.yaml", "unreadable-file"),
        ]


def test_a_folder_with_the_name_of_a_file(folder: Path) -> None:
    (folder / "x.yaml").mkdir()
    assert read().troubles == ()


def test_what_may_not_be_read(folder: Path) -> None:
    def work() -> None:
        Path("secret.yaml").touch(mode=0)
        Path("closed").mkdir(mode=0)
        assert told(read()) == [("closed", "unreadable-file"), ("secret.yaml", "unreadable-file")]

    as_nobody(work)


def test_a_file_too_large_is_not_read(folder: Path) -> None:
    with open(folder / "large.yaml", "wb") as large:
        large.truncate(10 * 1024 * 1024 * 1024)
    [trouble] = read().troubles
    assert (trouble.place.file, trouble.rule) == ("large.yaml", "unreadable-file")
    assert "more than 5 MB" in said(trouble)


@pytest.mark.parametrize(
    ("content", "place", "words"),
    [
        (b"matter: m\nname: \xff\n", (2, 7), "not UTF-8"),
        ("matter: m\nname: 出生登记\n".encode("gbk"), (2, 7), "GBK"),
        ("matter: m\n".encode("utf-16"), (1, 1), "UTF-16"),
        ("matter: m\n".encode("utf-16-le"), (1, 1), "UTF-16 LE"),
        ("matter: m\n".encode("utf-16-be"), (1, 1), "UTF-16 BE"),
        ("事项: 出生登记\n名称: 一件事\n".encode("utf-16-le"), (1, 1), "UTF-16 LE"),
        ("事项: 出生登记\n名称: 一件事\n".encode("utf-16-be"), (1, 1), "UTF-16 BE"),
        ("事项: 出生登记\n".encode("utf-32"), (1, 1), "UTF-32"),
        ("事项: 出生登记\n".encode("utf-32-le"), (1, 1), "UTF-32 LE"),
        ("事项: 出生登记\n".encode("utf-32-be"), (1, 1), "UTF-32 BE"),
        ("名称: 出生登记\0\n".encode("gbk"), (1, 1), "not UTF-8: a byte"),
        (b"matter: m\nname: a\0b\n", (2, 8), "U+0000"),
        (b"matter: m\nname: a\0b\0\n", (2, 8), "U+0000"),
        ("# 出生\n户口: ".encode() + b"\xff", (2, 5), "not UTF-8"),
    ],
)
def test_bytes_that_are_no_text(
    folder: Path, content: bytes, place: tuple[int, int], words: str
) -> None:
    (folder / "bad.yaml").write_bytes(content)
    [trouble] = read().troubles
    assert trouble.rule == "unreadable-file"
    assert (trouble.place.line, trouble.place.column) == place
    assert words in said(trouble)


def test_one_broken_file_hides_no_other(folder: Path) -> None:
    (folder / "a.yaml").write_bytes(b"\xff")
    (folder / "b.yaml").write_text("name: 'x", encoding="utf-8")
    (folder / "c.yaml").write_text("volume: 1", encoding="utf-8")
    assert told(read()) == [
        ("a.yaml", "unreadable-file"),
        ("b.yaml", "unreadable-file"),
        ("c.yaml", "unknown-key"),
    ]


def test_a_link_that_leads_out_is_told_and_not_followed(
    tmp_path_factory: pytest.TempPathFactory, folder: Path
) -> None:
    """The environment of a build holds secrets, and an excerpt would print them."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "more.yaml").write_text("SECRET=1", encoding="utf-8")
    (folder / "env.yaml").symlink_to("/proc/self/environ")
    (folder / "deep").symlink_to(elsewhere)
    (folder / "again.yaml").symlink_to(folder / "birth.yaml")
    reading = read()
    assert [(t.place.file, t.rule) for t in reading.troubles if "leads out" in said(t)] == [
        ("deep", "unreadable-file"),
        ("env.yaml", "unreadable-file"),
    ]
    assert not any("SECRET" in text for text in reading.sources.values())
    (folder / "govchain.toml").write_text(f'paths = [".", "{elsewhere}"]\n', encoding="utf-8")
    assert any("SECRET" in text for text in read().sources.values()), "the settings name it"


@pytest.mark.parametrize("settings", [None, 'paths = ["matters"]'])
def test_what_is_read_leads_out_by_no_link_either(
    tmp_path_factory: pytest.TempPathFactory, folder: Path, settings: str | None
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "more.yaml").write_text("SECRET=1", encoding="utf-8")
    (folder / "matters").symlink_to(elsewhere)
    if settings:
        (folder / "govchain.toml").write_text(settings, encoding="utf-8")
    reading = read()
    assert [t.place.file for t in reading.troubles if "leads out" in said(t)] == ["matters"]
    assert not any("SECRET" in text for text in reading.sources.values())


def test_a_link_to_everything_is_told_once_and_not_walked(folder: Path) -> None:
    (folder / "all").symlink_to("/")
    assert [t.place.file for t in read().troubles if "leads out" in said(t)] == ["all"]


@pytest.mark.parametrize("wanted", ["/proc/self/environ", "notes.txt", "out.yaml", "a\\u0000.yaml"])
def test_paths_of_the_settings_name_folders_and_definitions(folder: Path, wanted: str) -> None:
    (folder / "notes.txt").write_text("SECRET", encoding="utf-8")
    (folder / "out.yaml").symlink_to("/proc/self/environ")
    (folder / "govchain.toml").write_text(f'paths = ["{wanted}"]\n', encoding="utf-8")
    reading = read()
    assert [t.rule for t in reading.troubles] == ["bad-value"]
    assert reading.troubles[0].subject.startswith(f"paths.{wanted[:1]}")
    assert list(reading.sources) == ["govchain.toml"]


BARE = "steps: [{id: a, kind: apply}]\n"


def crowded(folder: Path, many: int) -> None:
    """A folder beside the workspace in which so much stands, most of it of no use to us."""
    deep = folder / "crowd" / "deep"
    deep.mkdir(parents=True)
    for number in range(many - 2):
        (deep / f"{number}.txt").touch()
    (deep / "more.yaml").write_text("matter: more\n" + BARE, encoding="utf-8")


@pytest.mark.parametrize("order", [["a", "crowd", "b.yaml"], ["crowd", "b.yaml", "a"]])
def test_a_path_below_which_too_much_stands_is_told_and_left(
    folder: Path, monkeypatch: pytest.MonkeyPatch, order: list[str]
) -> None:
    """As where the settings name the root of the disk: the run answers, and is no judgement."""
    crowded(folder, 50)
    (folder / "a").mkdir()
    (folder / "a" / "a.yaml").write_text("matter: a\n" + BARE, encoding="utf-8")
    (folder / "b.yaml").write_text("matter: b\n" + BARE, encoding="utf-8")
    (folder / "govchain.toml").write_text(f"paths = {order}\n", encoding="utf-8")
    monkeypatch.setattr(sources, "MOST_ENTRIES", 51)
    reading = read()
    assert reading.files == ("a/a.yaml", "b.yaml", "crowd/deep/more.yaml")
    assert reading.troubles == ()
    monkeypatch.setattr(sources, "MOST_ENTRIES", 50)
    reading = read()
    last = [path for path in order if path != "b.yaml"][-1]
    assert told(reading) == [(last, "unreadable-file")]
    assert "more than 50 files" in said(reading.troubles[0])
    whole = ("a/a.yaml", "b.yaml", "crowd/deep/more.yaml")
    assert reading.files == tuple(file for file in whole if not file.startswith(f"{last}/"))
    monkeypatch.setattr(sources, "MOST_ENTRIES", 20)
    reading = read()
    assert ("crowd", "unreadable-file") in told(reading)
    assert "b.yaml" in reading.files
    assert "crowd/deep/more.yaml" not in reading.files


def test_all_paths_together_are_bounded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "cde":
        (folder / name).mkdir()
        (folder / name / "m.yaml").write_text(f"matter: {name}\n" + BARE, encoding="utf-8")
    (folder / "govchain.toml").write_text('paths = ["c", "d", "e"]\n', encoding="utf-8")
    monkeypatch.setattr(sources, "MOST_ENTRIES", 2)
    reading = read()
    assert told(reading) == [("e", "unreadable-file")]
    assert reading.files == ("c/m.yaml", "d/m.yaml")
