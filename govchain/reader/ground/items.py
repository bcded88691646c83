"""What a key path calls an item of a list."""

from __future__ import annotations

from govchain.language.matter import NEED, PROVISION, STEP
from govchain.reader.ground.nodes import Items, Node, Pairs, Scalar

_NAMING = ("id", "name", "data", "any", "matter", "provision")
_SPELLINGS = {
    form.spelled[word].chinese: word
    for form in (STEP, NEED, PROVISION)
    for word in _NAMING
    if word in form.spelled
}
_RANKS = {word: rank for rank, word in enumerate(_NAMING)}
_RANKS |= {chinese: _RANKS[word] for chinese, word in _SPELLINGS.items()}


def item_name(node: Node, position: int) -> str:
    """What a key path calls an item of a list: its id, else its name or data, else its number."""
    best, name = len(_NAMING), str(position)
    for key, value in node.entries if isinstance(node, Pairs) else ():
        rank = _RANKS.get(key.text, best) if isinstance(key, Scalar) else best
        if rank < best:
            first = _first(value)
            if isinstance(first, Scalar) and first.text:
                best, name = rank, first.text
                if best == 0:
                    break
    return name


def _first(value: Node) -> Node:
    """The value, or of several the first one."""
    if isinstance(value, Items) and value.nodes:
        return value.nodes[0]
    if isinstance(value, Pairs) and value.entries:
        return value.entries[0][0]
    return value
