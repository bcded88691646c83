"""The long hunt: `python -m tests.fuzz.hunt [SECONDS] [SEED]`.

Runs the cases of one seed after the other. A breach is printed with its seed, made small and kept
in `tests/fuzz/found/`, where the tests run it from then on; the same breach is not kept twice.
SECONDS 0 looks at the one seed only; an interrupted hunt still says what it found. The exit status
is 1 where something was broken.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.fuzz.cases import Case, cases_of
from tests.fuzz.promises import Breach, breaches_of
from tests.fuzz.reducing import reduced

FOUND = Path(__file__).resolve().parent / "found"


def main(arguments: list[str]) -> int:
    seconds = float(arguments[0]) if arguments else 3600
    seed = int(arguments[1]) if len(arguments) > 1 else int(time.time())
    end = time.monotonic() + seconds
    kinds: Counter[str] = Counter()
    ran, began = 0, seed
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(KeyboardInterrupt):
        while True:
            for case in cases_of(seed):
                ran += 1
                for breach in breaches_of(case, Path(folder, "case")):
                    kinds[breach.kind] += 1
                    if kinds[breach.kind] == 1:
                        _tell(seed, case, breach, Path(folder, "smaller"))
            gc.collect()  # what a command lets last grows old here, and is looked at seldom
            seed += 1
            if time.monotonic() >= end:
                break
    print(f"{ran} runs of {seed - began} seeds ({began} to {seed - 1}), {len(kinds)} breaches")
    for kind, count in kinds.most_common():
        print(f"{count:6} {kind}")
    return 1 if kinds else 0


def _tell(seed: int, case: Case, breach: Breach, home: Path) -> None:
    """Prints a breach and keeps a small case of it."""
    print(f"seed {seed}: {breach.promise}: {breach.how[:1500]}\n  command {case.command}")
    smaller = reduced(case, breach, home)
    FOUND.mkdir(exist_ok=True)
    file = FOUND / f"{hashlib.sha256(breach.kind.encode()).hexdigest()[:8]}.json"
    file.write_text(smaller.as_json(), encoding="utf-8")
    print(f"  kept as {file.name}\n{smaller.as_json()[:1500]}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
