"""`--expand`: called matters step by step, those that a called matter calls in turn among them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.desk import run

NESTED = """\
matter: city
name: 全市一件事
steps:
  - {id: outer, name: 外层, matter: middle}
  - {id: last, kind: deliver, name: 送达}
---
matter: middle
name: 中间事项
steps:
  - {id: take, kind: accept, name: 收件}
  - {id: inner, matter: small}
  - {id: again, matter: small}
  - {id: end, kind: approve, name: 决定}
---
matter: small
name: 小事
steps:
  - {id: look, kind: review, name: 审查}
  - {id: pay, kind: approve, name: 核准}
"""
OUTER, INNER, AGAIN = ["1. 收件", "6. 决定"], ["2. 审查", "3. 核准"], ["4. 审查", "5. 核准"]
EXPANDED = [
    ("outer", [OUTER[0], *INNER, *AGAIN, OUTER[1]]),
    ("all", [OUTER[0], *INNER, *AGAIN, OUTER[1]]),
    ("outer,outer/inner", [OUTER[0], *INNER, *AGAIN, OUTER[1]]),
    ("outer/inner", INNER),
    ("outer/again/", AGAIN),
    ("outer/inner,outer/again", [*INNER, *AGAIN]),
    ("外层", [OUTER[0], *INNER, *AGAIN, OUTER[1]]),
    ("小事", [*INNER, *AGAIN]),
]


@pytest.fixture(autouse=True)
def nested(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A matter that calls one that calls another twice."""
    (tmp_path / "city.yaml").write_text(NESTED, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("calls", "steps"), EXPANDED)
def test_show_tells_the_steps_that_came_by_the_calls(calls: str, steps: list[str]) -> None:
    told = run("show", "city", "--expand", calls)
    assert re.findall(r"[1-6]\. \w+", told.stdout) == steps


@pytest.mark.parametrize(("calls", "steps"), EXPANDED)
@pytest.mark.parametrize("view", ["overview", "lanes", "chain"])
def test_render_draws_them(view: str, calls: str, steps: list[str]) -> None:
    told = run("render", "city", "--view", view, "--expand", calls, "-o", "-")
    assert told.exit_code == 0
    drawn = re.findall(r">(收件|审查|核准|决定)</text>", told.stdout)
    assert sorted(drawn) == sorted(step[3:] for step in steps)


@pytest.mark.parametrize("command", ["show", "render"])
@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("inner", 'did you mean "outer/inner"?'),
        ("x", "use one of: all, outer, outer/again and outer/inner"),
    ],
)
def test_a_call_that_is_none_is_told_with_those_there_are(
    command: str, name: str, hint: str
) -> None:
    told = run(command, "city", "--expand", name)
    assert told.exit_code == 2
    assert told.stderr == f'error: no call "{name}"\nhint: {hint}\n'
