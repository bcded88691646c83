"""By which numbers a matter knows its applicants (一号).

semantics.md section 2, "Service": other-number.
"""

from __future__ import annotations

from govchain.language.matter import MATTER
from govchain.model.nouns import Matter

_NUMBERS = MATTER.keyword("identified-by")
_CITIZEN, _ENTITY = "citizen-id", "credit-code"
_CALLED = {_CITIZEN: ("身份", "citizen", "identity"), _ENTITY: ("信用代码", "credit")}
"""What is part of the words by which people call the two numbers."""
_OF_APPLICANTS = {"person": (_CITIZEN,), "entity": (_ENTITY,), "both": (_CITIZEN, _ENTITY)}


def common_numbers(matter: Matter) -> tuple[str, ...]:
    """The numbers by which all offices know its applicants."""
    return _OF_APPLICANTS.get(matter.applicant or "both", ())


def numbers_instead(matter: Matter) -> tuple[str, ...]:
    """The other numbers by which it knows them; none where it takes the common ones too."""
    others = tuple(word for word in matter.identified_by if _meant_by(word) is None)
    return () if _takes_common_numbers(matter) else others


def are_numbers_examples(matter: Matter) -> bool:
    """By which numbers it knows them stands for an example: nobody is held to that."""
    return _NUMBERS.is_among(matter.illustrative)


def _meant_by(word: str) -> str | None:
    """Which of the two numbers the word stands for."""
    said = word.casefold()
    return next((n for n, parts in _CALLED.items() if any(part in said for part in parts)), None)


def _takes_common_numbers(matter: Matter) -> bool:
    """It names the number of its applicants; where it is not written who they are, either."""
    taken = {_meant_by(word) for word in matter.identified_by}
    if matter.applicant is None:
        return not taken.isdisjoint((_CITIZEN, _ENTITY))
    return taken.issuperset(_OF_APPLICANTS[matter.applicant])
