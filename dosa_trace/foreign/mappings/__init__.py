"""How a sheet is read, as somebody said it: typed, saved beside it, or known of many."""
