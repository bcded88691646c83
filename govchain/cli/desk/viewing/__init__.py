"""A local page that follows the files while they are edited."""
