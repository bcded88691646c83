"""Mutated workspaces, and what holds for every one of them.

`cases` draws a case from a seed, `mutations` spoils texts, `running` runs the command of a case in
this process and watches it, `promises` says what was broken, `reducing` makes a failing case small,
`hunt` looks for failing ones as long as it is told to.
"""
