"""Characters that no name needs: they steer a terminal, turn its writing round, or end its line.

Text from outside (definitions, settings, baselines, names of files, the command line) passes here
on its way in or into a sentence, so that it stays text wherever it comes out.
"""

from __future__ import annotations

import re

UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""Control characters, marks that turn the direction of writing round, halves of characters."""

_COMMAND = re.compile(r"::(?=[A-Za-z][A-Za-z-]*+[ :])|##(?=[A-Za-z]*+\[)")
"""What a log of GitHub, Azure or TeamCity takes for a command: `::` where a line begins, `##[` (or
`##vso[`) anywhere in it."""

_LINE_END = re.compile("[\n\r\t\x0b\x0c\x85\u2028\u2029]+")


def lines_of(text: str) -> list[str]:
    """The lines of a file, without their ends, as editors and YAML number them: a carriage return
    that no line feed follows ends a line too."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def without_unseen(text: str) -> str:
    """The text with a sign in place of each such character; line ends and tabs stay."""
    return text if text.isprintable() else UNSEEN.sub("\ufffd", text)


def without_commands(text: str) -> str:
    """The text with what a log would take for a command set wide."""
    if "::" in text or "##" in text:
        return _COMMAND.sub(lambda found: "：：" if found[0] == "::" else "＃＃", text)
    return text


def one_line(text: str) -> str:
    """The text as one line, without such characters; line ends become spaces.

    It may come to stand where a line begins: what would be a command there is set wide.
    """
    text = without_commands(text)
    return text if text.isprintable() else without_unseen(_LINE_END.sub(" ", text))
