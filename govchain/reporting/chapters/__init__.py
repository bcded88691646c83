"""The chapters of the page that a planner reads, one a file, each of blocks."""
