"""Which files a command speaks of: workspace, settings, definition files."""
