"""What is on file, as records of one type each, and the catalogue as a whole."""
