"""The format `png`: its size and its dots, our own font and no other."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from govchain import drawing
from govchain.drawing.format import png
from govchain.drawing.ink.paper import PAPERS
from govchain.drawing.ink.scene import Group, Scene, Text
from tests.drawing.chains import HOSTILE
from tests.drawing.pages import ink, linked, page_of, scale_on


def read(scene: Scene) -> Image.Image:
    [content] = drawing.written([scene], "png", {})
    return Image.open(io.BytesIO(content)).convert("RGB")


def darkest(image: Image.Image, left: float, top: float, right: float, bottom: float) -> int:
    """How dark the darkest dot is in a place that is told in pixels of the page."""
    box = (int(2 * left), int(2 * top), int(2 * right), int(2 * bottom))
    return int(image.crop(box).convert("L").getextrema()[0])  # type: ignore[arg-type]  # one band


def test_two_dots_to_a_pixel_each_where_it_belongs() -> None:
    image = read(page_of(*ink()))
    assert image.size == (800, 600)
    assert image.getpixel((120, 80)) == (255, 0, 0)
    assert image.getpixel((640, 210)) == (0, 0, 255)
    assert image.getpixel((790, 590)) == (255, 255, 255)
    assert darkest(image, 10, 185, 200, 203) < 60
    assert darkest(image, 365, 235, 382, 252) < 60
    assert darkest(image, 0, 140, 400, 180) == 255


@pytest.mark.parametrize("paper", [*PAPERS])
def test_on_paper_as_many_dots_as_a_printer_has(paper: str) -> None:
    scene = Scene(1000, 600, "t", "d", "en", (), paper=PAPERS[paper])
    image = read(scene)
    inches = scale_on(PAPERS[paper], 1000, 600) * 1000 / 72
    assert image.size[0] == pytest.approx(inches * 200, abs=1)
    [content] = drawing.written([scene], "png", {})
    assert Image.open(io.BytesIO(content)).info["dpi"][0] == pytest.approx(200, abs=0.5)


def test_no_larger_than_programs_open() -> None:
    long = Scene(1_400, 80_000, "t", "d", "en", ())
    assert long.height * png.dots_of(long) <= 30_000
    huge = Scene(20_000, 20_000, "t", "d", "en", ())
    assert 20_000**2 * png.dots_of(huge) ** 2 <= 60_000_001


@pytest.mark.parametrize(
    ("width", "height", "dots"),
    [(1500, 2000, 2), (2000, 3000, 2**0.5), (3000, 4000, 1), (6000, 6000, 1), (10_000, 6000, 1)],
)
def test_a_large_one_has_no_more_dots_than_a_screen_but_one_to_a_pixel(
    width: float, height: float, dots: float
) -> None:
    assert png.dots_of(Scene(width, height, "t", "d", "en", ())) == pytest.approx(dots)


def test_each_page_is_a_file_and_bears_its_title() -> None:
    first, second = drawing.written(linked(), "png", {"two": "x-p2.png"})
    about = [Image.open(io.BytesIO(content)).info for content in (first, second)]
    assert [info["Title"] for info in about] == ["总览", "分页"]
    assert {info["Description"] for info in about} == {"说明"}
    assert drawing.written(linked(), "png", {}) == [first, second]


def test_what_it_replaces_is_its_own() -> None:
    [content] = drawing.written([page_of()], "png", {})
    assert png.is_ours(content)
    assert not png.is_ours(content.replace(b"govchain ", b"somebody "))
    kept = io.BytesIO()
    Image.open(io.BytesIO(content)).save(kept, "png")
    assert not png.is_ours(kept.getvalue())


@pytest.mark.parametrize("name", [*HOSTILE, "长" * 10_000])
def test_any_name_is_drawn(name: str) -> None:
    scene = Scene(400, 300, name, name, "zh", (Text(10, 20, name, 12, 300),), key=name)
    assert read(scene).size == (800, 600)


def test_what_has_no_glyph_is_a_box_and_told() -> None:
    scene = page_of(Text(10, 40, "堃", 30, 100))
    assert darkest(read(scene), 10, 10, 40, 45) < 60
    assert drawing.without_glyph([scene], "png") == ["堃"]
    assert drawing.without_glyph([scene], "pdf") == ["堃"]
    assert drawing.without_glyph([scene], "svg") == []


@pytest.mark.parametrize(
    ("name", "alone", "marks"),
    [
        ("xe\u0302\u0304u", "xêu", ["\u0304"]),
        ("a" + 300 * "\u0301", "á", ["\u0301"]),
        ("cafe\u0301", "café", []),
        ("一\u20dd二", "一二", ["\u20dd"]),
        ("©\ufe0f", "©", []),
    ],
)
def test_marks_that_the_font_lacks_are_left_out_and_told(
    name: str, alone: str, marks: list[str]
) -> None:
    scene = page_of(Group((Text(10, 40, name, 30, 100),)), Text(10, 140, name, 30, 100))
    bare = page_of(Group((Text(10, 40, alone, 30, 100),)), Text(10, 140, alone, 30, 100))
    for format in ("png", "pptx"):
        assert drawing.without_glyph([scene], format) == []
        assert drawing.without_mark([scene], format) == marks
    assert read(scene).tobytes() == read(bare).tobytes()
    assert drawing.written([scene], "pdf", {}) == drawing.written([bare], "pdf", {})
    assert drawing.without_mark([scene], "svg") == []


def test_fonts_of_the_machine_are_of_no_effect(tmp_path: Path) -> None:
    """The same dots where there is no font at all."""
    drawn = (
        "import sys; from govchain import drawing; from tests.drawing.pages import *; "
        "sys.stdout.buffer.write(drawing.written([page_of(*ink())], 'png', {})[0])"
    )
    nothing = tmp_path / "fonts.conf"
    nothing.write_text("<fontconfig/>")
    surroundings = {**os.environ, "FONTCONFIG_FILE": str(nothing), "HOME": str(tmp_path)}
    command = [sys.executable, "-c", drawn]
    told = subprocess.run(command, capture_output=True, check=True, env=surroundings)
    assert [told.stdout] == drawing.written([page_of(*ink())], "png", {})
