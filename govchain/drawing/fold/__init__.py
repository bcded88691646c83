"""A matter folded: what is said of each of its parts, before anybody decides where it stands."""
