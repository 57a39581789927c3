"""What the figures depend on, and what would follow if some of it were otherwise."""
