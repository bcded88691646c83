"""The formats of a picture, one a file: each writes a chart, arranged in columns, as text."""
