"""The rules, one a file in the folder of its family, its pages beside it."""
