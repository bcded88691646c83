"""The facts that prove a check superfluous: who checks it too, or what data attests it."""

from __future__ import annotations

from govchain.analysis.naming import (
    criterion_named,
    data_named,
    department_named,
    departments_named,
    step_named,
)
from govchain.analysis.redundancy import Attestation, Proof, Repetition
from govchain.compiler.chain import Chain
from govchain.findings import Facts


def proof_facts(proof: Proof, chain: Chain) -> Facts:
    """Why one check is not needed, by the kind of its proof."""
    if isinstance(proof, Repetition):
        return repetition_facts(proof, chain)
    return attestation_facts(proof, chain)


def repetition_facts(proof: Repetition, chain: Chain) -> Facts:
    return {
        "criterion": criterion_named(chain.registry, proof.criterion),
        "keeper": step_named(chain, proof.keeper),
        "keeper_department": department_named(chain.registry, chain.step(proof.keeper).department),
    }


def attestation_facts(proof: Attestation, chain: Chain) -> Facts:
    holder = chain.data(proof.data).holder
    return {
        "criterion": criterion_named(chain.registry, proof.criterion),
        "data": data_named(chain.registry, proof.data),
        "holder": departments_named(chain.registry, [holder] if holder else []),
        "at": step_named(chain, proof.at),
    }
