"""What follows from what is on file: since when it is known, its name, who searched it."""
