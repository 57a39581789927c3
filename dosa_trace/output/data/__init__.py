"""What machines and spreadsheets read."""
