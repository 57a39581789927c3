"""The file of somebody else to cells, and how each column writes them."""
