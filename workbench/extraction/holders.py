"""Whose a statement is that the article makes about somebody's view: ``Analysts expect prices to fall``."""

from workbench.domain.syntax_tree import Tree
from workbench.extraction.reported import reported
from workbench.extraction.reporting_verbs import ASSERTING, BASES, JUDGING
from workbench.extraction.said import Giver

_OPENING = 12
"""How many characters may stand in front of whoever holds it."""
_OPENS = 3


def holder(text: str, tree: Tree, start: int, end: int, *, carried: bool = False) -> Giver | None:
    """Give the subject of a statement whose verb is one of holding something true: who is to be asked about it.

    In the passive it is whom ``by`` names. ``carried`` says that an agency tells of it: then it is also who praises or blames.
    """
    words = tree.words(start, end)
    for one in reported(text, tree, words):
        within = one.source and one.source.start in words and one.content.start in words
        named = within and (tree.starts[one.source.start] - start <= _OPENING or tree.passive(one.cue))
        asked = "CD" in tree.tags[one.source.start : one.source.start + _OPENS]  # a share of those who were asked
        cue = text[tree.starts[one.cue] : tree.ends[one.cue]].casefold()
        if named and not asked and (BASES.get(cue) in ASSERTING or (carried and BASES.get(cue) in JUDGING)):
            begins = tree.starts[one.source.start]
            return Giver(text[begins : tree.ends[one.source.stop - 1]], begins)
    return None
