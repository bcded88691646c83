"""Pictures of a small chain, byte for byte.

After a change that is meant to show, look at the new pictures and write them anew:
`python -m tests.drawing.test_golden`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial
from govchain.compiler.needs import Need
from govchain.compiler.scenario import chain_in
from govchain.drawing import Mark, draw
from govchain.findings import Severity
from govchain.reader.reading import read_texts
from tests.drawing.chains import DATE, mark_of, marked, on_order

FOLDER = Path(__file__).parent.parent / "golden" / "drawing"


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


def newborn(scenario: Mapping[str, str] | None = None) -> tuple[Chain, list[Mark]]:
    """The chain of `newborn.yaml`, in a scenario, with findings as they could be."""
    text = (FOLDER / "newborn.yaml").read_text(encoding="utf-8")
    reading = read_texts({"newborn.yaml": text})
    assert not reading.troubles
    chain = chain_in(Catalogue(reading.definitions, DATE).chains["newborn"], scenario or {})
    return chain, [
        mark_of(1, "several-visits", None, "一件事要跑三趟。", "service", Severity.ADVICE),
        marked(2, "own-paper", _paper(chain, "居住情况证明"), "“居住情况证明”不必由申请人提交。"),
        marked(
            3,
            "missing-link",
            _need(chain, "reg", "marriage"),
            "民政局没有向公安局共享“结婚登记信息”，申请人只好交结婚证。",
        ),
        mark_of(4, "redundant-approval", "live", "户口登记审批再次核验居住情况。", "approvals"),
        on_order(mark_of(5, "serial-approval", "hk", "“户口登记审批”不必等“居住情况盖章审核”。")),
        marked(
            6,
            "missing-link",
            _need(chain, "ins", "birth-cert"),
            "卫生健康委没有向医疗保障局共享“出生医学证明”。",
        ),
        marked(7, "no-source", _need(chain, "card", "fingerprint"), "没有谁提供“指纹信息”。"),
    ]


def _need(chain: Chain, step: str, data: str) -> Need:
    return next(need for need in chain.needs(step) if need.subject == data)


def _paper(chain: Chain, name: str) -> ChainMaterial:
    return next(paper for paper in chain.materials if paper.written.name == name)


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
