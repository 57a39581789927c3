"""Which links nobody has drawn."""
