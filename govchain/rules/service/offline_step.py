from collections.abc import Iterator

from govchain.analysis.hits.naming import department_named, matter_named, step_named
from govchain.analysis.questions.offices import office_of
from govchain.analysis.questions.online import offline_steps
from govchain.analysis.rule import Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.findings import Facts, Lever, Severity, Topic
from govchain.mends import DropVisit
from govchain.model.nouns import Matter


@chain_rule(
    "offline-step",
    severity=Severity.WARNING,
    lever=Lever.CUT,
    topic=Topic.ONE_NETWORK,
    message="{fully_online} is said to be handled fully online, yet people have to come in person "
    "for {step} ({department})",
    remedy="offer {step} online; where the law wants people to come, write it as the basis of the "
    "visit; or say of {fully_online} only how far it really goes online",
    variants={
        "channels": "{fully_online} is said to be handled fully online, yet {step} ({department}) "
        "can only be done {channels}",
    },
)
def offline_step(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """A service that is said to be fully online has a step that nobody can do online (全程网办)."""
    if chain.expansion.doubtful:
        return
    for step, claiming in offline_steps(chain, catalogue):
        mend = DropVisit(step.id) if step.visit else None
        variant = "" if step.visit else "channels"
        yield Hit(step, _facts(step, claiming, chain), mend, variant=variant)


def _facts(step: ChainStep, claiming: Matter, chain: Chain) -> Facts:
    return {
        "step": step_named(chain, step.id),
        "matter": matter_named(step.matter),
        "department": department_named(chain.registry, office_of(step, chain)),
        "fully_online": matter_named(claiming),
        **({"visits": step.visit} if step.visit else {}),
        **({"channels": step.written.channel} if step.written.channel else {}),
    }
