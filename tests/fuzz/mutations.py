"""Ways to spoil a text: its bytes, its lines, its words, its structure, its comments."""

from __future__ import annotations

import functools
import random
import re
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import yaml

from govchain.language.forms import FORMS
from govchain.rules.discovery import all_rules

LARGEST = 100_000
"""Bytes of a file: what is bounded is promised for these."""

Mutation: TypeAlias = "Callable[[bytes, random.Random], bytes]"

_BYTES = (
    b"\x00", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xff\xfe", b"\r", b"\r\n",
    b"\x1b[31m", b"\xc2\x85", b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\xef\xbf\xbe", b"\t", b"\x7f",
    b"\xf0\x9f\x98\x80", b"\n", b"\\", b'"', b"'", b"[", b"{", b"#",
)  # fmt: skip
HOSTILE = (
    '"N\\n::error file=x.py,line=1::forged"', '"\\e[31m"', '"\\u202e"', "[x](https://x)",
    '"\\uFFFE"', "&amp;", "\\N", "<b>", "'", '"', "`", "|", ">-", "|2", "&a", "*a", "!t", "!!int",
    "<<:", "? ", "- ", ": ", "：", "，", "、", "%", "@", "{", "}", "[", "]", "{}", "[]", "~",
    "null", "yes", "no", "true", "on", "0", "-1", "1.5", "1e9", "1e999", ".inf", ".nan", "0x1F",
    "1_000", "９", "十", "99999999999999999999", "9" * 5000, "3d", "3天", "3个工作日", "30分钟",
    "999999999d", "2w", "1h", "0d", "2026-02-30", "2026-01-01", "9999-12-31", "0000-00-00",
    "2027-01-01", "..", "../../x", "/etc/passwd", "C:\\x", "nul", "con", ".hidden", "x" * 300,
    "𠀀" * 64, "all", "any", "none", "{any: {a: 0.5, b: 0.5}}", "{a: {b: {c: d}}}", "---", "...",
    "--- a", "%YAML 1.2", "__class__", "{name}", "{0}", "%s", "${HOME}", "$(id)", "\ufeff",
    '"\\0"', '"\\ud800"', "\u00a0", "\u3000", "é", "e\u0301", "\u200d", "#", "# x",
)  # fmt: skip
_COMMENTS = (
    "# govchain: allow {rule} -- x", "# govchain: allow {rule}", "# govchain: allow", "# govchain:",
    "# govchain: allow {rule} --", "#govchain: allow {rule} -- 因为", "# 治链: {rule}",
    "# govchain: allow {rule} -- \x1b[31m\u202e", "# govchain: allow x,{rule} -- y" + " " * 3000,
    "# govchain: allow " + " " * 3000 + "{rule}", "# govchain: allow {rule} -- ::error ::x",
)  # fmt: skip
_TOKEN = re.compile(r"\w+|[^\S\n]+|\n|.")


@functools.cache
def dictionary() -> Sequence[str]:
    """Keywords of the language in both spellings, their fixed values, and what is hostile."""
    words = {word for form in FORMS.values() for k in form.keywords for word in (k.name, k.chinese)}
    for form in FORMS.values():
        for keyword in form.keywords:
            words |= {*keyword.words, *keyword.words.values()}
    return (*sorted(words - {""}), *HOSTILE)


def mutated(content: bytes, chance: random.Random, ways: Sequence[Mutation]) -> bytes:
    """The content spoilt once, twice or thrice, no longer than a file may be."""
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        content = chance.choice(ways)(content, chance)[:LARGEST]
    return content


def spoil_bytes(content: bytes, chance: random.Random) -> bytes:
    """Bytes are lost, doubled, replaced or slipped in."""
    start = chance.randrange(len(content) + 1)
    end = min(len(content), start + chance.choice((0, 1, 1, 2, 8, 40)))
    between = chance.choice((b"", content[start:end] * 2, chance.choice(_BYTES)))
    return content[:start] + between + content[end:]


def spoil_lines(content: bytes, chance: random.Random) -> bytes:
    """A line is lost, doubled, moved, joined, set in or out, or everything after it is lost."""
    lines = content.split(b"\n")
    at = chance.randrange(len(lines))
    match chance.randrange(7):
        case 0:
            del lines[at]
        case 1:
            lines[at:at] = lines[at : at + 1] * chance.choice((1, 1, 2, 30, 300))
        case 2:
            lines.insert(chance.randrange(len(lines)), lines[at])
        case 3:
            lines[at : at + 2] = [b" ".join(lines[at : at + 2])]
        case 4:
            lines[at] = b" " * chance.choice((1, 2, 3, 8)) + lines[at]
        case 5:
            lines[at] = lines[at].lstrip()
        case _:
            lines = lines[: at + 1]
    return b"\n".join(lines)


def spoil_words(content: bytes, chance: random.Random) -> bytes:
    """A word or sign is lost, doubled, exchanged for another of the text or of the dictionary."""
    words = _TOKEN.findall(content.decode("utf-8", "surrogateescape"))
    if not words:
        return chance.choice(dictionary()).encode()
    for _ in range(chance.choice((1, 1, 2, 5))):
        at = chance.randrange(len(words))
        other = chance.choice((chance.choice(words), chance.choice(dictionary())))
        words[at] = chance.choice(("", words[at] * 2, other, other, words[at] + other))
    return "".join(words).encode("utf-8", "surrogateescape")


def spoil_comments(content: bytes, chance: random.Random) -> bytes:
    """A silencing comment, of good or bad form, at the end of a line or on one of its own."""
    lines = content.split(b"\n")
    at = chance.randrange(len(lines))
    rule = chance.choice((*sorted(rule.id for rule in all_rules()), "x", "[a](b)", '"'))
    comment = chance.choice(_COMMENTS).replace("{rule}", rule).encode()
    if chance.random() < 0.5:
        lines[at] += b"  " + comment
    else:
        lines.insert(at, b" " * chance.randrange(6) + comment)
    return b"\n".join(lines)


def spoil_structure(content: bytes, chance: random.Random) -> bytes:
    """A value or key somewhere is lost, doubled, wrapped, exchanged; written anew as YAML."""
    try:
        documents = list(yaml.load_all(content.decode(), _Plain))
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError):
        return spoil_words(content, chance)
    spots = [spot for document in documents for spot in _spots(document)]
    if not spots:
        return spoil_words(content, chance)
    for _ in range(chance.choice((1, 1, 2, 4))):
        holder, key = chance.choice(spots)
        _spoil_at(holder, key, spots, chance)
    return _written(documents, chance)


class _Plain(yaml.BaseLoader):
    """Every value as text, so that what is written anew is what stood there."""


def _spots(value: Any) -> list[tuple[Any, Any]]:
    """Every place where a value stands: its holder and its key there."""
    found: list[tuple[Any, Any]] = []
    waiting = [value]
    while waiting and len(found) < 5000:
        holder = waiting.pop()
        if isinstance(holder, dict):
            found += [(holder, key) for key in holder]
            waiting += holder.values()
        elif isinstance(holder, list):
            found += [(holder, position) for position in range(len(holder))]
            waiting += holder
    return found


def _spoil_at(holder: Any, key: Any, spots: list[tuple[Any, Any]], chance: random.Random) -> None:
    try:
        value = holder[key]
        other = _value_at(chance.choice(spots), chance)
    except (KeyError, IndexError):  # it was lost before
        return
    match chance.randrange(8):
        case 0:
            del holder[key]
        case 1:
            holder[key] = [value] * chance.choice((1, 2, 50))
        case 2:
            holder[key] = {chance.choice(dictionary()): value}
        case 3:
            holder[key] = chance.choice(dictionary())
        case 4 if isinstance(holder, dict):
            holder[chance.choice(dictionary())] = holder.pop(key)
        case 5 if isinstance(holder, list):
            holder[key:key] = [value] * chance.choice((1, 3, 60))
        case 6 if isinstance(value, dict):
            value[chance.choice(dictionary())] = other
        case _:
            holder[key] = other


def _value_at(spot: tuple[Any, Any], chance: random.Random) -> Any:
    """A copy of what stands at another spot, so that nothing comes to stand within itself."""
    holder, key = spot
    return yaml.load(yaml.dump(holder[key], Dumper=_Unshared), yaml.BaseLoader)


class _Unshared(yaml.SafeDumper):
    """Writes out what stands twice instead of an alias."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _written(documents: list[Any], chance: random.Random) -> bytes:
    flow = chance.choice((False, None, True))
    width = chance.choice((80, 100_000))
    text = yaml.dump_all(
        documents, Dumper=_Unshared, allow_unicode=True, default_flow_style=flow, width=width,
        sort_keys=False, explicit_start=chance.random() < 0.5,
    )  # fmt: skip
    return text.encode("utf-8", "surrogatepass")


DEFINITIONS: Sequence[Mutation] = (
    spoil_bytes,
    spoil_lines,
    spoil_words,
    spoil_words,
    spoil_structure,
    spoil_structure,
    spoil_comments,
)
TEXTS: Sequence[Mutation] = (spoil_bytes, spoil_lines, spoil_words, spoil_words)
