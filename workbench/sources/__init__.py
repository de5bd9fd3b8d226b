"""The only code that opens a socket or reads a foreign file format."""
