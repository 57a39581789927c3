"""The files that a new catalogue begins with."""
