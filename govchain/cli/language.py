"""Which language a person is spoken to in, before any settings are read.

Imported before typer, whose own words ("Options", "Usage") are looked up as it is imported.
"""

from __future__ import annotations

import gettext
import os

from govchain.reporting.words import DOMAIN, LOCALES, Words, words

LANGUAGES = ("zh", "en")


def environment_language() -> str | None:
    """`GOVCHAIN_LANG`, where it names a language we speak."""
    chosen = os.environ.get("GOVCHAIN_LANG", "")
    return next((language for language in LANGUAGES if chosen.startswith(language)), None)


def locale_language() -> str:
    """The language of the locale: Chinese or English."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    set_ = next((value for name in names if (value := os.environ.get(name))), "")
    return "zh" if set_.startswith("zh") else "en"


def spoken_here() -> Words:
    """The words of help texts, which are made before options and settings are known."""
    return words(environment_language() or locale_language())


def teach_typer() -> None:
    """Lets typer say its own words in that language."""
    here = spoken_here()
    if here.language == "zh":
        os.environ["LANGUAGE"] = "zh_CN"
        gettext.bindtextdomain(DOMAIN, str(LOCALES))
        gettext.textdomain(DOMAIN)


teach_typer()
_ = spoken_here().say
