"""Answers → what is written of a matter: each is held against the language and the registry.

The reader judges what an answer says, so that nobody is told here what `check` would not say.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from govchain.cli.desk.drafts.first_matter import FirstData, FirstStep
from govchain.cli.desk.names import Shelf, ids_named
from govchain.cli.desk.shelves import departments_in
from govchain.cli.terminal.wrong_use import ONE_OF, WrongUse
from govchain.language.fixed_words import LONGEST_ID, RESERVED_IDS
from govchain.language.keywords import Keyword
from govchain.language.matter import MATTER, STEP, TIME_LIMIT
from govchain.language.near_words import UNITS
from govchain.model.characters import one_line
from govchain.model.duration import parse_duration
from govchain.model.ids import composed, is_id
from govchain.model.nouns import Definitions
from govchain.reader.ground.nodes import Node, Scalar
from govchain.reader.ground.notes import Notes
from govchain.reader.values.fields import read_id
from govchain.reader.values.quantities import read_count, read_duration
from govchain.reader.values.words import read_word
from govchain.reporting.words import noted

TYPE, APPLICANT, KIND = MATTER.keyword("type"), MATTER.keyword("applicant"), STEP.keyword("kind")
BY_THE_APPLICANT = "apply"
"""The kind of step that no office takes."""

_ID, _VOLUME = MATTER.keyword("matter"), MATTER.keyword("volume")
_TIME = TIME_LIMIT.keyword("promised")
_NUMBER = re.compile(r"[0-9]{1,6}")
_LENGTH = re.compile(r"[0-9]{1,6}\s*+(\D*+)")
_BETWEEN = re.compile("[,，]")
_IS = re.compile("[=＝]")
_NO_PART_OF_ID = re.compile(r"[^\w.-]+")
_RESERVED = {*RESERVED_IDS, *RESERVED_IDS.values()}
_DEFINE = noted('a department that is not defined yet is written with its name: "{name}=…"')
_DEFINE_DATA = noted('data that is not defined yet is written with who holds it: "…={name}=…"')
_AS_DEPARTMENT = noted("a new department is written ID=NAME")
_AS_MATERIAL = noted("a material is written NAME, NAME=DATA or NAME=DATA=DEPARTMENT")

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class _Start:
    """Where an answer stands: it is all that was typed."""

    line: int = 0
    column: int = 0
    index: int = 0


@dataclass(slots=True)
class FillingIn:
    """What answers mean. WrongUse where one means nothing.

    `language` is that of the keywords, and so of days. `expect_free` is asked whether an id has
    room. `newcomers` are departments that were answered and are not in the registry yet, by id:
    their names; `new_data` is data of which the same is so.
    """

    known: Definitions
    language: str
    expect_free: Callable[[str], None] = lambda id: None
    newcomers: dict[str, str] = field(default_factory=dict)
    new_data: dict[str, FirstData] = field(default_factory=dict)

    def id(self, text: str) -> str:
        """An id that no matter has yet."""
        text = self._id(text)
        self.expect_free(text)
        there = self.known.matters.get(text)
        if there is not None:
            raise WrongUse(
                'the matter "{id}" is defined already, in "{file}"',
                "choose another id",
                id=text,
                file=there.place.file,
            )
        return text

    def department(self, text: str) -> str:
        """The id of the department, by id or name; one that is defined here is noted as new.

        Where the registry has none yet, any name will do.
        """
        id_, is_new, name = _sides(text, _AS_DEPARTMENT)
        known = self.known.registry.departments
        if not is_new:
            id_ = text_in(id_)
            if known and id_ not in self.newcomers:
                return _one(id_, departments_in(known, _DEFINE))
            id_, name = _id_like(id_), id_
        id_ = self._id(id_)
        if id_ in self.newcomers:
            return id_
        if id_ in known:
            raise WrongUse(
                'the department "{id}" is defined already, as "{name}"',
                "leave the name out, or choose another id",
                id=id_,
                name=known[id_].name,
            )
        self.newcomers[id_] = text_in(name)
        return id_

    def name_of(self, department: str) -> str:
        """What the department is called, where that means no other; else its id."""
        known = self.known.registry.departments
        name = known[department].name if department in known else department
        return name if departments_in(known).called(name) == [department] else department

    def word(self, keyword: Keyword, text: str) -> str:
        """The fixed value that is meant, in its English spelling."""
        return self._read(read_word, keyword, text)

    def words_of(self, keyword: Keyword) -> list[str]:
        """The fixed values of the keyword in the language."""
        return [*(keyword.words.values() if self.language == "zh" else keyword.words)]

    def duration(self, text: str) -> str:
        """A length of time as it is written; a number alone means working days."""
        text = text.strip()
        if _NUMBER.fullmatch(text) and int(text) > 0:
            text = f"{text}个工作日" if self.language == "zh" else f"{text}d"
        self._read(read_duration, _TIME, text)
        return text

    def count(self, text: str) -> str:
        """A whole number."""
        return str(self._read(read_count, _VOLUME, text))

    def material(self, text: str) -> tuple[str, str]:
        """The name of a paper and the id of the data that it proves, as in `Lease=lease-record`;
        without one, that of the data of its name, if there are such. Data that is not in the
        registry is noted as new where who holds it is said too: `Lease=lease-record=housing`."""
        name, is_named, meant = _sides(text, _AS_MATERIAL)
        data, is_new, holder = _sides(meant, _AS_MATERIAL)
        known = self.known.registry.data
        shelf = Shelf(known, lambda id: (known[id].name,), noted('no data "{name}"'), _DEFINE_DATA)
        name = text_in(name)
        if not is_named:
            called = shelf.called(name)
            return name, called[0] if len(called) == 1 else ""
        if is_new:
            return name, self._new_data(data, holder)
        return name, data if data in self.new_data else _one(data, shelf)

    def _new_data(self, text: str, holder: str) -> str:
        """The id of data that is defined here."""
        name = text_in(text)
        id_ = self._id(_id_like(name))
        known = self.known.registry.data
        if id_ in known:
            raise WrongUse(
                'the data "{id}" is defined already, as "{name}"',
                "leave the department out, or choose another id",
                id=id_,
                name=known[id_].name,
            )
        self.new_data[id_] = FirstData(name, self.department(holder))
        return id_

    def step(self, text: str) -> FirstStep:
        """A kind, and perhaps the department and the time it takes: `review,housing,3d`."""
        kind, *rest = (part.strip() for part in _BETWEEN.split(text))
        times = [part for part in rest if _is_time(part)]
        departments = [part for part in rest if part and not _is_time(part)]
        if len(times) > 1 or len(departments) > 1:
            raise WrongUse(
                'a step is a kind, a department and a time, and "{text}" says more',
                "write each step for itself: review,housing,3d",
                text=text,
            )
        word = self.word(KIND, kind)
        return FirstStep(
            word,
            self._department_of_step(word, departments[0]) if departments else "",
            self.duration(times[0]) if times else "",
        )

    def _department_of_step(self, kind: str, text: str) -> str:
        """The id of who does a step of the kind; nobody does what the applicant does."""
        if kind == BY_THE_APPLICANT:
            keyword = STEP.keyword("department")
            raise WrongUse(
                '"{key}" has no place in a step of the applicant',
                "move it to the step in which an office acts, such as the next one",
                key=keyword.chinese if self.language == "zh" else keyword.name,
            )
        return self.department(text)

    def _id(self, text: str) -> str:
        """A new id; where it is none, one that reads like it is proposed."""
        text = composed(one_line(text).strip())
        meant = id_for(text)
        if meant and not is_id(text):
            raise WrongUse(
                '"{id}" is not an id', 'did you mean "{suggestion}"?', id=text, suggestion=meant
            )
        return self._read(read_id, _ID, text)

    def _read(
        self, read: Callable[[Notes, str, Keyword, Node], Value | None], keyword: Keyword, text: str
    ) -> Value:
        """What the reader makes of the text as a value of the keyword."""
        notes = Notes("", in_chinese=self.language == "zh")
        start = _Start()
        value = read(
            notes, "", keyword, Scalar(one_line(text).strip(), start, start, is_plain=True)
        )
        if value is None or notes.troubles:
            trouble = notes.troubles[0]
            raise WrongUse(trouble.message, trouble.remedy, **trouble.facts)
        return value


def text_in(text: str) -> str:
    """The text as one line; WrongUse where it says nothing."""
    text = one_line(text.replace("\ufeff", "")).strip()
    if not text:
        raise WrongUse("a text is missing", "write a word at least")
    return text


def id_for(name: str) -> str:
    """An id that reads like the name; empty where there is none."""
    text = _NO_PART_OF_ID.sub("-", composed(one_line(name))).strip("-_.")
    text = text.lower()[:LONGEST_ID].rstrip("-_.")
    return text if text and is_id(text) and text not in _RESERVED else ""


def _id_like(name: str) -> str:
    """The name, where it is an id; else one that reads like it, where there is one."""
    return name if is_id(name) else id_for(name) or name


def _is_time(part: str) -> bool:
    """Whether it is meant for a length of time, also with a unit that there is not."""
    found = _LENGTH.fullmatch(part)
    unit = found[1].strip() if found else ""
    return parse_duration(part) is not None or (found is not None and (not unit or unit in UNITS))


def _parted(text: str) -> tuple[str, str, str]:
    """What stands before the sign `=`, the sign, and what stands behind."""
    found = _IS.search(text)
    return (text[: found.start()], found[0], text[found.end() :]) if found else (text, "", "")


def _sides(text: str, form: str) -> tuple[str, str, str]:
    """The same, without blanks. WrongUse where one side of the sign says nothing."""
    before, sign, behind = (part.strip() for part in _parted(text))
    if sign and not (before and behind):
        raise WrongUse('on one side of "=" nothing stands: "{text}"', form, text=text)
    return before, sign, behind


def _one(text: str, shelf: Shelf) -> str:
    """The id that is meant; WrongUse where there is none, or several are called so."""
    found = ids_named(text, shelf)
    if len(found) > 1:
        raise WrongUse('"{name}" is the name of several', ONE_OF, name=text, known=tuple(found))
    return found[0]
