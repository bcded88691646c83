"""The chain of the golden pictures, with findings as they could be."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial
from govchain.compiler.needs import Need
from govchain.compiler.scenario import chain_in
from govchain.drawing import Mark
from govchain.findings import Severity
from govchain.reader.reading import read_texts
from tests.drawing.chains import DATE, mark_of, marked, on_order

FOLDER = Path(__file__).parent.parent / "golden" / "drawing"


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
