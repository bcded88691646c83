"""Where people go: to which office, and whether it is one of the state's.

semantics.md section 2: *where people come*, *public*. What is done to a person or a thing, or by a
bank, a firm or a hospital, cannot be taken in at a window of the state.
"""

from __future__ import annotations

from collections.abc import Mapping

from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.model.nouns import Department


def office_of(step: ChainStep, chain: Chain) -> str | None:
    """Where people come for the step: to its department; to apply, where that is taken in; else to
    the lead of its matter."""
    if step.kind == "apply":
        return chain.once(_taking_in).get(step.id) or step.matter.department
    return step.department or step.matter.department


def is_public_office(step: ChainStep, chain: Chain) -> bool:
    """People come for the step to an office of the state, as far as that could be read."""
    known = _known(office_of(step, chain), chain)
    return known is not None and known.is_public


def may_be_external(department: str | None, chain: Chain) -> bool:
    """It is outside the administration, or could not be read: how it works is nobody's to say."""
    known = chain.registry.departments.get(department or "")
    return known is not None and (known.is_external or known.doubtful)


def applications_to_state(chain: Chain) -> list[ChainStep]:
    """The applications that join none, but for those for which people come to an office outside of
    the administration."""
    return [
        step
        for step in chain.steps
        if step.is_separate("apply") and not may_be_external(office_of(step, chain), chain)
    ]


def windows_of_state(chain: Chain) -> list[ChainStep]:
    """The steps that take in, each at a window of a government department.

    What the law has two levels look at goes up from the lower one: of one matter and call only the
    level that takes in first has a window.
    """
    levels: dict[str, str | None] = {}
    found = []
    for step in chain.steps:
        known = _known(step.department, chain)
        if step.is_separate("accept") and known is not None and known.kind == "government":
            first = levels.setdefault(step.reach, known.level)
            if None in (first, known.level) or first == known.level:
                found.append(step)
    return found


def _known(department: str | None, chain: Chain) -> Department | None:
    known = chain.registry.departments.get(department or "")
    return None if known is None or known.doubtful else known


def _taking_in(chain: Chain) -> Mapping[str, str]:
    """Of each application the department of the first step that takes in after it, of the same
    matter and call."""
    by_reach: dict[str, list[ChainStep]] = {}
    for step in chain.steps:
        if step.kind == "accept" and step.department is not None:
            by_reach.setdefault(step.reach, []).append(step)
    found: dict[str, str] = {}
    for step in chain.steps:
        for window in by_reach.get(step.reach, ()) if step.kind == "apply" else ():
            if chain.order.is_before(step.id, window.id):
                found[step.id] = window.department or ""
                break
    return found
