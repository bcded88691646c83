import datetime
from collections.abc import Iterator

from govchain.analysis.hits.links import link_facts
from govchain.analysis.questions.clocks import waiting_limit
from govchain.analysis.rule import Hit, registry_rule
from govchain.compiler.catalogue import Catalogue
from govchain.findings import Facts, Lever, Severity
from govchain.model.nouns import Link

SUPPLY = (
    "let {from} supply {data} to {to} without delay; if it does, write the link as active, with "
    "its date"
)


@registry_rule(
    "late-reply",
    severity=Severity.WARNING,
    lever=Lever.SHARE,
    message="{to} applied to {from} for {data} on {since}; after {counted} working days there is "
    "no reply, and the limit is {limit}",
    variants={
        "by-week": "{to} applied to {from} for {data} on {since}; after {counted} working days "
        "(of {by_week} Monday to Friday: no calendar has its holidays) there is no reply, and the "
        "limit is {limit}",
        "supply": "{from} agreed on {since} to share {data} with {to}; after {counted} working "
        "days nothing flows, and the limit is {limit}",
        "supply-by-week": "{from} agreed on {since} to share {data} with {to}; after {counted} "
        "working days (of {by_week} Monday to Friday: no calendar has its holidays) nothing "
        "flows, and the limit is {limit}",
    },
    remedy="let {from} reply and share {data} with {to} without delay; if it has done so, write "
    "the status and date of the link",
    remedies={
        "supply": SUPPLY,
        "supply-by-week": SUPPLY,
    },
)
def late_reply(catalogue: Catalogue) -> Iterator[Hit]:
    """An application for data has waited longer for its answer or its data than the law allows."""
    for link in catalogue.registry.links:
        since, limit = link.waits_since, waiting_limit(link, catalogue)
        if since is None or limit is None:
            continue
        counted = catalogue.working_days.between(since, catalogue.date)
        if counted > limit:
            facts = {
                **link_facts(link, catalogue),
                **_clock_facts(link, since, catalogue),
                "counted": counted,
                "limit": limit,
            }
            yield Hit(link, facts, variant=_variant(link, is_by_week=bool(facts["by_week"])))


def _variant(link: Link, *, is_by_week: bool) -> str:
    supply = "supply" if link.status == "agreed" else ""
    return "-".join(filter(None, (supply, "by-week" if is_by_week else "")))


def _clock_facts(link: Link, since: datetime.date, catalogue: Catalogue) -> Facts:
    """What the days were counted from and to, and what the limit rests on."""
    days, until = catalogue.working_days, catalogue.date
    return {
        "sharing": catalogue.registry.data[link.data].sharing,
        "extended": link.extended,
        "since": since.isoformat(),
        "date": until.isoformat(),
        "by_week": tuple(str(year) for year in days.years_by_week(since, until)),
        "uncounted": tuple(str(year) for year in days.unread_years(since, until)),
    }
