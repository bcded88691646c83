"""Keys stand as in the table of words; what nobody understands stays where it is."""

from __future__ import annotations

import pytest

from tests.rewriting.saying import allowed_in, anew

ORDERED = {
    "keys of blocks": (
        "name: N\nmatter: a\ntype: other\n",
        "matter: a\nname: N\ntype: other\n",
    ),
    "in both languages": ("名称: N\n事项: a\n", "事项: a\n名称: N\n"),
    "keys between braces": (
        "matter: a\nsteps:\n  - {kind: apply, visit: 1, id: b}\n",
        "matter: a\nsteps:\n  - {id: b, kind: apply, visit: 1}\n",
    ),
    "inside what is moved": (
        "matter: a\nsteps:\n  - {needs: [{when: {x: y}, data: d}], id: b, kind: apply}\n",
        "matter: a\nsteps:\n  - {id: b, kind: apply, needs: [{data: d, when: {x: y}}]}\n",
    ),
    "on several lines, lines stay": (
        "matter: a\nsteps:\n  - {kind: apply, id: b,\n     visit: 1,  name: N }\n",
        "matter: a\nsteps:\n  - {id: b, kind: apply,\n     name: N,  visit: 1 }\n",
    ),
    "keys of an item": (
        "matter: a\nsteps:\n  - kind: apply\n    id: b\n",
        "matter: a\nsteps:\n  - id: b\n    kind: apply\n",
    ),
    "sections": (
        "data:\n  d: {holder: p}\ndepartments:\n  p: {}\n",
        "departments:\n  p: {}\n\ndata:\n  d: {holder: p}\n",
    ),
    "values of several lines": (
        "volume: 3\nname: |\n  N\n   M\nmatter: a\nbasis: long\n  text\n",
        "matter: a\nname: |\n  N\n   M\nbasis: long\n  text\nvolume: 3\n",
    ),
    "with the comments above and beside": (
        "matter: a\n# of volume\nvolume: 3  # many\n\n# of type\ntype: other\n",
        "matter: a\n\n# of type\ntype: other\n# of volume\nvolume: 3  # many\n",
    ),
    "a head of the file stays at its head": (
        "# head\nname: N\nmatter: a\n",
        "# head\nmatter: a\nname: N\n",
    ),
    "comments set deeper go with what is above": (
        "matter: a\nvolume: 3\n  # of volume\ntype: other\n",
        "matter: a\ntype: other\nvolume: 3\n  # of volume\n",
    ),
    "comments at the end of a list": (
        "matter: a\nsteps:\n  - {id: b, kind: apply}\n  # - {id: c, kind: accept}\ntype: other\n",
        "matter: a\ntype: other\nsteps:\n  - {id: b, kind: apply}\n  # - {id: c, kind: accept}\n",
    ),
}


@pytest.mark.parametrize("case", ORDERED)
def test_keys_stand_as_in_the_table(case: str) -> None:
    before, after = ORDERED[case]
    assert anew(before) == after
    assert anew(after) == after


KEPT = {
    "an unknown key": "volume: 3\nmatter: a\ncolour: red\n",
    "a key that stands twice": "volume: 3\nmatter: a\nvolume: 4\n",
    "a key in both languages": "volume: 3\nmatter: a\n年办件量: 4\n",
    "items, entries, facts and options": (
        "matter: a\nfacts:\n  z: [b, a]\n  y: {d: 0.5, c: 0.5}\nsteps:\n"
        "  - {id: z, kind: fee}\n  - {id: y, kind: apply}\n"
    ),
    "what is free": "matter: a\nextra: {name: b, matter: c}\n",
    "guards": "matter: a\nsteps:\n  - {id: b, kind: apply, when: {type: x, name: y}}\n",
    "entries of a section": "departments:\n  z: {}\n  y: {}\n",
    "an unknown key between braces": "matter: a\nsteps:\n  - {kind: apply, id: b, colour: red}\n",
    "a comment between braces": (
        "matter: a\nsteps:\n  - {kind: apply,  # of the kind\n     id: b}\n"
    ),
    "nothing as a value": "matter: a\nsteps:\n  - {kind: apply, name: , id: b}\n",
    "a comment above a key that would begin an item": (
        "matter: a\nsteps:\n  - kind: apply\n    # of the id\n    id: b\n"
    ),
}


@pytest.mark.parametrize("case", KEPT)
def test_it_stays_as_it_is(case: str) -> None:
    assert anew(KEPT[case]) == KEPT[case]


SPEAKING = {
    "of a key": "matter: a\n# govchain: allow no-lead -- r\nvolume: 3\ntype: other\n",
    "of the whole, above": "# govchain: allow no-lead -- r\nname: N\nmatter: a\n",
    "of the whole, beside": "name: N  # govchain: allow no-lead -- r\nmatter: a\n",
    "of what would be first": "name: N\nmatter: a  # govchain: allow no-lead -- r\n",
    "of an item": (
        "matter: a\nsteps:\n  - kind: apply  # govchain: allow no-lead -- r\n    id: b\n"
    ),
    "of nothing": "matter: a\nvolume: 3\n  # govchain: allow no-lead -- r\n\ntype: other\n",
    "of a line between braces": (
        "matter: a\nsteps:\n  - {kind: apply,\n     id: b}  # govchain: allow no-lead -- r\n"
    ),
    "set deeper than what it speaks of": (
        "matter: a\nvolume: 3\n    # govchain: allow no-lead -- r\ntype: other\n"
    ),
    "above a comment on what would be first": (
        "# govchain: allow no-lead -- r\nname: N\n# of the matter\n\nmatter: a\n"
    ),
}


@pytest.mark.parametrize("case", SPEAKING)
def test_what_is_allowed_stays_allowed_and_nothing_else(case: str) -> None:
    before = SPEAKING[case]
    after = anew(before)
    assert allowed_in(before) == allowed_in(after)
    assert anew(after) == after
