"""From rows to bytes that stay the same; pure."""
