"""The views of a chain, one a file: each decides the columns in which the cards stand."""
