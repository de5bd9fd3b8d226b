"""Point out what claims that came in may repeat."""

from workbench.cli.complaints import say
from workbench.desk.match_rows import NewMatches
from workbench.desk.match_words import new_match_words, unseen_words


def point_out(matches: NewMatches) -> None:
    """Say which new claims are like what was said before, and how they differ; nothing is joined."""
    for one in matches.found:
        differences = "; ".join(difference.words for difference in one.match.differences)
        say(f"  {new_match_words(one)}{f' ({differences})' if differences else ''}: {one.match.words}")
    if matches.unseen:
        say(unseen_words(matches))
