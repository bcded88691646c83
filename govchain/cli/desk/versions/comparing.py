"""Two versions judged and held against one another, of the matters that are told of."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Sequence
from dataclasses import replace

from govchain import pipeline
from govchain.analysis.running.judging import EVERYWHERE, Scope
from govchain.cli.desk.names import all_named
from govchain.cli.desk.session import Session
from govchain.cli.desk.shelves import matters_of, themes_of
from govchain.cli.desk.versions.sides import Opened, opened_against
from govchain.cli.terminal.wrong_use import WrongUse
from govchain.model.characters import one_line
from govchain.reader.workspace.sources import relative
from govchain.reporting.concerns import with_called
from govchain.reporting.difference.difference import FORESEEN, Difference, Held, Side
from govchain.reporting.difference.pairs import Pair, pairs_of
from govchain.reporting.difference.words import HERE
from govchain.reporting.report import Report
from govchain.reporting.words import noted


def difference_between(
    session: Session,
    old: Opened,
    new: Opened,
    named: frozenset[str] | None,
    asked: str,
    jobs: int | None,
) -> Difference:
    """Both judged, and held against one another: of the matters that are named, else of all that
    were asked for."""
    if not (old.catalogue.matters or new.catalogue.matters):
        raise WrongUse(
            "no matter could be read on either side", "`govchain check` says what is wrong in files"
        )
    pairs = _wanted(old, new, named)
    before, after = _ids(pairs)
    return Difference(
        _side(session, old, before, jobs),
        _side(session, new, after, jobs),
        asked,
        is_narrowed=pairs is not None,
        named=named or frozenset(),
    )


def named_in_versions(
    old: Opened, new: Opened, matters: Sequence[str], themes: Sequence[str]
) -> frozenset[str] | None:
    """The ids of the matters of either version that are so called; of themes those that they name,
    where matters are named too, those of these that are part of one. None: nothing is named."""
    sides = old.catalogue, new.catalogue
    known = [known for known in sides if known.matters]
    if not known or not (matters or themes):
        return None
    named = frozenset(all_named(matters, *map(matters_of, reversed(known))))
    if not themes:
        return named
    meant = all_named(themes, *map(themes_of, reversed(known)))
    written = [
        each.registry.themes[id] for each in known for id in meant if id in each.registry.themes
    ]
    of_themes = frozenset(matter for theme in written for matter in theme.matters)
    if not of_themes:
        raise WrongUse("these themes name no matter", "name matters with --matter")
    if not matters:
        return of_themes
    parts = {id for each in known for id in with_called(of_themes, each)}
    pairs = pairs_of(old.catalogue.matters, new.catalogue.matters)
    both = [p for p in pairs if parts.intersection(p.ids) and named.intersection(p.ids)]
    if not both:
        raise WrongUse("none of these matters is part of these themes", "name one of the two")
    return frozenset(id for pair in both for id in pair.ids)


def held_against(
    session: Session, report: Report, paths: Sequence[str], against: str, jobs: int | None
) -> Held:
    """The report of these paths held against another version of its workspace, of the same
    matters. What was left out of it is looked for again: else it would seem new there."""
    only = paths[0] if len(paths) == 1 else HERE
    here = Opened(session.workspace or only, report.catalogue, session.root)
    there = opened_against(session, against)
    pairs = pairs_of(here.catalogue.matters, there.catalogue.matters)
    told = report.matters
    if told is not None and told >= here.catalogue.matters.keys():
        told = None
    wanted = None if told is None else [pair for pair in pairs if _is_among(pair, {*told}, set())]
    before, after = _ids(wanted)
    old = _side(session, here, before, jobs) if report.is_narrowed else _side_of(report, here)
    new = _side(session, there, after, jobs)
    named = frozenset(report.asked_for)
    return Held(report, Difference(old, new, is_narrowed=wanted is not None, named=named))


def _side_of(report: Report, opened: Opened) -> Side:
    return Side(opened.name, report, pipeline.enabled_rules(opened.catalogue.settings))


def _wanted(old: Opened, new: Opened, named: frozenset[str] | None) -> list[Pair] | None:
    """The matters that are told of, both sides of each; None: all."""
    if named is None and not (old.targets or new.targets):
        return None
    pairs = pairs_of(old.catalogue.matters, new.catalogue.matters)
    meant = [pair for pair in pairs if named.intersection(pair.ids)] if named is not None else pairs
    wanted = [
        {id for id in with_called(ids or (), side.catalogue) if side.is_asked_for(id)}
        for side, ids in zip((old, new), _ids(meant), strict=True)
    ]
    chosen = [pair for pair in pairs if _is_among(pair, *wanted)]
    if not chosen:
        raise WrongUse("no matter of it is defined there", "name a folder with matters")
    return chosen


def _is_among(pair: Pair, old: set[str], new: set[str]) -> bool:
    return (pair.old is not None and pair.old.id in old) or (
        pair.new is not None and pair.new.id in new
    )


def _ids(pairs: Iterable[Pair] | None) -> tuple[frozenset[str] | None, frozenset[str] | None]:
    """The ids of the matters before and after; None: all."""
    if pairs is None:
        return None, None
    pairs = list(pairs)
    return (
        frozenset(pair.old.id for pair in pairs if pair.old is not None),
        frozenset(pair.new.id for pair in pairs if pair.new is not None),
    )


def _side(session: Session, opened: Opened, ids: frozenset[str] | None, jobs: int | None) -> Side:
    """The report of what is told of it, with all of the registry: what of that concerns the
    matters is seen where both are held against one another."""
    with session.progress(noted("looking for what is amiss …")):
        report = pipeline.analyze(
            opened.catalogue,
            is_wanted=lambda finding: (
                ids is None or finding.matter is None or not ids.isdisjoint(finding.matters)
            ),
            foreseen=replace(FORESEEN, matters=ids),
            scope=EVERYWHERE if ids is None else Scope(ids),
            jobs=jobs or 1,
        )
    rules = pipeline.enabled_rules(opened.catalogue.settings)
    typed = "" if opened.commit else relative(opened.root)
    return Side(opened.name, replace(report, matters=ids), rules, opened.commit, typed)


def as_typed(
    session: Session,
    sides: Iterable[str | None],
    matters: Iterable[str],
    themes: Iterable[str],
) -> str:
    """The arguments as they can be typed again, with the matters, themes and the workspace that
    were named."""
    given = [side for side in sides if side is not None]
    given += [word for matter in matters for word in ("--matter", matter)]
    given += [word for theme in themes for word in ("--theme", theme)]
    if session.workspace is not None:
        given += ["-w", session.workspace]
    return " ".join(shlex.quote(one_line(text)) for text in given)
