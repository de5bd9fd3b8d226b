"""Outside witnesses: archives that capture a page as well, and authorities that put a time to the journal's head."""
