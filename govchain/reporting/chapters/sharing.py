"""Second chapter: how data flows today, and which data should flow to whom."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.model.figures import figure
from govchain.reporting.blocks import Bars, Block, Column, Sentence, Table
from govchain.reporting.report import Report
from govchain.reporting.sharing_picture import Debt, advised_data, debts_of, supplies_of
from govchain.reporting.style import Style
from govchain.reporting.totals import more_in_words
from govchain.reporting.words import SUPPLIES, Words, words


def sharing(report: Report, style: Style) -> Iterator[Block]:
    """The needs by supply, then the data that should flow."""
    yield _supplies(report, words(style.language))
    yield from _debts(report, style)


def _supplies(report: Report, spoken: Words) -> Bars:
    counts = supplies_of(report)
    total = sum(counts.values())
    rows = (
        (spoken.word(SUPPLIES, state.value), figure(count), count / total if total else 0.0)
        for state, count in counts.items()
    )
    return Bars((spoken.say("how data arrives"), spoken.say("needs")), tuple(rows))


def _debts(report: Report, style: Style) -> Iterator[Block]:
    spoken = words(style.language)
    debts, advised = debts_of(report), _advised(report, spoken)
    if debts:
        figures = (
            spoken.say("visits spared a year"),
            spoken.say("papers spared a year"),
            spoken.say("cases a year"),
            spoken.say("matters"),
        )
        columns = (
            Column(spoken.say("data that should flow")),
            Column(spoken.say("from")),
            Column(spoken.say("to")),
            *(Column(head, is_figure=True) for head in figures),
        )
        rows = tuple(_row(debt, spoken) for debt in debts[: style.limit])
        yield Table(columns, rows, note=more_in_words(len(debts), style))
    elif not advised:
        yield Sentence(spoken.say("All data that could be shared flows."))
    if advised:
        yield Sentence(advised)


def _row(debt: Debt, spoken: Words) -> tuple[str, ...]:
    return (
        spoken.listed(debt.data, "or"),
        spoken.listed(debt.holders),
        spoken.listed(debt.consumers),
        *("" if n is None else figure(n) for n in (debt.visits, debt.papers, debt.cases)),
        figure(debt.matters),
    )


def _advised(report: Report, spoken: Words) -> str:
    """Which data does not flow either, but for nothing that has to stay; may be empty."""
    data = advised_data(report)
    if not data:
        return ""
    return spoken.say(
        "Advice alone, since only checks and steps that can go, or papers shown or given back, "
        "wait for it: {data}.",
        data=spoken.listed(data),
    )
