"""Subjects: what a finding speaks of, told apart where several elements share a name.

semantics.md section 2: each (rule, matter, step, subject) is reported once; of the elements that
share it (materials of a chain, needs of a step, links) the later ones in order of place get #2,
#3 …
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Protocol, TypeVar

from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial
from govchain.compiler.needs import Need
from govchain.findings import Place
from govchain.model.nouns import Link

_NUMBER = re.compile(r"#[0-9]+\Z")


def material_subject(material: ChainMaterial, chain: Chain) -> str:
    """The material's data id, alternatives joined, or its name; numbered where it is shared."""
    return _numbered(material, chain.materials)


def need_subject(need: Need, chain: Chain) -> str:
    """The need's data id, alternatives joined; numbered where needs of the step share it."""
    return _numbered(need, chain.needs(need.step))


def link_subject(link: Link, catalogue: Catalogue) -> str:
    """`data:from->to` as written; numbered where links share it."""
    return catalogue.once(_link_subjects)[link]


def _link_subjects(catalogue: Catalogue) -> dict[Link, str]:
    positions: Counter[str] = Counter()
    subjects = {}
    for link in sorted(catalogue.registry.links, key=lambda link: link.place):
        subjects[link] = _with_number(link.subject, positions[link.subject])
        positions[link.subject] += 1
    return subjects


def without_number(subject: str) -> str:
    """The subject with its `#n` taken off."""
    return _NUMBER.sub("", subject)


def without_prefix(step: str) -> str:
    """A step's id as written in its own matter, prefixes of calls taken off."""
    return step.rsplit("/", 1)[-1]


class _Placed(Protocol):
    @property
    def subject(self) -> str: ...
    @property
    def place(self) -> Place: ...


_Element = TypeVar("_Element", bound=_Placed)


def _numbered(element: _Element, others: Iterable[_Element]) -> str:
    """Its subject; from the second of those that share it on, with its number.

    Where called matters bring several elements of one place, they count in their given order.
    """
    alike = sorted((o for o in others if o.subject == element.subject), key=lambda o: o.place)
    position = next(n for n, other in enumerate(alike) if other is element)
    return _with_number(element.subject, position)


def _with_number(subject: str, position: int) -> str:
    return subject if position == 0 else f"{subject}#{position + 1}"
