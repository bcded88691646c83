"""Ids that nothing defines, and which known one each probably means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from govchain.findings import Place
from govchain.language.registry import REGISTRY
from govchain.reader.ground.notes import Notes, Reference, path, spot
from govchain.reader.ground.short_forms import ShortForms
from govchain.reader.ground.spelling import Dictionary, is_chinese
from govchain.reader.ground.wide_signs import bare
from govchain.reader.resolve.pruning import Known

_GUESSES = 200
"""For how many unknown ids of a section a known one is proposed: where a whole registry is
missing, guessing would take longer than all the rest."""


_LONG_ENOUGH = 6
"""A Chinese name of so many characters is still known by the others when one is wrong: 财政局 is no
slip of 民政局."""


class _Words:
    """The ids of a section and the names that only one of them has."""

    def __init__(self, ids: Iterable[str], names: Mapping[str, str]) -> None:
        self._names = names
        self._ids = Dictionary(ids)
        self._close = Dictionary(names)
        self._short = ShortForms(names)

    def closest(self, id_: str) -> tuple[str | None, str]:
        """The id that is meant, and the name by which it was found; None of none."""
        text = bare(id_)
        if (by_spelling := self._ids.closest(text)) is not None:
            return by_spelling, ""
        name = text if text in self._names else None
        if len(text) >= _LONG_ENOUGH or not is_chinese(text):
            name = name or self._close.closest(text)
        name = name or self._short.meant(text)
        return (self._names[name], name) if name else (None, "")


class Guesses:
    """Which ids are unknown, and which known one each probably means."""

    def __init__(
        self, known: Known, names: Mapping[str, Mapping[str, str]], lost_words: set[str]
    ) -> None:
        """`names`: section -> name -> the id of the one thing in it that has this name."""
        self._known = known
        self._names = names
        self._lost_words = lost_words
        self._words: dict[str, _Words] = {}
        self._guessed: dict[tuple[str, str], tuple[str | None, str]] = {}
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
        guess, name = (named, "") if named else self._guess(reference)
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
            else 'did you mean "{suggestion}" ({name}, {place})?'
            if name
            else 'did you mean "{suggestion}" ({place})?'
            if guess
            else "define it, or correct the id"
            if section == "matters"
            else 'define it under "{section}", or correct the id',
            section=_written(notes, section),
            id=reference.id,
            suggestion=guess,
            name=name,
            place=spot(self._known.of(section)[guess]) if guess else None,
        )

    def _guess(self, reference: Reference) -> tuple[str | None, str]:
        asked = (reference.section, reference.id)
        if asked not in self._guessed:
            self._guessed[asked] = self._closest(*asked)
        return self._guessed[asked]

    def _closest(self, section: str, id_: str) -> tuple[str | None, str]:
        left = self._patience[section] = self._patience.get(section, _GUESSES) - 1
        if left < 0:
            return None, ""
        if section not in self._words:
            self._words[section] = _Words(self._known.of(section), self._names.get(section, {}))
        return self._words[section].closest(id_)


def _written(notes: Notes, section: str) -> str | None:
    """The section as the author of the document would write it; None of matters."""
    keyword = REGISTRY.spelled.get(section)
    return notes.spelled(keyword) if keyword else None
