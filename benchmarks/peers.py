"""Other programs that look at the same files, each installed by the run that measures it.

They come from their registries, into a folder of their own: yamllint and check-jsonschema by pip,
Spectral by npm. Before one is measured it has to tell a sound file from a faulty one.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.processes import Cost, Failed, Program, alternated, output_of, status_of
from benchmarks.programs import govchain, raw

SPECTRAL = "@stoplight/spectral-cli"

RULES = {
    "step-id": ("$.steps[*].id", "^[a-z0-9-]+$"),
    "step-kind": ("$.steps[*].kind", "^[a-z-]+$"),
    "step-time": ("$.steps[*].time", "^[0-9]+(min|h|d|cd|w|mo|y)$"),
    "paper-data": ("$.materials[*].data", "^[a-z0-9-]+$"),
}
"""What Spectral is asked: where, and what has to stand there."""


@dataclass(frozen=True, slots=True)
class PeerCost:
    """A program on the files of the made city: its name and version, its yardstick, its cost."""

    name: str
    raw: Cost
    cost: Cost


@dataclass(frozen=True, slots=True)
class Peer:
    """A program: what tells its version, and what looks at these files of this folder."""

    name: str
    version: Program
    over: Callable[[Path, Sequence[str]], Program]


def peer_costs(peers: Sequence[Peer], city: Path, rounds: int) -> Iterator[PeerCost]:
    """What each costs over the files of the city, in turn with the yardstick."""
    files = [file.relative_to(city).as_posix() for file in sorted(city.rglob("*.yaml"))]
    for peer in peers:
        prove(peer, city / files[-1])
        costs = alternated({"raw": raw(city), "peer": peer.over(city, files)}, rounds)
        yield PeerCost(f"{peer.name} {_version(peer)}", costs["raw"], costs["peer"])


def installed_peers(tools: Path) -> tuple[Peer, ...]:
    """The programs, in that folder; what it holds already is not fetched again."""
    tools.mkdir(parents=True, exist_ok=True)
    bin = tools / "venv" / "bin"
    if not (bin / "check-jsonschema").exists():
        _install(sys.executable, "-m", "venv", str(tools / "venv"))
        _install(str(bin / "python"), "-m", "pip", "install", "-q", "yamllint", "check-jsonschema")
    spectral = tools / "node_modules" / ".bin" / "spectral"
    if not spectral.exists():
        _install("npm", "install", "--silent", "--no-audit", "--prefix", str(tools), SPECTRAL)
    return (
        _peer("yamllint", bin / "yamllint", "-d", "relaxed"),
        _peer("check-jsonschema", bin / "check-jsonschema", "--schemafile", _schema(tools)),
        _peer("Spectral", spectral, "lint", "--quiet", "--ruleset", _rules(tools)),
    )


def _install(*words: str) -> None:
    if not shutil.which(words[0]):
        raise Failed(f"{words[0]} is not there, so a peer cannot be fetched")
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Failed(f"{' '.join(words)}: {done.stderr[-2000:] or done.stdout[-2000:]}")


def _peer(name: str, program: Path, *options: str) -> Peer:
    def over(folder: Path, files: Sequence[str]) -> Program:
        return Program((str(program.absolute()), *options, *files), folder)

    return Peer(name, Program((str(program), "--version")), over)


def _schema(tools: Path) -> str:
    """The schema of the language as we print it."""
    return _written(tools / "schema.json", output_of(govchain("schema")))


def _rules(tools: Path) -> str:
    """Four rules in the form that Spectral reads; JSON is YAML."""
    rules = {name: _rule(given, pattern) for name, (given, pattern) in RULES.items()}
    return _written(tools / "rules.yaml", json.dumps({"rules": rules}))


def _rule(given: str, pattern: str) -> dict[str, object]:
    then = {"function": "pattern", "functionOptions": {"match": pattern}}
    return {"severity": "error", "given": given, "then": then}


def _written(file: Path, text: str) -> str:
    file.write_text(text, encoding="utf-8")
    return str(file.absolute())


def _version(peer: Peer) -> str:
    return output_of(peer.version).split()[-1]


def prove(peer: Peer, sound: Path) -> None:
    """Failed unless the program passes a file of the city and stops at one with a key twice."""
    text = sound.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        _written(folder / "sound.yaml", text)
        _written(folder / "faulty.yaml", text + "matter: again\n")
        told = [status_of(peer.over(folder, [name])) for name in ("sound.yaml", "faulty.yaml")]
    if told != [0, 1]:
        raise Failed(f"{peer.name} cannot tell a sound file from a faulty one: it ends with {told}")
