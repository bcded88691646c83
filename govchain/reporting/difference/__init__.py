"""What lies between two catalogues: figures, findings and links before and after."""
