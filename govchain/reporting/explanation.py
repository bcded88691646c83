"""A rule explained by its page, and a finding explained fact by fact."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from govchain.analysis.rule import Rule
from govchain.findings import Fact, Finding
from govchain.reporting.excerpt import excerpt, line_at
from govchain.reporting.fact_labels import FACT_LABELS
from govchain.reporting.filling import joined, text_of
from govchain.reporting.pages import page_of
from govchain.reporting.places import place_in_words
from govchain.reporting.report import Report
from govchain.reporting.sentences import benefit_in_words, remedy, sentence, title_of
from govchain.reporting.style import Style
from govchain.reporting.widths import wrapped
from govchain.reporting.words import FAMILIES, LEVERS, SEVERITIES, Words, words

_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")


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
    return "\n".join([*lines, *_page_lines(body, style)]) + "\n"


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
        *_quoted(finding, report, style),
        "",
        *wrapped(sentence(finding, style.language), style.width),
        "",
        style.paint("strong", spoken.say("What proves it")),
        *_facts(finding.facts, spoken, style, "  "),
        "",
        *_consequences(finding, spoken, style),
        *wrapped(
            spoken.say(
                "The rule, its law and when it stays silent: {command}",
                command=f"govchain explain {finding.rule}",
            ),
            style.width,
        ),
    ]
    return "\n".join(lines) + "\n"


def _quoted(finding: Finding, report: Report, style: Style) -> list[str]:
    line = line_at(finding.place, report.catalogue.sources)
    if line is None:
        return []
    shown, carets = excerpt(line, finding.place.column, style.width)
    return ["", shown, style.paint("mark", carets)]


def _facts(facts: Mapping[str, Fact], spoken: Words, style: Style, indent: str) -> Iterator[str]:
    """Each fact on a line with its label; what has parts goes one deeper."""
    for name, fact in facts.items():
        label = spoken.say(FACT_LABELS.get(name, name.replace("_", " ")))
        parts = [p for p in fact if isinstance(p, Mapping)] if isinstance(fact, tuple) else []
        if parts:
            yield f"{indent}{spoken.say('{label}:', label=label)}"
            for part in parts:
                yield from _part(part, spoken, style, indent + "  ")
        else:
            value = _value(name, fact, spoken)
            text = spoken.say("{label}: {value}", label=label, value=value)
            yield from wrapped(indent + text, style.width, indent + "  ")


def _part(part: Mapping[str, Fact], spoken: Words, style: Style, indent: str) -> Iterator[str]:
    """One of several parts, in one line behind a hyphen."""
    told = [
        spoken.say(
            "{label}: {value}",
            label=spoken.say(FACT_LABELS.get(name, name.replace("_", " "))),
            value=_value(name, fact, spoken),
        )
        for name, fact in part.items()
    ]
    yield from wrapped(f"{indent}- {spoken.joined(told)}", style.width, indent + "  ")


def _value(name: str, fact: Fact, spoken: Words) -> str:
    """What a fact says, with the ids that the definitions know it by; "none" where empty."""
    values = fact if isinstance(fact, tuple) else (fact,)
    told = [_with_id(name, value, spoken) for value in values if value is not None]
    if name == "why" and not told:
        return spoken.say("nothing: it works")
    return joined(name, told, spoken) if told else spoken.say("none")


def _with_id(name: str, fact: Fact, spoken: Words) -> str:
    from govchain.findings import Named

    said = text_of(name, fact, spoken)
    if isinstance(fact, Named) and fact.id and fact.id != fact.name and ":" not in fact.id:
        return f"{said} ({fact.id})"
    return said


def _consequences(finding: Finding, spoken: Words, style: Style) -> Iterator[str]:
    """What to do, what must be amended, what it saves."""
    if advice := remedy(finding, style.language):
        yield style.paint("strong", spoken.say("What to do"))
        yield from wrapped(f"  {advice}", style.width, "  ")
        yield ""
    yield style.paint("strong", spoken.say("What mending saves"))
    gain = benefit_in_words(finding.benefit, style.language) if finding.benefit else ""
    unsaid = (
        spoken.say("No single change mends it, so no figure is given.")
        if finding.benefit is None
        else spoken.say("No visit, paper, day or step of the worst case by itself.")
    )
    yield from wrapped(f"  {gain or unsaid}", style.width, "  ")
    yield ""
