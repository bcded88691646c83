"""The format `pptx`: a slide a page, with a title and notes that can be edited, and the picture.

Same pages, same bytes: what is written bears no time.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from govchain.drawing.format import png
from govchain.drawing.ink.extents import groups_in, texts_in
from govchain.drawing.ink.lettering import clean, cut
from govchain.drawing.ink.paper import PAPERS
from govchain.drawing.ink.scene import Scene

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Slides

NEEDS = {"pptx": "python-pptx", **png.NEEDS}
IS_TEXT = False
OWN_FONT = True

TITLE_HEIGHT, TITLE_SIZE, MARGIN = 48.0, 20.0, 12.0
"""Points."""
DOTS_ON_SLIDE = 300
"""To the inch, at the size at which the picture stands there."""
LONGEST_TITLE = 200
"""Characters: about itself a presentation says no more than 255."""
_TITLE_ONLY = 5
"""The layout, among those of an empty presentation."""
_MAKER = "govchain"
_SIGN = b"<dc:creator>govchain</dc:creator>"
_ABOUT = "docProps/core.xml"
_NO_TIME = datetime.datetime(1980, 1, 1)


def bind(scenes: Sequence[Scene]) -> bytes:
    """The slides."""
    from pptx import Presentation
    from pptx.util import Pt

    slides: Slides = Presentation()
    slides.slide_width, slides.slide_height = Pt(PAPERS["slide"].width), Pt(PAPERS["slide"].height)
    about = slides.core_properties
    about.author = about.last_modified_by = _MAKER
    about.title = _line(scenes[0].title)
    about.language = scenes[0].language
    about.created = about.modified = _NO_TIME
    for scene in scenes:
        _add_slide(slides, scene)
    file = io.BytesIO()
    slides.save(file)
    return _without_time(file.getvalue())


def is_ours(content: bytes) -> bool:
    """It names us as its maker, as it does until another program saves it."""
    return content.startswith(b"PK") and _SIGN in content


def _add_slide(slides: Slides, scene: Scene) -> None:
    """The picture as large as it fits, the findings in the notes. The picture has its title; that
    of the slide, for whoever has it read out and for the outline, stands above its upper edge."""
    from pptx.util import Pt

    slide = slides.slides.add_slide(slides.slide_layouts[_TITLE_ONLY])
    width, height = PAPERS["slide"].width, PAPERS["slide"].height
    title = slide.shapes.title
    title.left, title.top = Pt(MARGIN), Pt(-TITLE_HEIGHT)
    title.width, title.height = Pt(width - 2 * MARGIN), Pt(TITLE_HEIGHT)
    title.text_frame.text = _line(scene.title)
    title.text_frame.paragraphs[0].font.size = Pt(TITLE_SIZE)
    room = width - 2 * MARGIN, height - 2 * MARGIN
    scale = min(room[0] / scene.width, room[1] / scene.height)
    wide, high = scene.width * scale, scene.height * scale
    left, top = (width - wide) / 2, (height - high) / 2
    drawn = io.BytesIO(png.drawn(scene, _dots_of(scene, scale)))
    picture = slide.shapes.add_picture(drawn, Pt(left), Pt(top), Pt(wide), Pt(high))
    picture.name = _line(scene.title)
    picture._element.nvPicPr.cNvPr.set("descr", _line(scene.description))
    slide.notes_slide.notes_text_frame.text = "\n".join(_notes(scene))


def _dots_of(scene: Scene, scale: float) -> float:
    """How many dots a pixel of the page has, which is `scale` points wide: no more than a slide
    shows, but one at least, so that whoever enlarges a long picture can read it."""
    return min(png.dots_of(scene), max(1.0, scale * DOTS_ON_SLIDE / 72))


def _notes(scene: Scene) -> Iterator[str]:
    """The figures, and each finding in a sentence."""
    yield clean(scene.description)
    said: dict[str, str] = {}
    for group in groups_in(scene.items):
        label = dict(group.data).get("finding")
        if label:
            words = " ".join(text.whole or text.text for text in texts_in(group.items))
            said.setdefault(label, clean(group.title or words))
    yield from said.values()


def _line(text: str) -> str:
    return cut(clean(text), LONGEST_TITLE)


def _without_time(content: bytes) -> bytes:
    """The same archive, of no time; who made it can be read without unpacking it."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w") as new:
        for part in old.infolist():
            entry = zipfile.ZipInfo(part.filename)
            is_about = part.filename == _ABOUT
            entry.compress_type = zipfile.ZIP_STORED if is_about else zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(part))
    return file.getvalue()
