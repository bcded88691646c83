"""A rule explained by its page, and a finding explained fact by fact."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from govchain.analysis.rule import Rule
from govchain.analysis.running.entries import entry_of
from govchain.analysis.running.silencing import Silencing
from govchain.findings import Fact, Finding, Named
from govchain.reporting.excerpt import excerpt, line_at
from govchain.reporting.fact_labels import FACT_LABELS
from govchain.reporting.filling import joined, text_of
from govchain.reporting.pages import page_of
from govchain.reporting.places import place_in_words
from govchain.reporting.reasons import alternatives_in_words, marked, reasons_in_words
from govchain.reporting.report import Report
from govchain.reporting.sentences import benefit_in_words, remedy, rule_of, sentence, title_of
from govchain.reporting.style import Style
from govchain.reporting.widths import fitted, wrapped
from govchain.reporting.words import FAMILIES, LEVERS, SEVERITIES, Words, words

_LINK = re.compile(r"\[([^\[\]]++)\]\([^()]*+\)")


def rule_explained(rule: Rule, style: Style) -> str:
    """The rule's page, and what its declaration adds: severity, family, lever."""
    spoken = words(style.language)
    page = page_of(rule, style.language)
    about = spoken.say(
        "rule {rule}; severity: {severity}; family: {family}; lever: {lever}",
        rule=rule.id,
        severity=spoken.word(SEVERITIES, rule.severity),
        family=spoken.word(FAMILIES, rule.family),
        lever=spoken.word(LEVERS, rule.lever),
    )
    body = page.body.partition("\n")[2].strip("\n")
    lines = [style.paint("strong", page.title), *wrapped(about, style.width), ""]
    return fitted("\n".join([*lines, *_page_lines(body, style)]) + "\n", style.width)


def _page_lines(body: str, style: Style) -> Iterator[str]:
    """The page's Markdown as text: headings strong, links by their words, examples indented."""
    fenced = False
    for line in body.splitlines():
        if line.startswith("```"):
            fenced = not fenced
        elif fenced:
            yield f"    {line}".rstrip()
        elif line.startswith("## "):
            yield style.paint("strong", line[3:])
        else:
            hanging = "  " if line.startswith("- ") else ""
            yield from wrapped(_plain(line), style.width, hanging)


def _plain(line: str) -> str:
    """A line of Markdown without its links and stress."""
    return _LINK.sub(r"\1", line).replace("**", "")


def finding_explained(finding: Finding, report: Report, style: Style) -> str:
    """Why the finding holds: what was found, the facts that prove it, what its mend would save."""
    spoken = words(style.language)
    severity = style.paint(finding.severity, spoken.word(SEVERITIES, finding.severity))
    lines = [
        f"{severity} {title_of(finding, style.language)}  {finding.rule}",
        style.paint("faint", f"{place_in_words(finding.place)}  {finding.fingerprint}"),
        *_allowed(finding, report, style),
        *_quoted(finding, report, style),
        "",
        *wrapped(sentence(finding, style.language), style.width),
        "",
        style.paint("strong", spoken.say("What proves it")),
        *_Facts(finding, spoken, style).lines(),
        "",
        *_to_do(finding, spoken, style),
        *_savings(finding, report, style),
        *_relations(finding, report, style),
        *wrapped(
            spoken.say(
                "The rule, its law and when it stays silent: {command}",
                command=f"govchain explain {finding.rule}",
            ),
            style.width,
        ),
    ]
    return fitted("\n".join(lines) + "\n", style.width)


def _allowed(finding: Finding, report: Report, style: Style) -> list[str]:
    """That a comment allows it, and why, so that no list shows it."""
    if finding not in report.analysis.silenced:
        return []
    spoken = words(style.language)
    allow, *_ = Silencing(report.catalogue.allows).allowing(finding)
    told = spoken.say("allowed by a comment at {place}", place=place_in_words(allow.place))
    return wrapped(spoken.joined([told, allow.reason]), style.width)


def _quoted(finding: Finding, report: Report, style: Style) -> list[str]:
    line = line_at(finding.place, report.catalogue.sources)
    if line is None:
        return []
    rows = excerpt(line, finding.place.column, style.width)
    marked = (part for shown, carets in rows for part in (shown, style.paint("mark", carets)))
    return ["", *filter(None, marked)]


class _Facts:
    """The facts of a finding, told one by one.

    A label that is not common to the rules stands in the front matter of the rule's page, as
    `fact.<name>`; without one the name has to do.
    """

    def __init__(self, finding: Finding, spoken: Words, style: Style) -> None:
        rule = rule_of(finding)
        self._facts = finding.facts
        self._own = page_of(rule, style.language).templates if rule else {}
        self._spoken = spoken
        self._style = style

    def lines(self) -> Iterator[str]:
        """Each fact on a line with its label; what has parts goes one deeper."""
        for name, fact in self._facts.items():
            parts = [p for p in fact if isinstance(p, Mapping)] if isinstance(fact, tuple) else []
            if parts:
                yield "  " + self._spoken.say("{label}:", label=self._label(name))
                for part in parts:
                    told = [self._said(name, inner) for name, inner in part.items()]
                    yield from self._wrapped("    - ", self._spoken.joined(told))
            else:
                yield from self._wrapped("  ", self._said(name, fact))

    def _said(self, name: str, fact: Fact) -> str:
        value = _value(name, fact, self._spoken)
        return self._spoken.say("{label}: {value}", label=self._label(name), value=value)

    def _label(self, name: str) -> str:
        if name in FACT_LABELS:
            return self._spoken.say(FACT_LABELS[name])
        return self._own.get(f"fact.{name}", name.replace("_", " "))

    def _wrapped(self, indent: str, text: str) -> Iterator[str]:
        deeper = " " * (len(indent) // 2 * 2 + 2)
        yield from wrapped(indent + text, self._style.width, deeper)


def _value(name: str, fact: Fact, spoken: Words) -> str:
    """What a fact says, with the ids that the definitions know it by; "none" where empty."""
    values = fact if isinstance(fact, tuple) else (fact,)
    told = [_with_id(name, value, spoken) for value in values if value is not None]
    if name == "why" and not told:
        return spoken.say("nothing: it works")
    return joined(name, told, spoken) if told else spoken.say("none")


def _with_id(name: str, fact: Fact, spoken: Words) -> str:
    said = text_of(name, fact, spoken)
    if isinstance(fact, Named) and fact.id and fact.id != said and ":" not in fact.id:
        return f"{said} ({fact.id})"
    return said


def _relations(finding: Finding, report: Report, style: Style) -> Iterator[str]:
    """What its remedy mends as well, whose remedy mends it too, and what it excludes."""
    spoken = words(style.language)
    told = [*reasons_in_words(entry_of(finding, report.findings), report, spoken)]
    heads = [other for other in report.findings if finding.fingerprint in other.with_]
    choice = alternatives_in_words(finding, report, spoken)
    if told:
        yield style.paint("strong", spoken.say("What the same remedy mends"))
        for reason in told:
            yield from wrapped(f"  - {reason}", style.width, "    ")
        yield ""
    if heads:
        yield style.paint("strong", spoken.say("Whose remedy mends it too"))
        for head in heads:
            yield from wrapped(f"  - {marked(head, spoken)}", style.width, "    ")
        yield ""
    if choice:
        yield style.paint("strong", spoken.say("What it excludes"))
        yield from wrapped(f"  {choice}", style.width, "  ")
        yield ""


def _to_do(finding: Finding, spoken: Words, style: Style) -> Iterator[str]:
    """What to do, and what must be amended."""
    if advice := remedy(finding, style.language):
        yield style.paint("strong", spoken.say("What to do"))
        yield from wrapped(f"  {advice}", style.width, "  ")
        yield ""


def _savings(finding: Finding, report: Report, style: Style) -> Iterator[str]:
    """What mending it saves, as every list says it: where it has no figure, that of its reasons."""
    spoken = words(style.language)
    benefit = entry_of(finding, report.findings).benefit
    yield style.paint("strong", spoken.say("What mending saves"))
    if benefit is None:
        told = spoken.say("No single change mends it, so no figure is given.")
    elif gain := benefit_in_words(benefit, style.language):
        told = gain
        if finding.benefit is None:
            told = spoken.say("{gain}, by what the same remedy mends", gain=gain)
    else:
        told = spoken.say("No visit, paper, day or step of the worst case by itself.")
    yield from wrapped(f"  {told}", style.width, "  ")
    yield ""
