"""Results as files: names that are safe, writing that is whole or not at all."""
