"""How far recommendations are answered, laid out."""
