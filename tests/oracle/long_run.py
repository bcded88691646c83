"""The long comparison: `python -m tests.oracle.long_run [CATALOGUES] [SEED]`.

Prints how many catalogues were judged, how long it took, how often each rule fired, and the first
disagreement, if there is one (then the exit status is 1).
"""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor

from tests.oracle.agreement import compared
from tests.oracle.strategies import some_catalogues

PART = 500
"""Catalogues drawn with one seed."""


def main(arguments: list[str]) -> int:
    wanted = int(arguments[0]) if arguments else 100_000
    first = int(arguments[1]) if len(arguments) > 1 else 1_000
    begun = time.monotonic()
    fired: Counter[str] = Counter()
    judged = 0
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for count, rules, trouble in pool.map(judge_part, range(first, first - (-wanted // PART))):
            judged, fired = judged + count, fired + rules
            if trouble:
                print(trouble)
                return 1
    print(f"{judged} catalogues agree, {time.monotonic() - begun:.0f} s")
    for rule, count in sorted(fired.items()):
        print(f"{count:8} {rule}")
    return 0


def judge_part(number: int) -> tuple[int, Counter[str], str]:
    """Judges one part: how many catalogues, what fired, the first disagreement."""
    fired: Counter[str] = Counter()
    judged = 0
    for files in some_catalogues(PART, number):
        judged += 1
        found, verdict = compared(files)
        fired.update(rule for rule, *_ in (verdict.findings if verdict else ()))
        if found:
            return judged, fired, "\n".join([f"seed {number}", *found[:20], repr(files)])
    return judged, fired, ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
