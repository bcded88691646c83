"""A mend as a planner would write it: an edit of the definitions.

What cannot be written in one place (an alternative that some no longer bring, an element of a
called matter, which others call too) is left to the planner: `NotWritable`.
"""

from __future__ import annotations

import math

from govchain.analysis.questions.holders import able_holders
from govchain.compiler.chain import Chain
from govchain.compiler.needs import Need
from govchain.mends import (
    DecideAtOnce,
    DropCheck,
    DropMaterial,
    DropStep,
    DropVisit,
    Join,
    Mend,
    NeedKey,
    RunInParallel,
    ShareData,
    ShortenPromise,
    TakeWord,
    Together,
)
from govchain.model.nouns import APPLICANT
from tools.mending.definitions import Definitions, Document, as_list, step_of, with_order_written


class NotWritable(Exception):
    """The mend has no single place in the definitions of its own matter."""


def write(mend: Mend, chain: Chain, definitions: Definitions) -> None:
    """Writes the mend of a finding on the chain into the definitions."""
    matter = definitions.matter(chain.matter.id)
    match mend:
        case DropMaterial(number):
            _drop_material(number, chain, matter)
        case DropStep(step):
            _drop_step(_own(step), matter)
        case DropCheck(step, criterion):
            entry = step_of(matter, _own(step))
            entry["checks"] = [id for id in as_list(entry["checks"]) if id != criterion]
        case DropVisit(step):
            _drop_visit(step_of(matter, _own(step)))
        case DecideAtOnce(steps):
            for step in steps:
                step_of(matter, _own(step))["time"] = "0"
        case ShortenPromise():
            _shorten_promise(chain, matter)
        case RunInParallel(first, second):
            _run_in_parallel(_own(first), _own(second), matter)
        case Join(what):
            matter["joined"] = [*as_list(matter.get("joined")), what]
        case ShareData(data):
            for need in chain.needs_of_data(data):
                if chain.supply_of(need).state.burdens_applicant:
                    _open_link(need, chain, definitions)
        case TakeWord(number, needs):
            _take_word(needs, chain, matter)
            _drop_material(number, chain, matter)
        case Together(mends):
            for part in mends:
                write(part, chain, definitions)
        case _:
            raise NotWritable


def _own(step: str) -> str:
    if "/" in step:
        raise NotWritable
    return step


def _drop_material(number: int, chain: Chain, matter: Document) -> None:
    material = next(m for m in chain.materials if m.number == number)
    if material.origin:
        raise NotWritable
    position = chain.matter.materials.index(material.written)
    matter["materials"][position] = {"name": "-", "necessity": "optional"}


def _drop_visit(step: Document) -> None:
    """Nobody comes any more: where its channels are written, it is offered online too."""
    step["visit"] = "0"
    if "channel" in step:
        step["channel"] = list(dict.fromkeys([*as_list(step["channel"]), "online"]))


def _shorten_promise(chain: Chain, matter: Document) -> None:
    """As many days as the rest takes where its approvals take none."""
    approvals = tuple(step.id for step in chain.steps if step.is_approval)
    left = chain.mended(DecideAtOnce(approvals)).metrics().worst.counted_days
    promised = chain.matter.time_limit.promised
    if promised is not None and left < promised.days:
        matter["time-limit"]["promised"] = f"{math.ceil(left)}d"


def _drop_step(id: str, matter: Document) -> None:
    with_order_written(matter)
    before = step_of(matter, id)["after"]
    matter["steps"] = [step for step in matter["steps"] if step["id"] != id]
    for step in matter["steps"]:
        if step.get("returns-to") == id:
            del step["returns-to"]
        if id in step["after"]:
            kept = [other for other in step["after"] if other != id]
            step["after"] = list(dict.fromkeys([*kept, *before]))


def _run_in_parallel(first: str, second: str, matter: Document) -> None:
    with_order_written(matter)
    for step in matter["steps"]:
        if second in step["after"]:
            step["after"] = list(dict.fromkeys([*step["after"], first]))
    entry = step_of(matter, second)
    kept = [id for id in entry["after"] if id != first]
    entry["after"] = list(dict.fromkeys([*kept, *step_of(matter, first)["after"]]))


def _open_link(need: Need, chain: Chain, definitions: Definitions) -> None:
    department = chain.step(need.step).department
    if department is None:
        return
    holders = [*able_holders(need, chain), *chain.supply_of(need).holders]
    known = [holder for holder in holders if holder != APPLICANT]
    if not known:
        raise NotWritable
    link = {"data": need.data, "from": known[0], "to": department}
    definitions.links.append({**link, "update": "realtime", "purpose": "-"})


def _take_word(needs: tuple[NeedKey, ...], chain: Chain, matter: Document) -> None:
    for key in needs:
        entry = step_of(matter, _own(key[0]))
        need = next(need for need in chain.needs(key[0]) if need.key == key)
        if not need.criteria:
            raise NotWritable
        promised = [*as_list(entry.get("promised")), *need.criteria]
        entry["promised"] = list(dict.fromkeys(promised))
