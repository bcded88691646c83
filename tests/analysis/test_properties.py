"""What must hold of every catalogue, whatever it says."""

from __future__ import annotations

import datetime
from collections import Counter
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govchain.analysis.hits.numbering import without_number
from govchain.analysis.questions.attestations import Attestation
from govchain.analysis.questions.redundancy import redundancy_of
from govchain.analysis.running.judging import Analysis, run_rules
from govchain.compiler.catalogue import Catalogue
from govchain.mends import DropStep, Together
from govchain.pipeline import compile_reading
from govchain.reader.reading import read_texts
from govchain.rules.discovery import all_rules
from tests.oracle.strategies import catalogues, to_yaml

DATE = datetime.date(2026, 6, 1)
Files = list[tuple[str, list[dict[str, Any]]]]
drawn = settings(max_examples=30, suppress_health_check=list(HealthCheck))


def compiled(texts: dict[str, str]) -> Catalogue:
    return compile_reading(read_texts(texts), DATE)


def analysed(catalogue: Catalogue) -> Analysis:
    return run_rules(all_rules(), catalogue, lambda rule: rule.family != "definition")


def statements(analysis: Analysis) -> Counter[tuple[Any, ...]]:
    """What is claimed, places and numbers aside."""
    return Counter(
        (
            f.rule,
            f.severity,
            f.matter,
            f.step,
            without_number(f.subject),
            f.benefit and f.benefit.days,
        )
        for f in analysis.findings
    )


@drawn
@given(catalogues(), st.randoms())
def test_the_order_of_documents_and_files_is_irrelevant(files: Files, random: Any) -> None:
    documents = [document for _, documents in files for document in documents]
    random.shuffle(documents)
    other = {f"{n}.yaml": to_yaml([document]) for n, document in enumerate(documents)}
    texts = {name: to_yaml(documents) for name, documents in files}
    here, there = analysed(compiled(texts)), analysed(compiled(other))
    assert statements(here) == statements(there)
    assert here.by_fingerprint.keys() == there.by_fingerprint.keys()


@drawn
@given(catalogues())
def test_with_all_data_shared_no_link_is_missing(files: Files) -> None:
    texts = {name: to_yaml(documents) for name, documents in files}
    registry = compiled(texts).registry
    links = [
        {"data": data, "from": department, "to": "all"}
        for data in registry.data
        for department in registry.departments
    ]
    if links:
        texts["z-links.yaml"] = to_yaml([{"links": links}])
    assert "missing-link" not in {f.rule for f in analysed(compiled(texts)).findings}


@drawn
@given(catalogues())
def test_without_its_redundant_steps_a_chain_loses_no_criterion(files: Files) -> None:
    catalogue = compiled({name: to_yaml(documents) for name, documents in files})
    for chain in catalogue.chains.values():
        found = redundancy_of(chain, catalogue)
        mended = chain.mended(Together(tuple(DropStep(step) for step in found.redundant)))
        left = {c for step in mended.steps if step.is_approval for c in step.checks}
        proven = {
            proof.criterion
            for proofs in found.redundant.values()
            for proof in proofs
            if isinstance(proof, Attestation) and mended.has_step(proof.at)
        }
        before = {c for step in chain.steps if step.is_approval for c in step.checks}
        assert before <= left | proven


@drawn
@given(catalogues())
def test_removing_all_redundant_steps_leaves_none(files: Files) -> None:
    catalogue = compiled({name: to_yaml(documents) for name, documents in files})
    for chain in catalogue.chains.values():
        found = redundancy_of(chain, catalogue)
        mended = chain.mended(Together(tuple(DropStep(step) for step in found.redundant)))
        assert not redundancy_of(mended, catalogue).redundant


@drawn
@given(catalogues())
def test_every_finding_has_a_witness_a_place_and_its_own_fingerprint(files: Files) -> None:
    texts = {name: to_yaml(documents) for name, documents in files}
    findings = analysed(compiled(texts)).findings
    assert len({f.fingerprint for f in findings}) == len(set(findings)) == len(findings)
    for finding in findings:
        assert finding.facts
        assert finding.place.file in texts
        assert 1 <= finding.place.line <= texts[finding.place.file].count("\n") + 1
        assert finding.rule != "internal-fault"
