"""What changed and how long it took, laid out."""
