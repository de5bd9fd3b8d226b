"""Has this been said before? Pure comparison of claims."""
