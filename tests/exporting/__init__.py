"""A catalogue for other engines."""
