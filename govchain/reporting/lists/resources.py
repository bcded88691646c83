"""List of data resources (数据资源清单): what each theme needs, and what to build first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from govchain.analysis.hits.naming import data_named, matter_named
from govchain.analysis.questions.holders import able_holders
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.needs import Need
from govchain.findings import Finding, Named, Topic
from govchain.language.fixed_words import BASES, NOT_OPENED
from govchain.model.nouns import Data, Theme
from govchain.reporting.concerns import with_called
from govchain.reporting.listing.columns import Kind, ListColumn, Value
from govchain.reporting.listing.figures import cases_a_year, office_named
from govchain.reporting.listing.listing import list_kind
from govchain.reporting.listing.needs import OUTSIDE
from govchain.reporting.listing.row import Row
from govchain.reporting.report import Report
from govchain.reporting.words import SUPPLIES, noted

BUILD, MEND, QUERY, BANNED = "build", "mend", "query", "banned"
SOURCE, BARRED, LEFT, KEEP, ASK = "source", "barred", "left", "keep", "ask"
STEPS = {
    BUILD: noted("open a link: there is none"),
    MEND: noted("get the link to work that there is, or is planned"),
    QUERY: noted("answer authorised queries (the recipient is no public department)"),
    BANNED: noted("it may not be asked for: take it from nobody any more"),
    SOURCE: noted("no public department holds it: the applicant still brings it"),
    BARRED: noted("not shared, by law"),
    LEFT: noted("nothing: it is allowed by a comment, or not known in full"),
    KEEP: noted("in use: do not build it again"),
    ASK: noted("only the applicant knows it"),
}
"""What to do about some data, what is most urgent first."""
_OPEN = 3
"""Up to there something has to be done."""
_SUPPLIES = ("held", "shared", "declared", "carried", "missing")

COLUMNS = (
    ListColumn("theme", noted("theme")),
    ListColumn("data", noted("data")),
    ListColumn("step", noted("what to do"), Kind.WORD, STEPS),
    ListColumn("holder", noted("who holds it"), is_department=True),
    ListColumn("cases", noted("cases a year of matters without it"), Kind.COUNT),
    ListColumn("served", noted("matters that have it already"), Kind.COUNT),
    ListColumn("base", noted("class of resource"), Kind.WORD, twins=BASES),
    ListColumn("system", noted("system"), is_detail=True),
    *(ListColumn(s, SUPPLIES[s], Kind.COUNT, is_detail=True) for s in _SUPPLIES),
    ListColumn("planned", noted("of these only planned"), Kind.COUNT, is_detail=True),
    ListColumn("matters", noted("matters"), is_detail=True),
)


class NeedCount(NamedTuple):
    """How often a matter, as written, needs some data that arrives so."""

    data: str
    supply: str
    is_shareable: bool
    """It burdens the applicant, and a holder could share it, or it may be that one could."""
    number: int


def needs_counted(chain: Chain, catalogue: Catalogue) -> tuple[NeedCount, ...]:
    """The needs written in the chain's own matter, by data and supply."""
    counted = Counter(
        (need.data, chain.supply_of(need).state.value, _may_be_shared(need, chain))
        for need in chain.all_needs
        if chain.step(need.step).matter.id == chain.matter.id
    )
    return tuple(NeedCount(*kind, number) for kind, number in counted.items())


def _may_be_shared(need: Need, chain: Chain) -> bool:
    return chain.supply_of(need).state.burdens_applicant and (
        chain.data(need.data).doubtful or bool(able_holders(need, chain))
    )


@list_kind(
    "resources",
    rank=4,
    title=noted("List of data resources"),
    about=noted(
        "For each theme the data that its matters need, by class: how it arrives, what to open or "
        "mend first, by the cases a year of the matters that lack it, and what is in use already "
        "and is not to be built again."
    ),
    columns=COLUMNS,
    empty=noted("No data is needed here."),
    rests_on=("volume",),
    asks=(needs_counted,),
)
def resources(report: Report) -> Iterator[Row]:
    """The data of each theme, what has to be done for most cases first; then that of no theme,
    unless themes were asked for."""
    owed, banned = _found_by_data(report, _is_owed), _found_by_data(report, _is_banned)
    in_themes: set[str] = set()
    for theme in report.themes_asked:
        called = with_called(theme.matters, report.catalogue)
        matters = [id for id in called if report.tells(id)]
        in_themes.update(matters)
        yield from _rows_of(theme, matters, owed, banned, report)
    others = [matter.id for matter in report.told_matters if matter.id not in in_themes]
    yield from _rows_of(None, others, owed, banned, report)


FoundByData: TypeAlias = "Mapping[tuple[str, str], Sequence[Finding]]"
"""Findings by matter and data."""


def _found_by_data(report: Report, is_meant: Callable[[Finding], bool]) -> FoundByData:
    """The findings that are meant, by what data they are of."""
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in filter(is_meant, report.findings):
        fact = finding.facts.get("data")
        for data in fact if isinstance(fact, tuple) else (fact,):
            if finding.matter and isinstance(data, Named):
                found.setdefault((finding.matter, data.id), []).append(finding)
    return found


def _is_owed(finding: Finding) -> bool:
    """The data does not flow."""
    return finding.topic is Topic.NOT_SHARED


def _is_banned(finding: Finding) -> bool:
    """A rule forbids to ask people for it."""
    return finding.topic is Topic.NEEDLESS_PAPER and "banned" in finding.facts


def _rows_of(
    theme: Theme | None,
    matters: list[str],
    owed: FoundByData,
    banned: FoundByData,
    report: Report,
) -> list[Row]:
    needs: dict[str, dict[str, list[NeedCount]]] = {}
    for id in matters:
        for need in report.catalogue.contribution(needs_counted, id):
            needs.setdefault(need.data, {}).setdefault(id, []).append(need)
    known = report.catalogue.registry.data
    rows = []
    for data, by_matter in needs.items():
        found, forbidding = (
            [finding for id in by_matter for finding in of_kind.get((id, data), ())]
            for of_kind in (owed, banned)
        )
        row = _row(theme, known[data], by_matter, found, forbidding, report)
        cases = row.cells["cases"] or cases_a_year(by_matter, report.catalogue)
        rows.append((_rank(row.cells["step"], cases), row))
    return [row for _, row in sorted(rows, key=itemgetter(0))]


def _rank(step: Value, cases: Value) -> tuple[bool, int, int]:
    assert isinstance(step, str)
    place = [*STEPS].index(step)
    return place > _OPEN, -(cases if isinstance(cases, int) else 0), place


def _row(
    theme: Theme | None,
    data: Data,
    by_matter: Mapping[str, Sequence[NeedCount]],
    found: list[Finding],
    forbidding: list[Finding],
    report: Report,
) -> Row:
    registry, matters = report.catalogue.registry, report.catalogue.matters
    needs = [need for of_matter in by_matter.values() for need in of_matter]
    lacking = dict.fromkeys(id for id, own in by_matter.items() if any(map(_is_lacking, own)))
    cells: dict[str, Value] = {
        "theme": Named(theme.id, theme.name) if theme else None,
        "data": data_named(registry, data.id),
        "base": data.base,
        "holder": office_named(registry, data.holder),
        "system": data.system,
        **{s: sum(need.number for need in needs if need.supply == s) for s in _SUPPLIES},
        "planned": sum(_is_only_planned(finding) for finding in found),
        "matters": tuple(matter_named(matters[id]) for id in by_matter),
        "cases": cases_a_year(lacking, report.catalogue),
        "served": None if data.is_declared else len(by_matter) - len(lacking),
        "step": _step(data, needs, found, forbidding),
    }
    return Row(cells, data.place, (*found, *forbidding))


def _is_only_planned(finding: Finding) -> bool:
    reasons = finding.facts.get("reason")
    return isinstance(reasons, tuple) and not {*reasons}.isdisjoint(NOT_OPENED)


def _step(
    data: Data, needs: Sequence[NeedCount], found: Sequence[Finding], forbidding: Sequence[Finding]
) -> str:
    """What to do about it."""
    if not any(map(_is_lacking, needs)):
        return ASK if data.is_declared else KEEP
    if able := [finding for finding in found if finding.facts["holders"]]:
        return _way_to(able)
    if forbidding:
        return BANNED
    if data.is_barred:
        return BARRED
    return LEFT if data.banned or any(need.is_shareable for need in needs) else SOURCE


def _way_to(found: Sequence[Finding]) -> str:
    """How data comes that a holder could share, and that is found not to."""
    if all(finding.variant == OUTSIDE for finding in found):
        return QUERY
    return MEND if any("reason" in finding.facts for finding in found) else BUILD


def _is_lacking(need: NeedCount) -> bool:
    return need.supply in ("carried", "missing")
