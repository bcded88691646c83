"""How long a link may wait for its answer, or for its data once that is promised.

semantics.md section 2, "late-reply": the limits are those of the settings, in working days.
"""

from __future__ import annotations

import datetime

from govchain.compiler.catalogue import Catalogue
from govchain.model.nouns import Link
from govchain.model.settings import Limits


def waiting_limit(link: Link, catalogue: Catalogue) -> int | None:
    """For how many working days the link may wait; None where no law says."""
    limits = catalogue.settings.limits
    if link.status == "agreed":
        return limits.supply
    return _reply_limit(catalogue.registry.data[link.data].sharing, link.extended, limits)


def due_date(link: Link, catalogue: Catalogue) -> datetime.date | None:
    """The last working day on which the answer (the data) is in time; None where none is due."""
    since, limit = link.waits_since, waiting_limit(link, catalogue)
    if since is None or limit is None:
        return None
    return catalogue.working_days.last_day(since, limit)


def is_late(link: Link, catalogue: Catalogue) -> bool:
    """More working days have gone by than the link may wait."""
    since, limit = link.waits_since, waiting_limit(link, catalogue)
    if since is None or limit is None:
        return False
    return catalogue.working_days.between(since, catalogue.date) > limit


def _reply_limit(sharing: str | None, is_extended: bool, limits: Limits) -> int | None:
    match sharing:
        case "unconditional":
            return limits.reply_unconditional
        case "conditional":
            return limits.reply_extended if is_extended else limits.reply_conditional
        case _:
            return None
