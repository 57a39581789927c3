"""What leads to what, as a matrix and as a graph."""
