"""What is on file of a record, laid out."""
