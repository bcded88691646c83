"""A rule explained by its page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govchain.analysis.rule import Rule
from govchain.reporting.pages import page_of
from govchain.reporting.style import Style
from govchain.reporting.widths import fitted, wrapped
from govchain.reporting.words import FAMILIES, LEVERS, SEVERITIES, words

_LINK = re.compile(r"\[([^\[\]]++)\]\([^()]*+\)")


def rule_explained(rule: Rule, style: Style) -> str:
    """The rule's page, and what its declaration adds: severity, family, lever."""
    spoken = words(style.language)
    page = page_of(rule, style.language)
    about = spoken.say(
        "rule {rule}; severity: {severity}; family: {family}; lever: {lever}",
        rule=rule.id,
        severity=spoken.word(SEVERITIES, rule.severity),
        family=spoken.word(FAMILIES, rule.family),
        lever=spoken.word(LEVERS, rule.lever),
    )
    body = page.body.partition("\n")[2].strip("\n")
    lines = [style.paint("strong", page.title), *wrapped(about, style.width), ""]
    return fitted("\n".join([*lines, *_page_lines(body, style)]) + "\n", style.width)


def _page_lines(body: str, style: Style) -> Iterator[str]:
    """The page's Markdown as text: headings strong, links by their words, examples indented."""
    fenced = False
    for line in body.splitlines():
        if line.startswith("```"):
            fenced = not fenced
        elif fenced:
            yield f"    {line}".rstrip()
        elif line.startswith("## "):
            yield style.paint("strong", line[3:])
        else:
            hanging = "  " if line.startswith("- ") else ""
            yield from wrapped(_plain(line), style.width, hanging)


def _plain(line: str) -> str:
    """A line of Markdown without its links and stress."""
    return _LINK.sub(r"\1", line).replace("**", "")
