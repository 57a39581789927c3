"""The report and the brief."""
