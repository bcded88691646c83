"""The steps of a matter, calls included."""

from __future__ import annotations

from dataclasses import dataclass

from govchain.language.matter import CALL, FEE, MATTER, STEP
from govchain.model.nouns import Call, Fee, Step
from govchain.reader.entries.forms import read_form
from govchain.reader.entries.keys import Record, report_missing
from govchain.reader.entries.needs import read_needs
from govchain.reader.entries.promises import settle_promised
from govchain.reader.ground.items import item_name
from govchain.reader.ground.nodes import Node, Pairs, Scalar, is_bare, scalars_in
from govchain.reader.ground.notes import Notes, path
from govchain.reader.values.fields import items_of
from govchain.reader.values.quantities import read_amount

_MATTER, _KIND = CALL.keyword("matter"), STEP.keyword("kind")
_CALLING = frozenset({_MATTER.name, _MATTER.chinese})
_NO_PART_OF_APPLYING = ("department", "needs", "checks", "promised")


@dataclass(slots=True)
class StepDraft:
    """A step as read, before its order is settled.

    `where` is its key path. `after` and `returns_to` are the values that name other steps, as
    they stand. `is_lost`: the step cannot be used, but the order passes through its place.
    `borne` counts the losses that make only this step doubtful, not its whole matter.
    """

    step: Step | Call
    where: str
    after: dict[str, Scalar]
    returns_to: dict[str, Scalar]
    is_lost: bool = False
    borne: int = 0


def read_steps(notes: Notes, node: Node) -> list[StepDraft]:
    """The steps of a matter in the order of the list; none of a matter that is only listed."""
    keyword = MATTER.keyword("steps")
    if is_bare(node):
        return []
    nodes = [node] if isinstance(node, Pairs) else items_of(notes, "", keyword, node) or ()
    drafts = [_read_step(notes, item, n) for n, item in enumerate(nodes, 1)]
    return [draft for draft in drafts if draft is not None]


def _read_step(notes: Notes, node: Node, position: int) -> StepDraft | None:
    where = path("steps", item_name(node, position))
    losses = notes.losses
    form = CALL if is_call(node) else STEP
    record = read_form(notes, where, form, node)
    if record is None:
        return None
    values = record.values
    is_lost = "id" not in values or (form is CALL and "matter" not in values)
    bears = not is_lost and "kind" in values
    values.setdefault("id", f"#{position}")  # no id reads so: it stands for a lost step
    step: Step | Call
    if form is CALL:
        step = Call(**{"name": values["id"], "matter": ""} | values, place=notes.place(node))
    else:
        _complete_step(notes, where, node, record)
        step = Step(**values, place=notes.place(node), doubtful=notes.losses != losses)
    after, returns_to = (_named_steps(record, key) for key in ("after", "returns_to"))
    borne = notes.losses - losses if bears else 0
    return StepDraft(step, where, after, returns_to, is_lost, borne)


def is_call(node: Node) -> bool:
    """Whether the step calls a matter: it has the key that names one."""
    if isinstance(node, Pairs):
        for key, _ in node.entries:
            if isinstance(key, Scalar) and key.text in _CALLING:
                return True
    return False


def _named_steps(record: Record, attribute: str) -> dict[str, Scalar]:
    return scalars_in(record.nodes[attribute]) if attribute in record.values else {}


def _complete_step(notes: Notes, where: str, node: Node, record: Record) -> None:
    """Add to the values of a step what the table of words alone does not say."""
    values, nodes = record.values, record.nodes
    if "kind" not in record.keys:
        _report_no_kind(notes, where, node)
    kind = values.setdefault("kind", "other")
    values.setdefault("name", "")
    if "needs" in nodes:
        values["needs"] = read_needs(notes, where, nodes["needs"])
    if "fee" in nodes:
        values["fee"] = _read_fee(notes, where, nodes["fee"])
    if kind == "apply":
        _report_offices_of_applicant(notes, where, record)
    if "checks" in values:
        values["check_places"] = tuple(map(notes.place, scalars_in(nodes["checks"]).values()))
    if "promised" in values:
        values["promised"] = settle_promised(notes, where, record)
    if "visit" in values:
        values["visit_place"] = notes.place(record.keys["visit"])
    if values.get("independent") and "basis" not in record.keys:
        report_missing(notes, where, STEP.keyword("basis"), record.keys["independent"])


def _report_no_kind(notes: Notes, where: str, node: Node) -> None:
    notes.report(
        "missing-key",
        path(where, "kind"),
        node,
        message='the step has neither "{kind}" nor "{matter}"',
        remedy='add "{kind}", or "{matter}" to call the steps of another matter',
        kind=notes.spelled(_KIND),
        matter=notes.spelled(_MATTER),
    )


def _report_offices_of_applicant(notes: Notes, where: str, record: Record) -> None:
    """Report what a step of the applicant may not have, and leave it out."""
    for attribute in _NO_PART_OF_APPLYING:
        if attribute in record.keys:
            record.values.pop(attribute, None)
            notes.report(
                "wrong-shape",
                path(where, attribute),
                record.keys[attribute],
                message='"{key}" has no place in a step of the applicant',
                remedy="move it to the step in which an office acts, such as the next one",
                key=notes.spelled(STEP.keyword(attribute)),
            )


def _read_fee(notes: Notes, where: str, node: Node) -> Fee | None:
    if not isinstance(node, Pairs):
        amount = read_amount(notes, where, STEP.keyword("fee"), node)
        return None if amount is None else Fee(amount)
    record = read_form(notes, path(where, "fee"), FEE, node)
    return Fee(**record.values) if record is not None and "amount" in record.values else None
