"""Who sits there: language, stdout and stderr, interrupts, what they did wrong."""
