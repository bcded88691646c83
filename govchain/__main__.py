"""`python -m govchain` is the command `govchain`."""

from __future__ import annotations

import sys


def main() -> None:
    """What the console script runs: before anything else is imported, signals end it quietly."""
    try:
        from govchain.cli.terminal.interrupts import end_quietly

        end_quietly()
    except KeyboardInterrupt:
        sys.exit(130)
    from govchain.cli.app import main as run

    run()


if __name__ == "__main__":
    main()
