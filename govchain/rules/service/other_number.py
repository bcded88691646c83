from collections.abc import Iterator

from govchain.analysis.hits.naming import matter_named
from govchain.analysis.questions.bases import is_decided_on_nothing
from govchain.analysis.questions.numbers import (
    are_numbers_examples,
    common_numbers,
    numbers_instead,
)
from govchain.analysis.rule import Hit, Spot, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Facts, Lever, Severity, Topic


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
    others = numbers_instead(matter)
    if not others or matter.doubtful or are_numbers_examples(matter):
        return
    if not is_decided_on_nothing(chain, catalogue):
        facts: Facts = {
            "matter": matter_named(matter),
            "numbers": others,
            "common_numbers": common_numbers(matter),
        }
        yield Hit(Spot(",".join(others), matter.place), facts)
