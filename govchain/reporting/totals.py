"""The last lines of a check: how many findings, and how many of them were known before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from govchain.findings import Severity
from govchain.model.figures import figure, rounded
from govchain.reporting.baseline import Entry
from govchain.reporting.bounds import LONGEST_FACT, first_of, shortened
from govchain.reporting.gaps import summed_gaps_in_words
from govchain.reporting.report import Report
from govchain.reporting.sentences import title_of_rule
from govchain.reporting.style import Style
from govchain.reporting.widths import wrapped
from govchain.reporting.words import FIGURES, Words, noted, words

COUNTED = {
    Severity.ERROR: (noted("{n} error"), noted("{n} errors")),
    Severity.WARNING: (noted("{n} warning"), noted("{n} warnings")),
    Severity.ADVICE: (noted("{n} advice"), noted("{n} advice")),
}


def totals_in_words(report: Report, style: Style) -> str:
    """How many matters were looked at, what was found in them, what could not be judged."""
    spoken = words(style.language)
    matters = spoken.count("{n} matter", "{n} matters", len(report.told_matters))
    found = findings_in_words(report, spoken)
    found = style.in_tones(found, counts_in_words(report, spoken))
    lines = [spoken.say("{matters} checked: {found}", matters=matters, found=found)]
    if report.baseline is not None:
        lines.append(baseline_in_words(report, style))
    if lost := untold_losses_in_words(report, spoken):
        lines += [style.paint(Severity.ERROR, line) for line in wrapped(lost, style.width)]
    if silenced := len(report.analysis.silenced):
        text = spoken.count("{n} allowed by a comment", "{n} allowed by comments", silenced)
        lines.append(style.paint("faint", text))
    if gaps := summed_gaps_in_words(report, spoken):
        lines += [style.paint("faint", line) for line in wrapped(gaps, style.width)]
    return "\n".join(lines)


_MOST_RULES = 3


def unreckoned_in_words(report: Report, spoken: Words) -> str:
    """Of how many errors and warnings the sum of all mends knows nothing, since several ways lead
    out or none is written, and no other remedy mends them as well; empty where of none."""
    mended = {
        finding.fingerprint
        for entry in report.entries
        if any(f.mend and f.severity is not Severity.ADVICE for f in entry.findings)
        for finding in entry.findings
    }
    found = Counter(
        finding.rule
        for finding in report.findings
        if finding.matter
        and finding.fingerprint not in mended
        and finding.mend is None
        and finding.severity is not Severity.ADVICE
        and finding.family != "definition"  # what cannot be read is no burden of people
    )
    if not found:
        return ""
    named = [
        spoken.say("{title} {n}", title=title_of_rule(rule, spoken.language), n=figure(n))
        for rule, n in found.most_common(_MOST_RULES)
    ]
    rules = spoken.listed(named)
    if len(found) > _MOST_RULES:
        rules = spoken.say("{rules} among others", rules=rules)
    return spoken.say(
        "How {n} of them are mended is still to be decided ({rules}): what they would save is not "
        "in this.",
        n=figure(sum(found.values())),
        rules=rules,
    )


def bound_in_words(report: Report, matters: Iterable[str], spoken: Words) -> str:
    """How much of what mending all of these matters saves a law has to be amended for; empty where
    nothing."""
    if report.keeps_law:
        return ""
    ids, sums = [*matters], report.analysis.total
    whole, lawful = sums.benefit_of(ids), sums.benefit_of(ids, within_law=True)
    bound = {name: getattr(whole, name) - getattr(lawful, name) for name in FIGURES}
    more = {name: rounded(amount) for name, amount in bound.items() if amount > 0}
    if not (figures := spoken.figures(more)):
        return ""
    return spoken.say(
        "Of what mending saves {figures} can be spared only once a law is amended.",
        figures=spoken.listed(figures),
    )


def counts_in_words(report: Report, spoken: Words) -> Iterator[tuple[str, Severity]]:
    """How many there are of each severity that there is."""
    for severity in Severity:
        if count := report.count(severity):
            yield spoken.count(*COUNTED[severity], count), severity


def findings_in_words(report: Report, spoken: Words) -> str:
    """3 errors, 20 warnings, 9 advice, in 28 entries."""
    told = [count for count, _ in counts_in_words(report, spoken)]
    if not told:
        return spoken.say("no findings")
    found, entries = spoken.say(", ").join(told), len(report.entries)
    if entries == len(report.findings):
        return found
    in_entries = spoken.count("in {n} entry", "in {n} entries", entries)
    return spoken.say("{found}, {in_entries}", found=found, in_entries=in_entries)


def untold_losses_in_words(report: Report, spoken: Words) -> str:
    """How many files could not be read of which nothing is told; empty where there are none."""
    if not report.untold_losses:
        return ""
    return spoken.count(
        "{n} file could not be read, which is not told since it is ignored",
        "{n} files could not be read, which is not told since it is ignored",
        report.untold_losses,
    )


def baseline_in_words(report: Report, style: Style) -> str:
    """How many findings the baseline knows, how many are new, and which are found no longer."""
    assert report.baseline is not None
    spoken = words(style.language)
    counts = report.baseline.counts(report.findings)
    text = spoken.say(
        "baseline: {known} known, {new} new, {gone} gone",
        known=counts["known"],
        new=counts["new"],
        gone=counts["gone"],
    )
    lines = [text]
    if unseen := len(report.baseline.undecided):
        lines += wrapped(
            spoken.count(
                "{n} known one is not found, and is called gone only once all can be read and "
                "judged",
                "{n} known ones are not found, and are called gone only once all can be read and "
                "judged",
                unseen,
            ),
            style.width,
        )
    if gone := report.baseline.gone:
        told = (shortened(_entry_in_words(entry, spoken), LONGEST_FACT) for entry in gone)
        lines += [f"  - {entry}" for entry in first_of(told, spoken)]
        lines.append(
            spoken.say("write the baseline again with --write-baseline to let go of what is gone")
        )
    return "\n".join(lines)


def more_in_words(count: int, style: Style) -> str:
    """How many of so many things a page does not list; empty where it lists all."""
    if style.limit is None or count <= style.limit:
        return ""
    more, spoken = figure(count - style.limit), words(style.language)
    if style.is_on_paper:
        return spoken.say("{n} more are not listed here", n=more)
    return spoken.say("{n} more; --limit 0 lists all", n=more)


def _entry_in_words(entry: Entry, spoken: Words) -> str:
    """What a baseline says of a finding, which is English; in Chinese where it stood, and which
    rule found what."""
    if spoken.language != "zh":
        return str(entry)
    at = f"{entry.step} " if entry.step else ""
    title = title_of_rule(entry.rule, spoken.language)
    return f"{entry.file} {title}（{entry.rule}）：{at}{entry.subject}"
