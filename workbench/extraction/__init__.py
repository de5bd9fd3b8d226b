"""From an article's text to candidates for claims; pure."""
