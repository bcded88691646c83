"""Definitions → the same definitions, in the order and layout of the language, or in its other
spelling. Works on the text as it stands: what is not moved is not touched."""
