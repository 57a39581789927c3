"""Text for people: on a screen, in a pipe, for who listens, as Markdown."""
