"""All rules over a catalogue: findings, what they gain, which goes before which."""
