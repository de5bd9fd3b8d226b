"""Commands of dialogs, and of the fields and lists in them: their keys can be changed as those of any other."""

from typing import ClassVar

from textual.binding import Binding

from workbench.tui.commands.command import KeyCommand


class DialogCommand(KeyCommand):
    """A command of a dialog.

    Attributes:
        action: what the dialog calls it.
    """

    group = "In a dialog"
    action: ClassVar[str]


class Submit(DialogCommand):
    """Submit; of a verdict or a skip, the next claim comes at once."""

    name, title, key, action = "submit", "Submit", "ctrl+s", "submit"


class EditText(DialogCommand):
    """Write the long text in your editor."""

    name, title, key, action = "edit-text", "Editor", "ctrl+e", "edit"


class DiscardDraft(DialogCommand):
    """Cut the words that are selected; where none are, pressed twice, throw away what was typed."""

    name, title, key, action = "discard-draft", "Discard draft", "ctrl+x", "discard"


class CloseDialog(DialogCommand):
    """Close; what you typed is kept."""

    name, title, key, action = "close-dialog", "Close", "escape", "close"


class HelpInDialog(DialogCommand):
    """Say what the dialog is for, and its keys."""

    name, title, key, action = "dialog-help", "Help", "f1", "dialog_help"


class FieldCommand(KeyCommand):
    """A command of what stands in a dialog; where a kind of field has no use for it, its action there is empty.

    Attributes:
        long: the action of a field of several lines.
        short: the action of a field of one line.
        choices: the action of a list of choices.
    """

    group = "In a field"
    long: ClassVar[str] = ""
    short: ClassVar[str] = ""
    choices: ClassVar[str] = ""


class LineDown(FieldCommand):
    """Go one line down."""

    name, title, key = "line-down", "Line down", "down"
    long, choices = "cursor_down", "cursor_down"


class LineUp(FieldCommand):
    """Go one line up."""

    name, title, key = "line-up", "Line up", "up"
    long, choices = "cursor_up", "cursor_up"


class CharacterOn(FieldCommand):
    """Go one character on."""

    name, title, key = "character-on", "Character on", "right"
    long, short = "cursor_right", "cursor_right"


class CharacterBack(FieldCommand):
    """Go one character back."""

    name, title, key = "character-back", "Character back", "left"
    long, short = "cursor_left", "cursor_left"


class WordOn(FieldCommand):
    """Go one word on."""

    name, title, key = "word-on", "Word on", "ctrl+right"
    long, short = "cursor_word_right", "cursor_right_word"


class WordBack(FieldCommand):
    """Go one word back."""

    name, title, key = "word-back", "Word back", "ctrl+left"
    long, short = "cursor_word_left", "cursor_left_word"


class LineStart(FieldCommand):
    """Go to the beginning of the line, or to the first choice."""

    name, title, key = "line-start", "Line start", "home"
    long, short, choices = "cursor_line_start", "home", "first"


class LineEnd(FieldCommand):
    """Go to the end of the line, or to the last choice."""

    name, title, key = "line-end", "Line end", "end"
    long, short, choices = "cursor_line_end", "end", "last"


class FieldPageDown(FieldCommand):
    """Go on by what is in sight."""

    name, title, key = "field-page-down", "Page down", "pagedown"
    long, choices = "cursor_page_down", "page_down"


class FieldPageUp(FieldCommand):
    """Go back by what is in sight."""

    name, title, key = "field-page-up", "Page up", "pageup"
    long, choices = "cursor_page_up", "page_up"


class TextStart(FieldCommand):
    """Go to the beginning of the text."""

    name, title, key = "text-start", "Text start", "ctrl+home"
    long, short, choices = "text_edge(0)", "home", "first"


class TextEnd(FieldCommand):
    """Go to the end of the text."""

    name, title, key = "text-end", "Text end", "ctrl+end"
    long, short, choices = "text_edge(1)", "end", "last"


class DeleteCharacter(FieldCommand):
    """Delete the next character."""

    name, title, key = "delete-character", "Delete character", "delete,ctrl+d"
    long, short = "delete_right", "delete_right"


class DeleteWord(FieldCommand):
    """Delete up to the end of the word."""

    name, title, key = "delete-word", "Delete word", "alt+d"
    long, short = "delete_word_right", "delete_right_word"


class DeleteWordBack(FieldCommand):
    """Delete back to the beginning of the word."""

    name, title, key = "delete-word-back", "Delete word back", "ctrl+w,alt+backspace,ctrl+backspace"
    long, short = "delete_word_left", "delete_left_word"


class DeleteLine(FieldCommand):
    """Delete up to the end of the line."""

    name, title, key = "delete-line", "Delete to line end", "ctrl+k"
    long, short = "delete_to_end_of_line_or_delete_line", "delete_right_all"


class Paste(FieldCommand):
    """Paste what was cut or copied last."""

    name, title, key = "paste", "Paste", "ctrl+v"
    long, short = "paste", "paste"


class UndoTyping(FieldCommand):
    """Take back what was typed last in this field."""

    name, title, key = "undo-typing", "Undo typing", "ctrl+z"
    long = "undo"


DIALOG_COMMANDS: tuple[type[DialogCommand], ...] = (Submit, EditText, DiscardDraft, CloseDialog, HelpInDialog)

FIELD_COMMANDS: tuple[type[FieldCommand], ...] = (
    LineDown,
    LineUp,
    CharacterOn,
    CharacterBack,
    WordOn,
    WordBack,
    LineStart,
    LineEnd,
    FieldPageDown,
    FieldPageUp,
    TextStart,
    TextEnd,
    DeleteCharacter,
    DeleteWord,
    DeleteWordBack,
    DeleteLine,
    Paste,
    UndoTyping,
)

DIALOG_KEYS = [Binding(one.key, one.action, one.title, priority=True, id=one.name) for one in DIALOG_COMMANDS]
LONG_KEYS = [Binding(one.key, one.long, one.title, show=False, id=one.name) for one in FIELD_COMMANDS if one.long]
SHORT_KEYS = [Binding(one.key, one.short, one.title, show=False, id=one.name) for one in FIELD_COMMANDS if one.short]
CHOICE_KEYS = [
    Binding(one.key, one.choices, one.title, show=False, id=one.name) for one in FIELD_COMMANDS if one.choices
]
CLOSE = Binding(CloseDialog.key, "close", CloseDialog.title, id=CloseDialog.name)
"""What closes a window that has no form."""
