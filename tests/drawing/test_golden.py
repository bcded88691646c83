"""Pictures of a small chain, byte for byte.

After a change that is meant to show, look at the new pictures and write them anew:
`python -m tests.drawing.test_golden`.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest

from govchain.drawing import draw
from tests.drawing.newborn import FOLDER, newborn


class Picture(NamedTuple):
    """A picture kept as a file, and how it is drawn."""

    file: str
    view: str
    format: str
    language: str
    scenario: dict[str, str]


PICTURES = (
    Picture("newborn-lanes.svg", "lanes", "svg", "zh", {}),
    Picture("newborn-chain.svg", "chain", "svg", "en", {}),
    Picture("newborn-local.svg", "lanes", "svg", "zh", {"本市户籍": "yes"}),
    Picture("newborn-lanes.dot", "lanes", "dot", "en", {}),
    Picture("newborn-chain.dot", "chain", "dot", "zh", {}),
    Picture("newborn-lanes.mmd", "lanes", "mermaid", "zh", {}),
    Picture("newborn-chain.mmd", "chain", "mermaid", "en", {}),
)


def drawn(picture: Picture) -> str:
    chain, marks = newborn(picture.scenario)
    return draw(
        chain,
        marks,
        view=picture.view,
        format=picture.format,
        language=picture.language,
        version="1.0",
    )


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.file)
def test_picture_is_as_it_was(picture: Picture) -> None:
    assert drawn(picture) == (FOLDER / picture.file).read_text(encoding="utf-8")


def test_the_chain_has_every_part_of_a_picture() -> None:
    svg = drawn(PICTURES[0])
    for supply in ("held", "declared", "shared", "carried", "unshared", "missing"):
        assert f'data-supply="{supply}"' in svg
    for word in ("本市户籍？", "并联办理", "冗余", "办结", 'class="gate"', ">⓪-4<", "出示", "缴回"):
        assert word in svg
    assert svg.count('class="paper"') == 5
    assert svg.count('data-spared="yes"') == 1


if __name__ == "__main__":
    for picture in PICTURES:
        (FOLDER / picture.file).write_text(drawn(picture), encoding="utf-8")
