"""What a folded matter comes to: its finding in a sentence, its figures, whence they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govchain.compiler.chain import Chain
from govchain.compiler.metrics import Metrics
from govchain.drawing.chart.paperrows import SHOWN
from govchain.drawing.chart.phrases import ConditionText
from govchain.drawing.chart.subject import How, MatterSubject, Remedy
from govchain.drawing.chart.words import Words
from govchain.drawing.fold.parts import Asked, Folded, FoldedPaper
from govchain.drawing.ink.lettering import clean, named
from govchain.findings import Lever
from govchain.language.matter import MATTER, STEP
from govchain.model.characters import inside_quotes
from govchain.model.figures import figure, percent

FIGURES = ("visits", "materials", "days", "steps")
_HEADS = {"visits": "trips", "materials": "papers"}
_VOLUME = MATTER.keyword("volume")
_TOLD = (_VOLUME, STEP.keyword("time"), STEP.keyword("visit"))
_OFTEN = 3
"""Data that is asked for so many times is told in the head."""
_MOST_OFTEN = 2
_NEEDLESS = (Asked.SHAREABLE, Asked.SPARED)


@dataclass(frozen=True, slots=True)
class FigureBox:
    """A figure of the worst case; `after` and `change` are empty where there is nothing to hold it
    against."""

    name: str
    word: str
    unit: str
    before: str
    after: str = ""
    change: str = ""


def title_of(chain: Chain, words: Words, how: How) -> str:
    """The headline, and that something is left out where it is."""
    title = headline_of(chain, words)
    return words("only-marked").format(title=title) if how.only_findings else title


def headline_of(chain: Chain, words: Words) -> str:
    """The matter, and what it costs people at worst."""
    worst = chain.metrics().worst
    told = [
        words.counted(f"headline-{name}", getattr(worst, name))
        for name in ("visits", "materials", "days")
        if getattr(worst, name)
    ]
    found = words.enumeration(told) if told else words("headline-nothing")
    if not told and not chain.is_described:
        found = words("no-steps")
    return words("headline").format(name=named(chain.matter.name), found=found)


def figures_of(subject: MatterSubject, words: Words) -> tuple[FigureBox, ...]:
    """The four figures people feel, and what they are afterwards."""
    metrics = subject.version.chain.metrics()
    later = subject.after.chain.metrics() if subject.after else None
    return tuple(_box(name, metrics, later, words) for name in FIGURES)


def _box(name: str, metrics: Metrics, later: Metrics | None, words: Words) -> FigureBox:
    before = getattr(metrics.worst, name)
    word, unit = words(_HEADS.get(name, name)), words(f"unit-{name}")
    told = ("≤ " if metrics.bound else "") + figure(before)
    if later is None:
        return FigureBox(name, word, unit, told)
    after = getattr(later.worst, name)
    told_after = ("≤ " if later.bound else "") + figure(after)
    return FigureBox(name, word, unit, told, told_after, change_of(before, after, words))


def change_of(before: float, after: float, words: Words) -> str:
    """By how many hundredths it falls or grows; empty where it was nothing."""
    if before == after:
        return words("unchanged")
    if not before:
        return ""
    share = percent(abs(after - before) / before)
    return f"{'−' if after < before else '+'}{share}%"


def subtitle_of(subject: MatterSubject, folded: Folded) -> list[str]:
    """What stands below the headline, clause by clause."""
    words, chain = folded.words, folded.chain
    worst = chain.metrics().worst
    told = [*case_of(chain, words)]
    told += [words("before-reform")] if subject.after else []
    counts = [
        words.counted("n-steps", worst.steps),
        words.counted("n-departments", worst.departments),
    ]
    if not folded.are_steps:
        calls = sum(bool(p.key) and (p.is_there or bool(p.step_ids)) for p in folded.parts)
        counts.insert(0, words.counted("n-matters", calls))
    told.append(words.enumeration(counts))
    if chain.matter.volume is not None:
        yearly = words.counted("n-a-year", chain.matter.volume)
        is_example = _VOLUME.is_among(chain.matter.illustrative)
        told.append(yearly + (words.in_brackets(words("example")) if is_example else ""))
    if often := words.enumeration(list(_asked_often(folded))):
        told.append(often)
    if folded.case:
        told.append(words("longest-case").format(case=folded.case))
    return told


def case_of(chain: Chain, words: Words) -> Iterator[str]:
    """Which cases a picture is of, where it is not of all."""
    if said := ConditionText(chain, words).scenario(chain.expansion.scenario):
        yield words.label(words("case"), said)


def _asked_often(folded: Folded) -> Iterator[str]:
    """The data that people hand in most often, though the offices could have it: how often at
    most, and how many of these papers stand in the picture as shareable and as not needed."""
    words, known = folded.words, folded.chain.registry.data
    asked: dict[str, list[FoldedPaper]] = {}
    for paper in (paper for part in folded.parts for paper in part.papers):
        if paper.handling != SHOWN:
            asked.setdefault(paper.data, []).append(paper)
    counted = [(data, *_most_at_once(asked[data], folded.chain)) for data in asked if data in known]
    for data, n, kinds in sorted(counted, key=lambda each: -each[2].total())[:_MOST_OFTEN]:
        if kinds.total() >= _OFTEN:
            said = words.enumeration(
                [words.counted(f"of-them-{kind}", kinds[kind]) for kind in _NEEDLESS if kinds[kind]]
            )
            times = words("asked-times").format(
                data=inside_quotes(named(known[data].name)), n=figure(n)
            )
            yield times + words.in_brackets(said)


def _most_at_once(papers: Sequence[FoldedPaper], chain: Chain) -> tuple[int, Counter[Asked]]:
    """How many are handed in together at most, and how many of those need not be."""
    together = set(chain.measure.most_papers([paper.paper for paper in papers]))
    there = [paper for paper in papers if paper.paper in together]
    return len(there), Counter(paper.asked for paper in there if paper.asked in _NEEDLESS)


def sources_of(subject: MatterSubject, version: str, words: Words) -> list[str]:
    """The program, the catalogues and their dates, and which figures are no record."""
    told = [f"govchain {version}"] if version else []
    here = subject.version
    date = here.chain.network.date.isoformat()
    key = "of-version" if here.source else "of-date"
    told.append(words(key).format(source=clean(here.source), date=date))
    chains = [here.chain]
    if subject.after:
        later = subject.after.chain.network.date.isoformat()
        key = "after-version" if subject.after.source else "after-date"
        told.append(words(key).format(source=clean(subject.after.source), date=later))
        chains.append(subject.after.chain)
    if figures := list(_examples(chains, words)):
        told.append(words("are-examples").format(figures=words.enumeration(figures)))
    return told


def _examples(chains: Sequence[Chain], words: Words) -> Iterator[str]:
    """The figures told here that stand for an example in one of the matters, in some version."""
    matters = [m for c in chains for m in (c.matter, *(step.matter for step in c.steps))]
    for keyword in _TOLD:
        if any(keyword.is_among(matter.illustrative) for matter in matters):
            yield keyword.chinese if words.is_chinese else keyword.name


def gains_of(remedy: Remedy, words: Words) -> str:
    """What it saves in one case; of several things the first."""
    for name, amount in remedy.gains:
        is_most = name == "days" and remedy.lever is Lever.PARALLEL
        return words.counted(f"gain-{name}-most" if is_most else f"gain-{name}", amount)
    return ""
