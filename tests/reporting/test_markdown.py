"""The page as Markdown: read by a parser, it says what the page says, and names stay text."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from govchain.reporting.blocks import (
    Block,
    Column,
    Commands,
    Heading,
    Listed,
    Sentence,
    Table,
    Told,
)
from govchain.reporting.page import page
from govchain.reporting.page_as_markdown import COMMENT, NOTHING, as_markdown
from govchain.reporting.page_as_text import as_text
from govchain.reporting.style import Style
from govchain.reporting.terminal import in_lines

from .reports import CATALOGUE, report_of

PARSER = MarkdownIt("gfm-like", {"linkify": False, "html": True})
HOSTILE = [
    "# head", "- item", "+ item", "1. item", "12) item", "> said", "*strong* _em_ ~~gone~~",
    "`code`", "[text](https://x.example)", "![picture](x.png)", "<b>bold</b>", "<!-- note", "a | b",
    "\\", "---", "===", "&amp; &#35;", "[1]: https://x.example", "| a |", "~~~", "```", "$x$",
]  # fmt: skip
LINKED = re.compile(r"\w://|www\.|(mailto|xmpp):|@\w|#\d|GH-\d|:[\w+-]+:", re.IGNORECASE)
"""What sites make links, mentions and pictures of."""


def tokens(markdown: str) -> list[Token]:
    """All tokens, those within lines too, but the sign."""
    found = [t for token in PARSER.parse(markdown) for t in (token, *(token.children or ()))]
    return [token for token in found if token.content.strip() not in (COMMENT, NOTHING)]


def texts(markdown: str) -> list[str]:
    """What each line, head and cell says."""
    inline = [token for token in PARSER.parse(markdown) if token.type == "inline"]
    return ["".join(map(said_by, token.children or ())) for token in inline]


def said_by(token: Token) -> str:
    """What a token says; an empty comment says nothing."""
    if token.type == "html_inline" and token.content == NOTHING:
        return ""
    return " " if token.type == "hardbreak" else token.content


def blocks_with(text: str) -> list[Block]:
    """The text in each place of each block where a name can stand."""
    columns = Column(text), Column("figure", is_figure=True)
    return [
        Sentence(text),
        Table(columns, ((text, "one"), ("", "two")), title=text, note=text),
        Told(1, (text,), (text, "error"), (text,), (text,), (text,)),
        Listed((Told(1, (text,), sentences=(text,)), Told(2, (text,)))),
    ]


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_any_text_stays_text(text: str) -> None:
    allowed = {
        "paragraph", "table", "thead", "tbody", "tr", "th", "td", "heading", "ordered_list",
        "list_item", "inline", "text", "text_special", "hardbreak",
    }  # fmt: skip
    made = as_markdown(blocks_with(text))
    kinds = {re.sub("_(open|close)$", "", token.type) for token in tokens(made)}
    assert kinds <= allowed, made
    said = texts(made)
    assert said.count(text) == 9 + (text in ("figure", "one", "two")), said


for one in HOSTILE:
    test_any_text_stays_text = example(one)(test_any_text_stays_text)


@pytest.mark.parametrize(
    "text",
    [
        "see https://x.example", "HTTP://x", "www.x.example", "WWW.x", "ftp://x", "a me@x.example",
        "mailto:b@x.example", "xmpp:a@x.example", "xmpp:a", "@somebody", "#3", "GH-3", "gh-12",
        ":smile:", ":thumbs_up:", "a:+1:", ":8ball:", ":100:", "a.yaml:1234:3", "git+ssh://x", "9https://x",
    ],
)  # fmt: skip
def test_nothing_becomes_a_link(text: str) -> None:
    made = as_markdown([Sentence(text)])
    assert texts(made) == [text]
    assert not LINKED.search(made.removeprefix(COMMENT))


def test_a_place_stays_as_it_is() -> None:
    """No site makes a sign of a number between colons, save of :100: and :1234:."""
    made = as_markdown([Sentence("matters/a.yaml:47:3 and at 12:30:15")])
    assert "matters/a.yaml:47:3 and at 12:30:15" in made


def test_a_name_in_a_head_stays_as_it_is() -> None:
    made = as_markdown([Told(1, ("warning", "Alpha  Beta   Gamma"))])
    assert "### 1. warning · Alpha  Beta   Gamma\n" in made


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_says_what_the_terminal_says(language: str) -> None:
    """The same heads, cells and sentences, without what is drawn."""
    style = Style(language, width=10_000)
    report = report_of(CATALOGUE)
    shown = as_text(page(report, style), style)
    said = texts(as_markdown(page(report, style)))
    assert len(said) > 50
    for text in said:
        for part in text.split(" · "):
            for word in part.replace("█", "").split():
                assert word in shown or all(line in shown for line in in_lines(word))


def test_a_row_has_a_cell_for_each_column() -> None:
    columns = Column("a"), Column("b", is_figure=True)
    made = as_markdown([Table(columns, (("x | y", "1"), ("", "")))])
    rows = [line for line in made.splitlines() if line.startswith("|")]
    assert rows == ["| a | b |", "| --- | ---: |", "| x \\| y | 1 |", "|  |  |"]
    kinds = [token.type for token in tokens(made)]
    assert kinds.count("td_open") == 4


def test_commands_can_be_copied() -> None:
    made = as_markdown([Heading("h"), Commands("more", (("govchain show a-b", "one_matter"),))])
    assert [t.content for t in tokens(made) if t.type == "code_inline"] == ["govchain show a-b"]
