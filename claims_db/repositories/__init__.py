"""Writes, small verbs for each aggregate."""
