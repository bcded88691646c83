"""The views, one a file: each makes the pages of its subject."""
