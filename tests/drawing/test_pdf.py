"""The format `pdf`, read back: text, outline, links, page sizes; the same bytes each time."""

from __future__ import annotations

import io
import subprocess
import sys
import unicodedata
from typing import Any

import pytest
from pypdf import PdfReader

from govchain import drawing
from govchain.drawing.font import characters
from govchain.drawing.format import pdf
from govchain.drawing.ink.lettering import clean
from govchain.drawing.ink.paper import PAPERS
from govchain.drawing.ink.printed import size_of
from govchain.drawing.ink.scene import Group, Scene, Text, told_apart
from tests.drawing.chains import HOSTILE
from tests.drawing.pages import LETTERS, ink, linked, page_of, scale_on


def read(scenes: list[Scene]) -> PdfReader:
    [content] = drawing.written(scenes, "pdf", {})
    return PdfReader(io.BytesIO(content))


def root_of(reader: PdfReader) -> Any:
    """What the file says of itself as a whole."""
    return reader.trailer["/Root"]


def test_all_pages_are_in_one_file_with_their_words() -> None:
    reader = read(linked())
    assert len(reader.pages) == 2
    first, second = (page.extract_text() for page in reader.pages)
    assert LETTERS in first
    assert "去往 ②" in first
    assert "②-1 第二条" in second
    assert reader.metadata
    assert reader.metadata.title == "总览"
    assert root_of(reader)["/Lang"] == "zh"


def test_each_page_has_its_bookmark() -> None:
    reader = read(linked())
    titles = [(entry.title, reader.get_destination_page_number(entry)) for entry in reader.outline]  # type: ignore[union-attr,arg-type]  # one level
    assert titles == [("总览", 0), ("分页", 1)]
    assert root_of(reader)["/PageMode"] == "/UseOutlines"
    assert root_of(read([page_of()]))["/PageMode"] == "/UseNone"


def links_of(reader: PdfReader, page: int) -> list[tuple[list[float], int, list[float]]]:
    """Where each link stands, to which page it leads, and where there; nowhere: the whole page."""
    found = []
    for reference in reader.pages[page].get("/Annots", []):
        link: Any = reference.get_object()
        assert link["/Subtype"] == "/Link"
        there, way, *place = link["/Dest"]
        assert way == ("/XYZ" if place else "/Fit")
        number = next(n for n, p in enumerate(reader.pages) if p.indirect_reference == there)
        around = [round(float(x), 2) for x in link["/Rect"]]
        found.append((around, number, [float(x) for x in place[:2]]))
    return found


def test_links_lead_from_page_to_page_and_nowhere_else() -> None:
    reader = read(linked())
    first = links_of(reader, 0)
    assert [page for _, page, _ in first] == [1, 1, 0]
    assert first[0][0] == [15, 187.5, 75, 210]
    assert first[2][0] == [(220 + 5) * 0.75, (300 - 57) * 0.75, 305 * 0.75, (300 - 27) * 0.75]
    assert [(page, place) for _, page, place in first[:2]] == [(1, []), (1, [7.5, 142.92])]
    assert [page for _, page, _ in links_of(reader, 1)] == [0]


def test_links_of_pictures_in_one_file_stay_within_each() -> None:
    """Two pictures whose pages and groups have the same names."""
    alone = read(linked())
    both = read([*told_apart(linked(), "a"), *told_apart(linked(), "b")])
    assert len(both.pages) == 4
    for page in (0, 1):
        wanted = links_of(alone, page)
        assert links_of(both, page) == wanted
        assert links_of(both, page + 2) == [(at, to + 2, place) for at, to, place in wanted]


@pytest.mark.parametrize("paper", [None, *PAPERS])
@pytest.mark.parametrize(("width", "height"), [(1000, 500), (500, 1000), (40_000, 300)])
def test_pages_are_as_large_as_their_paper(paper: str | None, width: float, height: float) -> None:
    sheet = PAPERS[paper] if paper else None
    scene = Scene(width, height, "t", "d", "en", ink(), paper=sheet)
    box = read([scene]).pages[0].mediabox
    if sheet is None:
        scale = min(0.75, 14_400 / width)
        assert (float(box.width), float(box.height)) == pytest.approx(
            (width * scale, height * scale), abs=0.01
        )
        return
    stands = height > width and sheet.name != "slide"
    sides = (sheet.height, sheet.width) if stands else (sheet.width, sheet.height)
    assert (float(box.width), float(box.height)) == pytest.approx(sides, abs=0.01)
    drawn = size_of(scene)[2]
    assert drawn >= scale_on(sheet, width, height) - 1e-9
    assert width * drawn <= sides[0] + 1e-6
    assert height * drawn <= sides[1] + 1e-6


def test_same_pages_same_bytes() -> None:
    assert drawing.written(linked(), "pdf", {}) == drawing.written(linked(), "pdf", {})


ACTING = ("/OpenAction", "/AA", "/AcroForm")
"""What of a file acts without being asked."""


@pytest.mark.parametrize("name", [*HOSTILE, "=1+1", ") Tj (x", "\\", "长" * 10_000])
def test_any_name_is_text(name: str) -> None:
    """Read back letter by letter, but for those that the font draws as boxes."""
    there = Group((Text(10, 20, name, 12, 300),), id=name, title=name)
    scene = Scene(400, 300, name, name, "zh", (there,), key=name)
    back = Group((Text(10, 20, name, 12, 9), *ink()), page=name, href=name)
    reader = read([scene, page_of(back)])
    assert reader.metadata
    titles = [reader.metadata.title, reader.metadata.subject, reader.outline[0].title]  # type: ignore[union-attr]  # one level
    assert titles == [clean(name)] * 3
    letters = [c for c in unicodedata.normalize("NFC", clean(name)) if c in characters()]
    assert [c for c in reader.pages[0].extract_text() if c != "\0"] == letters
    assert [page for _, page, _ in links_of(reader, 1)] == [0]
    assert not root_of(reader).keys() & {*ACTING}


def test_what_it_replaces_is_its_own() -> None:
    [content] = drawing.written([page_of()], "pdf", {})
    assert pdf.is_ours(content)
    assert not pdf.is_ours(content.replace(b"/Producer (govchain", b"/Producer (others"))
    assert not pdf.is_ours(b"/Producer (govchain ")


def test_the_library_is_loaded_only_where_it_is_needed() -> None:
    loaded = "import sys, govchain.drawing as d; list(d.recognisers()); print(*sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True
    )
    assert not {"reportlab", "resvg_py", "pptx"} & set(told.stdout.split())
