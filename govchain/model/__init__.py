"""The nouns of a civil servant (`nouns`), durations, figures, settings."""
