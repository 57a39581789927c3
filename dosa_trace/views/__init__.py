"""One layout per question: a result becomes a Document in one language; nothing is computed."""
