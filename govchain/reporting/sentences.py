"""The sentences of a finding: what is wrong, and what to do about it.

A finding keeps a template and the facts that fill it. The English template stands in the rule's
source, the Chinese one at the head of its Chinese page; messages of the reader are translated by
gettext.
"""

from __future__ import annotations

import re
from functools import cache

from govchain.analysis.rule import Rule
from govchain.findings import Benefit, Finding, Lever, Topic
from govchain.reporting.bounds import shortened
from govchain.reporting.filling import fill, joined, texts_of
from govchain.reporting.pages import page_of
from govchain.reporting.words import Words, words
from govchain.rules.discovery import all_rules


def sentence(finding: Finding, language: str, under: Finding | None = None) -> str:
    """What was found, in one sentence without a full stop.

    `under` is the finding that it is told with: what that one says already is left out.
    """
    spoken = words(language)
    message = fill(_template(finding, "message", language), finding.facts, spoken)
    return spoken.joined(
        [
            message,
            _stop(finding, spoken),
            _breach(finding, under, spoken),
            _consequence(finding, spoken),
        ]
    )


_BY_READER = re.compile(r"\[\[([^][|]*+)\|?([^][]*+)\]\]")
"""In the template of a remedy: what is to be written in the definition, and what a department does
instead, nothing where there is no more."""


def remedy(finding: Finding, language: str) -> str:
    """What to do about it, who else must be linked and what must be amended; may be empty. It says
    what to write in the definition, too."""
    return _remedy(finding, language, r"\1")


def what_to_do(finding: Finding, language: str) -> str:
    """The same for a department, which writes no definition."""
    return _remedy(finding, language, r"\2")


def _remedy(finding: Finding, language: str, for_reader: str) -> str:
    spoken = words(language)
    template = _BY_READER.sub(for_reader, _template(finding, "remedy", language))
    advice = fill(template, finding.facts, spoken)
    return spoken.joined(
        [
            _to_write(finding, spoken),
            advice,
            _extent(finding, spoken),
            _platform(finding, spoken),
            _restriction(finding, spoken),
            _companions(finding, spoken),
            _way_left(finding, spoken),
            _demand(finding, spoken),
            _amendment(finding, spoken),
        ]
    )


def benefit_in_words(benefit: Benefit, language: str) -> str:
    """What people gain by the mend: 1 visit and 1 paper a case, 42,000 visits a year.

    Empty where there is nothing to gain.
    """
    spoken = words(language)
    worst = {
        "days": benefit.days,
        "visits": benefit.visits,
        "materials": benefit.materials,
        "steps": benefit.steps,
    }
    a_case, a_year = spoken.figures(worst), spoken.figures(benefit.per_year or {})
    return spoken.joined(
        [
            spoken.say("at most {figures} a case", figures=spoken.listed(a_case)) if a_case else "",
            spoken.say("{figures} a year", figures=spoken.listed(a_year)) if a_year else "",
        ]
    )


def _template(finding: Finding, kind: str, language: str) -> str:
    """The template of the message or remedy: of the rule's page, else by gettext."""
    english = finding.message if kind == "message" else finding.remedy
    rule = rule_of(finding)
    if rule is None or not rule.message:
        return words(language).say(english)
    if language == "en":
        return english
    variants = rule.variants if kind == "message" else rule.remedies
    key = f"{kind}.{finding.variant}" if finding.variant in variants else kind
    return page_of(rule, language).templates.get(key, english)


def title_of(finding: Finding, language: str) -> str:
    """What the finding's rule is called."""
    return title_of_rule(finding.rule, language)


def title_of_rule(id: str, language: str) -> str:
    """What the rule is called; its id where it is none of ours."""
    rule = _rules().get(id)
    return (page_of(rule, language).title if rule else "") or id


def rule_of(finding: Finding) -> Rule | None:
    """The rule as declared; None for what no rule finds, such as a fault of ours."""
    return _rules().get(finding.rule)


@cache
def _rules() -> dict[str, Rule]:
    return {rule.id: rule for rule in all_rules()}


def _listed(name: str, finding: Finding, spoken: Words) -> str:
    """What a fact of the finding says; empty where it has none."""
    fact = finding.facts.get(name, ())
    return spoken.listed(texts_of(name, fact, spoken)) if fact != () else ""


def _stop(finding: Finding, spoken: Words) -> str:
    """That a link goes through who passes nothing on."""
    stops = _listed("stopped_at", finding, spoken)
    if not stops:
        return ""
    return spoken.say(
        "what goes through {departments} stops there, for only a platform passes on what it does "
        "not hold",
        departments=stops,
    )


def _platform(finding: Finding, spoken: Words) -> str:
    """What to write where who passes data on is a platform indeed."""
    stops = _listed("stopped_at", finding, spoken)
    if not stops:
        return ""
    return spoken.say(
        "if it is as a platform that data goes through {departments}, write it as `kind: platform`",
        departments=stops,
    )


def _breach(finding: Finding, under: Finding | None, spoken: Words) -> str:
    """That a law orders the link on which a need waits, which is an error of its own."""
    basis = _listed("breached_duty", finding, spoken)
    if not basis or (under and under.topic is Topic.BREACH):
        return ""
    [told_by] = (id for id, rule in _rules().items() if rule.topic is Topic.BREACH)
    return spoken.say(
        "to share it is a duty by {basis} (see the error: {rule})",
        basis=basis,
        rule=title_of_rule(told_by, spoken.language),
    )


def _consequence(finding: Finding, spoken: Words) -> str:
    """What it means for the applicant that data does not flow."""
    if finding.lever is not Lever.SHARE or "papers" not in finding.facts:
        return ""
    papers = joined("papers", texts_of("papers", finding.facts["papers"], spoken), spoken)
    if finding.facts.get("supply") == "carried":
        return spoken.say("the applicant brings {papers} instead", papers=papers)
    if unwritten := _listed("unwritten_for", finding, spoken):
        return spoken.say(
            "no materials are written for {matter}, so whether people bring it is not known",
            matter=unwritten,
        )
    if papers:
        return spoken.say("only in some cases the applicant brings {papers}", papers=papers)
    return spoken.say("nothing brings it")


def _to_write(finding: Finding, spoken: Words) -> str:
    """What to write first, where nobody wrote what people bring."""
    unwritten = _listed("unwritten_for", finding, spoken)
    if not unwritten:
        return ""
    return spoken.say(
        "write first what people bring for {matter} (`materials`), or that it is nothing "
        "(`complete: [materials]`)",
        matter=unwritten,
    )


_IN_THE_FILE = frozenset({Lever.CUT, Lever.CONVERT, Lever.COMMIT})
"""Levers that change what a matter itself says: where it is called, and by itself."""


def _extent(finding: Finding, spoken: Words) -> str:
    """What is found only on the way through a caller holds nowhere else."""
    if finding.lever not in _IN_THE_FILE or "within" not in finding.facts:
        return ""
    return spoken.say(
        "only where it is done within {within}; {matter} by itself stays as it is",
        within=_listed("within", finding, spoken),
        matter=_listed("by_itself", finding, spoken),
    )


def _restriction(finding: Finding, spoken: Words) -> str:
    """That the data is marked as not shared, though by no law, and so what comes first."""
    if finding.facts.get("sharing") != "restricted":
        return ""
    data = joined("data", texts_of("data", finding.facts["data"], spoken), spoken)
    return spoken.say(
        "{data} is marked `restricted` and no law in force is named for it: name the law that "
        "forbids to share it, or mark first under which conditions it is shared",
        data=data,
    )


def _companions(finding: Finding, spoken: Words) -> str:
    """Who else must be linked before the applicant is spared."""
    others = _listed("also", finding, spoken)
    if not others or finding.lever is not Lever.SHARE:
        return ""
    return spoken.say("{others} must be linked too", others=others)


def _way_left(finding: Finding, spoken: Words) -> str:
    """For which other papers people still come when this one goes."""
    papers = _listed("still_asked", finding, spoken)
    if not papers:
        return ""
    return spoken.say(
        "a visit is spared only once {papers} need not be brought either", papers=papers
    )


def _demand(finding: Finding, spoken: Words) -> str:
    """Which law still asks for the paper that the data would replace."""
    basis = _listed("demanded_by", finding, spoken)
    if not basis:
        return ""
    return spoken.say("the paper itself can go once {basis} no longer asks for it", basis=basis)


def _amendment(finding: Finding, spoken: Words) -> str:
    if not finding.amend:
        return ""
    return spoken.say(
        "amend first: {basis}", basis=spoken.listed([shortened(basis) for basis in finding.amend])
    )
