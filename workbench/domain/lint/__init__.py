"""Rules that a verdict is looked at by before it is signed off: pure code over one record of its claim."""
