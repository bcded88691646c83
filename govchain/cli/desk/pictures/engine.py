"""The machine's own `dot`: another program, which may be absent, broken or slow."""

from __future__ import annotations

import subprocess

from govchain.cli.terminal.wrong_use import WrongUse
from govchain.reporting.words import noted

PATIENCE = 120.0
"""Seconds in which `dot` has to lay a picture out; one of 500 steps takes it some ten."""

_LONGEST = 200
"""How much is told of what it says."""

_WITHOUT = noted("leave --engine out: govchain lays pictures out by itself")


def laid_out(source: str) -> str:
    """The graph as SVG. WrongUse where there is no `dot`, or none that draws."""
    try:
        done = subprocess.run(
            ["dot", "-Tsvg"],
            input=source.encode(errors="replace"),
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except FileNotFoundError:
        raise WrongUse(
            "the program `dot` is not installed",
            "install Graphviz, or leave --engine out: govchain lays pictures out by itself",
        ) from None
    except subprocess.TimeoutExpired:
        raise WrongUse(
            "the program `dot` did not end within {n} seconds", _WITHOUT, n=int(PATIENCE)
        ) from None
    except OSError as error:
        why = error.strerror or ""
        raise WrongUse("the program `dot` cannot be run: {why}", _WITHOUT, why=why) from error
    drawn = done.stdout.decode(errors="replace")
    if done.returncode != 0 or not drawn.rstrip().endswith("</svg>"):
        said = done.stderr.decode(errors="replace").strip().partition("\n")[0][:_LONGEST]
        why = said or f"{done.returncode}"
        raise WrongUse("the program `dot` gave no picture: {why}", _WITHOUT, why=why)
    return drawn
