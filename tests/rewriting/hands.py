"""Definitions as different people write them: the same data in one of many ways of YAML."""

from __future__ import annotations

from random import Random
from typing import Any

from govchain.language.fixed_words import YES_NO
from govchain.language.forms import FORMS
from govchain.language.keywords import Form, Keyword, Shape
from govchain.language.matter import CALL, MATTER, STEP
from govchain.language.registry import REGISTRY

_PROBABLY = 0.75


def written_by_hand(documents: list[dict[str, Any]], chance: Random) -> str:
    """The documents as somebody writes them, each comment with a number of its own."""
    return _Hand(chance).file(documents)


class _Hand:
    """Somebody's habits, and their whims."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.comments = 0
        self.is_tidy = chance.random() < 0.3
        self.allowing = chance.choice((0.0, 0.0, 0.1, 0.5))
        self.width = 2 if self.is_tidy else chance.choice((1, 2, 2, 3, 4))
        self.is_chinese = chance.choice((True, False, None))
        self.dash = chance.choice(("- ", "-   ")) if not self.is_tidy else "- "

    def often(self, share: float = 0.5) -> bool:
        return self.chance.random() < share

    def file(self, documents: list[dict[str, Any]]) -> str:
        lines: list[str] = []
        for number, document in enumerate(documents):
            if number or self.often(0.2):
                lines += [*self.blanks(), "---" + self.eol(), *self.blanks()]
            lines += self.above("")
            form = MATTER if "matter" in document else REGISTRY
            indent = "" if self.often(0.9) else "  "
            lines += self.mapping(document, form, indent)
            lines += self.above(self.chance.choice(("", indent, indent + "  ")))
        end = self.chance.choice(("\n", "\n", "\n", "\r\n"))
        return end.join(lines) + self.chance.choice(("", end, end * 3))

    # Comments and blanks.

    def comment(self) -> str:
        self.comments += 1
        says = "govchain: allow missing-link --" if self.often(self.allowing) else "注"
        return f"# {says} {self.comments}"

    def eol(self) -> str:
        """What may stand at the end of a line."""
        if self.is_tidy or self.often(_PROBABLY):
            return self.chance.choice(("", "", "", "  ")) if not self.is_tidy else ""
        return f"{self.chance.choice((' ', '    '))}{self.comment()}"

    def blanks(self) -> list[str]:
        return [self.chance.choice(("", "  "))] * self.chance.choice((0, 0, 0, 1, 2, 3))

    def above(self, indent: str) -> list[str]:
        """Comments and blank lines, mostly as deep as what follows."""
        lines: list[str] = []
        while self.often(0.25):
            moved = self.chance.choice((indent, indent, indent, "", indent + "   "))
            lines += [*self.blanks(), moved + self.comment()]
        return lines + self.blanks() if self.often(0.2) else lines

    # Words.

    def spelled(self, english: str, chinese: str) -> str:
        is_chinese = self.often() if self.is_chinese is None else self.is_chinese
        return self.quoted(chinese if is_chinese else english)

    def quoted(self, text: str) -> str:
        if self.often(0.9) and text and text.strip() == text and text[0] not in "-?:!&*%@`'\"[]{}#":
            plain = not any(mark in text for mark in (": ", " #", ",", "[", "]", "{", "}"))
            if plain and not text.endswith(":"):
                return text
        if self.often():
            return "'" + text.replace("'", "''") + "'"
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    def value(self, keyword: Keyword | None, value: object) -> str:
        """A single value; a fixed word in one of its spellings."""
        text = str(value)
        words = dict(keyword.words) if keyword else {}
        if keyword and keyword.shape is Shape.YES_NO:
            words = dict(YES_NO)
        return self.spelled(text, words[text]) if text in words else self.quoted(text)

    # Mappings and lists.

    def mapping(
        self, entries: dict[str, Any], form: Form | None, indent: str, first: str | None = None
    ) -> list[str]:
        """Lines of a mapping at the indent; `first` stands before its first key."""
        lines: list[str] = []
        for number, (key, value) in enumerate(self.shuffled(entries, form)):
            keyword = form.spelled[key] if form else None
            before = indent
            if number == 0 and first is not None:
                before = first
            else:
                lines += self.above(indent)
            name = self.spelled(key, keyword.chinese) if keyword else self.quoted(str(key))
            lines += self.entry(f"{before}{name}:", keyword, value, indent)
        return lines

    def shuffled(self, entries: dict[str, Any], form: Form | None) -> list[tuple[str, Any]]:
        items = [*entries.items()]
        if form is not None and not self.is_tidy:
            self.chance.shuffle(items)
        return items

    def entry(self, head: str, keyword: Keyword | None, value: Any, indent: str) -> list[str]:
        deeper = indent + " " * self.width
        inner = inner_form(keyword)
        if isinstance(value, dict) and value and self.often(0.6):
            lines = (
                self.mapping(value, inner(value), deeper)
                if keyword is None or (keyword.shape is not Shape.SECTION)
                else self.section(value, keyword, deeper)
            )
            return [head + self.eol(), *self.above(deeper), *lines]
        if isinstance(value, list) and value and self.often(0.6):
            at = self.chance.choice((indent, deeper)) if not self.is_tidy else deeper
            return [head + self.eol(), *self.above(deeper), *self.items(value, keyword, at)]
        if isinstance(value, str) and self.often(0.1) and keyword and keyword.shape is Shape.TEXT:
            return self.block_text(head, value, indent)
        flow = self.flow(value, keyword, deeper)
        head, *rest = f"{head} {flow}".split("\n")
        lines = [head, *rest]
        lines[-1] += self.eol()
        return lines

    def section(self, value: dict[str, Any], keyword: Keyword, indent: str) -> list[str]:
        lines: list[str] = []
        form = FORMS[keyword.of]
        for number, (id_, entry) in enumerate(value.items()):
            lines += self.above(indent) if number else []
            if isinstance(entry, dict) and entry and self.often():
                deeper = indent + " " * self.width
                lines += [f"{indent}{id_}:{self.eol()}", *self.mapping(entry, form, deeper)]
            else:
                flow = self.flow_mapping(entry, form, indent) if entry else self.nothing()
                lines += [*f"{indent}{id_}: {flow}".split("\n")]
                lines[-1] += self.eol()
        return lines

    def nothing(self) -> str:
        return self.chance.choice(("{}", ""))

    def block_text(self, head: str, text: str, indent: str) -> list[str]:
        mark = self.chance.choice(("|", ">", "|-", ">+"))
        return [f"{head} {mark}{self.eol()}", f"{indent}{' ' * self.width} {text}", *self.blanks()]

    def items(self, values: list[Any], keyword: Keyword | None, indent: str) -> list[str]:
        lines: list[str] = []
        for number, item in enumerate(values):
            lines += self.above(indent) if number else []
            form = inner_form(keyword)(item)
            if isinstance(item, dict) and item and self.often(0.6):
                inside = indent + " " * len(self.dash)
                if self.often(0.9):
                    lines += self.mapping(item, form, inside, indent + self.dash)
                else:
                    lines += [f"{indent}-{self.eol()}", *self.mapping(item, form, inside)]
            else:
                flow = self.flow(item, keyword, indent + "  ")
                lines += f"{indent}{self.dash}{flow}".split("\n")
                lines[-1] += self.eol()
        return lines

    # Between brackets.

    def flow(self, value: Any, keyword: Keyword | None, deeper: str) -> str:
        if isinstance(value, dict):
            if keyword is not None and keyword.shape is Shape.SECTION:
                form = FORMS[keyword.of]
                inside = (
                    f"{id_}: {self.flow_mapping(e, form, deeper)}" for id_, e in value.items()
                )
                return self.braced([*inside], deeper)
            return self.flow_mapping(value, inner_form(keyword)(value), deeper)
        if isinstance(value, list):
            inside = (self.flow(item, keyword, deeper) for item in value)
            return self.braced([*inside], deeper, "[]")
        return self.value(keyword, value)

    def flow_mapping(self, entries: dict[str, Any], form: Form | None, deeper: str) -> str:
        parts: list[str] = []
        for key, value in self.shuffled(entries or {}, form):
            keyword = form.spelled[key] if form else None
            name = self.spelled(key, keyword.chinese) if keyword else self.quoted(str(key))
            parts.append(f"{name}: {self.flow(value, keyword, deeper)}")
        return self.braced(parts, deeper)

    def braced(self, parts: list[str], deeper: str, marks: str = "{}") -> str:
        if self.often(0.05) and len(parts) > 1:
            comment = f"   {self.comment()}" if self.often(0.3) else ""
            return f"{marks[0]}{parts[0]},{comment}\n{deeper}  {', '.join(parts[1:])}{marks[1]}"
        inside = self.chance.choice((", ", ",  ", " , ")).join(parts)
        return (
            f"{marks[0]} {inside} {marks[1]}" if self.often(0.2) else marks[0] + inside + marks[1]
        )


def inner_form(keyword: Keyword | None) -> Any:
    """Asked of a mapping under the keyword: its form; None where it has none."""

    def form_of(value: object) -> Form | None:
        if keyword is None or not isinstance(value, dict) or keyword.of not in FORMS:
            return None
        if keyword.shape in (Shape.ONE, Shape.MANY, Shape.NEEDS, Shape.FEE):
            form = FORMS[keyword.of]
            return CALL if form is STEP and "matter" in value else form
        return FORMS[keyword.of] if keyword.shape is Shape.PROVISIONS else None

    return form_of
