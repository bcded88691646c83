"""What a keyword and a form of the language are."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Shape(StrEnum):
    """What may stand as the value of a keyword."""

    ID = "id"
    """A new id, defined here."""
    TEXT = "text"
    TEXTS = "texts"
    PROVISIONS = "provisions"
    """Texts, or mappings of the form `of`."""
    REF = "reference"
    """The id of something defined elsewhere (`of`), or one of the reserved `words`."""
    REFS = "references"
    WORD = "word"
    """One of the fixed `words`."""
    WORDS = "words"
    OPEN_WORDS = "open words"
    """Any of the fixed `words`, or other texts."""
    YES_NO = "yes or no"
    DURATION = "duration"
    DATE = "date"
    DATES = "dates"
    COUNT = "whole number"
    SHARE = "number from 0 to 1"
    GUARD = "guard"
    FACTS = "facts"
    NEEDS = "needs"
    """Ids of data, or mappings of the form `of`."""
    ALTERNATIVES = "alternatives"
    """Ids of data, or a mapping of such ids to shares."""
    AMOUNT = "amount of yuan"
    FEE = "fee"
    """An amount of yuan, or a mapping of the form `of`."""
    ONE = "one mapping"
    MANY = "list of mappings"
    SECTION = "mapping of ids to mappings"
    FREE = "mapping of anything"
    """Kept as written, judged by no rule."""


_NAMING = frozenset({Shape.REF, Shape.REFS, Shape.ALTERNATIVES})
_WITHIN = frozenset({"steps", "checks"})
"""What references name that stands in the same matter or step."""


@dataclass(frozen=True, slots=True)
class Keyword:
    """One keyword: its spellings, what it takes, and what it says.

    `of` is the form of the mapping that is its value, or what its ids name: a section, or the
    `steps` of the matter or the `checks` of the step in which it stands. `words`
    maps each fixed value to its Chinese twin. `default` is what an absent key says, empty where
    it says nothing. `least` is the smallest whole number that makes sense.
    """

    name: str
    chinese: str
    shape: Shape
    about: str
    about_zh: str
    required: bool = False
    default: str = ""
    of: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    least: int = 0
    attribute: str = ""
    """Its name among the nouns of the model, where that is not the keyword itself."""

    def __post_init__(self) -> None:
        if not self.attribute:
            object.__setattr__(self, "attribute", self.name.replace("-", "_"))

    def is_among(self, names: Collection[str]) -> bool:
        """One of the names is this keyword, in either language."""
        return self.name in names or self.chinese in names

    @property
    def section(self) -> str:
        """The section of the registry, or `matters`, whose ids it names; empty where none."""
        names = self.shape in _NAMING and self.of not in _WITHIN
        return self.of if names else ""

    def meaning(self, text: str) -> str | None:
        """The fixed value that the text spells, in either language; None if none."""
        if text in self.words:
            return text
        return next((word for word, twin in self.words.items() if twin == text), None)


@dataclass(frozen=True)
class Form:
    """A kind of mapping: what it is called, and the keywords it takes."""

    name: str
    chinese: str
    keywords: tuple[Keyword, ...]
    spelled: Mapping[str, Keyword] = field(init=False, repr=False)
    """Each spelling, English and Chinese, to its keyword."""
    required: tuple[Keyword, ...] = field(init=False, repr=False)
    references: tuple[Keyword, ...] = field(init=False, repr=False)
    """Those that name ids of a section, one or several of which each is itself."""

    def __post_init__(self) -> None:
        english = {keyword.name: keyword for keyword in self.keywords}
        chinese = {keyword.chinese: keyword for keyword in self.keywords}
        object.__setattr__(self, "spelled", english | chinese)
        required = tuple(keyword for keyword in self.keywords if keyword.required)
        object.__setattr__(self, "required", required)
        naming = (keyword for keyword in self.keywords if keyword.section)
        references = tuple(k for k in naming if k.shape is not Shape.ALTERNATIVES)
        object.__setattr__(self, "references", references)

    def keyword(self, name: str) -> Keyword:
        """The keyword of that spelling; KeyError if the form has none."""
        return self.spelled[name]
