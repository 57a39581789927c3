"""What is on file of a record, and who asks for what."""
