"""First screen: 四减 in sum, which matters changed most, findings, what to type next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govchain.findings import Severity
from govchain.model.figures import figure
from govchain.reporting.blocks import Block, Column, Commands, Sentence, Table
from govchain.reporting.chapters.closing import typed
from govchain.reporting.difference.changes import Toll
from govchain.reporting.difference.chapters.matters import Row, most_changed, sums_in_words
from govchain.reporting.difference.difference import Difference
from govchain.reporting.difference.words import (
    FIGURES,
    REDUCTIONS,
    a_year,
    both,
    name_of_pair,
    name_of_side,
    percent_of,
    signed,
)
from govchain.reporting.sentences import title_of_rule
from govchain.reporting.style import Style
from govchain.reporting.words import Words, noted, words

_SHOWN = 3
"""How many matters are named: with all else they fill one screen of 24 lines."""
_SUMMED = (
    noted("before"),
    noted("after"),
    noted("change"),
    "%",
    noted("mean"),
    noted("a year"),
)
_TOLD = (noted("steps"), noted("papers"), noted("days"), noted("visits"), noted("visits/year"))
"""The heads of the two tables."""
_OTHERS = ("windows", "approvals", "handovers")
"""What fits in a line besides."""


def summary(difference: Difference, style: Style) -> Iterator[Block]:
    """One screen: 四减 in sum, what changed most, all else in a line each, what to type next."""
    spoken = words(style.language)
    if difference.is_empty:
        yield Sentence(_matters(difference, spoken))
        yield Sentence(spoken.say("Nothing differs: no figure, no finding, no link."))
        return
    for doubt in _doubts(difference, spoken):
        yield Sentence(doubt)
    yield _sums(difference.sum(), spoken)
    if difference.holds_others:
        yield Sentence(sums_in_words(difference, spoken))
    if rows := most_changed(difference)[:_SHOWN]:
        yield _most_changed(rows, spoken)
    told = (_others(difference.sum(), spoken), _matters(difference, spoken))
    for text in (*told, _findings(difference, spoken)):
        yield Sentence(text)
    links, lost = _links(difference, spoken), _lost(difference, spoken)
    yield Sentence(spoken.sentences([links, lost]), ((lost, Severity.WARNING),) if lost else ())
    if difference.asked:
        yield Commands(spoken.say("To see more"), tuple(_ways_on(difference, style, spoken)))


def _sums(toll: Toll, spoken: Words) -> Table:
    columns = (
        Column(spoken.say("in sum")),
        *(Column(spoken.say(head), is_figure=True) for head in _SUMMED),
    )
    return Table(columns, tuple(_sum(name, toll, spoken) for name in REDUCTIONS))


def _sum(name: str, toll: Toll, spoken: Words) -> tuple[str, ...]:
    worst = toll.worst[name]
    return (
        spoken.say(FIGURES[name]),
        figure(worst.before),
        figure(worst.after),
        signed(worst.difference),
        percent_of(worst),
        both(toll.mean[name]),
        a_year(toll, name),
    )


def _most_changed(rows: Sequence[Row], spoken: Words) -> Table:
    """Those with most visits a year more or less; of the visits it says how many."""
    columns = (
        Column(spoken.say("what changed most")),
        *(Column(spoken.say(head), is_figure=True) for head in _TOLD),
    )
    told = (
        (
            name_of_pair(pair),
            *(both(toll.worst[name]) for name in REDUCTIONS),
            a_year(toll, "visits"),
        )
        for pair, toll in rows
    )
    return Table(columns, tuple(told))


def _others(toll: Toll, spoken: Words) -> str:
    told = [_of(name, toll, spoken) for name in _OTHERS]
    return spoken.say("Also: {figures}.", figures=spoken.say(", ").join(told))


def _of(name: str, toll: Toll, spoken: Words) -> str:
    """A figure at worst, before and after."""
    said = both(toll.worst[name])
    return spoken.say("{figure} {both}", figure=spoken.say(FIGURES[name]), both=said)


def _matters(difference: Difference, spoken: Words) -> str:
    """How many are on both sides and on one alone; where some are, what those of both cost: one
    that is newly written down is no new burden."""
    pairs = difference.pairs
    compared = spoken.say("{n} compared", n=figure(sum(pair.is_compared for pair in pairs)))
    if not (difference.holds_others or all(pair.is_compared for pair in pairs)):
        toll = difference.sum(lambda pair: pair.is_compared)
        compared = spoken.told_apart([compared, _of("visits", toll, spoken)])
    told = [
        compared,
        spoken.say("{n} only before", n=figure(sum(pair.new is None for pair in pairs))),
        spoken.say("{n} only after", n=figure(sum(pair.old is None for pair in pairs))),
    ]
    if renamed := sum(pair.is_renamed for pair in pairs):
        told.append(spoken.say("{n} known by code alone", n=figure(renamed)))
    return spoken.say("Matters: {parts}.", parts=spoken.say(", ").join(told))


def _doubts(difference: Difference, spoken: Words) -> Iterator[str]:
    """Why something may seem gone or new that is not."""
    old, new = difference.old, difference.new
    if not new.report.analysis.is_whole:
        yield spoken.say(
            "Not all of {name} could be read and judged: what is called gone may be there.",
            name=name_of_side(new.name, spoken),
        )
    if not old.report.analysis.is_whole:
        yield spoken.say(
            "Not all of {name} could be read and judged: what is called new may not be.",
            name=name_of_side(old.name, spoken),
        )
    for side, other in ((old, new), (new, old)):
        if rules := sorted(side.rules - other.rules):
            titles = [title_of_rule(rule, spoken.language) for rule in rules]
            yield spoken.say(
                "By the settings only {name} is judged for {rules}.",
                name=name_of_side(side.name, spoken),
                rules=spoken.listed(titles),
            )


def _findings(difference: Difference, spoken: Words) -> str:
    finds = difference.finds
    allowed = sum(finding.fingerprint in finds.allowed for finding in finds.gone)
    gone = spoken.say("{n} gone", n=figure(len(finds.gone)))
    if allowed:
        quiet = spoken.count("{n} allowed by a comment", "{n} allowed by comments", allowed)
        gone = spoken.told_apart([gone, quiet])
    return spoken.say(
        "Findings: {gone}, {new} new, {kept} kept.",
        gone=gone,
        new=figure(len(finds.new)),
        kept=figure(len(finds.kept)),
    )


def _links(difference: Difference, spoken: Words) -> str:
    links = difference.links
    return spoken.say(
        "Links: {added} added, {gone} gone, {changed} changed; {opened} carry data now.",
        added=figure(sum(link.is_added for link in links)),
        gone=figure(sum(link.is_gone for link in links)),
        changed=figure(sum(bool(link.changed) for link in links)),
        opened=figure(sum(link.is_opened for link in links)),
    )


def _lost(difference: Difference, spoken: Words) -> str:
    """How many links carried data and no longer do; empty where none."""
    closed = sum(link.is_closed for link in difference.links)
    if not closed:
        return ""
    return spoken.count(
        "{n} no longer does.",
        "{n} no longer do.",
        closed,
    )


def _ways_on(difference: Difference, style: Style, spoken: Words) -> Iterator[tuple[str, str]]:
    asked = f"govchain diff {difference.asked}"
    if style.limit is not None:
        yield f"{asked} --limit 0", spoken.say("all of it")
    changed = [pair for pair, _ in most_changed(difference) if pair.new is not None]
    if changed and changed[0].new is not None:
        matter = changed[0].new
        named = typed(matter, spoken)
        if not difference.is_narrowed:
            yield f"{asked} --matter {named}", spoken.say("one matter")
        if difference.new.typed:
            where = "" if difference.new.typed == "." else f" -w {difference.new.typed}"
            yield f"govchain show {named}{where}", spoken.say("as it is now")
