"""The brute-force oracle: semantics.md again, naive, without one line of govchain."""
