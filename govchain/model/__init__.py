"""The nouns of a civil servant (`nouns`), durations, and the one table of words (`vocabulary`)."""
