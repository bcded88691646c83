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

_BYTE = re.compile(r"[\udc80-\udcff]|\\(?=x[0-9a-f]{2})")
_TOLD_BYTE = re.compile(r"\\x([0-9a-f]{2})")
"""A byte of a file name that stands for no character, as Python has it and as it is told."""

_LINE_END = re.compile("[\n\r\t\x0b\x0c\x85\u2028\u2029]+")


def name_as_text(name: str) -> str:
    """The name of a file as text that every program can take, different for different names:
    a byte that is no UTF-8 as `\\xff`, and a backslash that would look like the start of one."""
    return _BYTE.sub(lambda found: f"\\x{ord(found[0]) & 0xFF:02x}", name)


def name_from_text(text: str) -> str:
    """The name that `name_as_text` tells so."""

    def meant(found: re.Match[str]) -> str:
        value = int(found[1], 16)
        return chr(value if value < 0x80 else 0xDC00 + value)

    return _TOLD_BYTE.sub(meant, text)


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
