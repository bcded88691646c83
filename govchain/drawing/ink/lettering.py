"""How wide a text is, where it breaks, and where it is cut: measured here, by no engine.

Widths are those of Noto Sans CJK SC in thousandths of the font size. Chinese characters and
punctuation are one em wide; the table holds the printable ASCII characters. Whatever else there
is counts as one em, or as its base letter: rather too wide than out of its box.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache
from itertools import islice
from typing import TypeVar

from govchain.model.characters import is_seen, unseen_as
from govchain.model.figures import parts_a_number

T = TypeVar("T")

ELLIPSIS = "…"
LONGEST_NAME = 500
"""How many characters a picture repeats of one name, option or provision."""
LONGEST_LINE = 1000
"""And of all that it says in a row, such as a condition."""
MOST_MARKS = 4
"""How many marks a letter bears: more would be heaped over the lines around it."""
MOST_LISTED = 20
"""How many things of one kind it names in a row; the others are counted."""

_REGULAR = (
    "224 323 474 555 555 921 680 278 338 338 467 555 278 347 278 392 555 555 555 555 555 555 "
    "555 555 555 555 278 278 555 555 555 474 946 608 657 638 688 589 552 689 728 293 535 646 "
    "543 812 723 742 633 742 635 596 599 721 575 878 573 531 603 338 392 338 555 559 606 563 "
    "618 510 620 554 325 564 607 275 275 552 284 926 610 606 620 620 388 468 377 607 521 802 "
    "498 521 475 338 270 338 555 "
)
_BOLD = (
    "227 370 574 590 590 963 740 325 378 378 507 590 325 370 325 387 590 590 590 590 590 590 "
    "590 590 590 590 325 325 590 590 590 514 1007 641 681 656 714 615 585 717 757 330 568 686 "
    "578 853 749 770 667 770 682 624 625 748 619 915 627 580 613 378 387 378 590 567 626 591 "
    "644 527 644 581 372 597 640 304 306 604 315 964 641 626 644 644 436 495 421 637 576 863 "
    "562 574 511 378 296 378 590 "
)
_WIDER = {"Ш": 1018, "Щ": 1034, "Ю": 1064, "№": 1074, "≠": 1000, "≮": 1000, "≯": 1000}
"""What is wider than an em, or than its base letter."""
_NEVER_FIRST = frozenset("，。；：、？！）」』》】〕”’％,.;:?!)]}%…")
_NEVER_LAST = frozenset("（「『《【〔“‘([{")
_LINE_END = re.compile("[\n\r\t\u2028\u2029]")


class _Widths(dict[str, int]):
    """Character -> its width in thousandths of an em, found out when first asked for."""

    def __init__(self, ascii_widths: str) -> None:
        super().__init__(
            (chr(code), int(width)) for code, width in enumerate(ascii_widths.split(), start=32)
        )

    def __missing__(self, character: str) -> int:
        width = self._find(character)
        self[character] = width
        return width

    def _find(self, character: str) -> int:
        if unicodedata.category(character) in ("Mn", "Me", "Cf"):
            return 0
        if character in _WIDER:
            return _WIDER[character]
        base = unicodedata.normalize("NFD", character)[0]
        if base != character and " " <= base <= "~":
            return self[base]
        return 1000


_TABLES = (_Widths(_REGULAR), _Widths(_BOLD))


def width_of(text: str, size: float, bold: bool = False) -> float:
    """How wide the text is at this font size, in pixels."""
    return _thousandths(text, bold) * size / 1000


@lru_cache(maxsize=4096)
def _thousandths(text: str, bold: bool) -> int:
    """How wide the text is, in thousandths of the font size."""
    return sum(map(_TABLES[bold].__getitem__, text))


@lru_cache(maxsize=4096)
def clean(text: str) -> str:
    """The text as one line that any XML reader and any terminal takes.

    Line breaks become spaces; what steers or is not seen is taken out, and of marks heaped on a
    letter all but the first.
    """
    if text.isascii() and text.isprintable():
        return text
    line = text if is_seen(text) else unseen_as(lambda _: "", _LINE_END.sub(" ", text))
    return _without_heaps(" ".join(line.split()))


def _without_heaps(line: str) -> str:
    widths = _TABLES[False]
    if [*map(widths.__getitem__, line)].count(0) <= MOST_MARKS:
        return line
    kept, marks = [], 0
    for character in line:
        marks = 0 if widths[character] else marks + 1
        if marks <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def named(text: str) -> str:
    """A name as one line; of one without end the beginning."""
    line = clean(text[: 2 * LONGEST_NAME])
    return cut(line if len(text) <= 2 * LONGEST_NAME else f"{line}{ELLIPSIS}", LONGEST_NAME)


def listed(things: Collection[T], say: Callable[[T], str], joint: str) -> str:
    """What is said of each, in a row; of many things the first, and the number of the others."""
    first = map(say, islice(things, MOST_LISTED))
    return in_a_row(first, joint, len(things) - MOST_LISTED)


def in_a_row(texts: Iterable[str], joint: str, more: int) -> str:
    """The texts, and how many more there would be."""
    rest = [f"{ELLIPSIS} +{more}"] if more > 0 else []
    return cut(joint.join([*texts, *rest]), LONGEST_LINE)


def cut(text: str, longest: int) -> str:
    """The text, or its beginning where it has more characters than that."""
    return text if len(text) <= longest else text[: longest - 1] + ELLIPSIS


def clip(text: str, room: float, size: float, bold: bool = False) -> str:
    """The text, cut with … where it is wider than the room; empty where not even … has room."""
    if width_of(text, size, bold) <= room:
        return text
    if width_of(ELLIPSIS, size, bold) > room:
        return ""
    kept = text[: _fitting(text, room - width_of(ELLIPSIS, size, bold), size, bold)]
    return kept.rstrip(" \u200d") + ELLIPSIS


def shortened(name: str, room: float, size: float, bold: bool = False) -> str:
    """The name; where it is wider than the room without what stands in brackets at its end, and
    cut where that does not help."""
    short = name
    while width_of(short, size, bold) > room and short.endswith(("）", ")")):
        without = short[: max(short.rfind("（"), short.rfind("("), 0)].rstrip()
        if not without:
            break
        short = without
    return clip(short, room, size, bold)


def whole_of(text: str, line: str) -> str:
    """The text, if this line is what is left of it after a cut; else empty."""
    return text if line.endswith(ELLIPSIS) and not text.endswith(line) else ""


def wrap(
    text: str, rooms: Sequence[float], size: float, bold: bool = False, most: int = 50
) -> list[str]:
    """The text in lines: line i is no wider than rooms[i], the last room holding for all others.

    What does not fit into the greatest number of lines is cut with …; breaks between Chinese
    characters, at spaces, not between a number and its unit, and inside a word only where it is
    longer than a line. A first line
    with a room of its own may stay empty.
    """
    lines: list[str] = []
    rest = text.strip()
    while rest:
        room = rooms[min(len(lines), len(rooms) - 1)]
        if len(lines) == most - 1:
            lines.append(clip(rest, room, size, bold))
            break
        must = bool(lines) or len(rooms) == 1
        end = _break_position(rest, _fitting(rest, room, size, bold), must)
        lines.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return _without_orphan(lines)


def _without_orphan(lines: list[str]) -> list[str]:
    """A single character does not stand alone in the last line where two can."""
    if len(lines) < 2 or len(lines[-1]) != 1 or len(lines[-2]) < 4:
        return lines
    above = lines[-2]
    if not (_is_wide(above[-1]) and _may_break_at(above, len(above) - 1)):
        return lines
    return [*lines[:-2], above[:-1].rstrip(), above[-1] + lines[-1]]


def _fitting(text: str, room: float, size: float, bold: bool) -> int:
    """How many characters fit into the room."""
    widths, left = _TABLES[bold], room * 1000 / size
    if _thousandths(text, bold) <= left:
        return len(text)
    for position, character in enumerate(text):
        left -= widths[character]
        if left < 0:
            return position
    return len(text)


def _break_position(text: str, fitting: int, must: bool) -> int:
    """The last good place to break at or before `fitting`; 0 where none is and none must be."""
    if fitting >= len(text):
        return len(text)
    for position in range(fitting, 0, -1):
        if _may_break_at(text, position):
            return position
    return max(fitting, 1) if must else 0


def _may_break_at(text: str, position: int) -> bool:
    """Between these two characters, and not between a number and its unit."""
    if parts_a_number(text, position):
        return False
    return _may_break(text[position - 1], text[position])


def _may_break(before: str, after: str) -> bool:
    if after in _NEVER_FIRST or before in _NEVER_LAST or unicodedata.combining(after):
        return False
    if before == " " or after == " ":
        return True
    return _is_wide(before) or _is_wide(after)


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"
