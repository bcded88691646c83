"""What was not looked at, in one line: which questions stay open for lack of which keys."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from govchain.analysis.running.unjudged import (
    keys_for_no_rule,
    leaves_powers_open,
    matters_by_missing_key,
    missing_keys,
    undescribed_in,
)
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Finding, Severity
from govchain.language.keywords import Keyword
from govchain.language.matter import MATTER, STEP
from govchain.language.registry import DATA
from govchain.reporting.report import Report
from govchain.reporting.words import Words, noted
from govchain.rules.discovery import all_rules

_OPEN: dict[str, tuple[Keyword, str]] = {
    "steps": (MATTER.keyword("steps"), noted("anything of its chain")),
    "materials": (MATTER.keyword("materials"), noted("what people bring")),
    "holder": (DATA.keyword("holder"), noted("who could share data")),
    "checks": (STEP.keyword("checks"), noted("whether approvals repeat each other")),
    "basis": (STEP.keyword("basis"), noted("whether approvals rest on law")),
    "time": (STEP.keyword("time"), noted("how long approvals take")),
    "time-limit": (MATTER.keyword("time-limit"), noted("whether it is done in time")),
    "volume": (MATTER.keyword("volume"), noted("what is saved a year")),
    "fee": (STEP.keyword("fee"), noted("whether fees rest on law")),
    "post": (STEP.keyword("post"), noted("who answers for decisions")),
    "supervised-by": (MATTER.keyword("supervised-by"), noted("who supervises decisions")),
    "redress": (MATTER.keyword("redress"), noted("where people can complain")),
}
"""Key -> the keyword that is missing, and what cannot be judged without it."""


def gaps_in_words(chain: Chain, catalogue: Catalogue, spoken: Words) -> str:
    """What could not be judged of one matter; empty where nothing is missing."""
    no_rule = _for_no_rule([chain])
    told = [_gap(key, spoken) for key in missing_keys(chain, catalogue) if key not in no_rule]
    if undescribed := undescribed_in(chain, catalogue):
        names = [catalogue.matters[id].name for id in undescribed]
        keyword = MATTER.keyword("steps")
        key = keyword.chinese if spoken.language == "zh" else keyword.name
        told.insert(
            0,
            spoken.say(
                "what its matters could do for each other, nor what people are asked for in vain "
                "({matters} without `{key}`)",
                matters=spoken.listed(names),
                key=key,
            ),
        )
    if leaves_powers_open(chain):
        told.append(_example_posts(spoken))
    return _told([*told, *_still_open(no_rule, spoken)], spoken)


def summed_gaps_in_words(report: Report, spoken: Words) -> str:
    """What could not be judged, and in how many matters; of one matter that of it.

    Empty where something could not be read: that comes first, and may be what seems missing.
    """
    if any(_is_unread(finding) for finding in report.findings):
        return ""
    chains = [report.catalogue.chains[matter.id] for matter in report.told_matters]
    if len(chains) == 1:
        return gaps_in_words(chains[0], report.catalogue, spoken)
    no_rule = _for_no_rule(chains)
    told = [*_summed(chains, no_rule, report.catalogue, spoken), *_summed_posts(chains, spoken)]
    return _told([*told, *_still_open(no_rule, spoken)], spoken)


def _told(gaps: list[str], spoken: Words) -> str:
    return spoken.say("Not judged: {gaps}.", gaps=spoken.joined(gaps)) if gaps else ""


def _for_no_rule(chains: Iterable[Chain]) -> tuple[str, ...]:
    """The keys that are written and that no rule judges by."""
    return keys_for_no_rule(chains, {key for rule in all_rules() for key in rule.reads})


def _still_open(keys: Sequence[str], spoken: Words) -> Iterator[str]:
    """What is written, and yet not judged: govchain has no rule for it."""
    if keys:
        questions = spoken.listed([spoken.say(_OPEN[key][1]) for key in keys])
        yield spoken.say("{questions} (govchain has no rule for that yet)", questions=questions)


def _is_unread(finding: Finding) -> bool:
    return finding.family == "definition" and finding.severity is Severity.ERROR


def _summed(
    chains: Iterable[Chain], no_rule: Collection[str], catalogue: Catalogue, spoken: Words
) -> list[str]:
    return [
        spoken.say(
            "{gap} in {matters}",
            gap=_gap(key, spoken),
            matters=spoken.count("{n} matter", "{n} matters", count),
        )
        for key, count in matters_by_missing_key(chains, catalogue).items()
        if key not in no_rule
    ]


def _summed_posts(chains: Iterable[Chain], spoken: Words) -> Iterator[str]:
    """In how many matters it is not judged who holds which power, since posts are examples."""
    if count := sum(map(leaves_powers_open, chains)):
        yield spoken.say(
            "{gap} in {matters}",
            gap=_example_posts(spoken),
            matters=spoken.count("{n} matter", "{n} matters", count),
        )


def _example_posts(spoken: Words) -> str:
    keyword = STEP.keyword("post")
    return spoken.say(
        "whether one post holds two powers (`{key}` is an example)",
        key=keyword.chinese if spoken.language == "zh" else keyword.name,
    )


def _gap(key: str, spoken: Words) -> str:
    """What stays open, and the keyword whose lack is the reason: `fee`'s is its basis."""
    keyword, question = _OPEN[key]
    name = keyword.chinese if spoken.language == "zh" else keyword.name
    if key == "fee":
        return spoken.say("{gap} (no basis of `{key}`)", gap=spoken.say(question), key=name)
    return spoken.say("{gap} (no `{key}`)", gap=spoken.say(question), key=name)
