"""The report as sheets."""
