"""What to do, each thing once: findings that one decision mends are told in one line.

That the police share identity with fifteen departments is one decision, however many matters wait
for it. Papers that need not be asked for, steps that can go and waits that are needless are one
line each in the picture of a matter; in a catalogue they are told by their data, step and matter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from govchain.analysis.running.entries import entries_of
from govchain.analysis.running.ranking import RANKED_BY, saving_of
from govchain.compiler.chain import Chain
from govchain.drawing.chart.marks import Mark
from govchain.drawing.chart.subject import Remedy
from govchain.findings import Finding, Lever, Severity, Topic, named_in
from govchain.model.characters import one_line
from govchain.reporting.filling import texts_of
from govchain.reporting.report import Report
from govchain.reporting.sentences import title_of, what_to_do
from govchain.reporting.words import Words, noted, words

_CLAUSES = re.compile("；|; ")
"""Where the first thing to do ends, and what goes along with it begins."""
MOST_NAMED = 4
"""So many things are named in one line; of more the first, and how many there are."""
_TITLES = {
    "paper": noted("stop asking for {n} papers: {things}"),
    "step": noted("drop redundant steps: {things}"),
    "wait": noted("stop waiting for each other: {things}"),
}


@dataclass(frozen=True, slots=True)
class _Group:
    """Findings that one decision mends, in their order: what kind of decision, and which."""

    kind: str
    heads: tuple[Finding, ...]

    @property
    def has_error(self) -> bool:
        return any(finding.severity is Severity.ERROR for finding in self.heads)


def remedies_of(chain: Chain, marks: Sequence[Mark], language: str) -> tuple[Remedy, ...]:
    """What to do for one matter: as findings are ranked, errors first, then what spares people
    most."""
    labels = {mark.finding.fingerprint: mark.label for mark in marks}
    groups = _grouped([mark.finding for mark in marks], _kind_in_matter)
    groups.sort(key=lambda group: not group.has_error)
    return tuple(_remedy(group, labels, words(language)) for group in groups)


def remedies_of_catalogue(report: Report, language: str) -> tuple[Remedy, ...]:
    """What to do for all that is told, what spares people most a year first; labels are the
    fingerprints of the findings."""
    labels = {finding.fingerprint: finding.fingerprint for finding in report.findings}
    groups = _grouped(report.findings, _kind_in_catalogue)
    spoken = words(language)
    made = (_remedy(group, labels, spoken) for group in groups)
    return tuple(
        replace(remedy, text=_with_matter(remedy.text, group, report, spoken))
        for remedy, group in zip(made, groups, strict=True)
    )


def _with_matter(text: str, group: _Group, report: Report, spoken: Words) -> str:
    """The line; where it speaks of one matter, with its name."""
    matters = {finding.matter for finding in group.heads}
    matter = report.catalogue.matters.get(next(iter(matters)) or "") if len(matters) == 1 else None
    if matter is None or one_line(matter.name) in text:
        return text
    return spoken.told_apart([text, one_line(matter.name)])


_Kind = tuple[str, Hashable]


def _grouped(findings: Sequence[Finding], kind_of: Callable[[Finding], _Kind]) -> list[_Group]:
    """Errors and warnings that something can be done about, those of reading aside."""
    groups: dict[_Kind, list[Finding]] = {}
    for entry in entries_of(findings):
        head = entry.head
        if head.is_judgement and any(f.severity is not Severity.ADVICE for f in entry.findings):
            groups.setdefault(kind_of(head), []).append(head)
    made = [_Group(kind, tuple(heads)) for (kind, _), heads in groups.items()]
    return sorted(made, key=_worth, reverse=True)


def _worth(group: _Group) -> tuple[float, ...]:
    gains = _gains(group.heads)
    yearly = _per_year(group.heads)
    return tuple(yearly.get(n, 0) for n in RANKED_BY) + tuple(gains.get(n, 0) for n in RANKED_BY)


def _kind_in_matter(finding: Finding) -> _Kind:
    if finding.topic is Topic.NEEDLESS_PAPER:
        return "paper", ""
    if finding.topic is Topic.REDUNDANT_STEP:
        return "step", ""
    if finding.lever is Lever.PARALLEL:
        return "wait", ""
    kind, about = _kind(finding)
    return kind, about if kind == "share" else ""


def _kind_in_catalogue(finding: Finding) -> _Kind:
    if finding.topic is Topic.NEEDLESS_PAPER:
        return "papers of data", _ids(finding, "data", "material")
    if finding.topic is Topic.REDUNDANT_STEP:
        return "step", (finding.matter, finding.step)
    if finding.lever is Lever.PARALLEL:
        return "wait", finding.matter
    return _kind(finding)


def _kind(finding: Finding) -> _Kind:
    """Data of the same holders; else findings of one rule about the same."""
    if finding.topic is Topic.NOT_SHARED and finding.facts.get("holders"):
        return "share", _ids(finding, "holders", "data")
    about = _ids(finding, "criterion", "data", "link")
    return finding.rule, about if any(about) else (finding.matter, finding.subject)


def _ids(finding: Finding, *facts: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(part.id for part in named_in(finding.facts.get(name))) for name in facts)


def _remedy(group: _Group, labels: dict[str, str], spoken: Words) -> Remedy:
    return Remedy(
        text=_text(group, spoken),
        lever=group.heads[0].lever,
        gains=tuple(_gains(group.heads).items()),
        per_year=tuple(_per_year(group.heads).items()),
        findings=len(group.heads),
        labels=tuple(labels[finding.fingerprint] for finding in group.heads),
    )


def _text(group: _Group, spoken: Words) -> str:
    first = group.heads[0]
    if group.kind == "share":
        return _share(group.heads, spoken)
    if group.kind == "papers of data":
        return spoken.say("stop asking for “{data}” on paper", data=_all_of(first, spoken))
    if group.kind in _TITLES:
        things = [_thing(finding, group.kind, spoken) for finding in group.heads]
        return spoken.say(
            _TITLES[group.kind], things=_few(things, spoken), n=len(dict.fromkeys(things))
        )
    if len(group.heads) == 1 and (action := _action(first, spoken)):
        return action
    things = [_all_of(finding, spoken) for finding in group.heads]
    title, told = title_of(first, spoken.language), _few([*filter(None, things)], spoken)
    if not told:
        return title
    if len(set(things)) < len(things):
        return spoken.say("{title}: {things}, {n} in all", title=title, things=told, n=len(things))
    return spoken.say("{title}: {things}", title=title, things=told)


def _action(finding: Finding, spoken: Words) -> str:
    """What to do about it, without what goes along with that."""
    return _CLAUSES.split(what_to_do(finding, spoken.language), maxsplit=1)[0]


def _share(heads: Sequence[Finding], spoken: Words) -> str:
    """Who should share what, and with whom: by name, or with how many."""
    consumers = [*dict.fromkeys(_all("consumer", heads, spoken))]
    holders = spoken.listed(texts_of("holders", heads[0].facts["holders"], spoken))
    data = spoken.listed(texts_of("data", heads[0].facts["data"], spoken), "or")
    if len(consumers) > MOST_NAMED:
        return spoken.say(
            "{holders}: share “{data}” with {n} departments",
            holders=holders,
            data=data,
            n=len(consumers),
        )
    return spoken.say(
        "{holders}: share “{data}” with {consumers}",
        holders=holders,
        data=data,
        consumers=spoken.listed(consumers),
    )


def _thing(finding: Finding, kind: str, spoken: Words) -> str:
    return _wait(finding, spoken) if kind == "wait" else _all_of(finding, spoken)


def _wait(finding: Finding, spoken: Words) -> str:
    first, second = (
        spoken.listed(texts_of(name, finding.facts.get(name, ()), spoken))
        for name in ("first", "second")
    )
    return spoken.say("{second} without waiting for {first}", first=first, second=second)


_TELLING = ("material", "step", "data", "criterion", "link", "first")
"""The facts that say what a finding speaks of, the most telling first."""


def _all_of(finding: Finding, spoken: Words) -> str:
    for name in _TELLING:
        if told := texts_of(name, finding.facts.get(name, ()), spoken):
            return spoken.listed(told, "or" if name == "data" else "and")
    return ""


def _all(name: str, findings: Iterable[Finding], spoken: Words) -> list[str]:
    return [text for f in findings for text in texts_of(name, f.facts.get(name, ()), spoken)]


def _few(texts: Sequence[str], spoken: Words) -> str:
    """Each once; of many the first."""
    once = list(dict.fromkeys(texts))
    if len(once) <= MOST_NAMED:
        return spoken.listed(once)
    first = spoken.listed(once[:MOST_NAMED])
    return spoken.say("{texts} and {n} more", texts=first, n=len(once) - MOST_NAMED)


def _gains(heads: Sequence[Finding]) -> dict[str, float]:
    """What it spares in one case: data that flows counts once a matter, waits at most once."""
    told: dict[str, float] = {}
    for name in RANKED_BY:
        saved = [saving_of(name, finding)[1] for finding in _mends(heads)]
        amount = max(saved) if heads[0].lever is Lever.PARALLEL else sum(saved)
        if amount:
            told[name] = amount
    return told


def _per_year(heads: Sequence[Finding]) -> dict[str, float]:
    """The same by year; of what is not known nothing."""
    told: dict[str, float] = {}
    for name in RANKED_BY:
        amount = sum(saving_of(name, finding)[0] for finding in _mends(heads))
        if amount:
            told[name] = amount
    return told


def _mends(heads: Sequence[Finding]) -> list[Finding]:
    """Of the findings that the same mend of one matter removes, the first."""
    known: dict[object, Finding] = {}
    for finding in heads:
        key = (finding.matter, finding.mend) if finding.mend is not None else finding.fingerprint
        known.setdefault(key, finding)
    return list(known.values())
