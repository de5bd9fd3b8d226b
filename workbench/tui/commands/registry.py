"""All commands, in the order in which help and key card show them."""

from workbench.tui.commands import article, deciding, desk, editing, guiding, moving, review, team
from workbench.tui.commands.command import ArticleCommand, Command, KeyCommand

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
    team.TakeOver,
    team.CopyLeft,
    team.Discuss,
    team.Notices,
    team.ChooseQueue,
    team.Assign,
    team.Postpone,
    team.MarkClaim,
    team.MoveUp,
    team.MoveDown,
    team.MoveFirst,
    team.MoveLast,
    deciding.Compare,
    deciding.SignOff,
    deciding.Return,
    deciding.Publish,
    deciding.Correct,
    deciding.Withdraw,
    deciding.Reopen,
    editing.EditClaim,
    editing.MarkDuplicate,
    moving.NextClaim,
    moving.PreviousClaim,
    moving.FirstClaim,
    moving.LastClaim,
    moving.ReadArticle,
    moving.NextPane,
    moving.PreviousPane,
    moving.Search,
    moving.Filter,
    moving.ClearFilter,
    desk.AddArticle,
    desk.AddClaim,
    desk.Export,
    guiding.TakeUpTour,
    desk.Help,
    desk.Quit,
)
"""The commands of the main screen."""

ARTICLE_COMMANDS: tuple[type[ArticleCommand], ...] = (
    article.TakeIn,
    article.ChangeSpan,
    article.Split,
    article.StartOn,
    article.StartBack,
    article.EndOn,
    article.EndBack,
    article.OpenClaim,
    article.NextStretch,
    article.PreviousStretch,
    article.NextRefused,
    article.FirstStretch,
    article.LastStretch,
    article.ChooseArticle,
    article.LeaveArticle,
)
"""The commands of the screen that shows one article."""

SHARED = (review.Undo, review.Redo, desk.Help, desk.Quit)
"""Commands of the main screen that are the same in an article."""

IN_ARTICLE: tuple[type[KeyCommand], ...] = (*ARTICLE_COMMANDS, *SHARED)
"""All that can be done in an article."""

BY_NAME = {command.name: command for command in COMMANDS}
ARTICLE_BY_NAME = {command.name: command for command in ARTICLE_COMMANDS}

EVERY: tuple[type[KeyCommand], ...] = (*COMMANDS, *ARTICLE_COMMANDS)

SCREENS: tuple[tuple[str, ...], ...] = (
    tuple(BY_NAME),
    tuple(command.name for command in IN_ARTICLE),
)
"""The names of each screen's commands: no two of one screen have the same key."""
