"""Pictures as a command line asks for them: of what, how, and where they go."""
