#!/usr/bin/env python3
"""The one door: `python3 make.py analyze`, `python3 make.py test` create what they need.

Needs Python 3.11 or newer and nothing else: it makes a virtual environment in `.venv`, installs
the project into it, and runs the task. A second run finds the environment ready.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

HOME = Path(__file__).resolve().parent
ENVIRONMENT = HOME / ".venv"
BIN = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
LOWEST = HOME / ".venv-lowest"
LOWEST_TESTS = (
    *(f"tests/cli/test_{name}.py" for name in ("check", "commands", "progress", "wrong_use")),
    "tests/compiler/test_working_days.py",
    *(f"tests/drawing/test_{name}.py" for name in ("font", "golden", "pdf", "png", "pptx")),
    "tests/drawing/test_text_formats.py",
    *(f"tests/reader/test_{name}.py" for name in ("sources", "unclosed", "values", "vocabulary")),
    "tests/reporting/test_formats.py",
    "tests/reporting/test_translations.py",
)
"""What meets each library at its edges, in under a minute of the processor."""
NOT_TRIED = 3
"""Exit status of `lowest` where the oldest versions cannot be installed."""
TESTING = frozenset(
    ["babel", "fonttools", "hypothesis", "jsonschema", "lxml", "pypdf", "pytest", "pytest-xdist"]
)
"""What of `dev` the tests themselves import; the rest judges style and types."""


def analyze(*arguments: str) -> None:
    """The main job: analyse the real catalogue (further arguments go to `govchain analyze`)."""
    prepare("")
    run(BIN / "govchain", "analyze", *(arguments or ("matters",)))


def test(*arguments: str) -> None:
    """Everything CI runs: style, types, architecture, tests."""
    prepare("[dev]")
    python = BIN / "python"
    run(python, "-m", "ruff", "check", ".")
    run(python, "-m", "ruff", "format", "--check", ".")
    run(BIN / "lint-imports")
    types = subprocess.Popen([str(python), "-m", "mypy"], cwd=HOME)  # beside the tests
    try:
        run(python, "-m", "pytest", "-n", "auto", "--dist", "worksteal", *arguments)
    finally:
        is_typed = types.wait() == 0
    if not is_typed:
        sys.exit("the types are not right: see what mypy says above")


def ready(*arguments: str) -> None:
    """Installs what the tests need, and runs nothing."""
    prepare("[dev]")


def lowest(*arguments: str) -> None:
    """A fast part of the tests, with the oldest versions that pyproject.toml promises."""
    python = LOWEST / BIN.name / "python"
    if is_behind(stamp := LOWEST / ".installed"):
        create(LOWEST)
        if not has_installed(python, *lowest_versions()):
            print("the oldest versions cannot be had here: not tried", file=sys.stderr)
            sys.exit(NOT_TRIED)
        stamp.write_text(wanted())
    run(python, "-m", "pytest", "-n", "auto", *(arguments or LOWEST_TESTS))


def oracle(*arguments: str) -> None:
    """The long comparison with the brute-force oracle; give the number of catalogues."""
    prepare("[dev]")
    run(BIN / "python", "-m", "tests.oracle.long_run", *arguments)


def bench(*arguments: str) -> None:
    """Measures what docs/performance.md reports."""
    prepare("[dev]")
    run(BIN / "python", "-m", "benchmarks", *arguments)


def docs(*arguments: str) -> None:
    """Makes the compiled translations, docs/catalogue and docs/gallery; with --check only looks."""
    prepare("[dev]")
    run(BIN / "python", "-m", "tools.translations", *arguments)
    run(BIN / "python", "-m", "tools.catalogue", *arguments)
    run(BIN / "python", "-m", "tools.gallery", *arguments)


TASKS: dict[str, Callable[..., None]] = {
    task.__name__: task for task in (analyze, test, ready, lowest, oracle, bench, docs)
}


def prepare(extra: str) -> None:
    """Makes the environment and installs the project, unless that has been done."""
    stamp = ENVIRONMENT / f".installed{extra}"
    if not (is_behind(stamp) and is_behind(ENVIRONMENT / ".installed[dev]")):
        return
    create(ENVIRONMENT)
    print("installing govchain into .venv …", file=sys.stderr)
    run(BIN / "python", "-m", "pip", "install", "-q", "-e", f".{extra}")
    stamp.write_text(wanted())


def create(environment: Path) -> None:
    """Makes a virtual environment, unless it is there."""
    python = environment / BIN.name / "python"
    if not python.exists() and not python.with_suffix(".exe").exists():
        print(f"making the virtual environment {environment.name} …", file=sys.stderr)
        venv.create(environment, with_pip=True)


def is_behind(stamp: Path) -> bool:
    """Whether what the project wants has changed since, or never was installed."""
    return not stamp.exists() or stamp.read_text() != wanted()


def wanted() -> str:
    """What the project wants installed, as a few digits."""
    return hashlib.sha256((HOME / "pyproject.toml").read_bytes()).hexdigest()


def lowest_versions() -> list[str]:
    """What the project needs, and its tests, each in the lowest version that it names."""
    import tomllib  # only here: older Pythons are to get as far as the word that they are too old

    project = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    tools = [tool for tool in extras["dev"] if name_of(tool) in TESTING]
    named = [*project["dependencies"], *extras["pictures"], *tools]
    return [re.sub(r">=([\w.]+).*", r"==\1", requirement) for requirement in named]


def name_of(requirement: str) -> str:
    return re.split("[<>=]", requirement)[0]


def has_installed(python: Path, *packages: str) -> bool:
    """Whether pip could install them."""
    command = [str(python), "-m", "pip", "install", "-q", *packages]
    return subprocess.run(command, cwd=HOME, check=False).returncode == 0


def run(*command: str | Path) -> None:
    """Runs a command in the project's folder; stops with its exit status where it fails."""
    finished = subprocess.run([str(part) for part in command], cwd=HOME, check=False)
    if finished.returncode:
        sys.exit(finished.returncode)


def main() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036  older ones get as far as this line
        sys.exit("govchain needs Python 3.11 or newer")
    task, *arguments = sys.argv[1:] or ["help"]
    if task not in TASKS:
        lines = [f"  python3 make.py {name:8} {task.__doc__}" for name, task in TASKS.items()]
        sys.exit("\n".join(["usage:", *lines]))
    TASKS[task](*arguments)


if __name__ == "__main__":
    main()
