"""A finding carries its mend: the edit that its benefit is of."""

from __future__ import annotations

from govchain.analysis.running.benefits import benefit_between, mended_whole
from govchain.pipeline import analyze, compile_reading
from govchain.reader.reading import read_texts
from tests.analysis.cases import DATE
from tests.oracle.strategies import some_catalogues, to_yaml

CATALOGUES = 12


def test_what_a_finding_gains_is_what_its_mend_changes() -> None:
    seen = 0
    for files in some_catalogues(CATALOGUES, 15):
        texts = {name: to_yaml(documents) for name, documents in files}
        report = analyze(compile_reading(read_texts(texts), DATE))
        for finding in report.findings:
            if finding.benefit is not None and finding.mend is not None:
                assert finding.matter is not None
                chain = report.catalogue.chains[finding.matter]
                gained = benefit_between(chain, mended_whole(chain, finding.mend))
                assert gained == finding.benefit
                seen += 1
    assert seen > CATALOGUES
