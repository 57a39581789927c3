"""The figures of a note of one's own."""
