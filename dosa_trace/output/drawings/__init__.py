"""Pictures and the languages of graphs."""
