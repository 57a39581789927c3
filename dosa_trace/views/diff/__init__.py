"""What an edit changes, laid out."""
