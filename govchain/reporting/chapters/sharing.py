"""Second chapter: how data flows today, and who owes whom which data."""

from __future__ import annotations

from govchain.reporting.report import Report
from govchain.reporting.sharing_picture import debts_of, supplies_of
from govchain.reporting.style import Style
from govchain.reporting.terminal import Cell, drawn, table
from govchain.reporting.totals import more_in_words
from govchain.reporting.words import SUPPLIES, figure, words

_BAR = 24
"""The cells of the longest bar."""


def sharing(report: Report, style: Style) -> str:
    """The needs by supply, then the links that should be there."""
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
        made.add_row(name, figure(count), f"{share:.0%}"[:-1], "█" * round(share * _BAR))
    return drawn(made, style)


def _debts(report: Report, style: Style) -> str:
    spoken = words(style.language)
    debts = debts_of(report)
    if not debts:
        return spoken.say("No department owes another data that it could share.") + "\n"
    made = table(
        spoken.say("who should share"),
        spoken.say("with whom"),
        spoken.say("which data"),
        spoken.say("needs"),
        spoken.say("matters"),
        spoken.say("cases a year"),
        numbers=(3, 4, 5),
    )
    before: tuple[str, ...] = ()
    for debt in debts[: style.limit]:
        made.add_row(
            Cell(spoken.listed(debt.providers) if debt.providers != before else ""),
            Cell(debt.consumer),
            Cell(spoken.listed(debt.data)),
            figure(debt.needs),
            figure(debt.matters),
            "" if debt.cases is None else figure(debt.cases),
        )
        before = debt.providers
    return drawn(made, style) + more_in_words(len(debts), style)
