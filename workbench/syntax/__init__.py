"""Our own small English parser; the only package that knows spaCy."""
