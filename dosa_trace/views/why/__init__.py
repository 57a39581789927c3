"""Why the state of a record is what it is, laid out."""
