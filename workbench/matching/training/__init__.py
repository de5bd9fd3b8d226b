"""Fits the weights of the ranker and of its certainty; needs numpy, which comes with spaCy."""
