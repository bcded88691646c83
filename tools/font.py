"""The font that goes with the program: `python -m tools.font [FOLDER]` makes it anew.

It is cut out of Noto Sans CJK SC (SIL Open Font License), regular and bold, as Debian's package
`fonts-noto-cjk` brings it; FOLDER holds `NotoSansCJK-Regular.ttc` and `NotoSansCJK-Bold.ttc` where
they stand elsewhere. Needs fonttools (extra `dev`). Same collections, same fonttools: same bytes.

Kept are GB 2312, the Latin letters of Europe, signs, circled numbers up to fifty, and whatever else
the program and the catalogue say. Outlines become quadratic, since pdf libraries read no others;
hints, and all that moves letters about, go: what is left is as wide as `ink/lettering` measures.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from govchain.drawing.font import CHARACTERS_FILE, FAMILY, FONT_FILES

HOME = Path(__file__).parents[1]
ROOM = HOME / "govchain" / "drawing" / "font"
NOTO = Path("/usr/share/fonts/opentype/noto")
COLLECTIONS = ("NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc")
SIMPLIFIED_CHINESE = 2
"""Its place in the collections."""
MOST_ASIDE = 1.0
"""How far a quadratic outline may be from the cubic one, in thousandths of an em."""
NAMES_KEPT = {
    0: "copyright",
    7: "trademark",
    8: "manufacturer",
    9: "designer",
    10: "description",
    11: "vendorURL",
    12: "designerURL",
    13: "licenseDescription",
    14: "licenseInfoURL",
}
"""Who made it, and under which licence."""
RANGES = (
    (0x20, 0x7E),
    (0xA0, 0x17F),  # Latin letters of Europe
    (0x2010, 0x2027),  # dashes, quotes, dots
    (0x2030, 0x203E),
    (0x20AC, 0x20AC),
    (0x2103, 0x2122),  # degrees, number, trade mark
    (0x2150, 0x2199),  # fractions, Roman numerals, arrows
    (0x21D0, 0x21D4),
    (0x2212, 0x2212),  # minus
    (0x2460, 0x24FF),  # circled
    (0x25A0, 0x25FF),
    (0x2605, 0x2642),
    (0x2713, 0x2717),
    (0x3000, 0x303F),
    (0x3220, 0x325F),
    (0x3280, 0x32BF),
    (0xFF01, 0xFF5E),
    (0xFFE0, 0xFFE6),
)
SAID_IN = tuple(
    f"{folder}/**/*.{ending}"
    for folder, ending in (
        ("govchain", "py"),
        ("govchain", "po"),
        ("govchain", "md"),
        ("matters", "yaml"),
        ("examples", "yaml"),
    )
)
"""What the program and its catalogue can print."""


def main(noto: Path = NOTO) -> None:
    wanted = characters_wanted()
    for collection, name in zip(COLLECTIONS, FONT_FILES, strict=True):
        font = cut_out(noto / collection, wanted)
        font.save(ROOM / name)
    kept = sorted(map(chr, font.getBestCmap()))
    (ROOM / CHARACTERS_FILE).write_text("".join(kept), encoding="utf-8", newline="")


def characters_wanted() -> set[str]:
    """What the font is to have, as far as Noto has it."""
    found = {chr(code) for first, last in RANGES for code in range(first, last + 1)}
    found.update(gb2312())
    for pattern in SAID_IN:
        for file in HOME.glob(pattern):
            found.update(file.read_text(encoding="utf-8"))
    return {character for character in found if character.isprintable() or character == "\u3000"}


def gb2312() -> Iterator[str]:
    """The 6,763 hanzi of the standard, its signs and its letters."""
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            yield from bytes((row, cell)).decode("gb2312", errors="ignore")


def cut_out(collection: Path, wanted: set[str]) -> TTFont:
    """The font with these characters alone, under its own name."""
    font = TTFont(collection, fontNumber=SIMPLIFIED_CHINESE, recalcTimestamp=False)
    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True)
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "GDEF", "GPOS", "GSUB"]
    names = {id: font["name"].getDebugName(id) for id in NAMES_KEPT}
    cutter = subset.Subsetter(options)
    cutter.populate(text="".join(sorted(wanted)))
    cutter.subset(font)
    return with_quadratic_outlines(font, names)


def with_quadratic_outlines(font: TTFont, names: dict[int, str | None]) -> TTFont:
    """The same glyphs, in the tables that every program reads."""
    order, metrics = font.getGlyphOrder(), font["hmtx"].metrics
    glyphs: dict[str, Any] = {}
    drawn = font.getGlyphSet()
    for name in order:
        pen = TTGlyphPen(None)
        drawn[name].draw(Cu2QuPen(pen, MOST_ASIDE, reverse_direction=True))
        glyphs[name] = pen.glyph()
    built = FontBuilder(font["head"].unitsPerEm, isTTF=True)
    built.setupGlyphOrder(order)
    built.setupCharacterMap(font.getBestCmap())
    built.setupGlyf(glyphs)
    left = {name: getattr(glyph, "xMin", 0) for name, glyph in glyphs.items()}
    built.setupHorizontalMetrics({name: (metrics[name][0], left[name]) for name in order})
    built.setupHorizontalHeader(ascent=font["hhea"].ascent, descent=font["hhea"].descent)
    weight = font["OS/2"].usWeightClass
    built.setupNameTable(_names(names, "Bold" if weight > 500 else "Regular"))
    built.setupOS2(
        usWeightClass=weight,
        sTypoAscender=font["OS/2"].sTypoAscender,
        sTypoDescender=font["OS/2"].sTypoDescender,
        usWinAscent=font["OS/2"].usWinAscent,
        usWinDescent=font["OS/2"].usWinDescent,
        sCapHeight=font["OS/2"].sCapHeight,
        sxHeight=font["OS/2"].sxHeight,
        fsSelection=0x20 if weight > 500 else 0x40,
    )
    built.setupPost(keepGlyphNames=False)
    built.font["head"].created = built.font["head"].modified = font["head"].modified
    built.font["head"].macStyle = int(weight > 500)
    built.font.recalcTimestamp = False
    return built.font


def _names(kept: dict[int, str | None], style: str) -> dict[str, str]:
    """Our own family name; who made it, and under which licence, stays."""
    postscript = f"{FAMILY.replace(' ', '')}-{style}"
    return {
        **{NAMES_KEPT[id]: text for id, text in kept.items() if text},
        "familyName": FAMILY,
        "styleName": style,
        "uniqueFontIdentifier": postscript,
        "fullName": f"{FAMILY} {style}",
        "psName": postscript,
        "version": "Version 1.000",
    }


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
