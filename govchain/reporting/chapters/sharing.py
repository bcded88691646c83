"""Second chapter: how data flows today, and which data should flow to whom."""

from __future__ import annotations

from govchain.model.figures import figure, percent
from govchain.reporting.report import Report
from govchain.reporting.sharing_picture import advised_data, debts_of, supplies_of
from govchain.reporting.style import Style
from govchain.reporting.terminal import Cell, drawn, table
from govchain.reporting.totals import more_in_words
from govchain.reporting.widths import wrapped
from govchain.reporting.words import SUPPLIES, words

_BAR = 24
"""The cells of the longest bar."""


def sharing(report: Report, style: Style) -> str:
    """The needs by supply, then the data that should flow."""
    return "\n".join([_supplies(report, style), _debts(report, style)])


def _supplies(report: Report, style: Style) -> str:
    spoken = words(style.language)
    counts = supplies_of(report)
    total = sum(counts.values())
    made = table(
        spoken.say("how data arrives"), spoken.say("needs"), "%", "", numbers=(1, 2), whole=(0, 3)
    )
    for state, count in counts.items():
        share = count / total if total else 0.0
        name = spoken.word(SUPPLIES, state.value)
        made.add_row(name, figure(count), percent(share), "█" * round(share * _BAR))
    return drawn(made, style)


def _debts(report: Report, style: Style) -> str:
    spoken = words(style.language)
    debts = debts_of(report)
    advised = _advised(report, style)
    if not debts:
        return (
            advised or spoken.say("No department owes another data that it could share.")
        ) + "\n"
    made = table(
        spoken.say("data that should flow"),
        spoken.say("from"),
        spoken.say("to"),
        spoken.say("visits spared a year"),
        spoken.say("papers spared a year"),
        spoken.say("cases a year"),
        spoken.say("matters"),
        numbers=(3, 4, 5, 6),
    )
    for debt in debts[: style.limit]:
        made.add_row(
            Cell(spoken.listed(debt.data, "or")),
            Cell(spoken.listed(debt.holders)),
            Cell(spoken.listed(debt.consumers)),
            *("" if n is None else figure(n) for n in (debt.visits, debt.papers, debt.cases)),
            figure(debt.matters),
        )
    more = more_in_words(len(debts), style)
    return drawn(made, style) + more + (f"\n{advised}\n" if advised else "")


def _advised(report: Report, style: Style) -> str:
    """Which data does not flow either, but for nothing that has to stay; may be empty."""
    spoken = words(style.language)
    data = advised_data(report)
    if not data:
        return ""
    told = spoken.say(
        "Advice alone, since only checks and steps that can go, or papers shown or given back, "
        "wait for it: {data}.",
        data=spoken.listed(data),
    )
    return "\n".join(wrapped(told, style.width))
