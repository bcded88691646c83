"""Every legal basis that is printed stands in docs/law.yaml with its words; nothing else does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

import pytest

from govchain.findings import Place
from govchain.model import nouns
from tools import law
from tools.law import Citation, Register

STATUSES = {"in force", "historical", "repealed"}


@pytest.fixture(scope="module")
def known() -> Register:
    return law.register()


@pytest.fixture(scope="module")
def printed() -> list[tuple[str, Place]]:
    return list(law.printed_bases())


def test_every_printed_basis_is_in_the_register(
    known: Register, printed: list[tuple[str, Place]]
) -> None:
    assert len(printed) > 500
    assert list(_unknown(known, printed)) == []


def test_every_page_cites_from_the_register(known: Register) -> None:
    for page, text in law.rule_pages():
        for cited in law.citations_of_page(text, known):
            held = known.within(cited)
            assert cited in held or (held and not cited.article), (page, cited)


def test_the_page_of_reforms_cites_from_the_register(known: Register) -> None:
    for reform, text in law.reform_sources():
        for cited in law.citations_of_page(text, known):
            assert known.within(cited), (reform, cited)


def test_both_languages_of_a_page_cite_the_same(known: Register) -> None:
    pages = {name: set(law.citations_of_page(text, known)) for name, text in law.rule_pages()}
    for name, cited in pages.items():
        assert cited == pages[name.rsplit(".", 1)[0] + ".en"], name


def test_nothing_in_the_register_is_unused(
    known: Register, printed: list[tuple[str, Place]]
) -> None:
    used = {cited for basis, _ in printed for cited in law.citations_of(basis)}
    for _, text in [*law.rule_pages(), *law.reform_sources()]:
        for cited in law.citations_of_page(text, known):
            used |= set(known.within(cited))
    assert [cited for cited in known.citations if cited not in used] == []


def test_every_entry_is_complete(known: Register) -> None:
    assert len(set(known.citations)) == len(known.citations)
    for instrument in known.instruments:
        assert instrument.status in STATUSES, instrument.name
        assert instrument.version, instrument.name
        assert set(instrument.read_in) <= known.sources.keys(), instrument.name
        assert instrument.read_in, instrument.name
        assert instrument.address or not {"web", "press"} & set(instrument.read_in)
        for article in instrument.articles:
            assert all((article.words, article.used_for, article.used_for_zh)), article.cite


def test_what_is_not_in_force_is_cited_by_its_version(known: Register) -> None:
    for instrument in known.instruments:
        if instrument.status != "in force":
            assert instrument.cited_as[:4].isdigit(), instrument.name
            assert instrument.note, instrument.name
            assert instrument.note_zh, instrument.name


def test_an_unknown_or_shapeless_basis_is_told(known: Register) -> None:
    place = Place("a.yaml", 3, 1)
    for basis in (
        "《建筑法》第八条第九款",  # no such place in the register
        "《不动产登记暂行条例》第二十条",  # the version is not named
        "《建筑法》第十四条；《建筑法》",  # no article
        "按规定",
    ):
        assert list(_unknown(known, [(basis, place)])) == [f"a.yaml:3: {basis}"]
    assert list(_unknown(known, [("《建筑法》第十四条", place)])) == []


def test_pages_are_read_in_both_languages(known: Register) -> None:
    english = "《政务数据共享条例》 (No. 809), arts. 21 and 22(1), art. 15(1) and (2), art. 40(一)"
    chinese = (
        "《政务数据共享条例》第二十一条、第二十二条第一款，"
        "第十五条第一款、第二款，第四十条第（一）项"
    )
    places = [
        "第二十一条",
        "第二十二条第一款",
        "第十五条第一款",
        "第十五条第二款",
        "第四十条第一项",
    ]
    expected = [Citation("政务数据共享条例", place) for place in places]
    assert list(law.citations_of_page(english, known)) == expected
    assert list(law.citations_of_page(chinese, known)) == expected
    dated = "《不动产登记暂行条例》, art. 24(2) (numbered as in the text of 2019)"
    assert list(law.citations_of_page(dated, known)) == [
        Citation("不动产登记暂行条例（2019年修订）", "第二十四条第二款")
    ]


def test_the_fields_of_a_basis_are_fields_of_nouns() -> None:
    kinds = (nouns.Data, nouns.Criterion, nouns.Link, nouns.Material, nouns.Step)
    assert {field.name for kind in kinds for field in fields(kind)} >= law.BASES


def _unknown(known: Register, printed: list[tuple[str, Place]]) -> Iterator[str]:
    for basis, place in printed:
        cited = law.citations_of(basis)
        if not cited or not set(cited) <= set(known.citations):
            yield f"{place.file}:{place.line}: {basis}"
