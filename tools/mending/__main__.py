"""`python -m tools.mending [FOLDER]`: each mend written, its benefit held against the figures."""

from __future__ import annotations

import datetime
import sys
from collections import Counter
from pathlib import Path

from tools.mending.trial import trials

DATE = datetime.date(2026, 6, 1)


def main() -> int:
    """Prints how many findings of each lever were mended, and every fault; 1 if there is one."""
    folder = Path(sys.argv[1] if sys.argv[1:] else "matters")
    mended: Counter[str] = Counter()
    wrong = 0
    for trial in trials(folder, DATE):
        finding = trial.proof.finding
        mended[finding.lever.value] += 1
        for fault in trial.faults:
            wrong += 1
            print(f"{finding.rule} {finding.matter} {finding.step} {finding.subject}: {fault}")
    for lever, count in sorted(mended.items()):
        print(f"{lever}: {count} mended in the definitions")
    print(f"{wrong} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
