"""The format `svg`: our own layout, in plain SVG that every program draws alike.

No markers, patterns, filters, foreign objects, style sheets or variables; texts stand on their
baselines and fit their boxes by our own measure.

Who does not see it hears its title, its figures, each step, each finding and each link by name: it
is a document of graphics, not one image, in which nobody could get at the links.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from govchain.drawing.ink import palette
from govchain.drawing.ink.extents import texts_in
from govchain.drawing.ink.icons import ICONS
from govchain.drawing.ink.lettering import clean
from govchain.drawing.ink.scene import (
    Group,
    Icon,
    Item,
    Line,
    Rect,
    Scene,
    Shape,
    Strokes,
    Text,
)

SIGN = re.compile(r"\s*<(?:svg|\?xml)\s.*\bgovchain[:：]? ?\d+\.\d+", re.DOTALL)
"""Ours, or Graphviz's of our graph."""

FINDING = "finding"
"""What a group is called (`css`) that says a finding in full."""

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_ESCAPED = re.compile("[&<>\"']")


def write(scene: Scene, links: Mapping[str, str]) -> str:
    """A page as an SVG document; `links` are the addresses of other pages by their keys."""
    width, height = _number(scene.width), _number(scene.height)
    body: list[str] = []
    _write(scene.items, links, body)
    title, description = _text(scene.title), _text(scene.description)
    name = _name_of([title, description, *body])
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
            f'width="{width}" height="{height}" role="graphics-document" '
            f'aria-labelledby="{name}-title" aria-describedby="{name}-desc" '
            f'lang="{scene.language}" xml:lang="{scene.language}" '
            f'font-family="{palette.FONTS}" font-size="12" fill="{palette.INK}">',
            f'<title id="{name}-title">{title}</title>',
            f'<desc id="{name}-desc">{description}</desc>',
            f'<rect width="{width}" height="{height}" fill="{palette.WHITE}"/>',
            *body,
            "</svg>\n",
        ]
    )


def _name_of(lines: Sequence[str]) -> str:
    """What no other picture is called in a page that holds many."""
    return f"p{hashlib.sha256(chr(10).join(lines).encode(errors='replace')).hexdigest()[:12]}"


def _write(items: Sequence[Item], links: Mapping[str, str], lines: list[str]) -> None:
    """Puts what the items are at the end of the lines."""
    for item in items:
        if isinstance(item, Group):
            _write_group(item, links, lines)
        else:
            lines.append(_TAGS[type(item)](item))


def _write_group(group: Group, links: Mapping[str, str], lines: list[str]) -> None:
    attributes = f' id="{_text(group.id)}"' if group.id else ""
    attributes += f' class="{group.css}"' if group.css else ""
    attributes += "".join(f' data-{name}="{_text(value)}"' for name, value in group.data)
    if group.css == FINDING:
        attributes += f' role="group" aria-label="{_spoken(group)}"'
    if group.x or group.y:
        attributes += f' transform="translate({_number(group.x)} {_number(group.y)})"'
    address = _address(group, links)
    if address:
        lines.append(f'<a href="{_text(address)}" aria-label="{_spoken(group)}">')
    lines.append(f"<g{attributes}>")
    if group.title:
        lines.append(f"<title>{_lines(group.title)}</title>")
    _write(group.items, links, lines)
    lines.append("</g></a>" if address else "</g>")


def _spoken(group: Group) -> str:
    """What the group is called aloud: what it says to whoever points at it, else its words."""
    if said := _text(group.title):
        return said
    return _text(" ".join(text.whole or text.text for text in texts_in(group.items)))


def _address(group: Group, links: Mapping[str, str]) -> str:
    """Where it leads: empty where nowhere, or to a page that is not at hand."""
    if group.page:
        page = links.get(group.page, "")
        return f"{page}#{group.href}" if page and group.href else page
    return f"#{group.href}" if group.href else ""


def _written(text: Text) -> str:
    attributes = f'x="{_number(text.x)}" y="{_number(text.y)}" font-size="{_number(text.size)}"'
    if text.bold:
        attributes += ' font-weight="700"'
    if text.anchor != "start":
        attributes += f' text-anchor="{text.anchor}"'
    if text.fill != palette.INK:
        attributes += f' fill="{text.fill}"'
    if text.angle:
        place = f"{_number(text.x)} {_number(text.y)}"
        attributes += f' transform="rotate({_number(text.angle)} {place})"'
    whole = f"<title>{_text(text.whole)}</title>" if text.whole else ""
    return f"<text {attributes}>{whole}{_text(text.text)}</text>"


def _icon(icon: Icon) -> str:
    paths = "".join(
        f'<path d="{path}" fill="{fill}"{_stroked(stroke, width)}/>'
        for path, fill, stroke, width in ICONS[icon.name]
    )
    place = f"translate({_number(icon.x)} {_number(icon.y)})"
    return f'<g transform="{place}">{paths}</g>'


def _rect(rect: Rect) -> str:
    box = rect.box
    attributes = (
        f'x="{_number(box.x)}" y="{_number(box.y)}" width="{_number(box.width)}" '
        f'height="{_number(box.height)}" fill="{rect.fill}"'
    )
    if rect.radius:
        attributes += f' rx="{_number(rect.radius)}"'
    attributes += _stroked(rect.stroke, rect.stroke_width)
    if rect.dash:
        attributes += f' stroke-dasharray="{rect.dash}"'
    return f"<rect {attributes}/>"


def _line(line: Line) -> str:
    ends = f' data-from="{_text(line.source)}"' if line.source else ""
    ends += f' data-to="{_text(line.target)}"' if line.target else ""
    join = ' stroke-linejoin="round"' if len(line.points) > 2 else ""
    stroked = _stroked(line.stroke, line.stroke_width)
    dash = f' stroke-dasharray="{line.dash}"' if line.dash else ""
    return f'<path d="{_path(line.points)}" fill="none"{stroked}{dash}{join}{ends}/>'


def _strokes(strokes: Strokes) -> str:
    path = "".join(
        f"M{_number(x1)} {_number(y1)}L{_number(x2)} {_number(y2)}"
        for x1, y1, x2, y2 in strokes.lines
    )
    return f'<path d="{path}" fill="none"{_stroked(strokes.stroke, strokes.stroke_width)}/>'


def _shape(shape: Shape) -> str:
    stroked = _stroked(shape.stroke, shape.stroke_width)
    return f'<path d="{_path(shape.points)}z" fill="{shape.fill}"{stroked}/>'


def _stroked(stroke: str, width: float) -> str:
    if not stroke:
        return ""
    return f' stroke="{stroke}"' + ("" if width == 1 else f' stroke-width="{_number(width)}"')


def _path(points: tuple[tuple[float, float], ...]) -> str:
    return "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in points)


@lru_cache(maxsize=10_000)
def _number(value: float) -> str:
    """To a hundredth of a pixel, with no needless digits."""
    return f"{round(value, 2):g}" if value < 1e5 else f"{round(value, 1):.1f}"


def _text(text: str) -> str:
    line = clean(text)
    return line.translate(_ESCAPES) if _ESCAPED.search(line) else line


_TAGS: Mapping[type[Item], Callable[[Any], str]] = {
    Text: _written,
    Icon: _icon,
    Rect: _rect,
    Line: _line,
    Strokes: _strokes,
    Shape: _shape,
}


def _lines(text: str) -> str:
    """Text that keeps its lines."""
    return "\n".join(map(_text, text.split("\n")))
