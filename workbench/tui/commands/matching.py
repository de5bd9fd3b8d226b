"""Commands on what a claim may repeat: set both side by side, say what they are to each other."""

from typing import TYPE_CHECKING, ClassVar

from claims_db.match_vocabulary import Relation
from workbench.tui.commands.command import Command, KeyCommand

if TYPE_CHECKING:
    from workbench.tui.screens.matches import MatchesScreen
    from workbench.tui.screens.review import ReviewScreen

_GROUP = "Matches of a claim"


class CompareMatches(Command):
    """See what the claim may repeat, side by side with it: own claims, findings, prior checks; decide with one key."""

    name, title, key, group, footer, needs_claim = "matches", "Matches", "M", "Review", False, True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Open them."""
        screen.open_matches()


class ShowCluster(Command):
    """Show the claims that are the same as this one: in order of time, which is first, and how the wording drifted."""

    name, title, key, group, footer, needs_claim = "cluster", "Cluster", "ampersand", "Review", False, True

    @classmethod
    def run(cls, screen: "ReviewScreen | MatchesScreen") -> None:
        """Open it."""
        screen.open_cluster()


class MatchCommand(KeyCommand):
    """A command of the screen that sets a claim beside what it may repeat."""

    group: ClassVar[str] = _GROUP


class DecidingCommand(MatchCommand):
    """A command that says what both are; nothing is joined by it, and undo takes it back.

    Attributes:
        relation: what they are to each other; None for what is shown.
    """

    changes, at_once = True, True
    relation: ClassVar[Relation | None] = None

    @classmethod
    def run(cls, screen: "MatchesScreen") -> None:
        """Write it."""
        screen.accept(cls.relation)


class AcceptMatch(DecidingCommand):
    """Accept the match as it is shown."""

    name, title, key, group, footer = "accept-match", "Accept", "a", _GROUP, True


class RejectMatch(DecidingCommand):
    """Reject the match: both have nothing to do with each other; it is not shown again unless it is asked for."""

    name, title, key, group, footer = "reject-match", "Reject", "d", _GROUP, True

    @classmethod
    def run(cls, screen: "MatchesScreen") -> None:
        """Write it."""
        screen.reject()


class SameMatch(DecidingCommand):
    """Say that both claim the same."""

    name, title, key, group, footer = "same-match", "Same", "s", _GROUP, True
    relation = Relation.SAME


class VariantMatch(DecidingCommand):
    """Say that one is a variant of the other: another number, time or place."""

    name, title, key, group, footer = "variant-match", "Variant", "v", _GROUP, True
    relation = Relation.VARIANT


class OppositeMatch(DecidingCommand):
    """Say that one claims the opposite of the other."""

    name, title, key, group, footer = "opposite-match", "Opposite", "o", _GROUP, True
    relation = Relation.OPPOSITE


class RelatedMatch(DecidingCommand):
    """Say that both are about the same, and no more."""

    name, title, key, group, footer = "related-match", "Related", "r", _GROUP, True
    relation = Relation.RELATED


class ShowRejected(MatchCommand):
    """Show what was rejected too, or hide it again."""

    name, title, key, group, footer = "show-rejected", "Rejected", "h", _GROUP, False

    @classmethod
    def run(cls, screen: "MatchesScreen") -> None:
        """Change over."""
        screen.show_rejected()


class ReuseMatch(MatchCommand):
    """Put rating and link of what was checked into drafts of a verdict and of evidence; nothing is recorded by it."""

    name, title, key, group, footer = "reuse-match", "Reuse", "e", _GROUP, False

    @classmethod
    def run(cls, screen: "MatchesScreen") -> None:
        """Offer it."""
        screen.offer_reuse()


MATCH_COMMANDS: tuple[type[MatchCommand], ...] = (
    AcceptMatch,
    RejectMatch,
    SameMatch,
    VariantMatch,
    OppositeMatch,
    RelatedMatch,
    ShowRejected,
    ReuseMatch,
)
"""The commands of the screen that sets a claim beside what it may repeat."""
