"""Records as sheets that people edit in a spreadsheet, and the way back, cell by cell."""
