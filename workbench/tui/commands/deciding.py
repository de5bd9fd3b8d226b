"""Commands on verdicts and findings: compare, sign off, return, publish, correct."""

from typing import TYPE_CHECKING

from workbench.tui.commands.command import Command

if TYPE_CHECKING:
    from workbench.tui.screens.review import ReviewScreen


class Compare(Command):
    """Set the verdicts on the claim side by side; where they disagree, an editor decides there."""

    name, title, key, group, needs_claim = "compare", "Compare", "x", "Decide", True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Show them."""
        screen.compare()


class SignOff(Command):
    """Let the recorded verdict of somebody else stand."""

    name, title, key, group, needs_claim = "sign-off", "Sign off", "S", "Decide", True
    changes = True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Open the sign-off."""
        screen.sign_off()


class Lint(Command):
    """See which rules stand against signing off the claim, and waive one with a reason."""

    name, title, key, group, needs_claim = "lint", "Rules", "U", "Decide", True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Show them."""
        screen.lint()


class Return(Command):
    """Return the claim to its queue with a comment; its verdicts count no more."""

    name, title, key, group, needs_claim = "return", "Return", "R", "Decide", True
    changes = True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Open the return."""
        screen.open_return()


class Preview(Command):
    """Read the report of the claim as it would go out, with what stands against that; t takes the next template."""

    name, title, key, group, needs_claim = "preview", "Preview", "B", "Decide", True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Show it."""
        screen.preview()


class GoneOut(Command):
    """List what went out: publications, corrections with severity and reason, withdrawals; Enter goes to the claim."""

    name, title, key, group = "gone-out", "Gone out", "H", "Decide"

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Show the list."""
        screen.show_gone_out()


class Publish(Command):
    """Freeze a signed-off finding as it goes out."""

    name, title, key, group, needs_claim = "publish", "Publish", "P", "Decide", True
    changes = True
    undone = False

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Ask first."""
        screen.publish()


class Correct(Command):
    """Publish a new revision of a finding that went out, with severity and reason."""

    name, title, key, group, needs_claim = "correct", "Correct", "C", "Decide", True
    changes = True
    undone = False

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Open the correction."""
        screen.correct()


class Withdraw(Command):
    """Withdraw a finding that went out, with a reason; what was published stays on record."""

    name, title, key, group, needs_claim = "withdraw", "Withdraw", "W", "Decide", True
    changes = True
    undone = False

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Open the withdrawal."""
        screen.withdraw()


class Reopen(Command):
    """Put a published finding back to work, with a reason."""

    name, title, key, group, needs_claim = "reopen", "Reopen", "O", "Decide", True
    changes = True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Open the reopening."""
        screen.reopen()
