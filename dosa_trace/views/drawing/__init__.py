"""A matrix as a grid, a graph as a sketch."""
