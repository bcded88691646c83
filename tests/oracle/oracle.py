"""judge(files, date): every finding, supply and metric that semantics.md asks for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date
from fractions import Fraction

from .attestation import Chains
from .benefit import Benefit, benefit_of
from .catalogue import Catalogue
from .chain import Chain, chain_of
from .claims import claims_of
from .finding import Found
from .metrics import metrics_of
from .reading import Files, read
from .rules_approvals import approvals
from .rules_joining import service
from .rules_judging import judging
from .rules_layers import layered_approvals
from .rules_materials import papers
from .rules_producers import prerequisites
from .rules_registry import registry_findings
from .rules_rivals import rival_matters
from .rules_sharing import sharing
from .supply import collaborators

Key = tuple[str, str | None, str | None, str]
"""Rule, matter (None for links and data), step, subject."""

Supplies = dict[tuple[str, str, str], list[tuple[str, tuple[str, ...]]]]


@dataclass(frozen=True)
class Judged:
    """One finding: days, visits, materials, steps are its benefit, None without a single mend."""

    severity: str
    lever: str
    benefit: Benefit | None
    per_year: dict[str, Fraction] | None
    amend: tuple[str, ...]


@dataclass(frozen=True)
class Verdict:
    """What is true of a catalogue.

    `supplies`: (matter, step, need's subject) → (supply, holders) of each need with it, in order
    of place; `findings`: (rule, matter, step, subject) → finding, matter None for links and
    data; `metrics` and `collaborators` by matter.
    """

    supplies: Supplies
    findings: dict[Key, Judged]
    metrics: dict[str, dict[str, object]]
    collaborators: dict[str, tuple[str, ...]]


def judge(files: Files, date: Date) -> Verdict:
    """The verdict on a valid catalogue, by trying every scenario."""
    catalogue = read(files, date)
    chains = {id_: chain_of(catalogue, matter) for id_, matter in catalogue.matters.items()}
    findings: dict[Key, Judged] = {}
    for key, finding in findings_of(catalogue, chains):
        assert key not in findings, f"reported twice: {key}"
        findings[key] = finding
    return Verdict(
        supplies={key: held for chain in chains.values() for key, held in supplies_of(chain)},
        findings=findings,
        metrics={id_: metrics_of(chain) for id_, chain in chains.items()},
        collaborators={id_: collaborators(chain) for id_, chain in chains.items()},
    )


def findings_of(catalogue: Catalogue, chains: Chains) -> Iterator[tuple[Key, Judged]]:
    """What is said: of every matter what no called one says already, and of the registries."""
    found = chain_findings(catalogue, chains)
    for matter, said in found.items():
        for one in said:
            if not is_inherited(chains[matter], found, one):
                yield (one.rule, matter, one.step, one.subject), judged(chains[matter], one)
    for one in registry_findings(catalogue, chains):
        yield (one.rule, None, None, one.subject), Judged(one.severity, one.lever, None, None, ())


def chain_findings(catalogue: Catalogue, chains: Chains) -> dict[str, list[Found]]:
    """The findings of every chain, inherited ones included. A new family is added here."""
    found: dict[str, list[Found]] = {}
    for matter, chain in chains.items():
        claims = claims_of(chains, chain)
        found[matter] = [
            *sharing(chain, claims),
            *papers(chain),
            *approvals(chain, claims),
            *judging(chain),
            *layered_approvals(chain),
            *service(chain),
        ]
    for matter, finding in (*prerequisites(catalogue, chains), *rival_matters(catalogue, chains)):
        found[matter].append(finding)
    return found


def is_inherited(chain: Chain, found: dict[str, list[Found]], one: Found) -> bool:
    """Does a matter on the way to its element show the same?

    The same rule at no lower severity and the same written element; of a step or need at the same
    step: the id without the calls up to that matter.
    """
    return any(
        other.rule == one.rule
        and other.is_no_lower_than(one)
        and other.element == one.element
        and (one.step is None or site.path + other.path == one.path)
        for site in chain.sites
        if site.path and one.path.startswith(site.path)
        for other in found[site.matter]
    )


def judged(chain: Chain, one: Found) -> Judged:
    benefit, per_year = benefit_of(chain, one.mend) if one.mend else (None, None)
    return Judged(one.severity, one.lever, benefit, per_year, one.amend)


def supplies_of(
    chain: Chain,
) -> Iterator[tuple[tuple[str, str, str], list[tuple[str, tuple[str, ...]]]]]:
    """The needs of each step by subject, each with its supply and the holders of its data."""
    for step in chain.steps:
        by_subject: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for need in chain.needs[step.id]:
            held = (chain.supplies[need], tuple(chain.holders(need)))
            by_subject.setdefault(need.subject, []).append(held)
        for subject, needs in by_subject.items():
            yield (chain.matter.id, step.id, subject), needs
