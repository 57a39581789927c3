"""What the figures depend on, laid out."""
