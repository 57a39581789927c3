"""How the figures came about, what changed, and how long answers took."""
