"""The layout of money."""
