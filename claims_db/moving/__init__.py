"""Whole desks that move: into another database, into a file of lines, and out of one."""
