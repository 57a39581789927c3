"""What supports a record on a date: chains, what they end in, the marks beside a state."""
