"""What people pay, and the numbers they are known by (semantics 2): baseless-fee, other-number."""

from collections.abc import Iterator
from typing import Any

from .catalogue import Matter, Step
from .chain import Chain
from .claims import Claims
from .finding import ERROR, WARNING, Found, at_step
from .reading_words import listed, read_basis, texts
from .rules_judging import baseless_approval

RULES = frozenset(["baseless-fee", "other-number"])
CALLED = {
    "citizen-id": ("身份", "citizen", "identity"),
    "credit-code": ("信用代码", "credit"),
}
NUMBERS = {
    "person": {"citizen-id"},
    "entity": {"credit-code"},
    "both": {"citizen-id", "credit-code"},
}


def of_chain(chain: Chain, _: Claims) -> Iterator[Found]:
    """Each fee of the chain; the numbers of its own matter."""
    for step in chain.ordered:
        matter = chain.catalogue.matters[step.written_in]
        if is_baseless(chain, step, matter) and are_laws_recorded(chain, matter):
            severity = ERROR if matter.type == "licence" else WARNING
            yield at_step("baseless-fee", severity, step.id, step.id, "clarify")
    words = texts(chain.matter.entry.get("identified-by"))
    others = [word for word in dict.fromkeys(words) if number_of(word) is None]
    is_example = {"identified-by", "身份标识"} & set(texts(chain.matter.entry.get("illustrative")))
    is_to_stay = not is_example and not is_decided_on_nothing(chain)
    if others and is_to_stay and not is_known_by_common(chain.matter, words):
        yield Found("other-number", WARNING, None, ",".join(others), "clarify")


def is_decided_on_nothing(chain: Chain) -> bool:
    """It has decision steps, written in it, and each of them is a baseless-approval."""
    decisions = [s for s in chain.steps if s.is_decision and s.written_in == chain.matter.id]
    return bool(decisions) and all(
        step.is_approval_like
        and step.checks
        and not step.is_unassigned
        and any(baseless_approval(chain.catalogue, step))
        for step in decisions
    )


def is_baseless(chain: Chain, step: Step, matter: Matter) -> bool:
    """Over 0 at a public department, with no basis of its own or of the step."""
    office = step.department or matter.lead
    has_law = step.basis or read_basis(law_of_fee(step), chain.catalogue.date)
    return amount_of(step) > 0 and chain.catalogue.is_public(office) and not has_law


def are_laws_recorded(chain: Chain, matter: Matter) -> bool:
    """A fee over 0 with a basis (ended or not), its own or the step's; or `complete` for basis."""
    steps = [step for held in chain.catalogue.matters.values() for step in held.steps]
    known = any(
        amount_of(step) > 0 and (listed(law_of_fee(step)) or listed(step.entry.get("basis")))
        for step in steps
    )
    return known or "basis" in matter.complete


def amount_of(step: Step) -> float:
    fee: Any = step.entry.get("fee", 0)
    return float(fee["amount"] if isinstance(fee, dict) else fee)


def law_of_fee(step: Step) -> Any:
    fee = step.entry.get("fee")
    return fee.get("basis") if isinstance(fee, dict) else None


def number_of(word: str) -> str | None:
    """Which of the two numbers it is called by, if any."""
    for number, parts in CALLED.items():
        if any(part in word.lower() for part in parts):
            return number
    return None


def is_known_by_common(matter: Matter, words: tuple[str, ...]) -> bool:
    """The number of its applicants is named; of one that does not say whom it serves, one."""
    named = {number_of(word) for word in words} - {None}
    if matter.applicant is None:
        return bool(named)
    return NUMBERS[matter.applicant] <= named
