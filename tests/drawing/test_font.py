"""The font that goes with the program has all that is said, as wide as it is measured."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from govchain.drawing.font import FAMILY, characters, path_of
from govchain.drawing.ink.glyphs import lacking, left_out
from govchain.drawing.ink.lettering import width_of
from tools.font import HOME, SAID_IN, gb2312

ROOM = HOME / "govchain" / "drawing" / "font"
CIRCLED = "⓪①②⑨⑩⑪⑳㉑㉙㉟㊱㊿"
PUNCTUATION = "，。、：；？！（）《》〈〉【】〔〕「」“”‘’…·～％￥←→↑↓≤≥"


@pytest.fixture(scope="module", params=[False, True], ids=["regular", "bold"])
def weight(request: pytest.FixtureRequest) -> tuple[bool, TTFont]:
    return request.param, TTFont(path_of(bold=request.param))


def said() -> dict[str, str]:
    """Each character that the program and its catalogue can print, and a file that has it."""
    return {
        character: str(file.relative_to(HOME))
        for pattern in SAID_IN
        for file in HOME.glob(pattern)
        for character in {*file.read_text(encoding="utf-8")}
        if character.isprintable()
    }


def test_all_that_is_said_can_be_drawn() -> None:
    assert {c: file for c, file in said().items() if c not in characters()} == {}


def test_it_has_the_hanzi_of_the_standard_and_numbers_up_to_fifty() -> None:
    hanzi = {c for c in gb2312() if "\u4e00" <= c <= "\u9fff"}
    assert len(hanzi) == 6763
    circled = {chr(c) for first, last in ((0x2460, 0x2473), (0x3251, 0x325F), (0x32B1, 0x32BF))
               for c in range(first, last + 1)}  # fmt: skip
    assert len(circled) == 50
    assert hanzi | circled | set(CIRCLED + PUNCTUATION) | {"\u2212"} <= characters()


def test_the_list_of_characters_is_that_of_the_font(weight: tuple[bool, TTFont]) -> None:
    _, font = weight
    assert set(map(chr, font.getBestCmap())) == characters()


def test_nothing_is_wider_than_it_is_measured(weight: tuple[bool, TTFont]) -> None:
    bold, font = weight
    widths = {chr(code): font["hmtx"].metrics[name][0] for code, name in font.getBestCmap().items()}
    measured = {c: width_of(c, 1000, bold) for c in widths}
    assert {c: w for c, w in widths.items() if w > measured[c]} == {}
    exact = {c for c in widths if c.isascii() or "\u4e00" <= c <= "\u9fff"}
    exact |= set(CIRCLED + PUNCTUATION)
    assert {c: w for c, w in widths.items() if c in exact and w != measured[c]} == {}


def test_every_glyph_is_drawn(weight: tuple[bool, TTFont]) -> None:
    """Quadratic outlines, as pdf libraries read them; what is not there has a box."""
    _, font = weight
    empty = {chr(c) for c, name in font.getBestCmap().items()
             if font["glyf"][name].numberOfContours == 0}  # fmt: skip
    assert all(not c.strip() or c in "\u00ad\u3000" for c in empty), empty
    assert font["glyf"][".notdef"].numberOfContours > 0


def test_it_bears_its_own_name_and_its_licence(weight: tuple[bool, TTFont]) -> None:
    bold, font = weight
    names = font["name"]
    assert names.getDebugName(1) == FAMILY
    assert names.getDebugName(2) == ("Bold" if bold else "Regular")
    for id in (1, 3, 4, 6):
        assert not {"noto", "source"} & set(names.getDebugName(id).lower().split())
    assert "Adobe" in names.getDebugName(0)
    assert "SIL Open Font License" in names.getDebugName(13)
    licence = (ROOM / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert names.getDebugName(0) in licence


def test_what_is_lacking_is_told() -> None:
    assert lacking(["出生医学证明 abc", "⓪-2"]) == []
    assert lacking(["甲堃乙", "x🎉x"]) == ["堃", "🎉"]
    assert lacking(["e\u0302\u0304", "कु"]) == ["क"]
    assert left_out(["e\u0302\u0304", "कु", "👨\u200d👩", "©\ufe0f"]) == ["\u0304", "ु"]


def test_it_goes_with_the_package() -> None:
    assert Path(path_of(bold=False)).parent == ROOM
    assert Path(path_of(bold=True)).is_file()
