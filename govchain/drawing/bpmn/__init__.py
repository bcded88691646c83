"""A chart in BPMN 2.0: the process that its arrows mean, and where our own layout puts it."""
