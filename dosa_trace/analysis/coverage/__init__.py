"""How far recommendations are answered, by whom, and what is left open."""
