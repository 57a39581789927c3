"""How much money stands behind what is asked."""
