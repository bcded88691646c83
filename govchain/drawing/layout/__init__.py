"""Where everything of a chart stands."""
