"""Nothing that a definition says chooses where a file is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govchain.cli.file_names import file_names
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


@pytest.mark.parametrize("linked", ["diagrams", "diagrams/m.svg"])
def test_a_link_that_nobody_named_is_not_written_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, linked: str
) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "workspace"
    outside.mkdir()
    (folder / linked).parent.mkdir(parents=True)
    (folder / linked).symlink_to(outside if linked == "diagrams" else outside / "keys")
    for id in ("m", "n"):
        text = f"matter: {id}\nsteps: [{{id: a, kind: apply}}]\n"
        (folder / f"{id}.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder)
    told = run("render")
    assert told.exit_code == 2
    assert "is a link" in told.output
    assert not list(outside.iterdir())
