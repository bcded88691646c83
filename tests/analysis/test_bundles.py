"""Matters that call one another are judged together, and apart from all others (decision 0040)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

from hypothesis import given, settings

from govchain.analysis.running import judging
from govchain.analysis.running.bundles import Foreseen, Judge, bundles_of
from govchain.analysis.running.judging import EVERYWHERE, Analysis, run_rules
from govchain.cli.desk.narrowing import Narrowing
from govchain.compiler.catalogue import Catalogue
from govchain.reporting import formats
from govchain.reporting.report import CONTRIBUTIONS
from govchain.rules.discovery import all_rules
from tests.analysis.cases import case_of
from tests.analysis.test_properties import Files, compiled, drawn
from tests.oracle.strategies import catalogues, to_yaml

JSON = formats.foreseen("analyze", "json")


def analysed(catalogue: Catalogue, foreseen: Foreseen) -> Analysis:
    return run_rules(all_rules(), catalogue, lambda rule: True, foreseen=foreseen)


def texts_of(files: Files) -> dict[str, str]:
    return {name: to_yaml(documents) for name, documents in files}


def test_those_that_call_one_another_are_one_bundle() -> None:
    """At any depth, whoever calls whom; in the order of the catalogue."""
    case = case_of(
        "departments: {d: {name: 局}}\n---\n"
        + "\n---\n".join(
            f"matter: {id}\nname: 甲\ndepartment: d\nsteps: [{step}]"
            for id, step in (
                ("joint", "{id: call, matter: middle}"),
                ("alone", "{id: decide, kind: approve}"),
                ("low", "{id: decide, kind: approve}"),
                ("other", "{id: call, matter: low}"),
                ("middle", "{id: call, matter: low}"),
            )
        )
    )
    bundles = bundles_of(case.catalogue)
    assert sorted(map(sorted, bundles)) == [["alone"], ["joint", "low", "middle", "other"]]


@drawn
@given(catalogues())
def test_what_is_foreseen_is_what_is_answered_later(files: Files) -> None:
    """Benefits, sums and figures are the same, asked at once or when the chains forgot."""
    texts = texts_of(files)
    now, later = compiled(texts), compiled(texts)
    at_once, afterwards = analysed(now, JSON), analysed(later, Foreseen())
    assert at_once.findings == afterwards.findings
    assert at_once.total.benefit_of(now.matters) == afterwards.total.benefit_of(later.matters)
    for question in CONTRIBUTIONS:
        assert now.contributions(question) == later.contributions(question)


def narrowings(catalogue: Catalogue, texts: dict[str, str]) -> Iterator[Narrowing]:
    """To each matter with those it calls, and to each file."""
    for matter, chain in catalogue.chains.items():
        yield Narrowing(catalogue, matters=frozenset({matter, *chain.expansion.calls.values()}))
    for file in texts:
        yield Narrowing(catalogue, paths=(file,))


@settings(drawn, max_examples=12)
@given(catalogues())
def test_chains_that_nobody_asked_about_change_nothing_when_they_are_left_out(files: Files) -> None:
    texts = texts_of(files)
    catalogue = compiled(texts)
    for wanted in narrowings(catalogue, texts):
        few, all_of_them = (
            run_rules(all_rules(), catalogue, lambda rule: True, wanted.wants, JSON, scope)
            for scope in (wanted.scope(), EVERYWHERE)
        )
        assert few.findings == all_of_them.findings
        assert few.silenced == all_of_them.silenced
        told = wanted.told_matters() or ()
        assert few.total.benefit_of(told) == all_of_them.total.benefit_of(told)


@drawn
@given(catalogues())
def test_bundles_are_judged_in_any_order(files: Files) -> None:
    texts = texts_of(files)
    here, there = compiled(texts), compiled(texts)
    forth = analysed(here, JSON)
    with patch.object(judging, "bundles_of", lambda known: bundles_of(known)[::-1]):
        back = analysed(there, JSON)
    assert forth.findings == back.findings
    assert forth.silenced == back.silenced
    assert forth.total.benefit_of(here.matters) == back.total.benefit_of(there.matters)


@drawn
@given(catalogues())
def test_rules_over_the_catalogue_ask_chains_only_what_they_declare(files: Files) -> None:
    """What they ask is known before they are, so that no chain works anything out a second time."""
    catalogue = compiled(texts_of(files))
    judge = Judge.of(all_rules(), catalogue, lambda finding: True, Foreseen())
    for bundle in bundles_of(catalogue):
        judge.judged(bundle)

    def unasked(*asked: Any) -> None:
        raise AssertionError("a chain was asked")

    for rule in all_rules():
        if rule.judge_catalogue is not None:
            with patch("govchain.compiler.chain.needs_of", unasked):
                list(rule.judge_catalogue(catalogue))


@drawn
@given(catalogues())
def test_rules_of_the_registry_find_what_is_of_no_matter(files: Files) -> None:
    """And rules over the catalogue what is of one: by that they are left out."""
    catalogue = compiled(texts_of(files))
    for rule in all_rules():
        for hit in rule.judge_catalogue(catalogue) if rule.judge_catalogue else ():
            assert (hit.matter is None) is rule.is_of_registry
