"""Captures: what a server or a person gave, kept byte for byte, with a record of how it came."""
