"""A made city, and how long the work on it takes (`python -m benchmarks`)."""
