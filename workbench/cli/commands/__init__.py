"""One module a command; it is imported when its command is chosen."""
