"""Other versions of a workspace: a folder, or a revision of git, held against the one at hand."""
