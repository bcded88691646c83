"""Which workspace a path belongs to, what is read, and what the settings say."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from govchain.findings import Severity, Trouble
from govchain.model.settings import Limits, Settings
from govchain.reader.reading import read_workspace
from govchain.reader.workspace.left_out import left_out
from govchain.reader.workspace.scope import WorkspaceError, find_workspace
from govchain.reader.workspace.settings import settings_of
from govchain.reporting.words import words

from .saying import HEAD, STEPS, said


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with settings and two matters, in which the tests stand."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "govchain.toml").write_text('language = "zh"\n', encoding="utf-8")
    (tmp_path / "matters" / "person").mkdir(parents=True)
    (tmp_path / "matters" / "person" / "birth.yaml").write_text(HEAD + STEPS, encoding="utf-8")
    return tmp_path


def beside() -> tuple[Trouble, ...]:
    """What is told of the files beside the folder that is read."""
    workspace = find_workspace(())
    return left_out(workspace.root, *workspace.paths) if workspace.is_alone else ()


def test_settings_are_looked_for_upwards(folder: Path) -> None:
    workspace = find_workspace(["matters/person/birth.yaml"])
    assert workspace.root == "."
    assert workspace.paths == ("matters",)
    assert workspace.targets == ("matters/person/birth.yaml",)
    assert workspace.settings.language == "zh"


def test_without_a_path_it_is_the_working_folder(folder: Path) -> None:
    workspace = find_workspace(())
    assert (workspace.root, workspace.paths, workspace.targets) == (".", ("matters",), ())


def test_the_root_narrows_nothing(folder: Path) -> None:
    assert find_workspace(["."]).targets == ()


def test_without_settings_the_path_is_the_workspace(folder: Path) -> None:
    (folder / "govchain.toml").unlink()
    assert find_workspace(["matters/person"]).paths == ("matters/person",)
    workspace = find_workspace(["matters/person/birth.yaml"])
    assert workspace.root == "matters/person"
    assert workspace.paths == ("matters/person",)
    assert find_workspace(()).paths == ("matters",)


@pytest.mark.parametrize(
    ("name", "text", "is_told"),
    [
        ("beside.yaml", "matter: m\n", True),
        ("X.YML", "# 目录\n---\n部门名录:\n  a: {}\n", True),
        ("area/deep/a.yaml", '"name": x\n"matter": m\n', True),
        ("flow.yaml", "{data: {x: {}}}", True),
        ("lines.yaml", "{\n  matter: m\n}\n", True),
        ("indented.yaml", "  matter: m\n  steps: []\n", True),
        ("explicit.yaml", "? 事项\n: m\n", True),
        ("second.yaml", "x: 1\n---\ndata: {register: {holder: police}}\n", True),
        ("links.yaml", "links:\n  - data: x\n    to: police\n", True),
        ("open.yaml", "departments:\n  police: {\n", True),
        ("site.yaml", "links:\n  - title: home\n", False),
        ("values.yaml", "data:\n  key: value\n", False),
        ("versioned.yaml", "data: {a: {b: c}}\nversion: 3\n", False),
        ("pipeline.yaml", "steps:\n  - script: make\n", False),
        ("empty.yaml", "", False),
        ("broken.yaml", "matter: [\n", True),
        ("compose.yaml", "services:\n  data: {}\n", False),
        ("deep.yaml", "on:\n  matter: m\n  data: {}\n", False),
        ("map.yaml", "kind: ConfigMap\ndata: {}\n", False),
        ("notes.txt", "matter: m\n", False),
        (".hidden.yaml", "matter: m\n", False),
        (".hidden/a.yaml", "matter: m\n", False),
        ("matters/more.yaml", "matter: m\n", False),
    ],
)
def test_what_stands_beside_the_default_folder_is_told(
    folder: Path, name: str, text: str, is_told: bool
) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    told = [trouble.place.file for trouble in beside()]
    assert told == [name] * is_told
    (folder / "govchain.toml").write_text('paths = ["matters"]\n', encoding="utf-8")
    assert not beside()
    (folder / "govchain.toml").write_text('paths = ["."]\n', encoding="utf-8")
    assert not beside()


@pytest.mark.parametrize("encoding", ["gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_what_stands_beside_in_another_encoding_is_told(folder: Path, encoding: str) -> None:
    (folder / "beside.yaml").write_text("事项: 出生登记\n名称: 出生登记\n", encoding=encoding)
    (trouble,) = beside()
    assert trouble.place.file == "beside.yaml"


def test_of_what_stands_beside_links_and_other_workspaces_are_passed_by(folder: Path) -> None:
    (folder / "other").mkdir()
    (folder / "other" / "govchain.toml").write_text("", encoding="utf-8")
    (folder / "other" / "a.yaml").write_text("matter: m\n", encoding="utf-8")
    (folder / "again.yaml").symlink_to("matters/person/birth.yaml")
    (folder / "loop").symlink_to(".")
    assert not beside()
    for number in range(50):
        (folder / f"{number}.yaml").write_text("matter: m\n", encoding="utf-8")
    assert len(beside()) == 20


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ("x = [1,\r2]\ry = 1\n", 1, 8, "a carriage return by itself"),
        ('paths = ["."]\r\n\ry = 1\n', 2, 1, "a carriage return by itself"),
        ("# a\r\n[limits\r\n", 2, 8, "cannot be read as TOML"),
        ("# a\nx = [", 2, 1, "cannot be read as TOML"),
    ],
)
def test_line_ends_of_settings_are_those_of_editors(
    text: str, line: int, column: int, said: str
) -> None:
    _, (trouble,) = settings_of("govchain.toml", text)
    assert (trouble.place.line, trouble.place.column) == (line, column)
    assert said in trouble.message


@pytest.mark.parametrize("name", ["X.YAML", "x.Yml"])
def test_capitals_of_an_ending_make_no_difference(folder: Path, name: str) -> None:
    (folder / "matters" / name).write_text("matter: more\n", encoding="utf-8")
    workspace = find_workspace([f"matters/{name}"])
    assert f"matters/{name}" in read_workspace(workspace).files
    (folder / "govchain.toml").write_text(f'paths = ["matters/{name}"]\n', encoding="utf-8")
    assert read_workspace(find_workspace(())).files == (f"matters/{name}",)


def test_paths_may_lead_outside(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = folder / "inner"
    inner.mkdir()
    (inner / "govchain.toml").write_text('paths = ["../matters", "."]\n', encoding="utf-8")
    workspace = find_workspace(["inner"])
    assert workspace.paths == ("matters", "inner")
    assert read_workspace(workspace).files == ("../matters/person/birth.yaml",)


def test_settings_of_a_project_file(folder: Path) -> None:
    (folder / "govchain.toml").rename(folder / "pyproject.toml")
    text = '[tool.other]\nx = 1\n[tool.govchain]\nignore = ["sharing"]\n'
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    workspace = find_workspace(["matters"])
    assert workspace.settings.ignore == ("sharing",)
    assert workspace.root == "."


def test_a_named_workspace(folder: Path) -> None:
    (folder / "other").mkdir()
    assert find_workspace((), "other").root == "other"
    with pytest.raises(WorkspaceError, match="is not among"):
        find_workspace(["matters"], "other")


@pytest.mark.parametrize(
    ("paths", "message", "remedy"),
    [
        (["mattrs"], 'there is no "mattrs"', 'did you mean "matters"?'),
        (["matters/person/brith.yaml"], "there is no", 'did you mean "matters/person/birth.yaml"?'),
        (["zzz"], 'there is no "zzz"', "give a file or folder that exists"),
        (["matters", "other"], "belongs to the workspace", "paths of one workspace"),
        (["readme.txt"], "is not a definition file", ".yaml"),
        (["matters/a.txt"], "is not a definition file", ".yaml"),
        (["void"], 'the link "void" leads to nothing', "delete the link"),
        (["matters/void"], 'the link "matters/void" leads to nothing', "delete the link"),
        (["loop"], 'the link "loop" leads to nothing', "delete the link"),
        (["out"], "by a link that leads out of the workspace", "name its folder under `paths`"),
    ],
)
def test_wrong_paths(folder: Path, paths: list[str], message: str, remedy: str) -> None:
    (folder / "other").mkdir()
    (folder / "other" / "govchain.toml").touch()
    (folder / "readme.txt").touch()
    (folder / "matters" / "a.txt").touch()
    for void in ("void", "matters/void"):
        (folder / void).symlink_to("nowhere")
    (folder / "loop").symlink_to("loop")
    beyond = folder.with_name(f"{folder.name}-beyond")
    beyond.mkdir()
    (folder / "out").symlink_to(beyond)
    with pytest.raises(WorkspaceError, match=message) as error:
        find_workspace(paths)
    assert remedy in error.value.remedy.format(**error.value.facts)


def test_broken_settings_are_a_trouble(folder: Path) -> None:
    (folder / "govchain.toml").write_text('paths = ["matters", "x"]\nlimit = 1\n', encoding="utf-8")
    reading = read_workspace(find_workspace(()))
    assert [(trouble.rule, trouble.place.line) for trouble in reading.troubles[:2]] == [
        ("bad-value", 1),
        ("unknown-key", 2),
    ]
    assert reading.sources["govchain.toml"].startswith("paths")
    assert "matters/person/birth.yaml" in reading.files


def test_what_paths_may_not_name_is_told_in_both_languages(folder: Path) -> None:
    (folder / "note.txt").touch()
    text = 'paths = [\n"",\n"no.yaml",\n"note.txt",\n"matters"]\n'
    (folder / "govchain.toml").write_text(text, encoding="utf-8")
    troubles = find_workspace(()).troubles
    assert [(trouble.rule, trouble.place.line) for trouble in troubles] == [
        ("bad-value", 2),
        ("bad-value", 3),
        ("bad-value", 4),
    ]
    for trouble, chinese in zip(troubles, ("空", "没有路径", "既不是文件夹"), strict=True):
        assert chinese in words("zh").say(trouble.message, **trouble.facts)
        assert not words("zh").say(trouble.remedy).isascii()


@pytest.mark.parametrize("name", ["govchain.toml", "pyproject.toml"])
def test_settings_that_a_link_leads_out_to_are_not_read(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    """What is wrong in them would be printed with the line it stands in."""
    secret = tmp_path_factory.mktemp("elsewhere") / "credentials"
    secret.write_text("[tool.govchain]\ntoken = SECRET\n", encoding="utf-8")
    (folder / "govchain.toml").unlink()
    (folder / name).symlink_to(secret)
    found = find_workspace([])
    assert [(t.rule, t.place.file, t.place.line) for t in found.troubles] == [
        ("unreadable-file", name, 1)
    ]
    assert "SECRET" not in f"{found.troubles}{found.sources}"


def test_settings_that_a_link_in_the_workspace_stands_for_are_read(folder: Path) -> None:
    (folder / "govchain.toml").rename(folder / "real.toml")
    (folder / "govchain.toml").symlink_to("real.toml")
    assert not find_workspace([]).troubles


def test_all_settings() -> None:
    settings, troubles = settings_of(
        "govchain.toml",
        'paths = ["a"]\nselect = ["sharing"]\nignore = ["no-lead"]\nlanguage = "en"\n'
        'baseline = "b.json"\n[severity]\nno-lead = "advice"\n[limits]\nmax-visits = 2\n'
        "reply-extended = 30\n",
    )
    assert troubles == ()
    assert settings == Settings(
        paths=("a",),
        select=("sharing",),
        ignore=("no-lead",),
        severity={"no-lead": Severity.ADVICE},
        limits=Limits(max_visits=2, reply_extended=30),
        language="en",
        baseline="b.json",
    )


@pytest.mark.parametrize(
    ("text", "expected", "words"),
    [
        ("pathz = []\n", "1:1 unknown-key pathz", 'did you mean "paths"?'),
        ("foo = 1\n", "1:1 unknown-key foo", "use one of: paths"),
        ('x = "y\n', "1:7 unreadable-file s.toml", "cannot be read as TOML"),
        ('paths = "a"\n', "1:1 wrong-shape paths", "a list of texts"),
        ('\nbaseline = ""\n', "2:1 bad-value baseline", "is empty"),
        ('baseline = " "\n', "1:1 bad-value baseline", "leave the line out"),
        ('\nlanguage = "de"\n', "2:1 bad-value language", "use one of: zh, en"),
        ("baseline = 1\n", "1:1 wrong-shape baseline", "takes one text"),
        ("limits = 1\n", "1:1 wrong-shape limits", "[limits]"),
        ('[severity]\nx = "eror"\n', "2:1 bad-value severity.x", 'did you mean "error"?'),
        ("[limits]\nmax-vists = 1\n", "2:1 unknown-key limits.max-vists", '"max-visits"?'),
        ('[limits]\nsupply = "1"\n', "2:1 bad-value limits.supply", "whole number"),
        ("limits = {supply = -1}\n", "1:11 bad-value limits.supply", "whole number"),
        ("[limits]\nsupply = true\n", "2:1 bad-value limits.supply", "whole number"),
        ("[[limits]]\n", "1:1 wrong-shape limits", "takes a table"),
        ("a = " + "[" * 100_000, "1:1 unreadable-file s.toml", "TOML"),
        ("limits.supply = " + "9" * 5_000, "1:1 unreadable-file s.toml", "TOML"),
    ],
)
def test_each_trouble_of_settings(text: str, expected: str, words: str) -> None:
    settings, [trouble] = settings_of("s.toml", text)
    place = f"{trouble.place.line}:{trouble.place.column}"
    assert f"{place} {trouble.rule} {trouble.subject}" == expected
    assert words in said(trouble)
    assert settings == Settings()


RULES = ("sharing", "missing-link", "no-lead")


@pytest.mark.parametrize(
    ("text", "expected", "words"),
    [
        ('select = ["missing-lnk"]', "1:11 bad-value select.missing-lnk", '"missing-link"?'),
        ('select = ["sharing", "x"]', "1:22 bad-value select.x", "`govchain rules`"),
        ('ignore = ["no-leed"]', "1:11 bad-value ignore.no-leed", '"no-lead"?'),
        ('[severity]\nno-leed = "error"', "2:1 bad-value severity.no-leed", '"no-lead"?'),
    ],
)
def test_a_rule_that_is_none_selects_nothing(text: str, expected: str, words: str) -> None:
    settings, [trouble] = settings_of("s.toml", text, rules=RULES)
    place = f"{trouble.place.line}:{trouble.place.column}"
    assert f"{place} {trouble.rule} {trouble.subject}" == expected
    assert words in said(trouble)
    assert settings.select == (), "a selection of which a part is lost would leave rules out"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("[[tool.govchain]]\nselect = []\n", "wrong-shape"),
        ("[tool]\ngovchain = 1\n", "wrong-shape"),
        ('tool.govchain.select = ["x"]\n', "bad-value"),
        ("[tool.govchain\n", "unreadable-file"),
    ],
)
def test_settings_of_a_project_are_settings_however_written(
    folder: Path, text: str, rule: str
) -> None:
    (folder / "govchain.toml").unlink()
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    assert [t.rule for t in find_workspace((), rules=RULES).troubles] == [rule]


@pytest.mark.parametrize("text", ["tool = 1\n", "[project]\nname = 'govchain'\n", "govchain ="])
def test_a_project_without_settings_is_none_of_ours(folder: Path, text: str) -> None:
    (folder / "govchain.toml").unlink()
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    assert find_workspace((), rules=RULES).troubles == ()


def test_settings_that_are_no_text_file_are_told(folder: Path) -> None:
    file = folder / "govchain.toml"
    file.write_bytes(b"select = ['\xff']")
    assert [t.rule for t in find_workspace(()).troubles] == ["unreadable-file"]
    file.unlink()
    file.mkdir()
    assert [t.rule for t in find_workspace(()).troubles] == ["unreadable-file"]
    file.rmdir()
    os.mkfifo(file)
    assert [t.rule for t in find_workspace(()).troubles] == ["unreadable-file"]
