"""How far those agree who judge the same."""
