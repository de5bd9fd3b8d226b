"""What evidence is worth: where quoted words stand, what became of them, what numbers say, whose word a source is."""
