"""Benefits (semantics 3): the metrics before less those after the mend alone."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from .catalogue import Material, Step
from .chain import Chain, with_step
from .guards import either
from .metrics import BENEFITS, mean, worst
from .registry import APPLICANT
from .supply import DECLARED, HELD, SHARED

Mend = Callable[[], Chain]
"""Makes the mended chain, when its benefit is asked for."""

Benefit = tuple[Fraction, int, int, int]


def is_declared(chain: Chain, material: Material) -> bool:
    """A material is *declared* iff the applicant is the holder of one of its alternatives."""
    return any(chain.catalogue.data[x].holder == APPLICANT for x in material.alternatives)


def superfluity(chain: Chain, material: Material) -> str | None:
    """own-paper, asked-again, needless-material, or None where the material is in order."""
    if not material.alternatives or is_declared(chain, material):
        return None
    supplies = {chain.supplies[need] for need in chain.needs_met_by(material)}
    if not supplies:
        return "needless-material" if chain.all_needs() else None
    if supplies <= {HELD}:
        return "own-paper"
    return "asked-again" if supplies <= {HELD, SHARED} else None


def is_needless_visit(chain: Chain, step: Step) -> bool:
    """A `visit` with no `visit-basis`, at a step that has needs, where no need is lacking.

    None of the step nor of a later one is carried or missing. Not at `apply` or `inspect`; or at
    an `apply` step of a matter that asks for no material but declared, asked-again, own-paper and
    needless ones.
    """
    if not step.visit or step.visit_basis or step.kind == "inspect":
        return False
    if step.kind == "apply":
        return all(is_declared(chain, m) or superfluity(chain, m) for m in chain.materials)
    later = [s for s in chain.steps if s.id == step.id or chain.is_ancestor(step, s)]
    supplies = {chain.supplies[need] for s in later for need in chain.needs[s.id]}
    return bool(chain.needs[step.id]) and supplies <= {HELD, SHARED, DECLARED}


def superfluous_materials(chain: Chain) -> set[str]:
    return {material.key for material in chain.materials if superfluity(chain, material)}


def needless_visits(chain: Chain) -> set[str]:
    return {step.id for step in chain.steps if is_needless_visit(chain, step)}


def without_superfluous(before: Chain, after: Chain) -> Chain:
    """After also drops what the mend made superfluous (nothing that was so before)."""
    materials = superfluous_materials(after) - superfluous_materials(before)
    visits = needless_visits(after) - needless_visits(before)
    dropped = replace(after, materials=tuple(m for m in after.materials if m.key not in materials))
    gone = [m.guard for m in before.materials if m.key not in {k.key for k in dropped.materials}]
    for step in after.steps:
        if step.id in visits and gone and before.scenarios.implies(step.guard, either(*gone)):
            dropped = with_step(dropped, replace(step, visit=0))
    return dropped


def benefit_of(before: Chain, mend: Mend) -> tuple[Benefit, dict[str, Fraction] | None]:
    """What the worst case falls by, and what the mean falls by × volume (None without volume)."""
    after = without_superfluous(before, mend())
    days, visits, materials, steps = (
        worst(before, measure) - worst(after, measure) for measure in BENEFITS.values()
    )
    volume = before.matter.volume
    a_year = {
        name: (mean(before, measure) - mean(after, measure)) * (volume or 0)
        for name, measure in BENEFITS.items()
    }
    figures = (Fraction(days), int(visits), int(materials), int(steps))
    return figures, None if volume is None else a_year
