"""The format `png`: a page as it is drawn in our own font, with no other font at hand.

Same page, same bytes. On paper it has 200 dots to the inch, else two to a pixel; a large one fewer,
down to one, since every dot takes its time; and fewer still where it would be larger than programs
open.
"""

from __future__ import annotations

import math
import struct
import zlib
from collections.abc import Iterator, Mapping

from govchain import __version__
from govchain.drawing.font import FAMILY, path_of
from govchain.drawing.format import svg
from govchain.drawing.ink.glyphs import drawable
from govchain.drawing.ink.lettering import clean
from govchain.drawing.ink.printed import size_of
from govchain.drawing.ink.scene import Scene, with_texts

NEEDS = {"resvg_py": "resvg-py"}
IS_TEXT = False
OWN_FONT = True

DOTS_ON_PAPER = 200
"""To the inch."""
DOTS_ON_SCREEN = 2.0
"""To a pixel."""
ENOUGH_DOTS = 12_000_000
"""More than large screens show."""
MOST_DOTS, LONGEST_SIDE = 60_000_000, 30_000

_BEGIN = b"\x89PNG\r\n\x1a\n"
_MAKER = b"Software\0govchain "
_HEADER = 25
"""The length of the chunk that every file begins with."""
_POINTS = 72
"""To the inch."""


def write(scene: Scene, links: Mapping[str, str]) -> bytes:
    """The page; a picture of dots leads nowhere, whatever the links."""
    return drawn(scene, dots_of(scene))


def drawn(scene: Scene, dots: float) -> bytes:
    """The page with so many dots to a pixel."""
    import resvg_py

    picture: bytes = resvg_py.svg_to_bytes(
        svg_string=svg.write(with_texts(scene, drawable), {}),
        skip_system_fonts=True,
        font_files=[path_of(bold=False), path_of(bold=True)],
        font_family=FAMILY,
        sans_serif_family=FAMILY,
        dpi=96,
        width=max(1, round(scene.width * dots)),
        height=max(1, round(scene.height * dots)),
    )
    begin = len(_BEGIN) + _HEADER
    return b"".join((picture[:begin], *_about(scene, dots), picture[begin:]))


def dots_of(scene: Scene) -> float:
    """How many dots a pixel of the page is wide."""
    wide, high = scene.width, scene.height
    _, _, scale = size_of(scene)
    on_screen = min(DOTS_ON_SCREEN, max(1.0, math.sqrt(ENOUGH_DOTS / (wide * high))))
    wanted = scale * DOTS_ON_PAPER / _POINTS if scene.paper else on_screen
    return min(wanted, math.sqrt(MOST_DOTS / (wide * high)), LONGEST_SIDE / max(wide, high))


def is_ours(content: bytes) -> bool:
    """It names us as its maker."""
    return content.startswith(_BEGIN) and _MAKER in content[:1000]


def _about(scene: Scene, dots: float) -> Iterator[bytes]:
    """Who made it, how large it is meant to be, what it shows."""
    yield _chunk(b"tEXt", _MAKER + __version__.encode())
    _, _, scale = size_of(scene)
    to_the_metre = round(dots * _POINTS / scale / 0.0254)
    yield _chunk(b"pHYs", struct.pack(">IIB", to_the_metre, to_the_metre, 1))
    for key, text in ((b"Title", scene.title), (b"Description", scene.description)):
        said = clean(text).encode(errors="replace")
        yield _chunk(b"iTXt", key + b"\0\0\0" + scene.language.encode() + b"\0\0" + said)


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)
