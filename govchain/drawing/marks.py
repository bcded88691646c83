"""What the picture is told of findings: the finding, its number in the picture, its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from govchain.compiler.chain import Chain
from govchain.findings import Finding


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding as it stands in a picture: `F{number}` on the card and in the strip below.

    The sentence is made elsewhere, in the language of the picture; drawing makes none.
    """

    number: int
    finding: Finding
    sentence: str

    @property
    def label(self) -> str:
        return f"F{self.number}"

    @property
    def is_redundancy(self) -> bool:
        """It says that the step is a redundant approval."""
        return self.finding.rule == "redundant-approval"

    @property
    def is_lack_of_sharing(self) -> bool:
        """It says that data does not flow to where it is needed."""
        return self.finding.rule in _LACKS_OF_SHARING


_LACKS_OF_SHARING = frozenset({"missing-link", "unfit-link", "no-source"})


def step_marked(mark: Mark, chain: Chain) -> str | None:
    """The step whose card bears the mark.

    A finding on a call stands at the call's first step; one on a paper where the applicant hands
    papers in, at the first application (or the first step, where there is none).
    """
    step = mark.finding.step
    if step is None:
        applications = (s.id for s in chain.steps if s.kind == "apply")
        return next(applications, chain.order.steps[0] if chain.steps else None)
    if chain.has_step(step):
        return step
    return next((id for id in chain.order.steps if id.startswith(f"{step}/")), None)
