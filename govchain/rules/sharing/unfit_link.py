from collections.abc import Iterator
from functools import partial

from govchain.analysis.hits.links import is_breached, numbered_hop
from govchain.analysis.hits.naming import department_named, hop_named
from govchain.analysis.hits.unsupplied import proposes_sharing, sharing_hit, unsupplied_needs
from govchain.analysis.questions.holders import able_holders
from govchain.analysis.rule import Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.needs import Need
from govchain.compiler.sharing import PLANNED, Flow
from govchain.findings import Facts, Lever, Named, Severity, Topic
from govchain.model.nouns import ALL


@chain_rule(
    "unfit-link",
    severity=Severity.WARNING,
    lever=Lever.SHARE,
    topic=Topic.NOT_SHARED,
    message="{consumer} needs {data} at {step}; the link {link} does not serve it: {reason}",
    variants={
        "by-hand": "{consumer} gets {data} at {step} by hand only: the link {link} goes from desk "
        "to desk",
    },
    remedy="let {actor} mend the link {link} so that it serves {step}: {reason}",
    remedies={
        "planned": "let {applying} apply, and {actor} open the link {link} so that it serves "
        "{step}: {reason}",
        "by-hand": "let {actor} send {data} over the link {link} by interface or batch",
        "outside": "{consumer} is no public department, so nothing is opened to it: let {holders} "
        "answer its authorised query about {data} (verified, or by electronic certificate), so "
        "that nobody carries it",
    },
    proposes=partial(proposes_sharing, is_linked=True),
)
def unfit_link(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """Data that a holder could share does not flow, because a link on its way is not usable."""
    for need in unsupplied_needs(chain, catalogue):
        path = chain.possible_path(need)
        if path is not None and able_holders(need, chain):
            failure = _failure_facts(path, need, chain, catalogue)
            by_hand = "by-hand" if failure["reason"] == ("manual",) else ""
            variant = PLANNED if "applying" in failure else by_hand
            yield sharing_hit(need, chain, catalogue, failure, variant)


def _failure_facts(path: tuple[Flow, ...], need: Need, chain: Chain, catalogue: Catalogue) -> Facts:
    """The links of the way that fail, between whom, why, and who has to act: who provides them,
    and first, where one is only planned, who is to receive by it."""
    registry = chain.registry
    failing = [
        (flow, why) for flow in path if (why := chain.network.shortcomings(flow.link, need.demand))
    ]
    receiver = chain.step(need.step).department

    def receiving(flow: Flow) -> Named:
        return department_named(registry, receiver if flow.target == ALL else flow.target)

    breached = [flow.link for flow, _ in failing if is_breached(flow.link, catalogue)]
    planned = [flow for flow, why in failing if PLANNED in why]
    duty: Facts = {"breached_duty": tuple(dict.fromkeys(link.duty or "" for link in breached))}
    return {
        "link": tuple(hop_named(registry, flow) for flow, _ in failing),
        "reason": tuple(dict.fromkeys(reason for _, why in failing for reason in why)),
        "actor": tuple(
            dict.fromkeys(department_named(registry, flow.source) for flow, _ in failing)
        ),
        **({"applying": tuple(dict.fromkeys(map(receiving, planned)))} if planned else {}),
        "broken": tuple(
            {
                "link": numbered_hop(flow, catalogue),
                "from": department_named(registry, flow.source),
                "to": receiving(flow),
                "why": why,
            }
            for flow, why in failing
        ),
        **(duty if breached else {}),
    }
