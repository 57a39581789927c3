"""Everything at once: the report, the page, and the figures of a note."""
