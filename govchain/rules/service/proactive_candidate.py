from collections.abc import Iterator

from govchain.analysis.hits.at_once import at_once, could_be_instant, decisive_facts
from govchain.analysis.hits.naming import (
    data_named,
    department_named,
    hop_named,
    matter_named,
    step_named,
)
from govchain.analysis.questions.recorded import MATERIALS
from govchain.analysis.questions.superfluous import Superfluity, is_declared, why_superfluous
from govchain.analysis.rule import Hit, Spot, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial
from govchain.compiler.sharing import Demand, Flow
from govchain.findings import Facts, Lever, Severity, Topic
from govchain.mends import DropStep, Together
from govchain.model.nouns import APPLICANT, GIVING_TYPES

_KNOWN = (Superfluity.ASKED_AGAIN, Superfluity.OWN_PAPER)


@chain_rule(
    "proactive-candidate",
    severity=Severity.ADVICE,
    lever=Lever.CONVERT,
    topic=Topic.UNASKED,
    message="{lead} could give people {matter} without their asking: {trigger} shows who is "
    "entitled, for {decided} nothing is needed but rules, and data that the offices have, and no "
    "paper has to be brought",
    remedy="go by {trigger}, let a program decide for all whom it shows, and tell them; keep the "
    "application for those whom it does not show",
)
def proactive_candidate(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """People apply for what the offices already know them to be entitled to (免申即享)."""
    matter = chain.matter
    if matter.type not in GIVING_TYPES or matter.trigger is None:
        return
    applications = [step for step in chain.steps if step.kind == "apply"]
    if not applications or not could_be_instant(chain):
        return
    way = _way_of_trigger(chain)
    if way is None or not _has_all_data(chain) or not _spares_all_papers(chain):
        return
    facts: Facts = {
        **decisive_facts(chain),
        "lead": department_named(chain.registry, matter.department),
        "trigger": data_named(chain.registry, matter.trigger or ""),
        "path": tuple(hop_named(chain.registry, flow) for flow in way),
        "applications": tuple(
            {"step": step_named(chain, step.id), "matter": matter_named(step.matter)}
            for step in applications
        ),
        "spared": tuple(material.written.name for material in chain.materials),
    }
    drops = (DropStep(step.id) for step in applications)
    yield Hit(Spot(matter.id, matter.place), facts, Together((*at_once(chain), *drops)))


def _way_of_trigger(chain: Chain) -> tuple[Flow, ...] | None:
    """How the data that shows who is entitled comes to the lead: no way where the lead holds it,
    None where it does not come."""
    trigger, lead = chain.matter.trigger, chain.matter.department
    if trigger is None or lead is None:
        return None
    data = chain.data(trigger)
    if data.holder in (None, APPLICANT) or data.doubtful:
        return None
    holders = frozenset({data.holder or ""})
    if chain.network.is_within_any(lead, holders):
        return ()
    return chain.network.path(trigger, holders, lead, Demand())


def _has_all_data(chain: Chain) -> bool:
    """Nothing is needed that only the applicant says or brings: nobody is asked any more."""
    return all(chain.supply_of(need).state.is_without_applicant for need in chain.all_needs)


def _spares_all_papers(chain: Chain) -> bool:
    """No paper says what the offices do not know; it is written which there are, or that none."""
    known = chain.materials or chain.matter.materials or MATERIALS in chain.matter.complete
    return bool(known) and all(_is_spared(material, chain) for material in chain.materials)


def _is_spared(material: ChainMaterial, chain: Chain) -> bool:
    return is_declared(material, chain) or why_superfluous(material, chain) in _KNOWN
