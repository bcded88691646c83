"""Nothing that a definition says chooses where a file is written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govchain.cli.files.file_names import file_names
from tests.cli.desk import run

HOSTILE = (
    "..", "../up", "/etc/passwd", "C:\\x", "a/b", "nul", "COM1.txt", "lpt9", ".hidden", "end.", "",
    "𠀀" * 64, "x" * 300, "a\nb", "é", "e\u0301",
)  # fmt: skip


@given(st.lists(st.sampled_from(HOSTILE) | st.text(max_size=80), unique=True))
def test_names_are_safe_and_none_is_given_twice(ids: list[str]) -> None:
    names = file_names(ids)
    assert len({name.casefold() for name in names.values()}) == len(ids)
    for name in names.values():
        assert Path("x", name).parent == Path("x")
        assert name
        assert name[0] != "."
        assert name[-1] != "."
        assert len(f"{name}.svg".encode()) < 200
        assert name.partition(".")[0].casefold() not in {"nul", "con", "com1", "lpt9"}


@given(st.lists(st.sampled_from(HOSTILE), unique=True))
def test_a_name_is_the_same_in_every_run(ids: list[str]) -> None:
    assert all(file_names([id])[id] == name for id, name in file_names(ids).items())


def test_plain_ids_are_their_own_names() -> None:
    ids = ["newborn", "PENDING_AT_CLERK", "新生儿出生", "v1.2", "a-b"]
    assert file_names(ids) == {id: id for id in ids}


def test_ids_that_differ_in_capitals_alone_are_told_apart() -> None:
    first, second = file_names(["Case", "case"]).values()
    assert first.casefold() != second.casefold()


@pytest.mark.parametrize("id", ["𠀀" * 64, "nul", "com1", "x" * 64])
def test_a_picture_of_any_id_is_written_into_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, id: str
) -> None:
    monkeypatch.chdir(tmp_path)
    steps = "steps: [{id: a, kind: apply}]\n"
    for name in (id, "other"):
        text = f"matter: {name}\n{steps}"
        (tmp_path / f"{len(name)}.yaml").write_text(text, encoding="utf-8")
    told = run("render", "-o", "out")
    assert told.exit_code == 0, told.output
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".svg"}
    assert len(list((tmp_path / "out").iterdir())) == 2


@pytest.mark.parametrize("ids", [["con", "con-1143da2b"], ["A", "a", "A-559aead0"]])
def test_an_id_that_reads_like_a_marked_one_takes_no_name_from_it(ids: list[str]) -> None:
    names = file_names(ids)
    assert names[ids[-1]] == ids[-1]
    assert len({name.casefold() for name in names.values()}) == len(ids)


@pytest.fixture
def matters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of the matters m and n, in which the test stands; nothing is beside it."""
    folder = tmp_path / "workspace"
    folder.mkdir()
    for id in ("m", "n"):
        text = f"matter: {id}\nsteps: [{{id: a, kind: apply}}]\n"
        (folder / f"{id}.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("linked", ["diagrams", "diagrams/m.svg"])
def test_a_link_that_nobody_named_is_not_written_through(matters: Path, linked: str) -> None:
    outside = matters.parent / "outside"
    outside.mkdir()
    (matters / linked).parent.mkdir(exist_ok=True)
    (matters / linked).symlink_to(outside if linked == "diagrams" else outside / "keys")
    told = run("render")
    assert told.exit_code == 2
    assert "is a link" in told.output
    assert not list(outside.iterdir())


@pytest.mark.parametrize("asked", [("m",), ("m", "n"), ()])
@pytest.mark.parametrize("forced", [(), ("--force",)])
@pytest.mark.parametrize("led_to", ["<svg>kept</svg>", None])
def test_a_link_in_the_folder_asked_for_is_not_written_through(
    matters: Path, asked: tuple[str, ...], forced: tuple[str, ...], led_to: str | None
) -> None:
    outside = matters.parent / "outside"
    outside.mkdir()
    if led_to is not None:
        (outside / "keys").write_text(led_to)
    (matters / "out").mkdir()
    (matters / "out" / "m.svg").symlink_to(outside / "keys")
    told = run("render", *asked, "-o", "out", *forced)
    assert told.exit_code == 2
    assert '"out/m.svg" is a link' in told.stderr
    assert "name another folder with -o" in told.stderr
    left = [path.read_text() for path in outside.iterdir()]
    assert left == ([led_to] if led_to is not None else [])


def test_a_link_that_is_named_itself_is_followed(matters: Path) -> None:
    (matters / "here.svg").symlink_to(matters / "there.svg")
    assert run("render", "m", "-o", "here.svg").exit_code == 0
    assert (matters / "there.svg").read_text().startswith("<svg")
    assert (matters / "here.svg").is_symlink()


@pytest.mark.parametrize("asked", [("m",), ()])
def test_a_pipe_in_the_folder_keeps_nobody_waiting(matters: Path, asked: tuple[str, ...]) -> None:
    (matters / "out").mkdir()
    os.mkfifo(matters / "out" / "m.svg")
    told = run("render", *asked, "-o", "out", "--force")
    assert told.exit_code == 2
    assert '"out/m.svg" is no ordinary file' in told.stderr
