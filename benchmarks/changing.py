"""What is done to a workspace between two runs."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.processes import Failed

TIME = re.compile(r"\btime: (\d)d")


def change_a_matter(folder: Path) -> None:
    """In the middle one of the matters, or the next that has one, a step takes another time."""
    files = sorted((folder / "matters").glob("*/matter-*.yaml"), key=lambda file: file.name)
    for file in files[len(files) // 2 :]:
        text = file.read_text(encoding="utf-8")
        changed = TIME.sub(_another_time, text, count=1)
        if changed != text:
            file.write_text(changed, encoding="utf-8")
            return
    raise Failed(f"no step of {folder} takes days that could be others")


def _another_time(found: re.Match[str]) -> str:
    return f"time: {int(found[1]) % 9 + 1}d"
