from collections.abc import Iterator

from govchain.analysis.hits.naming import matter_named
from govchain.analysis.rule import Hit, Spot, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Facts, Lever, Severity, Topic
from govchain.model.nouns import Matter

_CITIZEN, _ENTITY = "citizen-id", "credit-code"
_CALLED = {_CITIZEN: ("身份", "citizen", "identity"), _ENTITY: ("信用代码", "credit")}
"""What is part of the words by which people call the two numbers."""
_OF_APPLICANTS = {"person": (_CITIZEN,), "entity": (_ENTITY,), "both": (_CITIZEN, _ENTITY)}


@chain_rule(
    "other-number",
    severity=Severity.WARNING,
    lever=Lever.CLARIFY,
    topic=Topic.ONE_NUMBER,
    message="{matter} identifies its applicants by {numbers}, and not by {common_numbers}",
    remedy="identify the applicants of {matter} by {common_numbers}, and keep {numbers} inside "
    "the office, linked to that",
)
def other_number(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """People or firms are identified by another number than all offices know them by (一号)."""
    matter = chain.matter
    others = [word for word in matter.identified_by if _meant_by(word) is None]
    if others and not _takes_common_numbers(matter) and not matter.doubtful:
        facts: Facts = {
            "matter": matter_named(matter),
            "numbers": tuple(others),
            "common_numbers": _OF_APPLICANTS.get(matter.applicant or "both", ()),
        }
        yield Hit(Spot(",".join(others), matter.place), facts)


def _meant_by(word: str) -> str | None:
    """Which of the two numbers the word stands for."""
    said = word.casefold()
    return next((n for n, parts in _CALLED.items() if any(part in said for part in parts)), None)


def _takes_common_numbers(matter: Matter) -> bool:
    """It names the number of its applicants; where it is not written who they are, either."""
    taken = {_meant_by(word) for word in matter.identified_by}
    if matter.applicant is None:
        return not taken.isdisjoint((_CITIZEN, _ENTITY))
    return taken.issuperset(_OF_APPLICANTS[matter.applicant])
