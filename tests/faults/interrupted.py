"""The long run: `python -m tests.faults.interrupted [RUNS] [COMMAND …]`.

Interrupts every command that writes so many times, and prints a line for each; where one left what
it may not, says what, and the exit status is 1.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.faults.interruptions import COMMANDS, interrupted


def main(arguments: list[str]) -> int:
    runs = int(arguments[0]) if arguments else 200
    wanted = arguments[1:]
    status = 0
    for command in COMMANDS:
        if wanted and command.name not in wanted:
            continue
        with tempfile.TemporaryDirectory() as folder:
            try:
                print(f"{command.name:12} {interrupted(command, runs, Path(folder))}", flush=True)
            except AssertionError as error:
                print(f"{command.name:12} {error}", flush=True)
                status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
