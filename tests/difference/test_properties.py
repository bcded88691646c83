"""What must hold of the difference of any two catalogues."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from govchain.compiler.metrics import FIGURE_NAMES
from govchain.reporting import formats
from govchain.reporting.difference.as_json import difference_as_json
from govchain.reporting.difference.difference import Difference, Side
from govchain.reporting.style import Style
from tests.difference.differences import difference, side
from tests.difference.test_difference import schema
from tests.oracle.strategies import Files, catalogues, some_catalogues, to_yaml

drawn = settings(max_examples=25, suppress_health_check=list(HealthCheck))
SEED, MANY = 47, 40


def written(files: Files) -> dict[str, str]:
    return {name: to_yaml(documents) for name, documents in files}


@cache
def sides() -> list[tuple[Side, Side]]:
    """Catalogues, each with one that was reformed: a step or paper less in each matter, other
    links."""
    return [
        (side(written(files)), side(written(reformed(files))))
        for files in some_catalogues(MANY, SEED)
    ]


def reformed(files: Files) -> Files:
    """Without the last paper of each matter, the last step of each without one, and some links;
    with other cases a year."""
    return [(name, [changed(document) for document in documents]) for name, documents in files]


def changed(document: dict[str, Any]) -> dict[str, Any]:
    if "matter" not in document:
        return {key: held[1:] if key == "links" else held for key, held in document.items()}
    parts = "materials" if document.get("materials") else "steps"
    rest = [*document.get(parts, ())][:-1]
    fewer = {key: held for key, held in document.items() if key != parts or rest}
    return fewer | ({parts: rest} if rest else {}) | {"volume": 7}


def neighbours() -> list[Difference]:
    """Of catalogues and their reforms; and of such that have but the ids of matters in common."""
    found = [Difference(old, new) for old, new in sides()]
    others = zip(sides(), sides()[1:], strict=False)
    return [*found, *(Difference(old, new) for (old, _), (new, _) in others)]


def test_of_itself_nothing_differs() -> None:
    for each, _ in sides():
        same = Difference(each, each)
        assert same.is_empty
        assert not same.publications
        assert "Nothing differs" in formats.write(same, "diff", "text", Style("en"))
        for toll in (same.sum(), *(toll for _, toll in same.tolls)):
            assert not toll.is_changed


def test_there_and_back_are_mirror_images() -> None:
    for there in neighbours():
        back = Difference(there.new, there.old)
        told, mirror = mirrored(difference_as_json(there, "en")), difference_as_json(back, "en")
        was, kept = told["findings"].pop("kept"), mirror["findings"].pop("kept")
        assert told == mirror
        assert {known_as(k) for k in was} == {tuple(reversed(known_as(k))) for k in kept}


def known_as(kept: dict[str, Any]) -> tuple[tuple[str, str], tuple[str, str]]:
    """How it was, and how it is."""
    now = kept["fingerprint"], kept["severity"]
    return (kept["was"]["fingerprint"], kept["was"]["severity"]), now


def mirrored(told: dict[str, Any]) -> dict[str, Any]:
    """The JSON of the difference with both sides exchanged."""
    findings, links, sums = told["findings"], told["links"], told["sums"]
    return {
        **told,
        "old": told["new"],
        "new": told["old"],
        "sums": {
            "all": exchanged(sums["all"]),
            "compared": exchanged(sums["compared"]),
            "gone": exchanged(sums["added"]),
            "added": exchanged(sums["gone"]),
        },
        "matters": [
            {
                **exchanged(matter),
                "old": matter["new"],
                "new": matter["old"],
                "findings": {
                    **matter["findings"],
                    "gone": matter["findings"]["new"],
                    "new": matter["findings"]["gone"],
                },
            }
            for matter in told["matters"]
        ],
        "findings": {
            "gone": findings["new"],
            "new": findings["gone"],
            "kept": findings["kept"],  # as they are now: told of the other side there
        },
        "links": {
            "added": [turned(link) for link in links["gone"]],
            "gone": [turned(link) for link in links["added"]],
            "changed": [turned(link) for link in links["changed"]],
        },
    }


def exchanged(toll: dict[str, Any]) -> dict[str, Any]:
    parts = {
        name: part and {figure: turned_change(change) for figure, change in part.items()}
        for name, part in toll.items()
        if name in ("worst", "mean", "per_year")
    }
    return {**toll, **parts}


def turned_change(change: dict[str, Any]) -> dict[str, Any]:
    before, after = change["after"], change["before"]
    percent = round(-change["change"] / before * 100, 6) + 0.0 if before else None
    return {
        "before": before, "after": after, "change": -change["change"] + 0.0, "percent": percent,
    }  # fmt: skip


def turned(link: dict[str, Any]) -> dict[str, Any]:
    return {**link, "before": link["after"], "after": link["before"]}


def test_sums_add_up_to_the_matters() -> None:
    for found in neighbours():
        told = difference_as_json(found, "en")
        for part in ("worst", "mean"):
            for name in FIGURE_NAMES:
                for moment in ("before", "after", "change"):
                    single = sum(m[part][name][moment] for m in told["matters"])
                    parts = sum(
                        told["sums"][kind][part][name][moment]
                        for kind in ("compared", "gone", "added")
                    )
                    whole = told["sums"]["all"][part][name][moment]
                    assert whole == pytest.approx(single, abs=1e-4)
                    assert whole == pytest.approx(parts, abs=1e-4)
        known = [m["per_year"] for m in told["matters"] if m["per_year"] is not None]
        a_year = told["sums"]["all"]["per_year"]
        assert (a_year is None) is not bool(known)
        if a_year:
            for name in FIGURE_NAMES:
                single = sum(each[name]["change"] for each in known)
                assert a_year[name]["change"] == pytest.approx(single, abs=1e-2)


def test_all_findings_are_told_once() -> None:
    """Gone and kept are those of OLD, new and kept those of NEW."""
    kept = 0
    for found in neighbours():
        finds = found.finds
        kept += len(finds.kept)
        old = Counter(f.fingerprint for f in (*finds.gone, *(k.old for k in finds.kept)))
        new = Counter(f.fingerprint for f in (*finds.new, *(k.new for k in finds.kept)))
        assert old == Counter(f.fingerprint for f in found.old.report.findings)
        assert new == Counter(f.fingerprint for f in found.new.report.findings)
        assert not {f.fingerprint for f in finds.gone} & {f.fingerprint for f in finds.new}
    assert kept > 5 * MANY


def test_every_difference_fits_the_schema_and_can_be_told() -> None:
    shape = Draft202012Validator(schema())
    for found in neighbours()[::4]:
        shape.validate(json.loads(formats.write(found, "diff", "json", Style("zh"))))
        for format in formats.formats_of("diff"):
            for language in ("zh", "en"):
                assert formats.write(found, "diff", format, Style(language, width=60, limit=5))


@drawn
@given(catalogues(), st.data())
def test_matters_of_both_are_paired_once(files: Files, data: st.DataObject) -> None:
    texts = written(files)
    other = written(data.draw(catalogues()))
    found = difference(texts, other)
    old = [pair.old.id for pair in found.pairs if pair.old]
    new = [pair.new.id for pair in found.pairs if pair.new]
    assert sorted(old) == sorted(found.old.catalogue.matters)
    assert sorted(new) == sorted(found.new.catalogue.matters)
