"""The order of the steps as written: settled so that it names known steps and has no cycle."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from govchain.findings import Place
from govchain.language.keywords import Keyword
from govchain.language.matter import STEP
from govchain.model.nouns import Call, Step, order_as_written
from govchain.reader.entries.steps import StepDraft
from govchain.reader.ground.cycles import find_cycles
from govchain.reader.ground.nodes import Scalar
from govchain.reader.ground.notes import Notes, path, spot
from govchain.reader.ground.spelling import ids_by_name

_NOTHING = frozenset({"无", "没有", "none", "null", "nothing", "~", "-", "/"})
"""What people write where a step follows none."""


def settle_order(notes: Notes, drafts: list[StepDraft]) -> tuple[Step | Call, ...]:
    """The steps whose `after` and `returns_to` name steps of the matter, without a cycle."""
    _drop_same_ids(notes, drafts)
    first = {draft.step.id: draft.step.place for draft in drafts}
    names = ids_by_name((draft.step.name, draft.step.id) for draft in drafts)
    for draft in drafts:
        _keep_known(notes, draft, first, names)
    _break_cycles(notes, drafts)
    lost = {draft.step.id for draft in drafts if draft.is_lost}
    return without_steps([draft.step for draft in drafts], lost)


def _drop_same_ids(notes: Notes, drafts: list[StepDraft]) -> None:
    """Of steps with one id the first counts; the others are lost, but order passes through."""
    same: dict[str, list[StepDraft]] = {}
    for draft in drafts:
        same.setdefault(draft.step.id, []).append(draft)
    for id_, alike in same.items():
        if len(alike) > 1:
            notes.report_same_id(alike[0].where, id_, [draft.step.place for draft in alike])
        for position, draft in enumerate(alike[1:]):
            draft.step = replace(draft.step, id=f"#{position}-{draft.step.id}")
            draft.is_lost = True
            draft.borne = 0


def _keep_known(
    notes: Notes, draft: StepDraft, known: dict[str, Place], names: Mapping[str, str]
) -> None:
    losses = notes.losses
    for keyword, scalars in (
        (STEP.keyword("after"), draft.after),
        (STEP.keyword("returns-to"), draft.returns_to),
    ):
        for text, scalar in scalars.items():
            if text not in known:
                _report_unknown_step(notes, draft.where, keyword, scalar, known, names)
    if notes.losses != losses:
        draft.step = _with_known(draft.step, known)
        if isinstance(draft.step, Step):
            draft.borne += notes.losses - losses


def _with_known(step: Step | Call, known: Collection[str]) -> Step | Call:
    after = None if step.after is None else tuple(id_ for id_ in step.after if id_ in known)
    if isinstance(step, Call):
        return replace(step, after=after)
    returns_to = step.returns_to if step.returns_to in known else None
    return replace(step, after=after, returns_to=returns_to, doubtful=True)


def _report_unknown_step(
    notes: Notes,
    where: str,
    keyword: Keyword,
    scalar: Scalar,
    known: dict[str, Place],
    names: Mapping[str, str],
) -> None:
    id_ = scalar.text
    if id_ in notes.lost_words:
        notes.loss()
        return
    named = names.get(id_)
    suggestion = named or notes.guess(id_, known)
    if suggestion is None and (name := notes.guess(id_, names)) is not None:
        suggestion = names[name]
    notes.report(
        "unknown-reference",
        path(where, f"{keyword.name}.{id_}"),
        scalar,
        message='the matter has no step "{id}"',
        remedy='that is a name; its id is "{suggestion}" ({place})'
        if named
        else 'did you mean "{suggestion}" ({place})?'
        if suggestion
        else "write [] if it may start at once"
        if keyword.name == "after" and id_ in _NOTHING
        else "name a step of this matter, or leave it out",
        id=id_,
        suggestion=suggestion,
        place=spot(known[suggestion]) if suggestion else None,
    )


def without_steps(steps: Sequence[Step | Call], lost: AbstractSet[str]) -> tuple[Step | Call, ...]:
    """The steps less the lost ones: what followed a lost one follows what that one followed."""
    if not lost:
        return tuple(steps)
    before = order_as_written(steps)
    kept: list[Step | Call] = []
    for step in steps:
        if step.id in lost:
            continue
        if not lost.isdisjoint(before[step.id]):
            step = replace(step, after=_through(step.id, before, lost))
        if isinstance(step, Step) and step.returns_to in lost:
            step = replace(step, returns_to=None)
        kept.append(step)
    return tuple(kept)


def _through(
    id_: str, before: dict[str, tuple[str, ...]], lost: AbstractSet[str]
) -> tuple[str, ...]:
    """What the step follows once the order passes through the lost ones."""
    waiting, seen, found = list(reversed(before[id_])), set(), []
    while waiting:
        earlier = waiting.pop()
        if earlier in seen:
            continue
        seen.add(earlier)
        if earlier in lost:
            waiting += reversed(before[earlier])
        else:
            found.append(earlier)
    return tuple(found)


def _break_cycles(notes: Notes, drafts: list[StepDraft]) -> None:
    """Report each cycle at the `after` that closes it, and drop that one."""
    before = order_as_written([draft.step for draft in drafts])
    if _is_in_order(before):
        return
    by_id = {draft.step.id: draft for draft in drafts}
    dropped: dict[str, set[str]] = {}
    for cycle in find_cycles(before):
        _report_cycle(notes, by_id[cycle[0]], cycle)
        dropped.setdefault(cycle[0], set()).add(cycle[-1])
    for id_, closing in dropped.items():
        after = tuple(earlier for earlier in before[id_] if earlier not in closing)
        by_id[id_].step = _after_only(by_id[id_].step, after)


def _is_in_order(before: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether each step follows only steps that stand above it, so that no cycle can be."""
    above: set[str] = set()
    for id_, earlier in before.items():
        if not above.issuperset(earlier):
            return False
        above.add(id_)
    return True


def _after_only(step: Step | Call, after: tuple[str, ...]) -> Step | Call:
    if isinstance(step, Call):
        return replace(step, after=after)
    return replace(step, after=after, doubtful=True)


def _report_cycle(notes: Notes, draft: StepDraft, cycle: list[str]) -> None:
    written = draft.after.get(cycle[-1])
    notes.report(
        "order-cycle",
        path(draft.where, f"after.{cycle[-1]}"),
        notes.place(written) if written else draft.step.place,
        message="the order runs in a circle: {cycle}",
        remedy='take "{earlier}" out of "{after}" of "{step}", or correct another of them',
        cycle=" → ".join([*cycle, cycle[0]]),
        earlier=cycle[-1],
        step=draft.step.id,
        after=notes.spelled(STEP.keyword("after")),
    )
