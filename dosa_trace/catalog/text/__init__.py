"""YAML text and its places: bytes become values that know where they stand."""
