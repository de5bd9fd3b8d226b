"""SQLModel tables, one file for each aggregate."""
