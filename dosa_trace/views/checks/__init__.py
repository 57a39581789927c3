"""What a check found, and the pages of the rules."""
