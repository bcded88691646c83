"""What a list (清单) is: typed columns, rows with their proof, and how both are told."""
