"""Commands of the loop: take, attach, decide, skip, undo."""

from typing import TYPE_CHECKING

from workbench.tui.commands.command import Command

if TYPE_CHECKING:
    from workbench.tui.screens.article import ArticleScreen
    from workbench.tui.screens.review import ReviewScreen


class TakeNext(Command):
    """Take the next claim of the queue, or of what the filter lets through, and hold it; the one you hold already comes first."""

    name, title, key, group, footer = "take-next", "Take next", "t", "Review", True
    changes = True
    undone = False

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Lease the next claim."""
        screen.take_next()


class TakeThis(Command):
    """Take the claim under the cursor and hold it."""

    name, title, key, group, needs_claim = "take-this", "Take this", "enter", "Review", True
    changes = True
    undone = False

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Lease the claim under the cursor."""
        screen.take_this()


class HandBack(Command):
    """Give the claim under the cursor back to the queue."""

    name, title, key, group, needs_claim = "hand-back", "Hand back", "b", "Review", True
    changes, at_once = True, True
    undone = False

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """End the lease."""
        screen.hand_back()


class Attach(Command):
    """Attach evidence to the claim: a link, a file, a quotation or a note, with its stance."""

    name, title, key, group, footer, needs_claim = "attach", "Evidence", "a", "Review", True, True
    changes = True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Open the evidence dialog."""
        screen.open_evidence()


class Detach(Command):
    """Take a piece of evidence off the claim; undo brings it back."""

    name, title, key, group, needs_claim = "detach", "Detach", "d", "Review", True
    changes = True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Ask which one."""
        screen.open_detach()


class Recheck(Command):
    """Look again at what the claim's evidence rests on: unchanged, reworded, moved or gone, and what else rests on it."""

    name, title, key, group, needs_claim = "recheck", "Look again", "I", "Review", True
    changes, at_once = True, True
    undone = False

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Ask the sources."""
        screen.recheck()


class Decide(Command):
    """Record a verdict on the claim; the number keys open this with their rating chosen."""

    name, title, key, group, footer, needs_claim = "verdict", "Verdict", "v", "Review", True, True
    changes = True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Open the verdict dialog."""
        screen.open_verdict(None)


class Skip(Command):
    """Set the claim aside with a reason, and take the next."""

    name, title, key, group, footer, needs_claim = "skip", "Skip", "s", "Review", True, True
    changes = True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Open the skip dialog."""
        screen.open_skip()


class Undo(Command):
    """Take back what you did last; any number of times, with a count that many at once."""

    name, title, key, group, footer, takes_count = "undo", "Undo", "u", "Review", True, True

    @classmethod
    def run_counted(cls, screen: "ReviewScreen | ArticleScreen", count: int) -> None:
        """Take it back."""
        screen.undo(count)


class Redo(Command):
    """Do again what you took back."""

    name, title, key, group, takes_count = "redo", "Redo", "ctrl+r", "Review", True

    @classmethod
    def run_counted(cls, screen: "ReviewScreen | ArticleScreen", count: int) -> None:
        """Do it again."""
        screen.redo(count)
