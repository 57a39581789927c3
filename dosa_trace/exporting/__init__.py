"""A catalogue as tables that other engines read, and from which they recompute its figures."""
