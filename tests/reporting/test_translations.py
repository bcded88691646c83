"""The Chinese catalogue is complete and in step with the source."""

from __future__ import annotations

import ast

from babel.messages.pofile import read_po

from tools import translations


def test_every_text_has_its_chinese_and_the_compiled_file_is_up_to_date(
    capsys: object,
) -> None:
    assert translations.main("--check") == 0


def test_a_missing_translation_is_noticed() -> None:
    with (translations.FOLDER / "govchain.po").open("rb") as sheet:
        catalog = read_po(sheet, locale="zh_CN")
    catalog.add("a text that nobody has translated")
    assert translations.untranslated(catalog) == ["a text that nobody has translated"]


def test_texts_are_collected_wherever_they_are_spoken() -> None:
    source = """
say("a"); noted("b" "c"); WrongUse("d", "e" if x else "f", g="no")
report(message="h", remedy="i" if y else "j"); count("{n} k", "{n} ks", 2)
K = {"l": (noted("{n} m"), noted("{n} ms"))}
"""
    found = set(translations.texts_of(ast.parse(source)))
    assert found == {
        "a", "bc", "d", "e", "f", "h", "i", "j", ("{n} k", "{n} ks"), "{n} m", "{n} ms",
        ("{n} m", "{n} ms"),
    }  # fmt: skip
