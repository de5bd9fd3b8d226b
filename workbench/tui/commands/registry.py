"""All commands, in the order in which help and key card show them."""

from workbench.tui.commands import desk, moving, review
from workbench.tui.commands.command import Command

COMMANDS: tuple[type[Command], ...] = (
    review.TakeNext,
    review.TakeThis,
    review.Attach,
    review.Decide,
    review.Skip,
    review.Undo,
    review.Redo,
    review.Detach,
    review.HandBack,
    moving.NextClaim,
    moving.PreviousClaim,
    moving.FirstClaim,
    moving.LastClaim,
    moving.NextPane,
    moving.PreviousPane,
    moving.Search,
    moving.Filter,
    moving.ClearFilter,
    desk.AddArticle,
    desk.AddClaim,
    desk.Export,
    desk.Help,
    desk.Quit,
)

BY_NAME = {command.name: command for command in COMMANDS}
