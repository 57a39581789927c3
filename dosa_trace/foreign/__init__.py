"""Sheets of somebody else: what their columns mean is recognised, shown and asked, not guessed."""
