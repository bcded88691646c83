from collections import Counter
from collections.abc import Collection, Iterator

from govchain.analysis.hits.links import link_facts, numbered_link
from govchain.analysis.hits.naming import departments_named
from govchain.analysis.hits.numbering import link_subject
from govchain.analysis.questions.groups import overlapping
from govchain.analysis.rule import Hit, Spot, registry_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.sharing import Demand
from govchain.findings import Facts, Lever, Severity, Topic
from govchain.model.nouns import ALL, Link


@registry_rule(
    "parallel-links",
    severity=Severity.WARNING,
    lever=Lever.CLARIFY,
    topic=Topic.LINKED_TWICE,
    message="{data} flows from {from} to {to} over two links, and both work",
    remedy="keep {to} in one of the two links, with all fields that are needed, and take it out of "
    "the other",
    variants={
        "several": "{data} flows from {from} to {to} more than once: {count} links that work "
        "overlap",
    },
    remedies={
        "several": "keep {to} in one of the links, with all fields that are needed, and take it "
        "out of the others",
    },
)
def parallel_links(catalogue: Catalogue) -> Iterator[Hit]:
    """The same data flows twice from one department to another."""
    network = catalogue.network
    working = [k for k in catalogue.registry.links if not network.shortcomings(k, Demand())]
    for links in overlapping(_by_receiver(working, catalogue)):
        by_subject = {link_subject(link, catalogue): link for link in links}
        subjects = sorted(by_subject)
        alike = [by_subject[subject] for subject in subjects]
        facts = _facts(alike, catalogue)
        if len(alike) == 2:
            yield Hit(Spot("|".join(subjects), alike[-1].place), facts)
        else:
            facts = {**facts, "count": len(alike)}
            yield Hit(Spot("|".join(subjects), alike[-1].place), facts, variant="several")


def _by_receiver(working: Collection[Link], catalogue: Catalogue) -> Iterator[list[Link]]:
    """Those of the same data from the same department that have a receiver in common.

    What leads to all has each in common with what leads to it, and all with its like.
    """
    alike: dict[tuple[str, str], list[Link]] = {}
    for link in working:
        alike.setdefault((link.data, link.source), []).append(link)
    for links in alike.values():
        everywhere = [link for link in links if _leads_to_all(link, catalogue)]
        yield everywhere
        leading: dict[str, list[Link]] = {}
        for link in links:
            for target in () if ALL in link.to else _receivers(link, catalogue):
                leading.setdefault(target, [*everywhere[:1]]).append(link)
        yield from leading.values()


def _leads_to_all(link: Link, catalogue: Catalogue) -> bool:
    return ALL in link.to and bool(_receivers(link, catalogue))


def _receivers(link: Link, catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(dict.fromkeys(catalogue.network.receivers_of(link)))


def _common(links: Collection[Link], catalogue: Catalogue) -> Collection[str]:
    """To whom at least two of the links lead."""
    everywhere = [link for link in links if ALL in link.to]
    if len(everywhere) > 1:
        return _receivers(everywhere[0], catalogue)
    named = (link for link in links if ALL not in link.to)
    ways = Counter(target for link in named for target in _receivers(link, catalogue))
    return [target for target, count in ways.items() if count + len(everywhere) > 1]


def _facts(links: Collection[Link], catalogue: Catalogue) -> Facts:
    whole = link_facts(next(iter(links)), catalogue)
    return {
        "data": whole["data"],
        "from": whole["from"],
        "to": departments_named(catalogue.registry, _common(links, catalogue)),
        "links": tuple(
            {
                "link": numbered_link(link, catalogue),
                "fields": link.fields,
                "place": f"{link.place.file}:{link.place.line}",
            }
            for link in links
        ),
    }
