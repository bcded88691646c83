"""Two spaces a level, one blank line between sections; what stands on a line stays as it is."""

from __future__ import annotations

import pytest

from tests.rewriting.saying import anew, model_of

LAID_OUT = {
    "four spaces": (
        "matter: a\ntime-limit:\n    promised: 5d\n",
        "matter: a\ntime-limit:\n  promised: 5d\n",
    ),
    "items below their key": (
        "matter: a\nsteps:\n- id: b\n  kind: apply\n-   {id: c,   kind: accept}\n",
        "matter: a\nsteps:\n  - id: b\n    kind: apply\n  - {id: c,   kind: accept}\n",
    ),
    "an item on the next line": (
        "matter: a\nsteps:\n-\n  id: b\n  kind: apply\n",
        "matter: a\nsteps:\n  -\n    id: b\n    kind: apply\n",
    ),
    "lists in lists": (
        "matter: a\nextra:\n    x:\n    -   - b\n        - c\n",
        "matter: a\nextra:\n  x:\n    - - b\n      - c\n",
    ),
    "a document set in": ("  matter: a\n  name: N\n", "matter: a\nname: N\n"),
    "comments as deep as what they belong to": (
        "matter: a\nsteps:\n# of b\n- id: b\n# of the kind\n  kind: apply\n",
        "matter: a\nsteps:\n  # of b\n  - id: b\n    # of the kind\n    kind: apply\n",
    ),
    "further lines move along": (
        "matter: a\nextra:\n    x: {a: 1,\n          b: 2}\n    y: long\n       text\n",
        "matter: a\nextra:\n  x: {a: 1,\n        b: 2}\n  y: long\n     text\n",
    ),
    "texts in a block": (
        "matter: a\nextra:\n    x: |\n      one\n        two  \n\n      three\n\n\n    y: z\n",
        "matter: a\nextra:\n  x: |\n    one\n      two  \n\n    three\n\n  y: z\n",
    ),
    "a text that says how deep it is": (
        "matter: a\nextra:\n    x: |2\n        one\n       two\n",
        "matter: a\nextra:\n  x: |2\n      one\n     two\n",
    ),
    "a comment below a text in a block is no part of it": (
        "matter: a\nextra:\n    x: |\n           one\n      # of x\n    y: z\n",
        "matter: a\nextra:\n  x: |\n         one\n  # of x\n  y: z\n",
    ),
    "blanks at the end of lines": (
        "matter: a  \n \nname: N\t\n# c  \nbasis: x   # d  \n",
        "matter: a\n\nname: N\n# c\nbasis: x   # d\n",
    ),
    "blank lines": (
        "\n\nmatter: a\n\n\n\nname: N\nsteps:\n\n  - {id: b, kind: fee}\n\n\n",
        "matter: a\n\nname: N\nsteps:\n  - {id: b, kind: fee}\n",
    ),
    "between sections": (
        "departments:\n  p: {}\n# of data\ndata:\n  d: {}\n\n\n\ncriteria:\n  c: {}\n",
        "departments:\n  p: {}\n\n# of data\ndata:\n  d: {}\n\ncriteria:\n  c: {}\n",
    ),
    "between documents": (
        "matter: a\n\n\n---\n\n\n# of b\n\n\nmatter: b\n...\n---\n---\nmatter: c\n",
        "matter: a\n\n---\n\n# of b\n\nmatter: b\n...\n---\n---\nmatter: c\n",
    ),
    "no end of line at the end": ("matter: a", "matter: a\n"),
    "a document between braces": ("{name: N,\n matter: a}", "{matter: a,\n name: N}\n"),
    "a directive": ("%YAML 1.1\n---\nname: N\nmatter: a\n", "%YAML 1.1\n---\nmatter: a\nname: N\n"),
}


@pytest.mark.parametrize("case", LAID_OUT)
def test_it_is_laid_out(case: str) -> None:
    before, after = LAID_OUT[case]
    assert anew(before) == after
    assert anew(after) == after
    assert model_of({"a": before}) == model_of({"a": after})


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=("lf", "crlf", "cr"))
def test_lines_end_as_they_ended(end: str) -> None:
    assert anew(f"name: N{end}matter: a{end}") == f"matter: a{end}name: N{end}"


def test_the_first_line_decides_how_lines_end() -> None:
    assert anew("name: N\r\nmatter: a\n") == "matter: a\r\nname: N\r\n"


def test_a_byte_order_mark_stays() -> None:
    assert anew("\ufeffname: N\nmatter: a\n") == "\ufeffmatter: a\nname: N\n"


@pytest.mark.parametrize("text", ["", "\n", "# nothing yet\n", "---\n", "  \n# x"])
def test_where_nothing_is_said_nothing_is_done(text: str) -> None:
    assert anew(text) == text


def test_a_wide_space_is_text() -> None:
    """YAML knows no other blanks than its own: the space of Chinese is a letter like others."""
    text = "matter: a\nname: 一\u3000二\nbasis: x\u3000\n"
    assert anew(text) == text
