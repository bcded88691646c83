"""The command line itself: options, help, what typer makes of what was typed."""
