"""How a sheet of somebody else is read, laid out before anything is used."""
