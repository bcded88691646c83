"""Small catalogues for the tests: what is found in them, and what their chains say."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from govchain.analysis.running.judging import run_rules
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.metrics import Figures
from govchain.findings import Benefit, Fact, Finding, Named
from govchain.pipeline import compile_reading
from govchain.reader.reading import read_texts
from govchain.rules.discovery import all_rules

DATE = datetime.date(2026, 6, 1)


@dataclass(frozen=True)
class Case:
    """A catalogue and all that the rules find in it."""

    catalogue: Catalogue
    findings: tuple[Finding, ...]

    def found(self, rule: str) -> list[tuple[str | None, str | None, str]]:
        """Matter, step and subject of what the rule finds, in the order of their ids."""
        return sorted(((f.matter, f.step, f.subject) for f in self.all(rule)), key=str)

    def all(self, rule: str) -> list[Finding]:
        return [finding for finding in self.findings if finding.rule == rule]

    def the(self, rule: str) -> Finding:
        """The only finding of the rule."""
        (finding,) = self.all(rule)
        return finding

    def chain(self, matter: str) -> Chain:
        return self.catalogue.chains[matter]

    def worst(self, matter: str) -> Figures:
        return self.chain(matter).metrics().worst

    def supply(self, matter: str) -> dict[tuple[str, str], str]:
        """How the data of each need comes, by step and data."""
        chain = self.chain(matter)
        return {(n.step, n.data): chain.supply_of(n).state.value for n in chain.all_needs}


def case_of(text: str) -> Case:
    """The case of definitions, which have to read without trouble."""
    reading = read_texts({"case.yaml": text})
    assert not reading.troubles, [trouble.message for trouble in reading.troubles]
    catalogue = compile_reading(reading, DATE)
    return Case(catalogue, tuple(run_rules(all_rules(), catalogue, lambda rule: True).findings))


def ids(fact: Fact) -> list[str]:
    """The ids of named things, in their order."""
    assert isinstance(fact, Sequence)
    assert not isinstance(fact, str)
    return [named.id for named in fact if isinstance(named, Named)]


def gains(benefit: Benefit | None) -> tuple[float, float, float, float]:
    """Days, visits, materials and steps that are saved in the worst case."""
    assert benefit is not None
    return benefit.days, benefit.visits, benefit.materials, benefit.steps
