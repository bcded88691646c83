"""The formats of lists."""
