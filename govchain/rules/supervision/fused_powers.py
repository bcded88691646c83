from collections.abc import Iterator

from govchain.analysis.hits.naming import department_named, matter_named
from govchain.analysis.questions.posts import are_posts_examples
from govchain.analysis.questions.timing import is_done_at_once
from govchain.analysis.rule import Hit, Spot, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Fact, Lever, Named, Severity
from govchain.model.nouns import Matter, Registry, Step

_SEVERAL = 2


@chain_rule(
    "fused-powers",
    severity=Severity.WARNING,
    lever=Lever.CLARIFY,
    message="one post, {post} ({department}), has several powers in {matter}: {held_at}",
    remedy="let different posts of {department} decide in {matter}, carry out what is decided, and "
    "supervise that; or, if {post} stands for several people, give each a post of their own",
    reads=["post"],
)
def fused_powers(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """One post decides, carries out or supervises, two of these in one matter (三权)."""
    matter = chain.matter
    if matter.doubtful or is_done_at_once(matter) or are_posts_examples(matter):
        return
    for (department, post), steps in _steps_with_power(matter, chain.registry).items():
        powers = tuple(dict.fromkeys(step.exercises for step in steps))
        if len(powers) >= _SEVERAL:
            second = next(step for step in steps if step.exercises != powers[0])
            facts: dict[str, Fact] = {
                "matter": matter_named(matter),
                "department": department_named(chain.registry, department),
                "post": post,
                "powers": powers,
                "held_at": tuple(_held_at(step) for step in steps),
            }
            yield Hit(Spot(f"{department}/{post}", second.place), facts)


def _steps_with_power(matter: Matter, registry: Registry) -> dict[tuple[str, str], list[Step]]:
    """The steps written in the matter at which each post of a department has a power."""
    found: dict[tuple[str, str], list[Step]] = {}
    for step in matter.own_steps:
        office = registry.departments.get(step.department or matter.department or "")
        has_power = step.exercises is not None and step.kind != "apply" and not step.doubtful
        if office and office.is_public and not office.doubtful and step.post and has_power:
            found.setdefault((office.id, step.post), []).append(step)
    return found


def _held_at(step: Step) -> Fact:
    return {"step": Named(step.id, step.name, step.kind), "power": step.exercises}
