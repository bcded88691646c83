"""What pictures are of: matters in one version or two, or a catalogue."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from govchain import drawing
from govchain.cli.desk.names import all_named
from govchain.cli.desk.narrowing import narrowing
from govchain.cli.desk.pictures.looking import expect_there
from govchain.cli.desk.pictures.scenario import choices_of
from govchain.cli.desk.pictures.wish import Wish
from govchain.cli.desk.reports import made_report
from govchain.cli.desk.session import Session
from govchain.cli.desk.shelves import data_of, themes_of
from govchain.cli.desk.verdict import tell_unread
from govchain.cli.desk.versions.sides import opened_against
from govchain.cli.terminal.wrong_use import WrongUse
from govchain.compiler.catalogue import Catalogue
from govchain.drawing.chart.subject import CatalogueSubject, MatterSubject, Subject, Version
from govchain.reporting.difference.pairs import pairs_of
from govchain.reporting.marking import version_of
from govchain.reporting.remedies import remedies_of
from govchain.reporting.report import Report


@dataclass(frozen=True, slots=True)
class Drawn:
    """One picture that is wanted: its name, its view, and what it is of, made in a language."""

    name: str
    view: str
    subject: Callable[[str], Subject]


def wanted(
    session: Session, catalogue: Catalogue, ids: Sequence[str], names: Sequence[str], wish: Wish
) -> list[Drawn]:
    """The pictures that are asked for; `names` are the matters that were named, if any."""
    if wish.is_of_catalogue:
        return [_of_catalogue(catalogue, ids, names, wish, _source(session))]
    choices = choices_of(wish.scenario, catalogue, ids)
    before = _report(session, catalogue, ids)
    after = _Other(session, before, wish.against) if wish.against else None
    return [_of_matter(id, before, after, choices, wish, _source(session)) for id in ids]


def _source(session: Session) -> str:
    """What the workspace is called, where one was named."""
    return _last_part(session.workspace) if session.workspace else ""


def _last_part(folder: str) -> str:
    """What a folder is called; where it lies is nobody's business who sees the picture."""
    return os.path.basename(os.path.abspath(folder))


def _of_catalogue(
    catalogue: Catalogue, ids: Sequence[str], names: Sequence[str], wish: Wish, source: str
) -> Drawn:
    subject = CatalogueSubject(
        catalogue,
        source,
        matters=frozenset(ids) if names else None,
        themes=all_named(wish.themes, themes_of(catalogue)),
        data=all_named(wish.data, data_of(catalogue)),
    )
    return Drawn(wish.view, wish.view, lambda language: subject)


def _report(session: Session, catalogue: Catalogue, ids: Sequence[str]) -> Report:
    return made_report(session, narrowing(catalogue, matters=ids), (), ())


class _Other:
    """The other version: opened once, judged for the matters that are drawn."""

    def __init__(self, session: Session, here: Report, against: str) -> None:
        opened = opened_against(session, against)
        catalogues = here.catalogue.matters, opened.catalogue.matters
        pairs = pairs_of(*catalogues)
        self.source = opened.name if opened.commit else _last_part(opened.name)
        self.ids = {pair.old.id: pair.new.id for pair in pairs if pair.old and pair.new}
        wanted = [self.ids[m.id] for m in here.told_matters if m.id in self.ids]
        self.report = _report(session, opened.catalogue, wanted)
        tell_unread(session, opened.catalogue, opened.name)
        missing = [m.name for m in here.told_matters if m.id not in self.ids]
        if missing:
            session.note("not in the other version: {matters}", matters=", ".join(missing))

    def version(self, id: str, choices: Mapping[str, str], language: str) -> Version | None:
        """The matter there, in the same cases as far as it knows them; None where it is not."""
        counterpart = self.ids.get(id)
        if counterpart is None:
            return None
        facts = self.report.catalogue.chains[counterpart].expansion.facts
        known = {f: o for f, o in choices.items() if f in facts and o in facts[f].options}
        return version_of(self.report, counterpart, language, self.source, known)


def _of_matter(
    id: str,
    report: Report,
    other: _Other | None,
    choices: Mapping[str, str],
    wish: Wish,
    source: str,
) -> Drawn:
    view = wish.view_of(report.catalogue.chains[id])

    def subject(language: str) -> Subject:
        version = version_of(report, id, language, source, choices)
        expect_there(wish.focus, version.chain)
        after = other.version(id, choices, language) if other else None
        if other and after is None and drawing.needs_after(view):
            raise WrongUse(
                '"{id}" is not in the other version, or could not be read there',
                "`govchain diff` says what is in which",
                id=id,
            )
        return MatterSubject(version, after, remedies_of(version.chain, version.marks, language))

    return Drawn(id, view, subject)
