"""Subjects: what a finding speaks of, told apart where several elements share a name.

semantics.md section 2: each (rule, matter, step, subject) is reported once; of the elements that
share it (materials of a chain, needs of a step) the later ones in order of place get #2, #3 …
"""

from __future__ import annotations

import re

from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial
from govchain.compiler.needs import Need

_NUMBER = re.compile(r"#[0-9]+\Z")


def material_subject(material: ChainMaterial, chain: Chain) -> str:
    """The material's data id, alternatives joined, or its name; numbered where it is shared."""
    alike = [m for m in chain.materials if m.subject == material.subject]
    if len(alike) == 1:
        return material.subject
    in_order = sorted(alike, key=lambda m: (m.place, m.number))
    return _numbered(material.subject, [m.number for m in in_order].index(material.number))


def need_subject(need: Need, chain: Chain) -> str:
    """The need's data id, alternatives joined; numbered where needs of the step share it."""
    alike = [n for n in chain.needs(need.step) if n.subject == need.subject]
    if len(alike) == 1:
        return need.subject
    in_order = sorted(alike, key=lambda n: n.place)
    return _numbered(need.subject, in_order.index(need))


def without_number(subject: str) -> str:
    """The subject with its `#n` taken off."""
    return _NUMBER.sub("", subject)


def without_prefix(step: str) -> str:
    """A step's id as written in its own matter, prefixes of calls taken off."""
    return step.rsplit("/", 1)[-1]


def _numbered(subject: str, position: int) -> str:
    return subject if position == 0 else f"{subject}#{position + 1}"
