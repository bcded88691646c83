"""From a rule's hit to a finding with place, subject, severity and fingerprint."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from govchain.analysis.hits.numbering import (
    alternative_subject,
    link_subject,
    material_subject,
    need_subject,
    with_number,
)
from govchain.analysis.questions.bases import laws_behind
from govchain.analysis.rule import Check, Element, Hit, PaperAlternative, Rule, Spot
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial, ChainStep
from govchain.compiler.needs import Need
from govchain.findings import About, Finding, Lever, Place, Severity, Trouble
from govchain.mends import DropStep, DropVisit, Mend, parts_of
from govchain.model.nouns import Link, Matter

_STEPS = "steps."
"""What the path of a key in a step begins with; its id comes next."""


class Essence(NamedTuple):
    """What a caller's and a called matter's findings are compared by (semantics.md 1.11).

    The rule, the written element by its place and subject, and where it stands: the ids of steps
    have the calls on the way before them, which a called matter does not see.
    """

    rule: str
    place: Place
    step: str | None
    subject: str
    is_step: bool

    def seen_from(self, call: str) -> Essence:
        """The same in the matter that the call, `id/` with those before it, leads to."""
        return self._replace(
            step=self.step.removeprefix(call) if self.step else None,
            subject=self.subject.removeprefix(call) if self.is_step else self.subject,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Proof:
    """A finding together with the chain it was found on.

    `way` are the calls on the way to its element, each followed by a slash.
    """

    finding: Finding
    rule: Rule
    essence: Essence
    chain: Chain | None = None
    way: str = ""
    element: Element | None = None

    @property
    def mend(self) -> Mend | None:
        """The edit of its chain that would remove the finding."""
        return self.finding.mend


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
        message=rule.variants.get(hit.variant, rule.message),
        facts=hit.facts,
        lever=rule.lever,
        remedy=rule.remedies.get(hit.variant, rule.remedy),
        variant=hit.variant,
        benefit=hit.benefit,
        amend=_to_amend(rule, hit, chain),
        fingerprint=fingerprint(rule.id, matter, step, subject),
        about=_about(hit.element),
        topic=rule.topic,
        mend=hit.mend,
    )
    plain, is_step = _plain(hit.element, subject)
    essence = Essence(rule.id, place, step, plain, is_step)
    return Proof(finding, rule, essence, chain, _way_to(hit.element, step), hit.element)


def _about(element: Element) -> About:
    match element:
        case Check():
            return About.CHECK
        case Need():
            return About.NEED
        case ChainMaterial() | PaperAlternative():
            return About.PAPER
        case Link():
            return About.LINK
        case Spot(names_step=True):
            return About.ORDER
        case _:
            return About.WHOLE


def _plain(element: Element, subject: str) -> tuple[str, bool]:
    """The subject without its number, and whether it is the id of a step."""
    match element:
        case ChainMaterial() | Need() | Link():
            return element.subject, False
        case PaperAlternative(_, data):
            return data, False
        case ChainStep() | Spot(names_step=True):
            return subject, True
        case _:
            return subject, False


def _way_to(element: Element, step: str | None) -> str:
    match element:
        case ChainMaterial():
            return element.origin
        case PaperAlternative(material, _):
            return material.origin
        case _:
            return step[: step.rfind("/") + 1] if step else ""


def declare(
    trouble: Trouble,
    rule: Rule,
    severities: Mapping[str, Severity],
    matters: Mapping[str, Matter],
) -> Finding:
    """The finding that the reader's trouble makes under its rule, at the step it was met in."""
    matter = matters.get(trouble.matter or "")
    return Finding(
        rule=rule.id,
        family=rule.family,
        severity=severities.get(rule.id) or rule.severity,
        matter=trouble.matter,
        step=_step_on(trouble.subject, matter) if matter else None,
        subject=trouble.subject,
        place=trouble.place,
        message=trouble.message,
        facts=trouble.facts,
        lever=rule.lever,
        remedy=trouble.remedy,
        related=trouble.related,
        fingerprint=fingerprint(rule.id, trouble.matter, None, trouble.subject),
    )


def told_apart(
    findings: Iterable[Finding], is_allowed: Callable[[Finding], bool] = lambda finding: False
) -> list[Finding]:
    """What the reader found, in its order; of findings that would be known by one name the later
    ones get #2, #3 … (`with_number`), so that a known one never stands for another.

    Later is whose message and facts sort after; where these are the same, what a comment allows;
    and only then what stands after: a file that is renamed renames no finding.
    """
    told = list(findings)
    sharing: dict[str, list[int]] = {}
    for position, finding in enumerate(told):
        sharing.setdefault(finding.fingerprint, []).append(position)
    for alike in sharing.values():
        if len(alike) > 1:
            alike.sort(key=lambda position: _what_it_says(told[position], is_allowed))
        for number, position in enumerate(alike):
            told[position] = _numbered(told[position], number)
    return told


def _what_it_says(finding: Finding, is_allowed: Callable[[Finding], bool]) -> tuple[object, ...]:
    """Its message and facts, but for those that name other places; then where it stands."""
    facts = sorted((name, repr(fact)) for name, fact in finding.facts.items() if name != "place")
    return finding.message, facts, is_allowed(finding), finding.place


def _numbered(finding: Finding, position: int) -> Finding:
    subject = with_number(finding.subject, position)
    if subject == finding.subject:
        return finding
    own = fingerprint(finding.rule, finding.matter, None, subject)
    return replace(finding, subject=subject, fingerprint=own)


def _step_on(path: str, matter: Matter) -> str | None:
    """The step that a key path runs through; ids may hold dots, so the longest that fits."""
    if not path.startswith(_STEPS):
        return None
    known = f"{path.removeprefix(_STEPS)}."
    while (end := known.rfind(".")) >= 0:
        known = known[:end]
        if known in matter.step_ids:
            return known
    return None


def fingerprint(rule: str, matter: str | None, step: str | None, subject: str) -> str:
    """What a finding is known by: it survives moved lines and renamed files."""
    text = "\x1f".join((rule, matter or "", step or "", subject))
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:16]


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
        case PaperAlternative(material, data):
            assert chain is not None, "a material stands in a chain"
            return alternative_subject(material, data, chain), material.place, None


def _to_amend(rule: Rule, hit: Hit, chain: Chain | None) -> tuple[str, ...]:
    """The basis of the step or visit that the mend removes, or of the paper not to be asked for.

    None where law itself already waives the paper once its data flows.
    """
    match hit.element:
        case ChainMaterial(written=written) | PaperAlternative(ChainMaterial(written=written), _):
            asks_for_too_much = rule.lever is not Lever.CLARIFY and not written.waived_by
            return written.basis if asks_for_too_much else ()
    if chain is None:
        return ()
    parts = parts_of(hit.mend) if hit.mend else ()
    going = [part for part in parts if isinstance(part, DropStep | DropVisit)]
    return tuple(dict.fromkeys(law for part in going for law in laws_behind(part, chain)))
