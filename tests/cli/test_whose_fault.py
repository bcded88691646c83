"""Exit 3 says that the fault is ours: whatever comes from outside is wrong use or a finding."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from govchain.cli.desk.pictures import engine
from govchain.reporting.formats import formats_of
from tests.cli.desk import HOME, PROGRAM, commands, program, run, surroundings

NEEDED = {"show": ["birth-registration"], "explain": ["own-paper"]}
"""What a command cannot do without."""
READING = ("check", "analyze", "show birth-registration", "compile", "render birth-registration")
HOSTILE = (
    "",
    "-",
    "..",
    "no/such",
    "matters",
    "a" * 5000,
    "9" * 5000,
    "-1",
    "\udcff/\udcfe.yaml",
    "{x} %s [red]",
    "N\n::error::x\x1b[31m",
    "x=y",
    "，",
    "9999-12-31",
    "0001-01-01",
)
ENDING = {"view": ("--port=70000",)}
"""What ends a command that otherwise goes on until it is told to end."""
WRITING = {"output", "write_baseline", "folder"}


def expect_no_fault(told: Result) -> None:
    assert told.exit_code in (0, 1, 2), told.output
    assert "Traceback" not in told.output


def takers() -> Iterator[Any]:  # typer's own kinds
    """Every command with each of its options and arguments, as typer knows them."""
    for name, command in commands().items():
        for parameter in command.params:
            yield pytest.param(name, parameter, id=f"{name}-{parameter.name}")


def spelled(parameter: Any, value: str) -> list[str]:
    if parameter.param_type_name == "argument":
        return ["--", value]
    return [parameter.opts[0]] if parameter.is_flag else [f"{parameter.opts[0]}={value}"]


def test_names_that_are_no_text_are_told_as_text_and_apart(workspace: Path) -> None:
    """Two bytes that are no UTF-8, and two names that look like what is told of those."""
    told = {
        b"a\xfe": r"a\xfe",
        b"a\xff": r"a\xff",
        rb"a\xff": r"a\x5cxff",
        rb"a\x5cxff": r"a\x5cx5cxff",
        rb"a\b": r"a\b",
        "a\ufffd".encode(): "a\ufffd",
    }
    for name in told:
        place = os.path.join(os.fsencode(workspace / "matters"), name + b".yaml")
        with open(place, "wb") as opened:
            opened.write(b"- nothing\n")
    wanted = {f"matters/{name}.yaml" for name in told.values()}
    for format in formats_of("check"):
        said = run("check", "--format", format).stdout
        assert not any("\ud800" <= sign <= "\udfff" for sign in said)
        if format == "json":
            findings = json.loads(said)["findings"]
            json.dumps(findings, ensure_ascii=False).encode()
            assert {f["file"] for f in findings if f["rule"] == "wrong-shape"} == wanted
    run("check", "--write-baseline", "known.json")
    text = (workspace / "known.json").read_text("utf-8")
    entries = json.loads(text)["findings"]
    assert {e["file"] for e in entries if e["rule"] == "wrong-shape"} == wanted
    assert "0 new, 0 gone" in run("check", "--baseline", "known.json").stdout
    odd = os.fsdecode(b"matters/a\xff.yaml")
    (workspace / odd).write_text("matter: odd\n")
    (workspace / os.fsdecode(b"matters/a\xfe.yaml")).unlink()
    old = text.replace(r"a\\xff.yaml", r"a\udcff.yaml").replace(r"a\\xfe.yaml", r"a\udcfe.yaml")
    for name in told.keys() - {b"a\xff", b"a\xfe"}:
        os.unlink(os.path.join(os.fsencode(workspace / "matters"), name + b".yaml"))
    for baseline in (text, old):
        (workspace / "known.json").write_text(baseline, "utf-8")
        assert " 1 gone" in run("check", odd, "--baseline", "known.json").stdout
        log = json.loads(run("check", "--baseline", "known.json", "--format", "sarif").stdout)
        absent = [r for r in log["runs"][0]["results"] if r.get("baselineState") == "absent"]
        uris = [r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in absent]
        assert "matters/a%FF.yaml" in uris
        assert "matters/a%5Cxff.yaml" in uris


@pytest.mark.parametrize(("name", "parameter"), [*takers()])
def test_no_value_of_an_option_is_our_fault(workspace: Path, name: str, parameter: Any) -> None:
    is_needed = parameter.param_type_name == "argument" and name in NEEDED
    needed = [] if is_needed else NEEDED.get(name, [])
    values = HOSTILE[:1] if getattr(parameter, "is_flag", False) else HOSTILE
    for value in values:
        if parameter.name in WRITING and value == "..":
            continue
        expect_no_fault(run(name, *ENDING.get(name, ()), *needed, *spelled(parameter, value)))


@pytest.mark.parametrize("command", READING)
@pytest.mark.parametrize(
    "settings",
    [
        'paths = ["\\u0000", "a\\u0000b"]\n',
        'baseline = "\\u0000"\n',
        f'baseline = "{"x" * 5000}"\npaths = ["matters", "{"x" * 5000}"]\n',
        f"[limits]\nmax-layers = {'9' * 5000}\n",
        f"[limits]\nmax-layers = {'9' * 20}\nsupply = {'9' * 20}\nreply-extended = {'9' * 20}\n",
    ],
    ids=["nul path", "nul baseline", "long names", "5,000 digits", "20 digits"],
)
def test_no_setting_is(workspace: Path, command: str, settings: str) -> None:
    (workspace / "govchain.toml").write_text(settings, encoding="utf-8")
    expect_no_fault(run(*command.split()))


@pytest.mark.parametrize("project", ["tool = 1\n", "tool = []\n", "[tool]\ngovchain = 1\n"])
def test_no_project_is(workspace: Path, project: str) -> None:
    (workspace / "govchain.toml").unlink()
    (workspace / "pyproject.toml").write_text(project, encoding="utf-8")
    for command in READING:
        expect_no_fault(run(*command.split()))


@pytest.mark.parametrize("digits", [20, 5000])
@pytest.mark.parametrize(
    "said", ["volume: {}", "time-limit: {{promised: {}d}}", "# {}\nvolume: 1e{}", "volume: 0x{}"]
)
def test_no_number_is(workspace: Path, digits: int, said: str) -> None:
    head = "matter: z\ndepartment: police\n"
    steps = "steps:\n  - {id: a, kind: apply, visit: N, time: Nd}\n  - {id: b, kind: approve}\n"
    text = head + said.format(*["9" * digits] * 2) + "\n" + steps.replace("N", "9" * digits)
    (workspace / "matters" / "z.yaml").write_text(text, encoding="utf-8")
    for command in ("check", "analyze", "show z", "render z", "compile z --format graphml"):
        expect_no_fault(run(*command.split()))


@pytest.mark.parametrize("id", ["甲" * 64, "x" * 5000, "..", "con"])
def test_no_id_is(workspace: Path, id: str) -> None:
    for number in (1, 2):
        text = f"matter: {id}{number}\nsteps: [{{id: {id}, kind: apply}}]\n"
        (workspace / "matters" / f"{number}.yaml").write_text(text, encoding="utf-8")
    for command in ("check", "analyze", "render", "render -o out", "compile"):
        expect_no_fault(run(*command.split()))
    assert sorted(p.name for p in workspace.iterdir()) == [
        "diagrams", "govchain.toml", "matters", "out"
    ]  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
class TestNamesThatAreNoText:
    @pytest.fixture(autouse=True)
    def files(self, workspace: Path) -> None:
        folder = os.fsencode(workspace / "matters")
        try:
            os.mkdir(folder + b"/\xff\xfe")
        except OSError:
            pytest.skip("the file system takes text alone")
        for name, text in (
            (b"/\xff\xfe/\xe4.yaml", b"matter: ["),
            (b"/\xe9.yaml", b"matter: zz\na: 1"),
        ):
            with open(folder + name, "wb") as sheet:
                sheet.write(text)

    @pytest.mark.parametrize(
        "command",
        [
            *READING,
            "check --format json",
            "check --format sarif",
            "check --format github",
            "analyze --format json",
            "check --write-baseline known.json",
            "compile --format graphml",
            "check matters/\udce9.yaml",
            "show matters/\udce9.yaml",
            "show zz",
            "check -o \udce8.txt",
            "check --lang \udce8",
            "render -o \udcff",
        ],
    )
    def test_they_are_read_and_told(self, workspace: Path, command: str) -> None:
        told = run(*command.split())
        expect_no_fault(told)
        told.stdout.encode()

    def test_code_scanning_gets_their_bytes(self, workspace: Path) -> None:
        results = json.loads(run("check", "--format", "sarif").stdout)["runs"][0]["results"]
        places = [result["locations"][0]["physicalLocation"] for result in results]
        assert "matters/%E9.yaml" in {place["artifactLocation"]["uri"] for place in places}

    def test_what_is_known_stays_known(self, workspace: Path) -> None:
        os.unlink(os.fsencode(workspace) + b"/matters/\xff\xfe/\xe4.yaml")  # never known: no YAML
        assert run("check", "--write-baseline", "known.json").exit_code == 0
        assert run("check", "--baseline", "known.json").exit_code == 0


@pytest.mark.parametrize(
    "entry",
    ["\\ud800", "\\u0000", "\\udcff/../..", "x" * 5000],
    ids=["half a character", "nul", "no text", "long"],
)
@pytest.mark.parametrize("format", formats_of("check"))
def test_no_baseline_is(workspace: Path, entry: str, format: str) -> None:
    said = ", ".join(
        f'"{key}": "{entry}"'
        for key in ("fingerprint", "rule", "file", "matter", "step", "subject", "message")
    )
    text = f'{{"schema": "govchain.baseline/1", "findings": [{{{said}}}]}}'
    (workspace / "known.json").write_text(text, encoding="utf-8")
    told = run("check", "--baseline", "known.json", "--format", format)
    expect_no_fault(told)
    assert told.exit_code != 2
    told.stdout.encode()


@pytest.mark.skipif(os.name == "nt", reason="scripts of a shell")
class TestDot:
    """`dot` is whatever of this name stands first on PATH."""

    @pytest.mark.parametrize(
        ("script", "why"),
        [
            ("echo >&2 no luck; exit 7", "no luck"),
            ("exit 1", ": 1"),
            ("kill -9 $$", "-9"),
            ("cat >/dev/null; echo garbage", "no picture"),
            ("cat >/dev/null; printf '\\377\\376'", "no picture"),
            ("exec <&-; exit 0", "no picture"),
            ("exec sleep 60", "did not end within 0 seconds"),
        ],
    )
    def test_what_it_does_wrong_is_said(
        self, workspace: Path, monkeypatch: pytest.MonkeyPatch, script: str, why: str
    ) -> None:
        if "sleep" in script:
            monkeypatch.setattr(engine, "PATIENCE", 0.5)
        (workspace / "dot").write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (workspace / "dot").chmod(0o755)
        monkeypatch.setenv("PATH", f"{workspace}{os.pathsep}{os.environ['PATH']}")
        told = run("render", "birth-registration", "--engine", "dot")
        assert told.exit_code == 2
        assert why in told.stderr
        assert told.stdout == ""

    def test_it_may_be_no_program(self, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (workspace / "dot").write_bytes(b"\x00\x01")
        (workspace / "dot").chmod(0o755)
        monkeypatch.setenv("PATH", str(workspace))
        assert run("render", "birth-registration", "--engine", "dot").exit_code == 2


@pytest.mark.skipif(os.name == "nt", reason="a folder in use stays there")
@pytest.mark.parametrize("command", ["check", "show x", "check -w {}", "render -w {}", "init x"])
def test_a_folder_that_is_gone_is_not(workspace: Path, command: str) -> None:
    (workspace / "gone").mkdir()
    line = " ".join(f"'{part}'" if " " in part else part for part in PROGRAM[:1])
    script = f"rmdir ../gone; exec {line} -m govchain {command.format(workspace)}"
    environment = {**os.environ, **surroundings("en"), "PYTHONPATH": str(HOME)}
    del environment["GOVCHAIN_LANG"]
    told = subprocess.run(
        ["sh", "-c", script], cwd=workspace / "gone", env=environment, capture_output=True
    )
    assert told.returncode == 2, told.stderr
    assert b"error: " in told.stderr


@pytest.mark.parametrize(
    "surrounding",
    [
        {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        {"GOVCHAIN_LANG": "zh", "LC_ALL": "C", "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
        {"TERM": "dumb", "COLUMNS": "0"},
        {"COLUMNS": "-5", "HOME": "/no/such"},
        {"COLUMNS": "9999999"},
        {"COLUMNS": "abc", "LINES": "abc", "GOVCHAIN_LANG": "\udcff"},
        {"COLUMNS": "９", "GITHUB_WORKSPACE": "x" * 5000},
    ],
    ids=str,
)
def test_no_surrounding_is(workspace: Path, surrounding: dict[str, str]) -> None:
    for command in ("check --help", "check", "show birth-registration"):
        told = program(*command.split(), folder=workspace, hidden=("HOME",), **surrounding)
        assert told.returncode == 0, told.stderr
        assert told.stdout.decode()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no such device here")
@pytest.mark.parametrize("redirection", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-", ">/dev/full"])
@pytest.mark.parametrize("command", ["check", "check --help", "--help"])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_no_stream_is(workspace: Path, redirection: str, command: str, unbuffered: str) -> None:
    """Python keeps what it writes, and tries once more at its end, unless it is told not to."""
    environment = {**os.environ, **surroundings("en"), "PYTHONPATH": str(HOME)}
    environment["PYTHONUNBUFFERED"] = unbuffered
    line = f"exec {sys.executable} -m govchain {command} {redirection}"
    told = subprocess.run(["sh", "-c", line], cwd=workspace, env=environment, capture_output=True)
    assert told.returncode in (0, 2), told.stderr
    assert b"Traceback" not in told.stderr
