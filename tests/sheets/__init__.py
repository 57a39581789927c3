"""Tests of sheets that people edit."""
