"""Which rules the oracle knows: every file `rules_<name>.py` says in `RULES` what it judges.

A file with a function `of_chain` is asked about each chain, one with `of_registry` about what is of
no matter; nothing else has to know of it.
"""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from .attestation import Chains
from .catalogue import Catalogue
from .chain import Chain
from .claims import Claims
from .finding import Found

HERE = Path(__file__).parent


@cache
def modules() -> tuple[ModuleType, ...]:
    names = sorted(path.stem for path in HERE.glob("rules_*.py"))
    return tuple(import_module(f"{__package__}.{name}") for name in names)


def known_rules() -> frozenset[str]:
    """The rules that the oracle judges."""
    return frozenset[str]().union(*(module.RULES for module in modules()))


def found_in(chain: Chain, claims: Claims) -> Iterator[Found]:
    """All findings of all rules on one chain."""
    for module in modules():
        if hasattr(module, "of_chain"):
            yield from module.of_chain(chain, claims)


def found_in_registry(catalogue: Catalogue, chains: Chains) -> Iterator[Found]:
    """All findings of these rules that are of no matter."""
    for module in modules():
        if hasattr(module, "of_registry"):
            yield from module.of_registry(catalogue, chains)
