"""Bytes → YAML nodes with their places, and what is wrong with the text."""
