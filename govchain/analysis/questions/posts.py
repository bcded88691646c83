"""Posts that stand for examples: nobody is held to them."""

from __future__ import annotations

from govchain.language.matter import STEP
from govchain.model.nouns import Matter

_POST = STEP.keyword("post")


def are_posts_examples(matter: Matter) -> bool:
    """The posts written in the matter stand for examples."""
    return _POST.is_among(matter.illustrative)
