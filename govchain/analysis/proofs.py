"""From a rule's hit to a finding with place, subject, severity and fingerprint."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from govchain.analysis.numbering import (
    link_subject,
    material_subject,
    need_subject,
    without_prefix,
)
from govchain.analysis.rule import Check, Element, Hit, Rule, Spot
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial, ChainStep
from govchain.compiler.mends import DropMaterial, DropStep, DropVisit, Mend, TakeWord, Together
from govchain.compiler.needs import Need
from govchain.findings import Finding, Place, Severity, Trouble
from govchain.model.nouns import Link


@dataclass(frozen=True, slots=True, eq=False)
class Proof:
    """A finding together with the chain it was found on and the mend that would remove it.

    `essence` is what a caller's and a called matter's findings are compared by: the rule, and
    step and subject without prefixes of calls and numbers (semantics.md 1.11).
    """

    finding: Finding
    rule: Rule
    chain: Chain | None = None
    mend: Mend | None = None
    essence: tuple[str, str | None, str] = ("", None, "")
    is_on_material: bool = False


def prove(rule: Rule, hit: Hit, catalogue: Catalogue, chain: Chain | None) -> Proof:
    """The finding that a hit makes."""
    subject, place, step = whereabouts(hit.element, catalogue, chain)
    severities = catalogue.settings.severity
    matter = hit.matter or (chain.matter.id if chain else None)
    finding = Finding(
        rule=rule.id,
        family=rule.family,
        severity=severities.get(rule.id) or hit.severity or rule.severity,
        matter=matter,
        step=step,
        subject=subject,
        place=place,
        message=rule.variants[hit.variant] if hit.variant else rule.message,
        facts=hit.facts,
        lever=rule.lever,
        remedy=rule.remedy,
        variant=hit.variant,
        amend=_to_amend(hit.mend, chain),
        fingerprint=fingerprint(rule.id, matter, step, subject),
    )
    plain = _plain(hit.element, subject)
    essence = (rule.id, without_prefix(step) if step else None, plain)
    return Proof(finding, rule, chain, hit.mend, essence, isinstance(hit.element, ChainMaterial))


def _plain(element: Element, subject: str) -> str:
    """The subject without prefixes of calls and without its number."""
    match element:
        case ChainMaterial() | Need() | Link():
            return element.subject
        case ChainStep() | Spot(names_step=True):
            return without_prefix(subject)
        case _:
            return subject


def declare(trouble: Trouble, rule: Rule, severities: Mapping[str, Severity]) -> Finding:
    """The finding that the reader's trouble makes under its rule."""
    return Finding(
        rule=rule.id,
        family=rule.family,
        severity=severities.get(rule.id) or rule.severity,
        matter=trouble.matter,
        step=None,
        subject=trouble.subject,
        place=trouble.place,
        message=trouble.message,
        facts=trouble.facts,
        lever=rule.lever,
        remedy=trouble.remedy,
        related=trouble.related,
        fingerprint=fingerprint(rule.id, trouble.matter, None, trouble.subject),
    )


def fingerprint(rule: str, matter: str | None, step: str | None, subject: str) -> str:
    """What a finding is known by: it survives moved lines and renamed files."""
    text = "\x1f".join((rule, matter or "", step or "", subject))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def whereabouts(
    element: Element, catalogue: Catalogue, chain: Chain | None
) -> tuple[str, Place, str | None]:
    """The element's subject, place and step."""
    match element:
        case Check(step, criterion):
            return criterion, step.place_of_check(criterion), step.id
        case Spot(subject, place, step_id, _):
            return subject, place, step_id
        case Link():
            return link_subject(element, catalogue), element.place, None
        case ChainStep():
            return element.id, element.place, element.id
        case Need():
            assert chain is not None, "a need stands in a chain"
            return need_subject(element, chain), element.place, element.step
        case ChainMaterial():
            assert chain is not None, "a material stands in a chain"
            return material_subject(element, chain), element.place, None


def _to_amend(mend: Mend | None, chain: Chain | None) -> tuple[str, ...]:
    """The basis of the step, material or visit that the mend removes.

    None where law itself already waives the material once its data flows.
    """
    if chain is None:
        return ()
    match mend:
        case DropStep(step):
            return chain.step(step).written.basis
        case DropVisit(step):
            return chain.step(step).written.visit_basis
        case Together(mends):
            return tuple(text for part in mends for text in _to_amend(part, chain))
        case DropMaterial(number) | TakeWord(number):
            written = next(m.written for m in chain.materials if m.number == number)
            return () if written.waived_by else written.basis
        case _:
            return ()
