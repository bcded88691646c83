"""The formats of a picture, one a file: each writes pages, as a file each or all into one, or the
steps of a chain for a program that lays them out."""
