"""The language of filters and searches in a few lines, for the help."""

LANGUAGE = (
    ("ferry closed", "both words; a search finds all their forms, a filter also what stands inside of longer words"),
    ("ferr*", "words that begin so"),
    ('"nine years"', "these words just so"),
    ("C-22", "the claim with this number; also A-2, E-4 and P-3"),
    (
        "state:open kind:",
        "what is so of the claim; also article: claimer: via: rating: holder: assigned: queue: recheck: worth:",
    ),
    ("on:2021-11", "a day, a month or a year; also before: and after:"),
    ("-word -state:skipped", "leaves this out"),
    ("order:newest", "orders a list: queue, newest or article"),
)
"""What one writes, and what it finds."""
