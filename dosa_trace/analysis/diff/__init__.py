"""What an edit changes, on file and in the figures."""
