"""What is written for whoever begins: a first workspace, a first matter, by questions."""
