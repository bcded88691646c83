"""Characters that no name needs: they steer a terminal, turn its writing round, end its line, or
stand there unseen.

Text from outside (definitions, settings, baselines, names of files, the command line) passes here
on its way in or into a sentence, so that it stays text wherever it comes out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

_NONE_EVER = "".join(
    chr(n + last) for n in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
_STEERING = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    f"\ud800-\udfff\ufdd0-\ufdef{_NONE_EVER}"
)
"""Control characters, marks that turn the direction of writing round, halves of characters, and
what will never be one."""

_LETTERS_UNSEEN = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
_VARIANTS, _MONGOLIAN_VARIANTS = "\ufe00-\ufe0f\U000e0100-\U000e01ef", "\u180b-\u180d\u180f"
_JOINERS = "\u200c\u200d"
_FORMAT = (
    "\u00ad\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
"""What Unicode has drawn as nothing: fillers, variants, joiners, marks of layout, tags."""

_IDEOGRAPH = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_SYMBOL = "\u00a9\u00ae\u203c-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
_JOINED, _MONGOLIAN = "\u0620-\u08ff\u0900-\u0dff\u1820-\u18aa", "\u1820-\u18aa"

_PRINTABLE_UNSEEN = re.compile(f"[{_LETTERS_UNSEEN}{_VARIANTS}{_MONGOLIAN_VARIANTS}]")
"""What of it Python takes for printable."""

_COMMAND = re.compile(r"::(?=[A-Za-z][A-Za-z-]*+[ :])|##(?=[A-Za-z]*+\[)")
"""What a log of GitHub, Azure or TeamCity takes for a command: `::` where a line begins, `##[` (or
`##vso[`) anywhere in it."""

_BYTE = re.compile(r"[\udc80-\udcff]|\\(?=x[0-9a-f]{2})")
_TOLD_BYTE = re.compile(r"\\x([0-9a-f]{2})")
"""A byte of a file name that stands for no character, as Python has it and as it is told."""

_INNER_QUOTES = str.maketrans("“”", "‘’")

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


def is_seen(text: str) -> bool:
    """Nothing in it can be such a character, nor end a line."""
    return text.isprintable() and (text.isascii() or not _PRINTABLE_UNSEEN.search(text))


def unseen_as(told: Callable[[str], str], text: str) -> str:
    """The text with what is told of it in place of each such character; line ends and tabs stay."""
    return text if is_seen(text) else _unseen().sub(lambda found: told(found[0]), text)


@cache
def _unseen() -> re.Pattern[str]:
    """Characters that steer, or that nobody sees, each alone: two names would look alike, and what
    a name hides is not what whoever reads it was told.

    What is seen by what it does stays: a variant of the ideograph or sign before it, a joiner
    between signs or letters of a script that joins them. Chinese text joins nothing.

    Made once a text may hold one: that takes longer than all else here.
    """
    return re.compile(
        f"[{_STEERING}{_LETTERS_UNSEEN}{_FORMAT}]"
        f"|(?<![{_IDEOGRAPH}{_SYMBOL}])(?<![0-9#*](?=\ufe0f\u20e3))[{_VARIANTS}]"
        f"|(?<![{_MONGOLIAN}])[{_MONGOLIAN_VARIANTS}]"
        f"|(?<![{_SYMBOL}{_JOINED}\ufe0f])[{_JOINERS}]"
    )


def without_unseen(text: str) -> str:
    """The text with a sign in place of each such character; line ends and tabs stay."""
    return unseen_as(lambda _: "\ufffd", text)


def without_commands(text: str) -> str:
    """The text with what a log would take for a command set wide."""
    if "::" in text or "##" in text:
        return _COMMAND.sub(lambda found: "：：" if found[0] == "::" else "＃＃", text)
    return text


@lru_cache(maxsize=4096)
def one_line(text: str) -> str:
    """The text as one line, without such characters; line ends become spaces.

    It may come to stand where a line begins: what would be a command there is set wide.
    """
    text = without_commands(text)
    return text if is_seen(text) else without_unseen(_LINE_END.sub(" ", text))


def inside_quotes(text: str) -> str:
    """The text as it stands inside of Chinese quotes, its own being single ones (GB/T 15834):
    “开便利店‘一件事’”."""
    return text.translate(_INNER_QUOTES)
