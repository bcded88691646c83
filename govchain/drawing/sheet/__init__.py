"""The whole sheet: head, flow, legend, the strip of findings."""
