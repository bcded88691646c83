"""What definitions, settings, baselines and names of files say never acts where it comes out."""

from __future__ import annotations

import json
import re
from itertools import product
from pathlib import Path

import pytest

from govchain.drawing import chart_views, text_formats
from govchain.reporting import lists
from tests.cli.desk import run

HOSTILE = (
    "N\\n::error file=x.py,line=1::forged\\e[31m\\u202e[附件](https://x)\\uFFFE &amp; \\\\N"
    "\\uFEFF\\u200B\\u00AD\\u3164\\U000E0041\\u200D\\uFE0F\\u180B\\uFFF9"
)
"""As YAML's double quotes spell it: an end of line, an escape, a turn of writing, a link, and what
nobody sees."""
ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe"
    "\ufeff\u200b\u00ad\u3164\U000e0000-\U000e0fff\u200d\ufe0f\u180b\ufff9]"
)
FORGED = re.compile(r"^ *::(?!\w+ file=(govchain.toml|N%0A))[\w-]+[ :]", re.MULTILINE)
"""A line that a log takes for a command; `check --format github` has such of its own."""

DEFINITIONS = """\
matter: m
name: "NAME m"
department: police
basis: "NAME law"
volume: 10
facts: {"fact": ["NAME yes", "no"]}
time-limit: {statutory: 5d, promised: "NAME 3"}
materials:
  - {name: "NAME paper", data: income, basis: "NAME law", when: {fact: "NAME yes"}}
  - {name: "NAME other"}
steps:
  - {id: go, name: "NAME go", kind: apply, visit: 1, NAMEKEY: 1}
  - {id: look, name: "NAME look", kind: review, checks: [poor], time: 5d, department: street}
  - {id: decide, name: "NAME decide", kind: approve, checks: [poor], needs: ["NAME need"], time: 5d}
extra: {note: "NAME note"}
---
departments:
  police: {name: "NAME police"}
  street: {name: "NAME street", parent: "NAME parent"}
  tax: {name: "NAME tax"}
data:
  income: {name: "NAME income", holder: tax, basis: "NAME law"}
criteria:
  poor: {name: "NAME poor", uses: [income]}
links:
  - {data: income, to: police, status: suspended, duty: "NAME duty", purpose: "NAME purpose"}
"""

COMMANDS = (
    ("check",),
    ("check", "--format", "github"),
    ("check", "--format", "sarif"),
    ("check", "--format", "json"),
    ("check", "--baseline", "known.json"),
    ("analyze", "--limit", "0"),
    ("analyze", "--format", "json"),
    ("diff", ".", ".other", "--limit", "0"),
    ("diff", ".other", ".", "--limit", "0", "--format", "markdown"),
    ("diff", ".", ".other", "--format", "json"),
    ("diff", "NAME"),
    ("diff", "."),
    ("diff", ".", "--matter", "NAME"),
    ("list",),
    ("list", "--all"),
    ("list", "--all", "--format", "json"),
    ("list", "--all", "--format", "markdown"),
    *(("list", name, "--format", "csv") for name in lists.names()),
    ("show", "m"),
    ("compile", "m"),
    ("compile", "m", "--format", "graphml"),
    ("render", "m", "--format", "mermaid"),
    ("render", "m", "--format", "dot"),
    ("render", "m"),
    *(
        ("render", "m", "--view", view, "--format", format)
        for view, format in product(chart_views(), text_formats())
    ),
    ("compile",),
    ("rules",),
    ("rules", "--format", "json"),
    ("schema",),
    ("explain", "own-paper"),
    ("render", "NAME"),
    ("compile", "NAME"),
    ("explain", "NAME"),
    ("check", "--select", "NAME"),
    ("check", "--format", "NAME"),
    ("check", "--lang", "NAME"),
    ("check", "--date", "NAME"),
    ("check", "-w", "NAME"),
    ("check", "--NAME"),
    ("NAME",),
    ("show", "NAME"),
    ("analyze", "--department", "NAME"),
    ("check", "NAME.yaml"),
)


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace whose every text is hostile, the name of its file included."""
    spoken = "N\n::error file=x.py::forged\x1b[31m\u202e[附件](https://x)"
    name = "N\n::error file=x.py::forged\x1b[31m.yaml"
    text = DEFINITIONS.replace("NAMEKEY", f'"{HOSTILE} key"').replace("NAME", HOSTILE)
    (tmp_path / name).write_text(text, encoding="utf-8")
    unknown = "\\u001b[31m\\n::error file=x.py::forged"
    settings = f'select = ["{unknown}"]\n"{unknown}" = 1\n[severity]\nno-lead = "{unknown}"\n'
    (tmp_path / "govchain.toml").write_text(settings, encoding="utf-8")
    entry = dict.fromkeys(("fingerprint", "rule", "file", "message", "subject"), spoken)
    known = {"schema": "govchain.baseline/1", "findings": [entry]}
    (tmp_path / "known.json").write_text(json.dumps(known), encoding="utf-8")
    (tmp_path / ".other").mkdir()
    (tmp_path / ".other" / name).write_text(text.replace("5d", "4d"), encoding="utf-8")
    (tmp_path / ".other" / "govchain.toml").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_nothing_acts(hostile: Path, arguments: tuple[str, ...], language: str) -> None:
    spoken = "N\n::error file=x.py::forged\x1b[31m\u202e"
    given = [argument.replace("NAME", spoken) for argument in arguments]
    told = run(*given, language=language)
    assert told.exit_code in (0, 1, 2)
    for text in (told.stdout, told.stderr):
        assert ACTING.search(text) is None
        assert FORGED.search(text) is None
    assert told.stdout or told.exit_code == 2


def test_every_finding_explains_without_acting(hostile: Path) -> None:
    found = json.loads(run("check", "--format", "json").stdout)["findings"]
    assert len({finding["rule"] for finding in found}) > 5
    for finding in found:
        told = run("explain", finding["fingerprint"])
        assert told.exit_code == 0
        assert ACTING.search(told.stdout) is None
        assert FORGED.search(told.stdout) is None


def test_a_viewer_of_sarif_makes_no_link_of_a_name(hostile: Path) -> None:
    log = json.loads(run("check", "--format", "sarif").stdout)
    texts = [result["message"]["text"] for result in log["runs"][0]["results"]]
    assert any("附件" in text for text in texts)
    assert not any(re.search(r"(?<!\\)\[附件", text) for text in texts)


def test_what_is_kept_for_others_keeps_its_lines(hostile: Path) -> None:
    from govchain.reader.reading import read_texts

    text = 'matter: m\nextra: {note: "one\\ntwo"}\n'
    assert read_texts({"a.yaml": text}).definitions.matters["m"].extra == {"note": "one\ntwo"}
