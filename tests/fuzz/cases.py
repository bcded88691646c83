"""A case: a workspace on the disk and a command that is run there, drawn from a seed."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from govchain import pipeline
from govchain.reader.reading import read_texts
from govchain.reporting import lists
from govchain.reporting.baseline import Comparison, baseline_text, renewed
from tests.fuzz.mutations import DEFINITIONS, HOSTILE, TEXTS, dictionary, mutated
from tests.fuzz.workspaces import WITNESS, WITNESS_TEXT, Files, some_workspace
from tests.reporting.reports import DATE

SETTINGS = """\
paths = ["matters"]
select = ["sharing", "approvals", "definition", "materials"]
ignore = ["no-lead"]
language = "en"
baseline = "known.json"
[severity]
missing-link = "warning"
[limits]
reply-days = 5
visits = 2
"""
_ID = re.compile(r"(?:matter|事项): *([\w-]+)")

_NEW = ("-o", "../out/new.yaml")

Command: TypeAlias = "tuple[str, ...]"

PLACES: Command = ("places",)
"""No command: the library is asked for all findings, and where they stand."""


@dataclass(frozen=True)
class Case:
    """Files by their names in the workspace; links by theirs, with what they lead to.

    `is_witnessed`: only files of definitions other than the witness have been spoilt.
    """

    files: Files
    command: Command
    language: str = "en"
    links: dict[str, str] = field(default_factory=dict)
    pipes: tuple[str, ...] = ()
    is_witnessed: bool = False

    @property
    def writes_anew(self) -> bool:
        """Its command writes definitions in their own places."""
        return self.command[0] == "fmt" and not {"--check", "--diff"} & {*self.command}

    def as_json(self) -> str:
        told: dict[str, Any] = {
            "command": self.command,
            "language": self.language,
            "files": {n: c.decode("utf-8", "surrogateescape") for n, c in self.files.items()},
            "links": self.links,
            "pipes": self.pipes,
            "is_witnessed": self.is_witnessed,
        }
        return json.dumps({key: value for key, value in told.items() if value}, indent=1) + "\n"


def saved_case(file: Path) -> Case:
    """A case that has been kept."""
    told = json.loads(file.read_text(encoding="utf-8"))
    files = {n: c.encode("utf-8", "surrogateescape") for n, c in told.get("files", {}).items()}
    return Case(
        files,
        tuple(told["command"]),
        told.get("language", "en"),
        told.get("links", {}),
        tuple(told.get("pipes", ())),
        told.get("is_witnessed", False),
    )


def cases_of(seed: int) -> list[Case]:
    """The cases of a seed: one spoilt workspace, and some commands that are run in it."""
    chance = random.Random(seed)
    files = some_workspace(chance)
    known = baseline_of(files) if chance.random() < 0.2 else b""
    files[f"matters/{WITNESS}"] = WITNESS_TEXT.encode()
    case = Case(files, PLACES, chance.choice(("en", "zh")))
    case = chance.choice(_SPOILT)(case, chance, known)
    commands = [PLACES, *(some_command(case, chance) for _ in range(3))]
    return [_with_command(case, command) for command in commands]


def baseline_of(files: Files) -> bytes:
    """The baseline of the files as they are."""
    report = pipeline.analyze(pipeline.compile_reading(read_texts(files), DATE))
    entries = renewed((), Comparison(frozenset()), report.findings, "en")
    return baseline_text(entries).encode()


def _with_command(case: Case, command: Command) -> Case:
    return Case(case.files, command, case.language, case.links, case.pipes, case.is_witnessed)


def _spoilt_definitions(case: Case, chance: random.Random, known: bytes) -> Case:
    files = dict(case.files)
    for name in chance.sample(sorted(files), k=chance.choice((1, 1, 2))):
        if not name.endswith(WITNESS):
            files[name] = mutated(files[name], chance, DEFINITIONS)
    if known:
        files["known.json"] = known
    return Case(files, PLACES, case.language, is_witnessed=True)


def _spoilt_settings(case: Case, chance: random.Random, known: bytes) -> Case:
    text = mutated(SETTINGS.encode(), chance, TEXTS)
    name = "govchain.toml"
    if chance.random() < 0.3:
        name = "pyproject.toml"
        text = mutated(b"[tool.govchain]\n" + text.replace(b"\n[", b"\n[tool.govchain."), chance,
                       TEXTS)  # fmt: skip
    return Case({**case.files, name: text, "known.json": known or b"{}"}, PLACES, case.language)


def _spoilt_baseline(case: Case, chance: random.Random, known: bytes) -> Case:
    known = known or baseline_of(case.files)
    return Case({**case.files, "known.json": mutated(known, chance, TEXTS)}, PLACES, case.language)


def _spoilt_names(case: Case, chance: random.Random, known: bytes) -> Case:
    """Files renamed; links, pipes and folders where files of definitions are looked for."""
    files = dict(case.files)
    moved = chance.choice(sorted(set(files) - {f"matters/{WITNESS}"}))
    name = f"matters/{some_name(chance)}"
    files[name] = files.pop(moved)
    links: dict[str, str] = {}
    pipes: tuple[str, ...] = ()
    odd = f"matters/{some_name(chance)}"
    match chance.randrange(6):
        case 0 if odd not in files:
            goals = ("../secret", "../../secret", "/proc/self/environ", ".", "..", "nowhere", name)
            links[odd] = chance.choice(goals)
        case 1 if odd not in files:
            pipes = (odd,)
        case 2 if odd not in files:
            files[f"{odd}/inner.yaml"] = mutated(files[name], chance, DEFINITIONS)
        case 3 if odd not in files:
            links[chance.choice(("govchain.toml", "known.json"))] = "../secret"
        case _:
            files[name] = mutated(files[name], chance, DEFINITIONS)
    return Case(files, PLACES, case.language, links, pipes, is_witnessed=True)


_SPOILT: tuple[Callable[[Case, random.Random, bytes], Case], ...] = (
    _spoilt_definitions,
    _spoilt_definitions,
    _spoilt_definitions,
    _spoilt_definitions,
    _spoilt_definitions,
    _spoilt_settings,
    _spoilt_settings,
    _spoilt_baseline,
    _spoilt_names,
    _spoilt_names,
)


def some_name(chance: random.Random) -> str:
    """A name of a file that is hard to bear; no slash, and no more than a disk takes."""
    names = (
        "a\n::error file=x.py::forged", "a\x1b[31m", "a\u202eb", "\udcff\udcfe", "-x", "--help",
        "a b", "a%0Ab", "a,line=1::x", "'\"`$(id)", "[x](y)", "<b>&amp;", "{name}", "%s", "#a",
        "证", "é", "e\u0301", "x" * 200, "\\", "C:x", "nul", "~", "a\tb", "a\r", "\u2028", "*",
    )  # fmt: skip
    return chance.choice(names) + chance.choice((".yaml", ".yaml", ".yml"))


def some_command(case: Case, chance: random.Random) -> Command:
    """A command, as it is usual or with a word that is not."""
    commands: tuple[Command, ...] = (
        ("check", "--format", "json"),
        ("check", "--format", "json"),
        ("check",),
        ("check", "--format", "github"),
        ("check", "--format", "sarif"),
        ("check", "--select", "definition", "--sort", "place"),
        ("check", "--baseline", "known.json"),
        ("check", "--baseline", "known.json", "--format", "json"),
        ("check", "--write-baseline", "../out/known.json"),
        ("check", "--baseline", "known.json", "--write-baseline", "../out/known.json"),
        ("check", "-o", "../out/report.txt"),
        ("check", "."),
        ("check", some_file(case, chance)),
        ("analyze", "--limit", "0", "--jobs", "2"),
        ("analyze", "--format", "json"),
        ("analyze", "--format", "html"),
        ("analyze", "--matter", some_matter(case, chance)),
        ("analyze", "--department", some_word(case, chance)),
        ("analyze", "--theme", some_word(case, chance)),
        ("diff", ".", some_file(case, chance)),
        ("diff", "matters", ".", "--format", "json", "--limit", "0"),
        ("diff", some_file(case, chance), ".", "--format", "markdown"),
        ("diff", ".", ".", "--matter", some_matter(case, chance)),
        ("list", chance.choice(lists.names())),
        ("list", "--all", "--format", "json"),
        ("list", chance.choice(lists.names()), "--format", "csv"),
        ("list", "--all", "--format", "xlsx", "-o", "../out/lists.xlsx"),
        ("show", some_matter(case, chance)),
        ("show", some_matter(case, chance)),
        ("show", some_file(case, chance)),
        ("compile",),
        ("compile", some_matter(case, chance)),
        ("compile", "--format", "graphml"),
        ("render", "-o", "../out/pictures"),
        ("render", "-o", "../out/pictures", "--view", "chain"),
        ("render", "-o", "../out/pictures", "--format", "dot"),
        ("render", "-o", "../out/pictures", "--format", "mermaid"),
        ("render", some_matter(case, chance), "--scenario", f"{some_word(case, chance)}=yes"),
        ("explain", some_word(case, chance)),
        (chance.choice(("check", "show", "explain", "rules")), *some_option(case, chance)),
        (chance.choice(("analyze", "render", "compile")), *some_option(case, chance)),
        ("rules",),
        ("schema",),
        ("fmt",),
        ("fmt", "--keys", chance.choice(("zh", "en"))),
        ("fmt", some_file(case, chance)),
        ("fmt", chance.choice(("--check", "--diff"))),
        ("new", some_word(case, chance), "--department", some_word(case, chance), *_NEW),
        (
            "new",
            "--name",
            some_word(case, chance),
            "--department",
            "p=P",
            *_NEW,
            "--material",
            some_word(case, chance),
            "--step",
            f"accept,{some_word(case, chance)}",
        ),
        ("init", "../out/new"),
        ("init", f"../out/{some_name(chance)}"),
    )
    return chance.choice(commands)


def some_option(case: Case, chance: random.Random) -> Command:
    """An option with a word that may be none of its words."""
    options = (
        "--date", "--lang", "--workspace", "--select", "--ignore", "--sort", "--format", "--limit",
        "--fail-on", "--lever", "--view", "--baseline", "--nothing",
    )  # fmt: skip
    return chance.choice(options), some_word(case, chance)


def some_matter(case: Case, chance: random.Random) -> str:
    """Mostly the id of a matter."""
    ids = [
        id
        for name in sorted(case.files)
        for id in _ID.findall(case.files[name].decode("utf-8", "replace"))
    ]
    return chance.choice(ids) if ids and chance.random() < 0.9 else some_word(case, chance)


def some_file(case: Case, chance: random.Random) -> str:
    """The name of something in the workspace."""
    return chance.choice(sorted((*case.files, *case.links, *case.pipes, "matters")))


def some_word(case: Case, chance: random.Random) -> str:
    """A word of the files, of the dictionary, or one that no one would say."""
    texts = [case.files[name].decode("utf-8", "replace") for name in sorted(case.files)]
    words = re.findall(r"\w[\w-]*", chance.choice(texts)) or ["x"]
    found = chance.choice((chance.choice(words), chance.choice(dictionary()), _hostile(chance)))
    return found.replace("\x00", "") or "x"


def _hostile(chance: random.Random) -> str:
    return chance.choice((*HOSTILE, "a\n::error ::x", "\x1b[31m", "\u202e", "\udcff"))
