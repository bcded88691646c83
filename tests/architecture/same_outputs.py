"""Two trees tell the same: `python -m tests.architecture.same_outputs OTHER [CATALOGUES]`.

All outputs of this tree and of the other, a checkout of another version, are held against one
another, in both languages: of both workspaces of the real catalogue, of each example, and of random
catalogues (300, if no number is given). Printed is what differs, and how much was compared; the
exit status is 1 if anything differs.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.oracle.strategies import some_catalogues, to_yaml

HOME = Path(__file__).parents[2]
LANGUAGES = ("zh", "en")
SEED = 15
MOST_SHOWN = 40


def main(other: str, catalogues: str = "300") -> int:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "catalogues.json")
        file.write_text(json.dumps([*workspaces(), *drawn(int(catalogues))]), encoding="utf-8")
        here, there = (digests(tree, file) for tree in (HOME, Path(other).resolve()))
    differing = sorted(name for name in there if here.get(name) != there[name])
    print(*differing[:MOST_SHOWN], sep="\n")
    new = len(here.keys() - there.keys())
    print(f"{len(there)} outputs there, {new} more here: {len(differing)} of those there differ")
    return int(bool(differing))


def workspaces() -> Iterator[dict[str, str]]:
    """The texts of the real catalogue before and after reform, and of each other example."""
    registry = texts_below(HOME / "matters")
    yield registry
    for folder in sorted((HOME / "examples").iterdir()):
        if texts := texts_below(folder):
            yield texts if folder.name != "after-reform" else registry_of(registry) | texts


def texts_below(folder: Path) -> dict[str, str]:
    files = sorted(folder.rglob("*.yaml"))
    return {file.relative_to(HOME).as_posix(): file.read_text(encoding="utf-8") for file in files}


def registry_of(texts: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in texts.items() if name.startswith("matters/registry/")}


def drawn(count: int) -> Iterator[dict[str, str]]:
    for files in some_catalogues(count, SEED):
        yield {name: to_yaml(documents) for name, documents in files}


def digests(
    tree: Path, file: Path, languages: Sequence[str] = LANGUAGES, seed: str = "random"
) -> dict[str, str]:
    """Each output of a tree by its name, with its digest: what the tree itself makes of the
    catalogues, in a run of its own with that `PYTHONHASHSEED`."""
    run = subprocess.run(
        [sys.executable, "-P", "-m", "tests.architecture.outputs", str(file), *languages],
        cwd=tree,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(tree)},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return dict(line.rsplit("\t", 1) for line in run.stdout.splitlines())


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
