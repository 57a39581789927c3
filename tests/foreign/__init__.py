"""Sheets of others, read without guessing."""
