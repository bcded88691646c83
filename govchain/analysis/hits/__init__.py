"""What says a hit: its facts, names and numbers, shared by several rules."""
