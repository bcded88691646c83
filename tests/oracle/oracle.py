"""judge(files, date): every finding, supply and metric that semantics.md asks for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Date

from .attestation import Chains
from .benefit import asking_for_superfluous, benefit_of, without_superfluous
from .catalogue import Catalogue
from .chain import Chain, chain_of
from .claims import Claims, claims_of
from .discovered import found_in, found_in_registry
from .failing import failing_links
from .finding import Found, Judged
from .metrics import metrics_of
from .reading import Files, read
from .rules_producers import prerequisites
from .rules_registry import links_by_subject, registry_findings
from .rules_rivals import rival_matters
from .supply import collaborators
from .told import Key, Pairs, Shown, effect_of, excluding, including, of_one_link

OF_LINKS = (
    "breached-duty", "late-reply", "second-source", "personal-without-purpose", "excess-fields",
    "unused-link",
)  # fmt: skip
"""The rules that speak of one link."""

Supplies = dict[tuple[str, str, str], list[tuple[str, tuple[str, ...]]]]


@dataclass(frozen=True)
class Verdict:
    """What is true of a catalogue.

    `supplies`: (matter, step, need's subject) → (supply, holders) of each need with it, in order
    of place; `findings`: (rule, matter, step, subject) → finding, matter None for links and
    data; `included`: pairs of which the first includes the second, `excluded`: pairs that exclude
    one another; `metrics` and `collaborators` by matter.
    """

    supplies: Supplies
    findings: dict[Key, Judged]
    included: Pairs
    excluded: Pairs
    metrics: dict[str, dict[str, object]]
    collaborators: dict[str, tuple[str, ...]]


def judge(files: Files, date: Date) -> Verdict:
    """The verdict on a valid catalogue, by trying every scenario."""
    catalogue = read(files, date)
    chains = {id_: chain_of(catalogue, matter) for id_, matter in catalogue.matters.items()}
    claims = {id_: claims_of(chains, chain) for id_, chain in chains.items()}
    found = chain_findings(catalogue, chains, claims)
    of_registry = (*registry_findings(catalogue, chains), *found_in_registry(catalogue, chains))
    registered = [registered_as(one) for one in of_registry]
    findings = {one.key: one.judged for one in registered}
    unfit: list[tuple[Shown, set[str]]] = []
    included: Pairs = set()
    excluded: Pairs = set()
    said = len(registered)
    for id_, chain in chains.items():
        shown = [shown_as(chain, one) for one in found[id_] if not is_inherited(chain, found, one)]
        findings |= {one.key: one.judged for one in shown}
        of_chain = excluding(shown, claims[id_])
        excluded |= of_chain
        included |= including(shown, of_chain)
        said += len(shown)
        unfit += [
            (one, failing_subjects(chain, one.found)) for one in shown if one.key[0] == "unfit-link"
        ]
    included |= of_one_link([one for one in registered if one.key[0] in OF_LINKS], unfit)
    assert said == len(findings), "something is reported twice"
    return Verdict(
        included=included,
        excluded=excluded,
        supplies={key: held for chain in chains.values() for key, held in supplies_of(chain)},
        findings=findings,
        metrics={id_: metrics_of(chain) for id_, chain in chains.items()},
        collaborators={id_: collaborators(chain) for id_, chain in chains.items()},
    )


def chain_findings(
    catalogue: Catalogue, chains: Chains, claims: Mapping[str, Claims]
) -> dict[str, list[Found]]:
    """The findings of every chain, inherited ones included."""
    found = {id_: list(found_in(chain, claims[id_])) for id_, chain in chains.items()}
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


def shown_as(chain: Chain, one: Found) -> Shown:
    """The finding with its benefit and effect; none of both where it has no single mend."""
    key = (one.rule, chain.matter.id, one.step, one.subject)
    if one.mend is None:
        judged = Judged(one.severity, one.lever, one.benefit, None, one.amend)
        return Shown(key, one, judged, frozenset())
    mended = one.mend()
    after = without_superfluous(chain, mended)
    amend = one.amend
    if one.lever != "share":
        amend = tuple(dict.fromkeys((*amend, *asking_for_superfluous(chain, mended))))
    judged = Judged(one.severity, one.lever, *benefit_of(chain, after), amend)
    return Shown(key, one, judged, effect_of(one, chain, after))


def registered_as(one: Found) -> Shown:
    """A finding on links and data, of no matter."""
    judged = Judged(one.severity, one.lever, None, None, one.amend)
    return Shown((one.rule, None, None, one.subject), one, judged, frozenset())


def failing_subjects(chain: Chain, one: Found) -> set[str]:
    """The links that fail in an unfit-link; of two that say the same the one that stands there."""
    failing = {id(chain.catalogue.links[place]) for place in failing_links(chain, one)}
    return {s for link, s in links_by_subject(chain.catalogue) if id(link) in failing}


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
