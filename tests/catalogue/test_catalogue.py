"""The real catalogue: its reforms are found, its controls are silent, its page is up to date."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from govchain import drawing
from govchain.language.matter import MATERIAL, MATTER, STEP, TIME_LIMIT
from tools import catalogue
from tools.comparison import Comparison, comparison

FORMS = (MATTER, TIME_LIMIT, MATERIAL, STEP)


@pytest.fixture(scope="module")
def compared() -> Comparison:
    return comparison()


def test_every_claim_holds(compared: Comparison) -> None:
    assert list(compared.problems()) == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_pages_are_up_to_date(compared: Comparison, language: str) -> None:
    written = catalogue.PAGES[language].read_text(encoding="utf-8")
    assert written == catalogue.page(compared, language), "run python -m tools.catalogue"


def test_twenty_reforms_and_more_are_reproduced(compared: Comparison) -> None:
    assert sum(bool(reform.findings) for reform in compared.reforms) >= 20


def test_definitions_are_right(compared: Comparison) -> None:
    for workspace in (compared.before, compared.after):
        assert [f for f in workspace.report.findings if f.family == "definition"] == []


def test_what_stands_for_an_example_is_called_by_its_name(compared: Comparison) -> None:
    """No id of a fact that has another name by now: pictures say the word as it is."""
    keywords = {keyword.name for form in FORMS for keyword in form.keywords}
    for workspace in (compared.before, compared.after):
        for matter in workspace.report.told_matters:
            facts = workspace.report.catalogue.chains[matter.id].expansion.facts
            ids = {word for word in matter.illustrative if word.isascii()}
            assert ids <= keywords | facts.keys() | {"shares"}, matter.id


@pytest.mark.parametrize("view", drawing.chart_views())
def test_every_matter_draws(compared: Comparison, view: str) -> None:
    for workspace in (compared.before, compared.after):
        for chain in workspace.catalogue.chains.values():
            picture = ElementTree.fromstring(drawing.draw(chain, [], view=view, language="zh"))
            words = "".join(picture.itertext())
            assert all(step.called("zh")[:4] in words for step in chain.steps), chain.matter.id
