"""The format `pptx`, read back: slides, titles, notes, pictures; the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Pt

from govchain import drawing
from govchain.drawing.format import pptx
from govchain.drawing.ink.lettering import clean, cut
from govchain.drawing.ink.scene import Group, Scene, Text
from tests.drawing.chains import HOSTILE
from tests.drawing.pages import linked, page_of


def slides_of(scenes: list[Scene]) -> list[Any]:
    [content] = drawing.written(scenes, "pptx", {})
    read = Presentation(io.BytesIO(content))
    assert (read.slide_width, read.slide_height) == (Pt(960), Pt(540))
    return [*read.slides]


def test_a_slide_a_page_with_title_and_picture() -> None:
    slides = slides_of(linked())
    assert [slide.shapes.title.text_frame.text for slide in slides] == ["总览", "分页"]
    for slide in slides:
        [picture] = [shape for shape in slide.shapes if shape.shape_type == 13]
        assert picture.image.content_type == "image/png"
        assert picture.width / picture.height == pytest.approx(4 / 3, abs=0.01)
        assert picture.left >= 0
        assert picture.left.pt + picture.width.pt <= 960
        assert picture.top.pt >= pptx.MARGIN
        title = slide.shapes.title
        assert title.top + title.height <= 0
        assert picture.top.pt + picture.height.pt <= 540
        assert picture._element.nvPicPr.cNvPr.get("descr") == "说明"


@pytest.mark.parametrize(
    ("width", "height", "wide"),
    [(600, 300, 1200), (400, 4000, 400), (1600, 1200, 2867)],
)
def test_a_picture_has_as_many_dots_as_a_slide_shows_but_one_to_a_pixel(
    width: float, height: float, wide: int
) -> None:
    """At 300 to the inch, where it stands no larger than that; 516 points are the room's height."""
    [slide] = slides_of([Scene(width, height, "t", "d", "en", ())])
    [picture] = [shape for shape in slide.shapes if shape.shape_type == 13]
    assert picture.image.size[0] == pytest.approx(wide, abs=1)


def test_findings_are_told_in_the_notes() -> None:
    scene = page_of(
        Group((Text(0, 9, "①-1", 9, 9),), title="①-1 不共享", data=(("finding", "1-1"),)),
        Group((Text(0, 9, "①-1 警告", 9, 9),), css="finding", data=(("finding", "1-1"),)),
        Group((Text(0, 9, "①-2", 9, 9), Text(0, 9, "多", 9, 9, whole="多余")),
              css="finding", data=(("finding", "1-2"),)),
        Group((Text(0, 9, "受理", 9, 9),), data=(("step", "s0"),)),
    )  # fmt: skip
    [slide] = slides_of([scene])
    assert slide.notes_slide.notes_text_frame.text == "说明\n①-1 不共享\n①-2 多余"


@pytest.mark.parametrize("name", [*HOSTILE, '=HYPERLINK("x")', "https://x.example", "长" * 10_000])
def test_any_name_is_text(name: str) -> None:
    said = Group((Text(0, 9, name, 9, 90),), title=name, data=(("finding", "1-1"),))
    [slide] = slides_of([Scene(400, 300, name, name, "zh", (said,), key=name)])
    assert slide.shapes.title.text_frame.text == cut(clean(name), pptx.LONGEST_TITLE)
    assert slide.notes_slide.notes_text_frame.text == f"{clean(name)}\n{clean(name)}"
    [picture] = [shape for shape in slide.shapes if shape.shape_type == 13]
    assert picture.name == picture._element.nvPicPr.cNvPr.get("descr")
    assert picture.name == cut(clean(name), pptx.LONGEST_TITLE)
    for part in (slide.part, slide.notes_slide.part):
        assert not any(leads.is_external for leads in part.rels.values())
        assert not re.search(rb"<a:(fld|hlinkClick|hlinkHover)\b", part.blob)


def test_same_pages_same_bytes_and_no_time() -> None:
    [content] = drawing.written(linked(), "pptx", {})
    assert [content] == drawing.written(linked(), "pptx", {})
    parts = zipfile.ZipFile(io.BytesIO(content)).infolist()
    assert {part.date_time for part in parts} == {(1980, 1, 1, 0, 0, 0)}


def test_what_it_replaces_is_its_own() -> None:
    [content] = drawing.written([page_of()], "pptx", {})
    assert pptx.is_ours(content)
    read, saved = Presentation(io.BytesIO(content)), io.BytesIO()
    read.core_properties.author = "somebody"
    read.save(saved)
    assert not pptx.is_ours(saved.getvalue())
    assert not pptx.is_ours(b"<dc:creator>govchain</dc:creator>")
