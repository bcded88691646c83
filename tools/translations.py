"""Keeps the Chinese catalogue of words in step with the source.

    python -m tools.translations            rewrites govchain.po and govchain.mo
    python -m tools.translations --check    fails where they are behind, or a text lacks Chinese

Texts are collected from the source: what is passed to a function that speaks (`say`, `noted`,
`WrongUse` …), and every `message` and `remedy`. The templates of rules are not among them: their
Chinese stands at the head of their pages.
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

HOME = Path(__file__).resolve().parent.parent
SOURCE = HOME / "govchain"
FOLDER = SOURCE / "locale" / "zh_CN" / "LC_MESSAGES"
SPEAKING = {"say", "noted", "note", "WrongUse", "WorkspaceError"}
COUNTING = {"count"}
KEYWORDS = {"message", "remedy", "help"}
TYPER = (
    "Show this message and exit.",
    "Install completion for the current shell.",
    "Show completion for the current shell, to copy it or customize the installation.",
)
"""What typer itself says of its own options."""

Text = str | tuple[str, str]
"""A text, or one for one thing and one for many."""


class Book(Catalog):
    """A catalogue whose head says neither when nor by what it was made: same texts, same bytes."""

    @property  # type: ignore[misc]  # babel lets it be set
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Project-Id-Version", "govchain"),
            ("Language", "zh_CN"),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", "nplurals=1; plural=0;"),
        ]


def texts_of_source() -> dict[Text, list[str]]:
    """Every text to be translated, and the files it stands in."""
    found: dict[Text, list[str]] = {text: ["typer"] for text in TYPER}
    for file in sorted(SOURCE.rglob("*.py")):
        name = file.relative_to(HOME).as_posix()
        if not name.startswith("govchain/rules/"):
            for text in texts_of(ast.parse(file.read_text(encoding="utf-8"))):
                files = found.setdefault(text, [])
                if name not in files:
                    files.append(name)
    return found


def texts_of(tree: ast.AST) -> Iterator[Text]:
    """The texts of one file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = _name(node.func)
            if name in SPEAKING:
                for argument in node.args:
                    yield from _constants(argument)
            elif name in COUNTING:
                yield from _pair(node.args)
            for keyword in node.keywords:
                if keyword.arg in KEYWORDS:
                    yield from _constants(keyword.value)
        elif isinstance(node, ast.Tuple):
            yield from _pair_of_noted(node)


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _constants(node: ast.expr) -> Iterator[str]:
    """The texts an expression may be; either branch of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _constants(node.body)
        yield from _constants(node.orelse)


def _pair(arguments: list[ast.expr]) -> Iterator[tuple[str, str]]:
    texts = [text for argument in arguments[:2] for text in _constants(argument)]
    if len(texts) == 2:
        yield texts[0], texts[1]


def _pair_of_noted(node: ast.Tuple) -> Iterator[tuple[str, str]]:
    """(noted("{n} visit"), noted("{n} visits"))"""
    calls = [e for e in node.elts if isinstance(e, ast.Call) and _name(e.func) == "noted"]
    texts = [text for call in calls for argument in call.args for text in _constants(argument)]
    if len(calls) == len(node.elts) == len(texts) == 2 and "{n}" in texts[0]:
        yield texts[0], texts[1]


def renewed(old: Catalog) -> Catalog:
    """The catalogue with the texts of the source and the translations that are there."""
    new = Book(locale="zh_CN", fuzzy=False, header_comment="# The Chinese of govchain.")
    found = texts_of_source()
    plural = {part for text in found if isinstance(text, tuple) for part in text}
    for text, files in sorted(found.items(), key=lambda item: (item[1][0], str(item[0]))):
        if text not in plural:
            message = old.get(text[0] if isinstance(text, tuple) else text)
            string = message.string if message else ""
            if isinstance(text, tuple) and isinstance(string, str):
                string = (string,)
            new.add(text, string, locations=[(file, 0) for file in files])
    return new


def po_text(catalog: Catalog) -> bytes:
    sheet = io.BytesIO()
    write_po(sheet, catalog, width=100, omit_header=False, include_lineno=False)
    return sheet.getvalue()


def mo_text(catalog: Catalog) -> bytes:
    sheet = io.BytesIO()
    write_mo(sheet, catalog)
    return sheet.getvalue()


def untranslated(catalog: Catalog) -> list[str]:
    """The texts that lack Chinese, or whose Chinese is in doubt."""
    return [
        str(message.id)
        for message in catalog
        if message.id and (message.fuzzy or not all(_strings(message.string)))
    ]


def _strings(string: object) -> tuple[str, ...]:
    return tuple(string) if isinstance(string, tuple | list) else (str(string or ""),)


def main(*arguments: str) -> int:
    """Renews both files, or (`--check`) says what is behind. 1: something is to be done."""
    book = renewed(_known())
    made = {FOLDER / "govchain.po": po_text(book), FOLDER / "govchain.mo": mo_text(book)}
    behind: list[str] = []
    if "--check" in arguments:
        behind = [file.name for file, content in made.items() if _content(file) != content]
    else:
        FOLDER.mkdir(parents=True, exist_ok=True)
        for file, content in made.items():
            file.write_bytes(content)
    missing = untranslated(book)
    for text in missing:
        print(f"no Chinese: {text}", file=sys.stderr)
    for name in behind:
        print(f"behind the source: {name}; run python -m tools.translations", file=sys.stderr)
    return 1 if missing or behind else 0


def _known() -> Catalog:
    """The translations that are there."""
    file = FOLDER / "govchain.po"
    if not file.exists():
        return Catalog(locale="zh_CN")
    with file.open("rb") as sheet:
        return read_po(sheet, locale="zh_CN")


def _content(file: Path) -> bytes:
    return file.read_bytes() if file.exists() else b""


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
