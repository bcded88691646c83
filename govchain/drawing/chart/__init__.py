"""What a picture says of a chain, before anybody has decided where it stands."""
