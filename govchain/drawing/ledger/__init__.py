"""The ledger: a row for each part of a folded matter, what it takes, and what people bring."""
