"""What cannot be read, or taken apart, is left alone, and the reason is told."""

from __future__ import annotations

import pytest

from govchain.rewriting import definitions
from govchain.rewriting.definitions import LeftAloneError, rewritten

CASES = {
    b"matter: [a\n": (1, "bracket"),
    b"matter: a\nname: \xff\n": (2, "UTF-8"),
    "事项: 甲\n".encode("gbk"): (1, "not UTF-8"),
    b"matter: a\nname: b\x00\n": (2, "cannot be seen"),
    b"matter: a\nname: &x b\n": (2, "anchor"),
    b"matter: a\nname: !t b\n": (2, "tag"),
    b"matter: a\nbasis: *b\n": (2, "alias"),
    b"matter: a\n<<: {name: b}\n": (2, "merge"),
    b"matter: " + b"[" * 200 + b"]" * 200: (1, "deep"),
    b"just words\n": (1, "no definition"),
    b"- matter: a\n": (1, "no definition"),
    b"steps:\n  - {id: b, kind: apply}\n": (1, "no definition"),
    b"apiVersion: v1\nkind: ConfigMap\ndata: {a: b}\n": (1, "no definition"),
    b"data: {a: {}}\n---\ndata: {b: {}}\n---\nservices: {}\n": (5, "no definition"),
    b"? matter\n: a\n": (1, "what belongs to what"),
    b"matter: a\n? name\n: b\n": (1, "what belongs to what"),
}


@pytest.mark.parametrize("content", CASES, ids=lambda content: content[:20].decode("latin1"))
def test_it_is_left_alone(content: bytes) -> None:
    line, why = CASES[content]
    with pytest.raises(LeftAloneError) as left:
        rewritten("a.yaml", content)
    assert why in left.value.trouble.message
    assert left.value.trouble.place.line == line


@pytest.mark.parametrize(
    "wrong",
    [
        "matter: a\nname: M\n",
        "matter: a\nname: N\n",
        "matter: a # c\n",
        "matter: [",
        "name: N\n",
        "",
    ],
)
def test_a_fault_of_ours_costs_no_file(monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    """A result that says anything else than the text is none."""
    monkeypatch.setattr(definitions, "_laid_out", lambda text, roots: wrong)
    with pytest.raises(LeftAloneError, match="what belongs to what"):
        rewritten("a.yaml", b"name: N\nmatter: a # c\n")


def test_a_comment_that_would_allow_something_else_costs_no_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    moved = "matter: a\nname: N  # govchain: allow no-lead -- r\nvolume: 3\n"
    monkeypatch.setattr(definitions, "_laid_out", lambda text, roots: moved)
    with pytest.raises(LeftAloneError):
        rewritten("a.yaml", b"name: N\nmatter: a\nvolume: 3  # govchain: allow no-lead -- r\n")
