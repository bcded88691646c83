"""Ids that nothing defines, and which known one each probably means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from govchain.findings import Place
from govchain.language.registry import REGISTRY
from govchain.reader.ground.notes import Notes, Reference, path, spot
from govchain.reader.ground.spelling import Dictionary
from govchain.reader.resolve.pruning import Known

_GUESSES = 200
"""For how many unknown ids of a section a known one is proposed: where a whole registry is
missing, guessing would take longer than all the rest."""


class Guesses:
    """Which ids are unknown, and which known one each probably means."""

    def __init__(
        self, known: Known, names: Mapping[str, Mapping[str, str]], lost_words: set[str]
    ) -> None:
        """`names`: section -> name -> the id of the one thing in it that has this name."""
        self._known = known
        self._names = names
        self._lost_words = lost_words
        self._dictionaries: dict[str, Dictionary] = {}
        self._guessed: dict[tuple[str, str], str | None] = {}
        self._patience: dict[str, int] = {}

    def report_unknown(self, notes: Notes, references: Iterable[Reference]) -> bool:
        """Report each reference to an id that nothing defines; whether there was any.

        An id that stands in a text which could not be read may be defined there: of it nothing
        is said.
        """
        unknown = [ref for ref in references if ref.id not in self._known.of(ref.section)]
        for reference in unknown:
            if reference.id not in self._lost_words and reference.id not in notes.lost_words:
                self._report(notes, reference)
        return bool(unknown)

    def _report(self, notes: Notes, reference: Reference) -> None:
        section = reference.section
        named = self._names.get(section, {}).get(reference.id)
        guess = named or self._guess(reference)
        notes.report(
            "unknown-reference",
            path(path(reference.where, reference.key), reference.id),
            Place(notes.file, reference.line, reference.column),
            message='no department "{id}" is defined'
            if section == "departments"
            else 'no data "{id}" is defined'
            if section == "data"
            else 'no criterion "{id}" is defined'
            if section == "criteria"
            else 'no matter "{id}" is defined',
            remedy='that is a name; its id is "{suggestion}" ({place})'
            if named
            else 'did you mean "{suggestion}" ({place})?'
            if guess
            else "define it, or correct the id"
            if section == "matters"
            else 'define it under "{section}", or correct the id',
            section=_written(notes, section),
            id=reference.id,
            suggestion=guess,
            place=spot(self._known.of(section)[guess]) if guess else None,
        )

    def _guess(self, reference: Reference) -> str | None:
        asked = (reference.section, reference.id)
        if asked not in self._guessed:
            self._guessed[asked] = self._closest(*asked)
        return self._guessed[asked]

    def _closest(self, section: str, id_: str) -> str | None:
        left = self._patience[section] = self._patience.get(section, _GUESSES) - 1
        if left < 0:
            return None
        if section not in self._dictionaries:
            self._dictionaries[section] = Dictionary(self._known.of(section))
        return self._dictionaries[section].closest(id_)


def _written(notes: Notes, section: str) -> str | None:
    """The section as the author of the document would write it; None of matters."""
    keyword = REGISTRY.spelled.get(section)
    return notes.spelled(keyword) if keyword else None
