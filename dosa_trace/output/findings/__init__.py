"""What a check found, for people, sites and servers."""
