"""One question per file: a frozen result, and the function that makes it from a TraceGraph."""
