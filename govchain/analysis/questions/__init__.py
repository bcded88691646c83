"""What is asked of chains and catalogues: definitions of docs/semantics, section 2."""
