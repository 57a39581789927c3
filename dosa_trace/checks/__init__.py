"""The rules that a catalogue is held to, one file each.

A check sees the catalogue as it was read and yields diagnostics. To add one: write its file,
add its line in `registry.py`, and test it.
"""
