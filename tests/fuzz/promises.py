"""What holds for every case, whatever its files say: each promise finds what breaks it."""

from __future__ import annotations

import io
import json
import os
import re
import traceback
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import govchain
from govchain.findings import Finding, Place
from govchain.rewriting.definitions import rewritten
from tests.fuzz.cases import PLACES, Case
from tests.fuzz.running import (
    LONGEST,
    MOST_MEMORY,
    SECRET,
    Outcome,
    TookTooLong,
    laid_out,
    outcome_of,
)
from tests.fuzz.workspaces import WITNESS, WITNESS_TEXT
from tests.reporting.reports import DATE
from tests.rewriting.saying import comments_of, model_of

ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""What no output may contain: control characters, turns of writing, halves of characters."""
_FORGED = re.compile(r"^ *::[\w-]+[ :]|##(?:vso|teamcity)?\[", re.MULTILINE)
_ANNOTATION = re.compile(r"::(error|warning|notice) [^:]*::.*\Z")
_LINE_END = re.compile("\r\n|\r|\n")


@dataclass(frozen=True)
class Breach:
    """A promise that was broken, and how."""

    promise: str
    how: str

    @property
    def kind(self) -> str:
        """What two breaches have in common that have one cause."""
        return f"{self.promise}: {self.how.splitlines()[0][:200]}" if self.how else self.promise


def breaches_of(case: Case, home: Path) -> list[Breach]:
    """What the case breaks."""
    try:
        with laid_out(case, home) as workspace:
            if case.command == PLACES:
                return list(breaches_of_places(case))
            outcome = outcome_of(case, home)
            broken = [breach for judge in PROMISES for breach in judge(case, outcome)]
            if any(breach.promise == "no fault of ours" for breach in broken):
                broken.append(Breach("traceback", _traceback(case, home)))
            broken += _changed_files(case, workspace)
            return broken
    except TookTooLong:
        return [Breach("bounded", f"more than {2 * LONGEST:.0f} s")]


def no_fault(case: Case, outcome: Outcome) -> Iterator[Breach]:
    """No traceback, no exit 3, no other status than those that are documented."""
    if outcome.error is not None:
        yield Breach("no fault of ours", _trace_of(outcome.error))
    elif outcome.status not in (0, 1, 2):
        lines = [line for line in outcome.stderr.decode(errors="replace").splitlines() if line]
        yield Breach("no fault of ours", f"exit {outcome.status}: {' '.join(lines)[:300]}")
    if b"Traceback (most recent" in outcome.stdout + outcome.stderr:
        yield Breach("no fault of ours", "a traceback is shown")


def stays_in_bounds(case: Case, outcome: Outcome) -> Iterator[Breach]:
    """Neither time nor memory without end."""
    if outcome.seconds > LONGEST:
        yield Breach("bounded", f"more than {LONGEST:.0f} s")
    if outcome.megabytes > MOST_MEMORY:
        yield Breach("bounded", f"more than {MOST_MEMORY} MB")


def writes_inside(case: Case, outcome: Outcome) -> Iterator[Breach]:
    """Nothing is written outside the folder that was asked for, and nothing half stays there."""
    for touched in outcome.touched:
        yield Breach("writes inside", touched)
    for name in outcome.written:
        if os.path.basename(name).startswith("."):
            yield Breach("writes inside", f"left behind: {name}")


def text_stays_text(case: Case, outcome: Outcome) -> Iterator[Breach]:
    """No control character, no turn of writing, no forged command of a log in any output."""
    written = {n: text for file in outcome.written.items() for n, text in _texts_in(*file)}
    texts = {"stdout": outcome.stdout, "stderr": outcome.stderr, **written}
    for name, content in texts.items():
        if name.endswith(".xlsx"):
            continue  # no text: programs that show it read its cells
        try:
            text = content.decode()
        except UnicodeDecodeError as error:
            yield Breach("text stays text", f"{name} is not UTF-8: {error.reason}")
            continue
        if found := ACTING.search(text):
            line = text[: found.start()].count("\n") + 1
            yield Breach("text stays text", f"U+{ord(found[0]):04X} in {name}, line {line}")
        if SECRET in text:
            yield Breach("text stays text", f"{name} tells what stands outside the workspace")
        if name != "stdout" or "github" not in case.command:
            for forged in _FORGED.finditer(text):
                yield Breach("text stays text", f"a forged command in {name}: {forged[0]}")
        else:
            yield from _annotations(text)


def _texts_in(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """A file, or each that a workbook is made of."""
    if not name.endswith(".xlsx"):
        yield name, content
        return
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        for part in book.namelist():
            yield f"{name}/{part}", book.read(part)


def _annotations(text: str) -> Iterator[Breach]:
    for line in text.splitlines():
        if line.startswith("::") and not _ANNOTATION.match(line):
            yield Breach("text stays text", f"a forged command: {line[:80]}")


def is_well_formed(case: Case, outcome: Outcome) -> Iterator[Breach]:
    """What is meant for programs can be read by programs."""
    texts = {**outcome.written, _name_of(case): outcome.stdout}
    for name, content in texts.items():
        if not content:
            continue
        try:
            if name.endswith((".json", ".sarif")):
                json.loads(content)
            elif name.endswith((".svg", ".graphml")):
                ElementTree.fromstring(content)
        except (ValueError, ElementTree.ParseError) as error:
            yield Breach("well formed", f"{name}: {error}")


def _name_of(case: Case) -> str:
    """As what stdout would be kept in a file."""
    command, *options = case.command
    if "--write-baseline" in options or "-o" in options:
        return "stdout.txt"
    for format in ("json", "sarif", "graphml"):
        if format in options:
            return f"stdout.{format}"
    usual = {"compile": "json", "schema": "json", "render": "svg"}
    return f"stdout.{usual.get(command, 'txt')}"


def tells_the_witness(case: Case, outcome: Outcome) -> Iterator[Breach]:
    """The findings of a file that nobody touched and that nothing refers to are the same."""
    if not case.is_witnessed or case.command != ("check", "--format", "json"):
        return
    if not outcome.stdout:
        yield Breach("untouched files", f"nothing is told, exit {outcome.status}")
        return
    told = _of_witness(json.loads(outcome.stdout)["findings"])
    expected = witness_findings(case.language)
    for finding in expected:
        if finding not in told:
            yield Breach("untouched files", f"lost: {finding}")
    for finding in told:
        if finding not in expected:
            yield Breach("untouched files", f"new: {finding}")


_WITNESSED: dict[str, list[tuple[Any, ...]]] = {}


def witness_findings(language: str) -> list[tuple[Any, ...]]:
    """What is found in the witness where it stands alone."""
    if language not in _WITNESSED:
        from tests.cli.desk import run

        name = f"matters/{WITNESS}"
        home = Path.cwd().parent / "witness"
        with laid_out(Case({name: WITNESS_TEXT.encode()}, ()), home):
            said = run("check", "--format", "json", language=language)
        _WITNESSED[language] = _of_witness(json.loads(said.stdout)["findings"])
    return _WITNESSED[language]


def _of_witness(findings: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    keys = ("rule", "subject", "line", "column", "message", "fingerprint")
    return [
        tuple(finding[key] for key in keys)
        for finding in findings
        if finding["file"].endswith(WITNESS) and finding["family"] == "definition"
    ]


PROMISES: tuple[Callable[[Case, Outcome], Iterator[Breach]], ...] = (
    no_fault,
    stays_in_bounds,
    writes_inside,
    text_stays_text,
    is_well_formed,
    tells_the_witness,
)


def breaches_of_places(case: Case) -> Iterator[Breach]:
    """The library raises nothing but what it says, and every finding stands inside its file, under
    a name of its own."""
    try:
        catalogue = govchain.load(".", date=DATE)
        report = govchain.analyze(catalogue)
    except Exception as error:  # noqa: BLE001  whatever it is, it is a breach
        if type(error).__name__ != "WorkspaceError":
            yield Breach("no fault of ours", _trace_of(error))
        return
    for finding in report.findings:
        for place in (finding.place, *finding.related):
            yield from _outside(case, finding, place)
    named = {f.fingerprint: f for f in (*report.findings, *report.analysis.silenced)}
    for finding in (*report.findings, *report.analysis.silenced):
        if named[finding.fingerprint] is not finding:
            yield Breach("one name each", f"{finding.rule} {finding.subject}")


def _outside(case: Case, finding: Finding, place: Place) -> Iterator[Breach]:
    if not place.file and (place.line, place.column) == (1, 1):
        return
    content = case.files.get(place.file)
    if content is None:
        is_whole = (place.line, place.column) == (1, 1)
        if not is_whole or not os.path.lexists(place.file):
            yield Breach("places", f"{finding.rule} in a file that is not there: {place}")
        return
    lines = _LINE_END.split(_decoded(content))
    if place.line > len(lines) or place.line < 1:
        yield Breach("places", f"{finding.rule}: {finding.message}\nline {place} of {len(lines)}")
    elif not 1 <= place.column <= len(lines[place.line - 1]) + 1:
        yield Breach("places", f"{finding.rule}: {finding.message}\ncolumn {place}")


def _decoded(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    return content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")


def _changed_files(case: Case, workspace: Path) -> Iterator[Breach]:
    """What was read is as it was, or says the same, and nothing has come to it."""
    for name, content in case.files.items():
        file = workspace / name
        found = file.read_bytes() if file.is_file() else None
        if found != content and not (case.writes_anew and found and _says_the_same(found, content)):
            yield Breach("writes inside", f"changed: {name}")
    there = {str(f.relative_to(workspace)) for f in workspace.rglob("*") if not f.is_dir()}
    for name in sorted(there - {*case.files, *case.links, *case.pipes}):
        if not any(name.startswith(f"{link}/") for link in case.links):
            yield Breach("writes inside", f"come to the workspace: {name}")


def _says_the_same(found: bytes, content: bytes) -> bool:
    """A definition that was written anew, as far as its own words and comments say."""
    new, old = found.decode(), content.decode()
    is_at_rest = rewritten("a.yaml", found) == found
    return (
        is_at_rest
        and comments_of(new) == comments_of(old)
        and model_of({"a.yaml": new})[0] == model_of({"a.yaml": old})[0]
    )


def _traceback(case: Case, home: Path) -> str:
    """Where a fault came from: the command once more, as for those who look for one."""
    os.environ["GOVCHAIN_DEBUG"] = "1"
    try:
        error = outcome_of(case, home).error
    finally:
        del os.environ["GOVCHAIN_DEBUG"]
    return _trace_of(error) if error else ""


def _trace_of(error: BaseException) -> str:
    """The kind of the error and the last place of ours, then the whole trace."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "/govchain/" in frame.filename] or frames
    where = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else ""
    whole = "".join(traceback.format_exception(error))
    return f"{type(error).__name__} at {where}\n{error}\n{whole}"
