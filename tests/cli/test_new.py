"""`govchain new`: what is answered, by options or at a terminal, is written, and holds at once."""

from __future__ import annotations

import json
import os
import select
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govchain.cli.desk.drafts.filling_in import id_for
from govchain.cli.desk.drafts.first_matter import FirstMatter, text_of
from govchain.model.ids import is_id
from govchain.reader.reading import read_texts
from tests.cli.desk import HOME, run, surroundings
from tests.rewriting.saying import anew

ENGLISH = """\
matter: residence-permit
name: Residence permit
type: service
department: police
applicant: person
basis: "Residence Permit Regulations, art. 9"
time-limit: {promised: 5d}
volume: 4000
materials:
  - {name: Lease}
steps:
  - {id: apply, kind: apply}
  - {id: accept, kind: accept, time: 1h}
  - {id: review, kind: review, department: housing, time: 3d}
  - {id: approve, kind: approve, time: 2d}
---
departments:
  police: {}
  housing: {name: Housing bureau}
"""
CHINESE = """\
事项: 居住证
类型: 公共服务
部门: 公安局
服务对象: 自然人
依据:
  - 《居住证暂行条例》第九条
  - 《居住证暂行条例》第十条
时限: {承诺: 5个工作日}
年办件量: 4000
材料:
  - {名称: 租赁合同}
环节:
  - {编号: 申请, 种类: 申请}
  - {编号: 审核, 种类: 审核, 部门: 住建局, 用时: 3个工作日}
  - {编号: 审核-2, 种类: 审核}
---
部门名录:
  公安局: {}
  住建局: {}
"""
BY_OPTIONS = {
    "en": (
        "residence-permit.yaml",
        ENGLISH,
        ("--name", "Residence permit", "--department", "police", "--type", "service",
         "--applicant", "person", "--basis", "Residence Permit Regulations, art. 9",
         "--promised", "5", "--volume", "4000", "--material", "Lease", "--step", "apply",
         "--step", "accept,1h", "--step", "review,housing=Housing bureau,3", "--step",
         "approve,,2d"),
    ),
    "zh": (
        "居住证.yaml",
        CHINESE,
        ("居住证", "--department", "公安局", "--type", "公共服务", "--applicant", "自然人",
         "--basis", "《居住证暂行条例》第九条", "--basis", "《居住证暂行条例》第十条",
         "--promised", "5个工作日", "--volume", "4000", "--material", "租赁合同",
         "--step", "申请", "--step", "审核，住建局，3", "--step", "审核"),
    ),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def errors_in(*paths: str) -> list[str]:
    said = run("check", "--format", "json", "--no-cache", *paths)
    report = json.loads(said.stdout)
    return [f["message"] for f in report["findings"] if f["severity"] == "error"]


@pytest.mark.parametrize("language", BY_OPTIONS)
def test_from_options_in_an_empty_folder(folder: Path, language: str) -> None:
    name, text, options = BY_OPTIONS[language]
    said = run("new", *options, language=language)
    assert said.exit_code == 0, said.stderr
    assert said.stdout == ""
    assert (folder / name).read_text("utf-8") == text
    assert errors_in() == []
    assert anew(text) == text, "it is in order"


@pytest.mark.parametrize(("language", "keys"), [("en", "zh"), ("zh", "en")])
def test_keywords_in_the_other_language(folder: Path, language: str, keys: str) -> None:
    name, _, options = BY_OPTIONS[language]
    said = run("new", *options, "--keys", keys, language=language)
    assert said.exit_code == 0
    written = (folder / name).read_text("utf-8")
    assert written.startswith("事项: " if keys == "zh" else "matter: ")
    assert read_texts({"a": written}).troubles == ()
    assert anew(written, keys) == written


def test_the_least_that_is_asked_for(folder: Path) -> None:
    assert run("new", "a", "--department", "police").exit_code == 0
    text = (folder / "a.yaml").read_text("utf-8")
    assert text == "matter: a\ndepartment: police\n---\ndepartments:\n  police: {}\n"
    assert errors_in() == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_in_the_real_workspace(tmp_path: Path, folder: Path, language: str) -> None:
    shutil.copytree(HOME / "matters", folder / "matters")
    before = errors_in()
    options = (
        "养老机构备案", "--department", "民政局", "--material", "居民身份证", "--material",
        "执照=company-registration", "--step", "申请", "--step", "受理,1", "--step",
        "审核,卫生健康委,3", "--step", "审批,,2", "--promised", "20", "--volume", "300",
    )  # fmt: skip
    said = run("new", *options, language=language)
    assert said.exit_code == 0, said.stderr
    text = (folder / "matters" / "养老机构备案.yaml").read_text("utf-8")
    assert "---" not in text
    assert "civil" in text
    assert "company-registration" in text
    assert sorted(errors_in()) == sorted(before)
    assert errors_in("matters/养老机构备案.yaml") == []


def test_where_definitions_are_read(folder: Path) -> None:
    (folder / "govchain.toml").write_text('paths = ["city"]')
    (folder / "city").mkdir()
    assert run("new", "a", "--department", "police").exit_code == 0
    assert (folder / "city" / "a.yaml").exists()
    assert run("new", "b", "--department", "police", "-o", "city/other.yaml").exit_code == 0
    assert (folder / "city" / "other.yaml").exists()
    (folder / "inner").mkdir()
    os.chdir("inner")
    assert run("new", "c", "--department", "police", "-w", "..").exit_code == 0
    assert (folder / "city" / "c.yaml").exists()


def test_what_the_workspace_does_not_read_is_told(folder: Path) -> None:
    (folder / "matters").mkdir()
    said = run("new", "a", "--department", "police", "-o", "a.yaml")
    assert (said.exit_code, 'not read by the workspace: "a.yaml"' in said.stderr) == (0, True)


def test_settings_choose_no_place_outside(folder: Path) -> None:
    (folder / "inside").mkdir()
    (folder / "inside" / "govchain.toml").write_text('paths = [".."]')
    assert run("new", "a", "--department", "police", "-w", "inside").exit_code == 0
    assert (folder / "inside" / "a.yaml").exists()
    assert not (folder / "a.yaml").exists()
    (folder / "inside" / "govchain.toml").write_text("")
    (folder / "inside" / "matters").symlink_to("..")
    assert run("new", "b", "--department", "police", "-w", "inside").exit_code == 0
    assert not (folder / "b.yaml").exists()


def test_on_stdout_where_that_is_asked_for(folder: Path) -> None:
    said = run("new", "a", "--department", "police", "-o", "-")
    assert said.stdout.startswith("matter: a\n")
    assert os.listdir(folder) == []


WRONG = {
    "no id": (("--department", "police"), '"ID" is missing'),
    "no department": (("a",), '"--department" is missing'),
    "a name that gives no id": (("--name", "！", "--department", "p"), '"ID" is missing'),
    "no id at all": (("a b", "--department", "p"), 'did you mean "a-b"?'),
    "a reserved id": (("all", "--department", "p"), "reserved word"),
    "no such type": (("a", "--department", "p", "--type", "licens"), 'did you mean "licence"?'),
    "no such kind": (("a", "--department", "p", "--step", "初审"), 'did you mean "审核"?'),
    "an office of the applicant": (
        ("a", "--department", "p", "--step", "apply,p"), "no place in a step of the applicant",
    ),
    "which days": (("a", "--department", "p", "--promised", "3 days"), "which days?"),
    "which days of a step": (("a", "--department", "p", "--step", "accept,3天"), "which days?"),
    "too much of a step": (("a", "--department", "p", "--step", "accept,x,y,3"), "says more"),
    "no number": (("a", "--department", "p", "--volume", "many"), "not a whole number"),
    "a number with a unit": (("a", "--department", "p", "--volume", "9,000"), '"9000"?'),
    "no such data": (("a", "--department", "p", "--material", "x=lease"), 'no data "lease"'),
    "data of a reserved id": (
        ("a", "--department", "p", "--material", "x=all=p"), "reserved word",
    ),
    "data without a name": (
        ("a", "--department", "p", "--material", "x==p"), '--material: on one side of "=" nothing',
    ),
    "data that nobody holds": (
        ("a", "--department", "p", "--material", "x=d="), "NAME=DATA=DEPARTMENT",
    ),
    "a material without a name": (
        ("a", "--department", "p", "--material", "=x"), 'on one side of "=" nothing stands: "=x"',
    ),
    "a new department without a name": (
        ("a", "--department", "p="), '--department: on one side of "=" nothing stands: "p="',
    ),
    "a new department without an id": (
        ("a", "--department", "=x"), "a new department is written ID=NAME",
    ),
    "a new department of a step without an id": (
        ("a", "--department", "p", "--step", "accept,=x"), '--step: on one side of "="',
    ),
    "no language": (("a", "--keys", "fr"), '"fr" is not a language'),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_what_means_nothing_is_refused(folder: Path, case: str) -> None:
    options, why = WRONG[case]
    said = run("new", *options)
    assert said.exit_code == 2
    assert why in said.stderr
    assert os.listdir(folder) == []


def test_departments_are_those_of_the_registry(folder: Path) -> None:
    text = "departments:\n  police: {name: 公安局}\n  housing: {name: 住建局}\n"
    (folder / "registry.yaml").write_text(text, "utf-8")
    said = run("new", "a", "--department", "polise")
    assert (said.exit_code, 'did you mean "police"?' in said.stderr) == (2, True)
    said = run("new", "a", "--department", "卫生健康委")
    assert 'is written with its name: "卫生健康委=…"' in said.stderr
    said = run("new", "a", "--department", "police=Police")
    assert 'is defined already, as "公安局"' in said.stderr
    assert run("new", "a", "--department", "公安", "--step", "accept,住建局").exit_code == 0
    written = (folder / "a.yaml").read_text("utf-8")
    assert "department: police\n" in written
    assert "department: housing}" in written
    said = run("new", "b", "--department", "health=卫生健康委", "--step", "accept,health")
    assert "defined in it too, since the registry does not have them: health" in said.stderr
    assert errors_in() == []


def test_data_that_the_registry_does_not_have_is_defined_with_who_holds_it(folder: Path) -> None:
    (folder / "r.yaml").write_text(
        "departments:\n  police: {name: 公安局}\ndata:\n  id-card: {name: 居民身份信息}\n", "utf-8"
    )
    options = (
        "--department", "公安局", "--material", "户口簿=户籍信息=公安局", "--material",
        "亲属关系证明=户籍信息", "--material", "租房合同=lease=housing=住建局",
    )  # fmt: skip
    said = run("new", "a", *options, language="zh")
    assert said.exit_code == 0, said.stderr
    assert "housing, 户籍信息, lease" in said.stderr
    assert (
        (folder / "a.yaml").read_text("utf-8")
        == """\
事项: a
部门: police
材料:
  - {名称: 户口簿, 数据: 户籍信息}
  - {名称: 亲属关系证明, 数据: 户籍信息}
  - {名称: 租房合同, 数据: lease}
---
部门名录:
  housing: {名称: 住建局}

数据目录:
  户籍信息: {数源部门: police}
  lease: {数源部门: housing}
"""
    )
    assert errors_in() == []
    said = run("new", "b", "--department", "police", "--material", "x=户口", language="zh")
    assert "未定义的数据要连同数源部门一起写：“…=户口=…”" in said.stderr
    said = run("new", "b", "--department", "police", "--material", "x=id-card=police")
    assert (said.exit_code, 'is defined already, as "居民身份信息"' in said.stderr) == (2, True)


def test_a_matter_that_is_there_stays(folder: Path) -> None:
    (folder / "other.yaml").write_text("matter: a\ndepartment: p\n---\ndepartments: {p: {}}\n")
    said = run("new", "a", "--department", "p")
    assert said.exit_code == 2
    assert 'the matter "a" is defined already, in "other.yaml"' in said.stderr


@pytest.mark.parametrize("there", ["file", "empty", "link", "folder"])
@pytest.mark.parametrize("options", [(), ("-o", "a.yaml")], ids=("by default", "named"))
def test_nothing_is_overwritten(folder: Path, there: str, options: tuple[str, ...]) -> None:
    file = folder / "a.yaml"
    if there == "folder":
        file.mkdir()
    elif there == "link":
        file.symlink_to("elsewhere.yaml")
    else:
        file.write_text("" if there == "empty" else "data: {}\n")
    before = sorted(os.listdir(folder))
    said = run("new", "a", "--department", "p", *options)
    assert said.exit_code == 2
    assert "is already there; nothing was written" in said.stderr
    assert sorted(os.listdir(folder)) == before
    assert there in ("folder", "link") or file.read_text() in ("", "data: {}\n")


def test_a_folder_that_is_not_there(folder: Path) -> None:
    said = run("new", "a", "--department", "p", "-o", "no/a.yaml")
    assert (said.exit_code, "does not exist" in said.stderr) == (2, True)


@pytest.mark.parametrize("text", ["a: b # c", "[x]", "- y", '"', "'", "\\", "{", "&a", "*", "!t",
    "| x", "> y", "% z", "@", "`", "? q", "a\tb", "a\nb", "\u202ex", "yes", "~", "null", "0x1",
    "《法》第一条", "a,b", "::error ::x", "\ufeffx", "#", "x:", "：", "一 二", "—"])  # fmt: skip
def test_any_text_is_written_as_text(folder: Path, text: str) -> None:
    options = ("--name", text, "--department", "p", "--basis", text, "--material", text)
    said = run("new", "a", *options, "-o", "a.yaml")
    assert said.exit_code == 0, said.stderr
    reading = read_texts({"a.yaml": (folder / "a.yaml").read_text("utf-8")})
    assert reading.troubles == ()
    matter = reading.definitions.matters["a"]
    assert {matter.name} == {matter.materials[0].name} == {*matter.basis}


@given(st.text(min_size=1), st.text(min_size=1))
def test_any_text_can_be_read(name: str, basis: str) -> None:
    """As far as it says anything at all."""
    from govchain.cli.desk.drafts.filling_in import text_in
    from govchain.cli.terminal.wrong_use import WrongUse

    try:
        answers = FirstMatter("a", text_in(name), department="p", basis=[text_in(basis)])
    except WrongUse:
        return
    for language in ("en", "zh"):
        reading = read_texts({"a.yaml": text_of(answers, language)})
        assert [trouble.rule for trouble in reading.troubles] == ["unknown-reference"]
        matter = reading.definitions.matters["a"]
        assert (matter.name, matter.basis) == (answers.name, tuple(answers.basis))


@given(st.text())
def test_an_id_made_of_a_name_is_one(name: str) -> None:
    made = id_for(name)
    assert made == "" or is_id(made)


def test_hostile_registries_stay_text(folder: Path) -> None:
    text = 'departments:\n  p: {name: "P\\e[31m\\n::error ::x"}\n  q: {name: "P\\u202e"}\n'
    (folder / "r.yaml").write_text(text)
    for asked in ("P", "x", "p"):
        said = run("new", "a", "--department", asked, "-o", "-")
        for mark in ("\x1b", "\u202e", "\n::error"):
            assert mark not in said.stdout + said.stderr


# At a terminal.

pty = pytest.importorskip("pty")


def at_terminal(
    folder: Path, answers: list[str], *options: str, language: str = "en"
) -> tuple[str, int]:
    """What is shown, and how it ends, where somebody types these lines and then goes."""
    environment = {**os.environ, **surroundings(language), "PYTHONPATH": str(HOME)}
    child, terminal = pty.fork()
    if not child:
        os.chdir(folder)
        command = [sys.executable, "-m", "govchain", "new", *options]
        os.execve(sys.executable, command, environment)
    shown = b""
    waiting = [answer.encode() + b"\n" for answer in answers] + [b"\x04"]
    asked = 0
    while True:
        readable, _, _ = select.select([terminal], [], [], 60)
        assert readable, shown
        try:
            piece = os.read(terminal, 4096)
        except OSError:
            break
        if not piece:
            break
        shown += piece
        if shown.endswith((b"? ", b") ", b"] ", "？ ".encode(), "） ".encode())) and waiting:
            os.write(terminal, waiting.pop(0))
            asked += 1
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    return shown.decode().replace("\r\n", "\n"), os.waitstatus_to_exitcode(status)


ANSWERS = {
    "en": [
        "Residence permit", "", "police", "service", "person", "Lease", "", "apply", "accept", "",
        "1h", "review", "housing=Housing bureau", "3", "approve", "", "2", "",
        "Residence Permit Regulations, art. 9", "", "5", "4000",
    ],
    "zh": [
        "居住证", "", "公安局", "公共服务", "自然人", "租赁合同", "", "申请", "审核", "住建局",
        "3", "审核", "", "", "", "《居住证暂行条例》第九条", "《居住证暂行条例》第十条", "", "5",
        "4000",
    ],
}  # fmt: skip


@pytest.mark.parametrize("language", ANSWERS)
def test_questions_ask_for_all_of_it(folder: Path, language: str) -> None:
    shown, status = at_terminal(folder, ANSWERS[language], language=language)
    assert status == 0, shown
    name, text, _ = BY_OPTIONS[language]
    assert (folder / name).read_text("utf-8") == text
    assert ("written" if language == "en" else "已写入") in shown


def test_only_what_is_open_is_asked(folder: Path) -> None:
    answers = ["", "", "", "", "", "", "7"]
    shown, status = at_terminal(folder, answers, "a", "--name", "A", "--department", "p")
    assert status == 0, shown
    assert "lead" not in shown
    assert "volume: 7\n" in (folder / "a.yaml").read_text()


def test_an_answer_that_means_nothing_is_asked_for_again(folder: Path) -> None:
    (folder / "r.yaml").write_text("departments:\n  police: {name: 公安局}\n")
    (folder / "other.yaml").write_text("matter: b\ndepartment: police\n")
    answers = ["", "A", "b", "all", "a", "polise", "police", "licens", "licence", *[""] * 6]
    shown, status = at_terminal(folder, answers)
    assert status == 0, shown
    for told in ("a text is missing", 'the matter "b" is defined already', "reserved word",
                 'did you mean "police"?', 'did you mean "licence"?'):  # fmt: skip
        assert told in shown
    assert (folder / "a.yaml").read_text() == (
        "matter: a\nname: A\ntype: licence\ndepartment: police\n"
    )


def test_broken_off_it_writes_nothing(folder: Path) -> None:
    shown, status = at_terminal(folder, ["A", ""])
    assert status == 2
    assert "the questions were broken off; nothing was written" in shown
    assert os.listdir(folder) == []


def test_nobody_is_asked_where_that_is_not_wanted(folder: Path) -> None:
    shown, status = at_terminal(folder, [], "a", "--department", "p", "--no-questions")
    assert status == 0
    assert "?" not in shown
    assert (folder / "a.yaml").exists()
