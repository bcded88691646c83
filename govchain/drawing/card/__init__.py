"""How the card of a step looks, from its own top left corner."""
