"""A theme: what its matters hand on to one another, and how far they are with its goals."""
