"""A node → one value of the model: text, number, duration, guard, fact."""
