"""All entries → definitions in which every id names something, and calls end."""
