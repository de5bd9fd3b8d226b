"""The store of a fact-check desk: tables, journal, reads and writes on SQLite or PostgreSQL."""
