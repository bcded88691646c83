"""The matrix of departments: who owes whom how many data, and what of it flows."""
