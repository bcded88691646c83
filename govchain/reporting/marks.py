"""What the number of a finding says, for whoever meets one: ⓪-1 and the characters after it."""

from __future__ import annotations

from collections.abc import Iterable

from govchain.reporting.words import Words


def marks_in_words(marks: Iterable[str], spoken: Words) -> str:
    """How to read these; empty where none of them has a number in its matter."""
    if not any(" " in mark for mark in marks):
        return ""
    return spoken.say(
        "Numbers of findings, as in pictures: first where it stands, ⓪ the "
        "matter as a whole, ③ the third matter of a joint service, 3 the third step of another; "
        "then which finding it is there. What follows is its fingerprint."
    )
