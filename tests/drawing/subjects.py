"""What is drawn: matters of a catalogue with what is found of them, and any chain alone."""

from __future__ import annotations

from collections.abc import Sequence

from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.drawing.chart.marks import Mark
from govchain.drawing.chart.subject import MatterSubject, Version
from govchain.model.nouns import Definitions, Registry
from govchain.reporting.marking import marked_chain
from govchain.reporting.remedies import remedies_of
from govchain.reporting.report import Report
from tests.drawing.chains import DATE, HOSTILE
from tests.drawing.joints import remedy_of

PAPER_NAMES = (None, "a4", "a3", "slide")


def version_in(report: Report, id: str, language: str = "zh", **case: str) -> Version:
    """A matter with what is found of it, in a case."""
    chain, marks = marked_chain(report, id, language, case)
    return Version(chain, tuple(marks), report.catalogue, "matters")


def subject_in(
    report: Report, id: str, later: Report | None = None, language: str = "zh"
) -> MatterSubject:
    """A matter to draw; held against the later one, where there is one."""
    version = version_in(report, id, language)
    is_later = later is not None and id in later.catalogue.chains
    held = version_in(later, id, language) if later is not None and is_later else None
    return MatterSubject(version, held, remedies_of(version.chain, version.marks, language))


def joint_in(report: Report) -> list[str]:
    """The matters that call others."""
    return [id for id, chain in report.catalogue.chains.items() if chain.expansion.calls]


def plain_in(report: Report) -> list[str]:
    """The matters that call no other."""
    return [id for id, chain in report.catalogue.chains.items() if not chain.expansion.calls]


def only(chain: Chain, marks: Sequence[Mark]) -> MatterSubject:
    """A chain of a catalogue of its own, held against itself."""
    catalogue = Catalogue(Definitions({}, Registry()), DATE)
    version = Version(chain, tuple(marks), catalogue)
    return MatterSubject(version, version, (remedy_of(HOSTILE[0]), remedy_of(HOSTILE[6])))
