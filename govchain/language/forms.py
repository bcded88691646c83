"""All forms of the language by their names."""

from __future__ import annotations

from govchain.language.matter import (
    CALL,
    FEE,
    MATERIAL,
    MATTER,
    NEED,
    PROVISION,
    PUBLISHED,
    STEP,
    TIME_LIMIT,
)
from govchain.language.registry import (
    CALENDAR_YEAR,
    COLLABORATION,
    CRITERION,
    DATA,
    DEPARTMENT,
    GOAL,
    LINK,
    REGISTRY,
    THEME,
)

# fmt: off
FORMS = {
    form.name: form
    for form in (
        MATTER, TIME_LIMIT, PUBLISHED, MATERIAL, STEP, CALL, NEED, PROVISION, FEE, REGISTRY,
        DEPARTMENT, DATA, CRITERION, LINK, COLLABORATION, THEME, GOAL, CALENDAR_YEAR,
    )
}
# fmt: on
