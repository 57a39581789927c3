"""One file per format, and the table of formats (`formats.py`) that the command line chooses from.

What comes in is one of the shapes that an `Answer` has; what goes out is text, or bytes. Nothing
here decides or computes.
"""
