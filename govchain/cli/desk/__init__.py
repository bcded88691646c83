"""What commands share: the catalogue, names people write, what is told and how it ends."""
