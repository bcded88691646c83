"""What a notebook shows of a chain, a report and a list, in the language of the definitions."""

from __future__ import annotations

from govchain.compiler.chain import Chain
from govchain.drawing import draw
from govchain.reporting.listing.blocks import blocks_of
from govchain.reporting.listing.listing import Listing
from govchain.reporting.page import page
from govchain.reporting.page_as_html import as_html
from govchain.reporting.report import Report
from govchain.reporting.style import Style
from govchain.reporting.words import words

_MOST_FINDINGS = 20
_FIRST_HAN, _LAST_HAN = "\u4e00", "\u9fff"


def picture_of(chain: Chain) -> str:
    """The steps of the chain as SVG; what is found of them belongs to a report."""
    return draw(chain, (), language=_language_of(chain.matter.name))


def html_of_report(report: Report) -> str:
    """The page that planners read."""
    return as_html(page(report, Style(_language_in(report), limit=_MOST_FINDINGS)))


def html_of_list(listing: Listing) -> str:
    """The list with all its columns."""
    return as_html(blocks_of(listing, words(_language_in(listing.report))))


def _language_in(report: Report) -> str:
    """That of the settings, else of the names of most matters."""
    chosen = report.catalogue.settings.language
    names = [matter.name for matter in report.told_matters]
    chinese = sum(_language_of(name) == "zh" for name in names)
    return chosen or ("zh" if 2 * chinese > len(names) else "en")


def _language_of(name: str) -> str:
    return "zh" if any(_FIRST_HAN <= letter <= _LAST_HAN for letter in name) else "en"
