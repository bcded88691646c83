"""`python -m govchain` is the command `govchain`."""

from govchain.cli.app import main

main()
