"""What all of reading stands on: nodes, notes on them, how a word is spelt."""
