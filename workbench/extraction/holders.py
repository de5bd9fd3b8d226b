"""Whose a statement is that the article makes about somebody's view: ``Analysts expect prices to fall``."""

from workbench.domain.syntax_tree import Tree
from workbench.extraction.reported import negated, reported
from workbench.extraction.reporting_verbs import ASSERTING, BASES, JUDGING, NOBODY
from workbench.extraction.reports import Reported
from workbench.extraction.said import Giver

_OPENING = 12
"""How many characters may stand in front of whoever holds it."""
_OPENS = 3
_TOLD = frozenset({"say", "report", "state"})
"""Verbs that are looked at in the passive alone: ``is said by Roe to have left``."""


def holder(text: str, tree: Tree, start: int, end: int, *, carried: bool = False) -> Giver | None:
    """Give the subject of a statement whose verb is one of holding something true: who is to be asked about it.

    In the passive it is whom ``by`` names. ``carried`` says that an agency tells of it: then it is also who praises or blames.
    """
    words = tree.words(start, end)
    for one in reported(text, tree, words):
        within = one.source and one.source.start in words and one.content.start in words
        opens = within and (tree.starts[one.source.start] - start <= _OPENING or tree.passive(one.cue))
        if opens and _holds(text, tree, one, carried=carried):
            begins = tree.starts[one.source.start]
            return Giver(text[begins : tree.ends[one.source.stop - 1]], begins)
    return None


def _holds(text: str, tree: Tree, one: Reported, *, carried: bool) -> bool:
    """Say whether it is held: by somebody, not a share of those who were asked, and neither negated nor only possible."""
    base = BASES.get(text[tree.starts[one.cue] : tree.ends[one.cue]].casefold())
    who = text[tree.starts[one.source.start] : tree.ends[one.source.start]].casefold()
    if who in NOBODY or "CD" in tree.tags[one.source.start : one.source.start + _OPENS]:
        return False
    if negated(text, tree, one.cue) or (base in _TOLD and not tree.passive(one.cue)):
        return False
    return base in ASSERTING or (carried and base in JUDGING)
