"""The facts that prove a check superfluous: who checks it too, or what data attests it."""

from __future__ import annotations

from govchain.analysis.hits.naming import (
    criterion_named,
    data_named,
    department_named,
    departments_named,
    step_named,
)
from govchain.analysis.questions.attestations import Attestation
from govchain.analysis.questions.redundancy import Verdict
from govchain.analysis.questions.repetitions import Repetition
from govchain.compiler.chain import Chain
from govchain.findings import Facts, Named


def verdict_facts(verdict: Verdict, chain: Chain) -> Facts:
    """Why one check is not needed, by what makes it so."""
    if isinstance(verdict, Repetition):
        return repetition_facts(verdict, chain)
    return attestation_facts(verdict, chain)


def relied_on(verdict: Verdict, chain: Chain) -> Named:
    """What settles the check: the step that keeps it, or the data that attests it."""
    if isinstance(verdict, Repetition):
        return step_named(chain, verdict.keeper)
    return data_named(chain.registry, verdict.data)


def repetition_facts(repetition: Repetition, chain: Chain) -> Facts:
    return {
        "criterion": criterion_named(chain.registry, repetition.criterion),
        "keeper": step_named(chain, repetition.keeper),
        "keeper_department": department_named(
            chain.registry, chain.step(repetition.keeper).department
        ),
    }


def attestation_facts(attestation: Attestation, chain: Chain) -> Facts:
    holder = chain.data(attestation.data).holder
    return {
        "criterion": criterion_named(chain.registry, attestation.criterion),
        "data": data_named(chain.registry, attestation.data),
        "holder": departments_named(chain.registry, [holder] if holder else []),
        "at": step_named(chain, attestation.at),
    }
