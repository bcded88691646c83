"""Alternatives (`any`): data of which one is enough, and how many applicants have which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from govchain.language.keywords import Keyword
from govchain.model.figures import in_full
from govchain.reader.ground.nodes import Node, Pairs
from govchain.reader.ground.notes import Notes, listed, path, spot
from govchain.reader.values.fields import read_references, refer, report_empty
from govchain.reader.values.shares import Shares, read_shares


@dataclass(frozen=True, slots=True)
class Alternatives:
    """Ids of data, of which an applicant has one; their shares where they are written."""

    ids: tuple[str, ...] = ()
    shares: Shares | None = None


def read_alternatives(
    notes: Notes, where: str, keyword: Keyword, node: Node
) -> Alternatives | None:
    """A list of ids, or a mapping of ids to shares. One alone is no alternative: it has none."""
    if isinstance(node, Pairs):
        options, shares = read_shares(notes, where, keyword, node)
        ids = [
            refer(notes, where, keyword, key, text)
            for text, key in options.items()
            if "：" not in text  # it would be reported again as unknown
        ]
        return Alternatives(tuple(ids), shares if len(ids) > 1 else None) if ids else None
    losses = notes.losses
    found = read_references(notes, where, keyword, node)
    if found == () and notes.losses == losses:
        report_empty(notes, where, keyword, node)
    return Alternatives(found) if found else None


def settle_shares(notes: Notes, where: str, found: Alternatives, node: Node) -> None:
    """Report shares that differ from those stated before, in this matter, of the same data."""
    if found.shares is None:
        return
    shares = dict(zip(found.ids, found.shares, strict=True))
    first, place = notes.shares.setdefault(frozenset(shares), (shares, notes.place(node)))
    if first != shares:
        notes.report(
            "rival-facts",
            path(where, "any"),
            node,
            message="the same alternatives have other shares at another place: "
            "{here} here, {there} at {place}",
            remedy="write the same shares at both places, or leave them out at one of them",
            related=(place,),
            here=_told(shares),
            there=_told(first),
            place=spot(place),
        )


def _told(shares: Mapping[str, Fraction]) -> str:
    return listed(f"{id_} {in_full(share)}" for id_, share in sorted(shares.items()))
