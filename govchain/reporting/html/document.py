"""The page as one file: styles and script that alone may act, then the data, a part at a time."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

from govchain.reporting.html.island import plain

_ROOM = Path(__file__).parent / "page"
SCRIPTS = (
    "elements", "parts", "address", "words", "sorting", "searching", "overview", "choices",
    "findings", "picture", "matters", "tables", "themes", "matrix", "blocks", "print", "start",
)  # fmt: skip
"""The script, a file a concern, in this order."""


def beginning(version: str, language: str, title: str, notices: tuple[str, ...]) -> str:
    """All that stands above the data."""
    style, lang = _source("page.css"), {"zh": "zh-CN"}.get(language, language)
    told = "".join(f"<p>{escape(notice)}</p>" for notice in notices)
    return (
        f"<!doctype html>\n<!-- govchain {escape(version)}: report -->\n"
        f'<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<link rel="icon" href="data:,">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f"<noscript>{told}</noscript>\n"
        '<div id="app"></div>\n'
    )


def island(value: Any) -> str:
    """The data of the first screen, as it is."""
    return f'<script type="application/json" id="page">{plain(value)}</script>\n'


def script() -> str:
    """The one script, which runs before the rest of the data is read."""
    return f"<script>{_script()}</script>\n"


def parts(named: Iterator[tuple[str, str]]) -> Iterator[str]:
    """Packed data that is unpacked once it is asked for, by its names."""
    for name, value in named:
        yield f'<script type="text/plain" id="{name}">{value}</script>\n'


def end() -> str:
    return "</body>\n</html>\n"


def _policy() -> str:
    """Nothing is fetched, and nothing acts but the style and the script of this file."""
    return (
        f"default-src 'none'; style-src '{_hash(_source('page.css'))}'; "
        f"script-src '{_hash(_script())}'; img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


@cache
def _script() -> str:
    return '"use strict";\n' + "".join(_source(f"scripts/{name}.js") for name in SCRIPTS)


@cache
def _source(name: str) -> str:
    return (_ROOM / name).read_text(encoding="utf-8")
