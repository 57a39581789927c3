"""How much money supports what is asked."""
