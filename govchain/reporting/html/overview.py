"""The first screen: the state in a sentence, four figures, where data comes from."""

from __future__ import annotations

from typing import Any

from govchain.compiler.supply import SupplyState
from govchain.model.characters import one_line
from govchain.model.figures import figure, percent
from govchain.reporting.examples import examples_in_words
from govchain.reporting.html.examples import is_example, with_those_called
from govchain.reporting.html.shown import Shown
from govchain.reporting.report import Report
from govchain.reporting.scope import holds_others, sizes_of, title_of
from govchain.reporting.sharing_picture import supplies_of
from govchain.reporting.totals import bound_in_words, counts_in_words, unreckoned_in_words
from govchain.reporting.words import SUPPLIES, Words, noted

_NEAR = 0.1
"""So near has a share to be to one in so many, to be called that."""
_ORDER = ("shared", "held", "declared", "carried", "missing")
_TILES = {
    "visits": (noted("Visits spared"), noted("of {n} visits")),
    "materials": (noted("Papers spared"), noted("of {n} papers")),
    "days": (noted("Waiting spared"), noted("of {n} working days")),
}


def overview(shown: Shown, spoken: Words) -> dict[str, Any]:
    """What is told before anything is asked."""
    report = shown.report
    return {
        "title": title_of(report, spoken),
        "about": _about(report, spoken),
        "headline": headline(report, spoken),
        "lead": _lead(shown, spoken),
        "reckoning": _reckoning(report, spoken),
        "tiles": [_tile(name, report, spoken) for name in _TILES],
        "findings": {
            "count": figure(len(report.findings)),
            "parts": [[severity.value, text] for text, severity in counts_in_words(report, spoken)],
        },
        "supplies": _supplies(report, spoken),
    }


def headline(report: Report, spoken: Words) -> str:
    """How much people carry, and what mending all would spare them."""
    benefit = report.benefit
    spared = spoken.figures({"visits": benefit.visits, "materials": benefit.materials})
    told = (
        spoken.say("mending all spares {figures}", figures=spoken.listed(spared)) if spared else ""
    )
    carried = _carried(report, spoken)
    if not (carried or told):
        return spoken.say("Nobody carries paper that an office could have by itself.")
    text = spoken.joined([carried, told])
    return text[:1].upper() + text[1:]


def _carried(report: Report, spoken: Words) -> str:
    """Of how many needs people bring the paper, as people say it; empty where of none."""
    counts = supplies_of(report)
    whole, carried = sum(counts.values()), counts[SupplyState.CARRIED]
    if not carried:
        return ""
    in_so_many = round(whole / carried)
    if 2 <= in_so_many <= 10 and abs(whole / carried / in_so_many - 1) <= _NEAR:
        return spoken.say(
            "one in {n} data needs is met by paper that people bring themselves", n=in_so_many
        )
    return spoken.say(
        "{percent}% of the data needs are met by paper that people bring themselves",
        percent=percent(carried / whole),
    )


def _about(report: Report, spoken: Words) -> str:
    sizes = sizes_of(report)
    return spoken.say(
        "{matters} matters, {steps} steps, {departments} departments · as of {date}",
        matters=figure(sizes.matters),
        steps=figure(sizes.steps),
        departments=figure(sizes.departments),
        date=report.catalogue.date.isoformat(),
    )


def _lead(shown: Shown, spoken: Words) -> str:
    told = spoken.say(_OF_WHAT_WAS_ASKED if holds_others(shown.report) else _OF_EACH)
    overlap = spoken.say("Gains of single findings overlap and do not add up to this.")
    return spoken.sentences([told, overlap, _other_version(shown, spoken)])


_OF_EACH = noted(
    "Reckoned for this catalogue once all its errors and warnings are mended; one case of each "
    "matter, at worst."
)
_OF_WHAT_WAS_ASKED = noted(
    "Reckoned once all errors and warnings told of here are mended; one case of each matter that "
    "was asked for, which holds all that it includes, at worst."
)


def _reckoning(report: Report, spoken: Words) -> str:
    """What is not in the figures, and which of them are examples; empty where there is neither."""
    examples = examples_in_words(report.told_matters, spoken)
    reckoned = [matter.id for matter in report.reckoned_matters]
    law = bound_in_words(report, reckoned, spoken)
    return spoken.sentences([law, unreckoned_in_words(report, spoken), examples])


def _other_version(shown: Shown, spoken: Words) -> str:
    """What an arrow leads to, which is not what is reckoned; empty where there is one version."""
    if shown.difference is None:
        return ""
    return spoken.say(
        "An arrow leads from this catalogue to the reformed version ({version}), a catalogue of "
        "its own.",
        version=one_line(shown.difference.new.name),
    )


def _tile(name: str, report: Report, spoken: Words) -> dict[str, Any]:
    head, of = _TILES[name]
    return {
        "name": name,
        "head": spoken.say(head),
        "figure": figure(getattr(report.benefit, name)),
        "unit": spoken.say(of, n=figure(getattr(report.before, name))),
        "example": is_example(name, with_those_called(report.told_matters, report.catalogue)),
    }


def _supplies(report: Report, spoken: Words) -> dict[str, Any]:
    counts = {state.value: count for state, count in supplies_of(report).items()}
    whole = sum(counts.values())
    return {
        "whole": spoken.count("{n} data need", "{n} data needs", whole),
        "parts": [
            {
                "state": state,
                "name": spoken.word(SUPPLIES, state),
                "count": figure(counts[state]),
                "share": counts[state] / whole if whole else 0,
                "percent": percent(counts[state] / whole) if whole else "0",
            }
            for state in _ORDER
        ],
    }
