"""A mapping → an entry of the model: a step, a matter, a department, a link."""
