"""Each question once, for the command line and for Python: what may be given, what comes back, and
every shape that it has."""
