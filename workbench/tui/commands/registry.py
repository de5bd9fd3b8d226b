"""All commands, in the order in which help and key card show them."""

from workbench.tui.commands import (
    article,
    bulk,
    deciding,
    desk,
    editing,
    guiding,
    ledger,
    lists,
    matching,
    modes,
    moving,
    review,
    team,
    typing,
)
from workbench.tui.commands.command import ArticleCommand, Command, KeyCommand
from workbench.tui.commands.dialog import DIALOG_COMMANDS, FIELD_COMMANDS
from workbench.tui.commands.searching import SEARCH_COMMANDS

COMMANDS: tuple[type[Command], ...] = (
    review.TakeNext,
    review.TakeThis,
    review.Attach,
    review.Decide,
    review.Skip,
    review.Undo,
    review.Redo,
    typing.Repeat,
    review.Detach,
    review.Recheck,
    matching.CompareMatches,
    matching.ShowCluster,
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
    bulk.Mark,
    bulk.MarkAll,
    bulk.UnmarkAll,
    bulk.TagClaims,
    bulk.PutInQueue,
    deciding.Compare,
    deciding.SignOff,
    deciding.Lint,
    deciding.Return,
    deciding.Preview,
    deciding.Publish,
    deciding.Correct,
    deciding.Withdraw,
    deciding.Reopen,
    deciding.GoneOut,
    editing.EditClaim,
    editing.MarkDuplicate,
    ledger.LogSearch,
    ledger.Replies,
    ledger.CorrectionRequests,
    ledger.DescribeSource,
    ledger.DescribeMedia,
    moving.NextClaim,
    moving.PreviousClaim,
    moving.FirstClaim,
    moving.LastClaim,
    typing.PageDown,
    typing.PageUp,
    typing.HalfDown,
    typing.HalfUp,
    typing.Count,
    typing.Jump,
    moving.ReadArticle,
    moving.NextPane,
    moving.PreviousPane,
    moving.Search,
    moving.Filter,
    moving.SavedSearches,
    moving.ClearFilter,
    desk.AddArticle,
    desk.AddClaim,
    desk.Export,
    desk.Palette,
    desk.StopWork,
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
    article.PreviousRefused,
    article.FirstStretch,
    article.LastStretch,
    article.SeeChanges,
    article.Refetch,
    article.ChooseArticle,
    article.LeaveArticle,
)
"""The commands of the screen that shows one article."""

MODE_COMMANDS: tuple[type[modes.ModeCommand], ...] = (
    modes.ShowQueue,
    modes.ShowArticle,
    modes.ShowTeam,
    modes.ShowJournal,
    modes.ShowSettings,
)
"""The commands that every screen and every dialog has."""

COMMON: tuple[type[Command], ...] = (
    typing.PageDown,
    typing.PageUp,
    typing.HalfDown,
    typing.HalfUp,
    typing.Count,
    typing.Jump,
    desk.Palette,
    desk.StopWork,
    desk.Help,
    desk.Quit,
)
"""Commands of the main screen that are the same on all others."""

IN_ARTICLE: tuple[type[KeyCommand], ...] = (*ARTICLE_COMMANDS, review.Undo, review.Redo, *COMMON)
"""All that can be done in an article."""

_OF_LISTS = (lists.NextLine, lists.PreviousLine, lists.FirstLine, lists.LastLine, lists.NextPart, lists.LeaveListing)
_OF_CLAIMS = (
    lists.LookAtClaim,
    lists.ChangeDays,
    lists.NextFigures,
    lists.FilterJournal,
    lists.SameClaim,
    lists.SamePerson,
)
_OF_SETTINGS = (lists.ChangeSetting, lists.ResetSetting)

IN_TEAM: tuple[type[KeyCommand], ...] = (lists.LookAtClaim, lists.ChangeDays, lists.NextFigures, *_OF_LISTS, *COMMON)
"""All that can be done on the team's screen."""

IN_JOURNAL: tuple[type[KeyCommand], ...] = (
    lists.LookAtClaim,
    lists.FilterJournal,
    lists.SameClaim,
    lists.SamePerson,
    *_OF_LISTS,
    *COMMON,
)
"""All that can be done in the journal."""

IN_SETTINGS: tuple[type[KeyCommand], ...] = (*_OF_SETTINGS, *_OF_LISTS, *COMMON)
"""All that can be done in the settings."""

IN_READER: tuple[type[KeyCommand], ...] = (
    *(lists.NextLine, lists.PreviousLine, lists.FirstLine, lists.LastLine),
    *(typing.PageDown, typing.PageUp, typing.HalfDown, typing.HalfUp, typing.Count),
)
"""All that can be done where something is only read, such as the help, beside closing it."""

IN_MATCHES: tuple[type[KeyCommand], ...] = (
    *matching.MATCH_COMMANDS,
    review.Undo,
    lists.LeaveListing,
    desk.Help,
    review.Redo,
    lists.LookAtClaim,
    matching.ShowCluster,
    *(one for one in _OF_LISTS if one is not lists.LeaveListing),
    *(one for one in COMMON if one is not desk.Help),
)
"""All that can be done where a claim stands beside what it may repeat."""

IN_CLUSTER: tuple[type[KeyCommand], ...] = (lists.LookAtClaim, review.Undo, review.Redo, *_OF_LISTS, *COMMON)
"""All that can be done where the claims are listed that are the same as one."""

IN_GONE_OUT: tuple[type[KeyCommand], ...] = (lists.LookAtClaim, *_OF_LISTS, *COMMON)
"""All that can be done where it is listed what went out."""

LIST_COMMANDS: tuple[type[lists.ListCommand], ...] = (*_OF_CLAIMS, *_OF_SETTINGS, *_OF_LISTS)
"""The commands of team, journal and settings."""

BY_NAME = {command.name: command for command in COMMANDS}
MODE_BY_NAME = {command.name: command for command in MODE_COMMANDS}

IN_DIALOGS: tuple[type[KeyCommand], ...] = (*DIALOG_COMMANDS, *FIELD_COMMANDS, desk.Palette)
"""All that has a key in a dialog that Textual doesn't see to by itself."""

IN_SEARCH: tuple[type[KeyCommand], ...] = (*SEARCH_COMMANDS, desk.Palette)
"""All that can be done in a search, beside what is typed."""

EVERY: tuple[type[KeyCommand], ...] = (
    *COMMANDS,
    *MODE_COMMANDS,
    *ARTICLE_COMMANDS,
    *SEARCH_COMMANDS,
    *matching.MATCH_COMMANDS,
    *LIST_COMMANDS,
    *DIALOG_COMMANDS,
    *FIELD_COMMANDS,
)

SCREENS: tuple[tuple[str, ...], ...] = tuple(
    tuple(command.name for command in (*commands, *MODE_COMMANDS))
    for commands in (
        COMMANDS,
        IN_ARTICLE,
        IN_SEARCH,
        IN_MATCHES,
        IN_CLUSTER,
        IN_GONE_OUT,
        IN_TEAM,
        IN_JOURNAL,
        IN_SETTINGS,
        IN_DIALOGS,
        IN_READER,
    )
)
"""The names of each screen's commands: no two of one screen have the same key."""
