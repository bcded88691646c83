"""What is told where only some matters are asked about."""

from __future__ import annotations

import datetime
import json
from collections import Counter

import pytest

from govchain import pipeline
from govchain.cli.desk.narrowing import narrowing
from govchain.compiler.catalogue import Catalogue
from govchain.findings import Finding
from govchain.reader.reading import read_texts
from tests.cli.desk import HOME, run
from tests.oracle.strategies import some_catalogues, to_yaml

DATE = datetime.date(2026, 6, 1)


def told(catalogue: Catalogue, matter: str) -> tuple[Finding, ...]:
    """What is told of one matter, and those that it calls."""
    wanted = narrowing(catalogue, matters=[matter], follows_data=True)
    return pipeline.analyze(catalogue, is_wanted=wanted.wants, scope=wanted.scope()).findings


def test_what_a_finding_refers_to_in_the_registry_is_told_with_it() -> None:
    """An unfit link whose holder breaches a duty, of one matter: the breach is told too."""
    followed: Counter[str] = Counter()
    for files in some_catalogues(60, 20261201):
        texts = {name: to_yaml(documents) for name, documents in files}
        catalogue = pipeline.compile_reading(read_texts(texts), DATE)
        whole = pipeline.analyze(catalogue).findings
        registered = {f.fingerprint: f.rule for f in whole if f.matter is None}
        referring = {f.fingerprint: {*f.with_, *f.instead_of} & registered.keys() for f in whole}
        for matter in catalogue.matters:
            here = {finding.fingerprint for finding in told(catalogue, matter)}
            assert here <= {finding.fingerprint for finding in whole}
            referred = {other for one in here - registered.keys() for other in referring[one]}
            assert referred <= here
            followed.update(registered[one] for one in here & registered.keys())
    assert {"rival-holders", "excess-fields", "duplicate-system"} <= {*followed}


@pytest.mark.parametrize(
    ("choice", "breaches"),
    [
        (("--matter", "newborn"), {"birth-certificate", "birth-entry"}),
        (("--matter", "marriage-registration"), set()),
        (("--theme", "社会保障", "--department", "police"), {"death-entry", "birth-entry"}),
    ],
)
def test_a_breach_of_duty_is_told_of_the_matters_that_suffer_from_it(
    choice: tuple[str, ...], breaches: set[str]
) -> None:
    arguments = ("analyze", str(HOME / "matters"), "--select", "breached-duty", *choice)
    report = json.loads(run(*arguments, "--format", "json").stdout)
    assert {finding["witness"]["data"] for finding in report["findings"]} == breaches


def test_a_list_does_not_say_that_nothing_is_there_where_it_did_not_look() -> None:
    """Three departments of this service ask for the same certificate."""
    for chosen in (("--matter", "newborn"), ("--theme", "新生儿出生")):
        made = run("list", "systems", str(HOME / "matters"), *chosen, "--format", "json").stdout
        [listing] = json.loads(made)["lists"]
        assert ["birth-certificate"] in [row["data"] for row in listing["rows"]]
