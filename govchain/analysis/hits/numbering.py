"""Subjects: what a finding speaks of, told apart where several elements share a name.

semantics.md section 2: each (rule, matter, step, subject) is reported once; of the elements that
share it (materials of a chain and their alternatives, needs of a step, links) the later ones get
#2, #3 …; what is written so itself gets one as the first, so that no two share a name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial
from govchain.compiler.needs import Need
from govchain.model.nouns import Link
from govchain.model.settings import Allow

_NUMBER = re.compile(r"#[0-9]+\Z")


def material_subject(material: ChainMaterial, chain: Chain) -> str:
    """The material's data id, alternatives joined, or its name; numbered where it is shared."""
    return chain.once(_paper_subjects)[material, ""]


def alternative_subject(material: ChainMaterial, data: str, chain: Chain) -> str:
    """The data of the alternative; numbered where other papers of the chain share it."""
    return chain.once(_paper_subjects)[material, data]


def need_subject(need: Need, chain: Chain) -> str:
    """The need's data; numbered where needs of the step share it."""
    return chain.once(_need_subjects, need.step)[need]


def _need_subjects(chain: Chain, step: str) -> dict[Need, str]:
    positions: Counter[str] = Counter()
    subjects = {}
    for need in chain.needs(step):
        subjects[need] = with_number(need.data, positions[need.data])
        positions[need.data] += 1
    return subjects


def _paper_subjects(chain: Chain) -> dict[tuple[ChainMaterial, str], str]:
    """Materials, and each alternative of those that have some, in their order in the chain."""
    positions: Counter[str] = Counter()
    subjects = {}
    for material in chain.materials:
        parts = material.alternatives if len(material.alternatives) > 1 else ()
        for part, subject in (("", material.subject), *((data, data) for data in parts)):
            subjects[material, part] = with_number(subject, positions[subject])
            positions[subject] += 1
    return subjects


def link_subject(link: Link, catalogue: Catalogue) -> str:
    """`data:from->to` as written; numbered by what they say where links share it.

    The name of a file is no part of that: a file that is renamed renames no finding.
    """
    return catalogue.once(_link_subjects)[link]


def _link_subjects(catalogue: Catalogue) -> dict[Link, str]:
    sharing: dict[str, list[Link]] = {}
    for link in catalogue.registry.links:
        sharing.setdefault(link.subject, []).append(link)
    return {
        link: with_number(subject, position)
        for subject, links in sharing.items()
        for position, link in enumerate(_in_order(links, catalogue.allows))
    }


def _in_order(links: list[Link], allows: Sequence[Allow]) -> list[Link]:
    if len(links) == 1:
        return links
    return sorted(links, key=lambda link: _what_it_says(link, allows))


def _what_it_says(link: Link, allows: Sequence[Allow]) -> tuple[object, ...]:
    """Fields, channel, purpose, duty, status, dates, how often it brings what is new; of links
    that say the same whether a comment allows something, then the place."""
    days = (link.applied, link.agreed, link.since, link.until)
    return (
        sorted(link.fields),
        link.channel,
        link.purpose or "",
        link.duty or "",
        link.status,
        *(day.isoformat() if day else "" for day in days),
        link.extended,
        link.update or "",
        any(allow.covers(link.place) for allow in allows),
        link.place,
    )


def without_number(subject: str) -> str:
    """The subject with its `#n` taken off."""
    return _NUMBER.sub("", subject)


def with_number(subject: str, position: int) -> str:
    """The subject of the element at this place, from 0, among those that share it.

    A name that ends as a number does is numbered from the first on: `A#2` is the second A, and
    what is called "A#2" is `A#2#1`.
    """
    is_plain = position == 0 and not _NUMBER.search(subject)
    return subject if is_plain else f"{subject}#{position + 1}"
