from collections.abc import Iterator

from govchain.analysis.hits.naming import department_named, matter_named, step_named
from govchain.analysis.rule import Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.findings import Facts, Lever, Severity, Topic
from govchain.mends import DropVisit
from govchain.model.nouns import Matter

_FROM_AFAR = frozenset({"online", "mail", "phone"})
"""Ways in which an office hands something out, or asks back, without people on their way."""


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
    if chain.expansion.doubtful or not _any_fully_online(chain, catalogue):
        return
    for step in chain.steps:
        claiming = _fully_online(step, chain, catalogue)
        if claiming is not None and _is_offline(step):
            mend = DropVisit(step.id) if step.visit else None
            variant = "" if step.visit else "channels"
            yield Hit(step, _facts(step, claiming, chain), mend, variant=variant)


def _any_fully_online(chain: Chain, catalogue: Catalogue) -> bool:
    return any(_is_fully_online(catalogue.matters[id]) for id in chain.matters)


def _fully_online(step: ChainStep, chain: Chain, catalogue: Catalogue) -> Matter | None:
    """Of the matters on the way to the step, its own first, the nearest that is said to be so."""
    way = step.reach
    while way:
        call = way.removesuffix("/")
        matter = catalogue.matters[chain.expansion.calls[call]]
        if _is_fully_online(matter):
            return matter
        way = call[: call.rfind("/") + 1]
    return chain.matter if _is_fully_online(chain.matter) else None


def _is_fully_online(matter: Matter) -> bool:
    return matter.online == "full"


def _is_offline(step: ChainStep) -> bool:
    """Nobody can do it from where they are: of its channels none is online (what the office hands
    out may also be sent or told), or it names none and people come."""
    written = step.written
    if written.visit_basis or written.doubtful:
        return False
    if not written.channel or step.is_joined:
        return step.visit > 0
    fit = {"online"} if step.kind == "apply" else _FROM_AFAR
    return fit.isdisjoint(written.channel)


def _facts(step: ChainStep, claiming: Matter, chain: Chain) -> Facts:
    lead = step.department or step.matter.department
    return {
        "step": step_named(chain, step.id),
        "matter": matter_named(step.matter),
        "department": department_named(chain.registry, lead),
        "fully_online": matter_named(claiming),
        **({"visits": step.visit} if step.visit else {}),
        **({"channels": step.written.channel} if step.written.channel else {}),
    }
