"""What an entry tells beside its finding: what else its remedy mends, and what it excludes."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.analysis.hits.numbering import without_number
from govchain.analysis.running.entries import Entry, recommended
from govchain.compiler.chain import Chain
from govchain.findings import Finding
from govchain.reporting.bounds import first_of, shortened
from govchain.reporting.report import Report
from govchain.reporting.sentences import sentence, title_of
from govchain.reporting.words import SEVERITIES, Words


def reasons_in_words(entry: Entry, report: Report, spoken: Words) -> Iterator[str]:
    """The other findings that the entry's remedy mends, a line each; what is alike in one."""
    for first, *others in told_with(entry):
        if first is entry.head:
            if others:
                yield spoken.say("the same {places}", places=_listed(others, first, report, spoken))
            continue
        told = [_reason(first, entry.head, report, spoken)]
        if others:
            places = _listed(others, first, report, spoken)
            told.append(spoken.say("the same {places}", places=places))
        yield spoken.joined(told)


def laws_in_words(entry: Entry, spoken: Words) -> str:
    """Which laws still ask for papers that go by what the entry's remedy mends as well, and not by
    its finding itself: what it saves counts these papers. Empty where there are none."""
    told = {*_asking_for_papers(entry.head)}
    laws = [law for reason in entry.reasons for law in _asking_for_papers(reason)]
    if not (more := [law for law in dict.fromkeys(laws) if law not in told]):
        return ""
    return spoken.say(
        "Of the papers that go with it some can go only once {laws} no longer asks for them",
        laws=spoken.listed([*first_of(map(shortened, more), spoken)]),
    )


def _asking_for_papers(finding: Finding) -> tuple[str, ...]:
    asking = finding.facts.get("demanded_by", ())
    return tuple(map(str, asking)) if isinstance(asking, tuple) else ()


def alternatives_in_words(finding: Finding, report: Report, spoken: Words) -> str:
    """Which remedies this one excludes, and which of them all is recommended; may be empty."""
    if not finding.instead_of:
        return ""
    known = report.analysis.by_fingerprint
    rivals = [known[fingerprint] for fingerprint in finding.instead_of if fingerprint in known]
    if not rivals:
        return ""
    choice = recommended(finding, rivals)
    return spoken.say(
        "instead of {rivals}: one excludes the other; recommended: {choice}",
        rivals=spoken.listed([marked(rival, report, spoken) for rival in rivals], "or"),
        choice=spoken.say("this one") if choice is finding else marked(choice, report, spoken),
    )


def told_with(entry: Entry) -> list[list[Finding]]:
    """What is told in a line each: findings that are alike, the head's group where it has more."""
    return [group for group in _alike(entry) if group != [entry.head]]


def _alike(entry: Entry) -> list[list[Finding]]:
    """The entry's findings, those of one rule and subject together, the head's group first."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in entry.findings:
        groups.setdefault((finding.rule, without_number(finding.subject)), []).append(finding)
    return list(groups.values())


def _reason(finding: Finding, head: Finding, report: Report, spoken: Words) -> str:
    """What the finding adds; its severity where it is another than the head's."""
    told = spoken.say(
        "{title}: {sentence} ({mark})",
        title=title_of(finding, spoken.language),
        sentence=sentence(finding, spoken.language, under=head),
        mark=f"{finding.rule} {report.mark_of(finding)}",
    )
    if finding.severity is head.severity:
        return told
    severity = spoken.word(SEVERITIES, finding.severity)
    return spoken.say("{severity}, {text}", severity=severity, text=told)


def _listed(others: list[Finding], first: Finding, report: Report, spoken: Words) -> str:
    return spoken.listed([_place(other, first, report, spoken) for other in others])


def _place(finding: Finding, first: Finding, report: Report, spoken: Words) -> str:
    """In which matter and at which step it is found, as far as another than the first's."""
    mark = report.mark_of(finding)
    chain = report.catalogue.chains.get(finding.matter or "")
    matter = chain.matter.name if chain and finding.matter != first.matter else ""
    is_at_step = chain is not None and finding.step is not None and chain.has_step(finding.step)
    step = _step_in_words(chain, finding, spoken) if chain and is_at_step else ""
    if matter and step:
        return spoken.say("in {matter} at {step} ({mark})", matter=matter, step=step, mark=mark)
    if matter:
        return spoken.say("in {matter} ({mark})", matter=matter, mark=mark)
    if step:
        return spoken.say("at {step} ({mark})", step=step, mark=mark)
    return mark


def _step_in_words(chain: Chain, finding: Finding, spoken: Words) -> str:
    """The step's name; the word for its kind where it has none."""
    step = chain.step(finding.step or "")
    return step.name or spoken.kind(step.kind)


def marked(finding: Finding, report: Report, spoken: Words) -> str:
    return f"{title_of(finding, spoken.language)} {report.mark_of(finding)}"
