"""The witness of a finding in words: each fact with its label, and what mending saves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from govchain.findings import Benefit, Fact, Finding, Named
from govchain.reporting.fact_labels import FACT_LABELS
from govchain.reporting.filling import joined, text_of
from govchain.reporting.pages import page_of
from govchain.reporting.sentences import benefit_in_words, rule_of
from govchain.reporting.words import Words


@dataclass(frozen=True, slots=True)
class SaidFact:
    """A fact in one line; what has parts says its label alone, and below it each part."""

    text: str
    parts: tuple[str, ...] = ()


def facts_in_words(finding: Finding, spoken: Words, *, with_ids: bool = True) -> Iterator[SaidFact]:
    """What proves the finding, fact by fact; `with_ids`: beside names, for whoever looks things up.

    A label that is not common to the rules stands in the front matter of the rule's page, as
    `fact.<name>`; without one the name has to do.
    """
    labels = _Labels(finding, spoken, with_ids)
    for name, fact in finding.facts.items():
        parts = [p for p in fact if isinstance(p, Mapping)] if isinstance(fact, tuple) else []
        if not parts:
            yield SaidFact(labels.said(name, fact))
            continue
        below = (
            spoken.joined([labels.said(name, inner) for name, inner in part.items()])
            for part in parts
        )
        yield SaidFact(spoken.say("{label}:", label=labels.of(name)), tuple(below))


def saving_in_words(finding: Finding, benefit: Benefit | None, spoken: Words) -> str:
    """What mending saves, `benefit` being that of its entry: where it has no figure of its own,
    that of its reasons."""
    if benefit is None:
        return spoken.say("No single change mends it, so no figure is given.")
    gain = benefit_in_words(benefit, spoken.language)
    if not gain:
        return spoken.say("No visit, paper, day or step of the worst case by itself.")
    if finding.benefit is None:
        return spoken.say("{gain}, by what the same remedy mends", gain=gain)
    return gain


class _Labels:
    """What the facts of a finding are called."""

    def __init__(self, finding: Finding, spoken: Words, with_ids: bool) -> None:
        rule = rule_of(finding)
        self._own = page_of(rule, spoken.language).templates if rule else {}
        self._spoken = spoken
        self._say = _with_id if with_ids else text_of

    def of(self, name: str) -> str:
        if name in FACT_LABELS:
            return self._spoken.say(FACT_LABELS[name])
        return self._own.get(f"fact.{name}", name.replace("_", " "))

    def said(self, name: str, fact: Fact) -> str:
        value = self._value(name, fact)
        return self._spoken.say("{label}: {value}", label=self.of(name), value=value)

    def _value(self, name: str, fact: Fact) -> str:
        """What a fact says; "none" where empty."""
        spoken = self._spoken
        values = fact if isinstance(fact, tuple) else (fact,)
        told = [self._say(name, value, spoken) for value in values if value is not None]
        if name == "why" and not told:
            return spoken.say("nothing: it works")
        return joined(name, told, spoken) if told else spoken.say("none")


def _with_id(name: str, fact: Fact, spoken: Words) -> str:
    """What a fact says, with the ids that the definitions know it by."""
    said = text_of(name, fact, spoken)
    if isinstance(fact, Named) and fact.id and fact.id != said and ":" not in fact.id:
        return f"{said} ({fact.id})"
    return said
