"""Criteria that a step grants on the applicant's promise (`promised`): some of its checks."""

from __future__ import annotations

from collections.abc import Collection

from govchain.language.matter import STEP
from govchain.reader.entries.keys import Record
from govchain.reader.ground.nodes import Scalar, scalars_in
from govchain.reader.ground.notes import Notes, path

_CHECKS, _PROMISED = STEP.keyword("checks"), STEP.keyword("promised")


def settle_promised(notes: Notes, where: str, record: Record) -> tuple[str, ...]:
    """Those that the step checks; others are reported, save where its checks were lost."""
    checks = record.values.get("checks", ())
    are_known = "checks" not in record.losses
    kept: list[str] = []
    for text, scalar in scalars_in(record.nodes["promised"]).items():
        if text in checks:
            kept.append(text)
        elif are_known:
            _report_unchecked(notes, where, scalar, checks)
    return tuple(kept)


def _report_unchecked(notes: Notes, where: str, scalar: Scalar, checks: Collection[str]) -> None:
    suggestion = notes.guess(scalar.text, checks)
    notes.report(
        "bad-value",
        path(where, f"{_PROMISED.name}.{scalar.text}"),
        scalar,
        message='the step does not check "{id}", which it grants on a promise',
        remedy='did you mean "{suggestion}"?'
        if suggestion
        else 'add it to "{checks}", or leave it out here',
        id=scalar.text,
        suggestion=suggestion,
        checks=notes.spelled(_CHECKS),
    )
