"""The workspaces that are measured: a made city, a busy one, and sets that are hard on purpose."""
