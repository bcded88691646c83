"""The cases that a picture is of: choices `fact=option`, as they are typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from govchain.cli.terminal.wrong_use import WrongUse, expect_one_of
from govchain.compiler.catalogue import Catalogue
from govchain.reporting.words import noted


def choices_of(texts: Sequence[str], catalogue: Catalogue, ids: Sequence[str]) -> dict[str, str]:
    """fact -> option, as `--scenario` has them. WrongUse where a matter knows none of it."""
    choices: dict[str, str] = {}
    for text in texts:
        fact, equals, option = text.partition("=")
        if not equals:
            raise WrongUse('"{text}" is no choice', "write it as fact=option", text=text)
        _expect_option(fact, option, _options_of(catalogue, ids))
        _expect_no_other(fact, option, choices)
        choices[fact] = option
    return choices


def _options_of(catalogue: Catalogue, ids: Sequence[str]) -> dict[str, set[str]]:
    """The facts of the chains, and their options."""
    options: dict[str, set[str]] = {}
    for id in ids:
        for fact in catalogue.chains[id].expansion.facts.values():
            options.setdefault(fact.id, set()).update(fact.options)
    return options


def _expect_option(fact: str, option: str, options: Mapping[str, set[str]]) -> None:
    if not options:
        raise WrongUse("the chain has no facts to choose from", "leave --scenario out")
    expect_one_of(noted('no fact "{name}"'), fact, sorted(options))
    message = noted('the fact "{fact}" has no option "{name}"')
    expect_one_of(message, option, sorted(options[fact]), fact=fact)


def _expect_no_other(fact: str, option: str, choices: Mapping[str, str]) -> None:
    """No case has two options of one fact: no chain could be drawn of it."""
    if (chosen := choices.get(fact, option)) != option:
        raise WrongUse(
            'the fact "{fact}" cannot be both "{chosen}" and "{option}"',
            "choose one; a fact that is not named keeps all its options",
            fact=fact,
            chosen=chosen,
            option=option,
        )
