"""Two versions of a matter on one axis: what went, what stayed, what flows now."""
