"""Edits of a catalogue: the text of its files is changed where it must be, and nowhere else."""
