"""A compiled chain as a tree in the terminal: its steps, their data, and what was found."""
