"""Everything a person can do at the desk, behind one class."""
