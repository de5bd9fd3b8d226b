"""A search over all that a desk holds: answers as one types, the words marked in their places."""

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input, Static

from claims_db.rows import PriorRow
from claims_db.vocabulary import SavedForm
from workbench.domain.progress import share_words
from workbench.domain.searching import Found, HitKind
from workbench.errors import ExitCode, Failure
from workbench.tui.closing import Closing
from workbench.tui.commands.registry import IN_SEARCH
from workbench.tui.commands.searching import SEARCH_COMMANDS
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.dialogs.prior import PriorDialog
from workbench.tui.dialogs.saved import keep_words
from workbench.tui.drawing import frame, joined, line
from workbench.tui.index_filling import IndexFilling
from workbench.tui.screens.help import HelpScreen
from workbench.tui.typed_into import TypedInto
from workbench.tui.widgets.fields import ShortField
from workbench.tui.widgets.hit_list import HitList, preview_of, reference_of
from workbench.tui.widgets.watchers import KeyFooter
from workbench.tui.widgets.work_line import WorkLine

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp

_BY_NAME = {command.name: command for command in SEARCH_COMMANDS}
_WORDS = 'words, a "phrase", state:open kind: claimer: article:A-1, on:2021-11 before: after:, -what to leave out'
_FIRST = "Looks in claims, articles, evidence, verdicts and prior checks.   ↑ ↓ move, Enter opens, Esc goes back"
_REST, _AGAIN = 0.05, 2.0
"""Seconds for which typing has to rest, and after which an index that somebody else fills is asked again."""

_SHOWN = 50
"""How many hits are shown: nobody reads more, and words narrow."""

_PART = 10
"""After how many hundredths of the filling the search is asked again."""


class Wanted(NamedTuple):
    """What somebody went to from a search: a claim, or the list of claims narrowed by the words."""

    claim: int | None = None
    words: str | None = None


class SearchScreen(TypedInto, Closing[Wanted]):
    """Searches; gives where the reviewer wants to go, None for back to where they were."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(one.key, f"command('{one.name}')", one.title, show=one.footer, id=one.name, priority=True)
        for one in SEARCH_COMMANDS
    ]
    DEFAULT_CSS = """
    SearchScreen { layout: vertical; }
    SearchScreen #looked-for { border: none; height: 1; background: $field; padding: 0 1; }
    SearchScreen #said { height: auto; max-height: 5; padding: 0 1; background: $panel; }
    SearchScreen HitList { height: 1fr; border: round $frame; border-title-color: $text; }
    SearchScreen #passage { height: 7; padding: 0 1; border: round $frame; border-title-color: $text; border-subtitle-color: $text-muted; }
    """

    app: "WorkbenchApp"

    def __init__(self, worker: DeskWorker, words: str = "") -> None:
        """Search; ``words`` are those of the last time."""
        super().__init__()
        self.worker = worker
        self.words = words
        self._filling = IndexFilling(worker, self._heard)
        self._resting: Timer | None = None
        self._asked = False
        self._asked_at = 0
        self._behind = False
        self._opening = False
        self._failure: Failure | None = None

    @property
    def hits(self) -> HitList:
        """What was found."""
        return self.query_one(HitList)

    @property
    def about_to_ask(self) -> bool:
        """Whether something was typed that was not asked for yet."""
        return self._resting is not None

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield ShortField(id="looked-for", placeholder=_WORDS)
        yield Static(line(_FIRST, "$text-muted"), id="said")
        yield HitList(id="hits")
        yield Static("", id="passage", markup=False)
        yield WorkLine()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Begin with the words of the last time, which the first key takes the place of."""
        field = self.query_one("#looked-for", Input)
        frame(self.hits, "Search")
        field.value = self.words
        field.focus()
        field.action_select_all()
        if self.words:
            self._ask()
        else:
            self._filling.start()

    def holds_key(self, key: str) -> bool:
        """Say whether a key has to wait: for the field, for what opens, or, where it is no text, for what was looked for."""
        if super().holds_key(key) or self._opening:
            return True
        commands = {own for one in SEARCH_COMMANDS for (own,) in self.app.keys_of_commands[one.name]}
        untold = self.query_one("#looked-for", Input).value != self.words
        return (untold or self.about_to_ask or self._asked) and key in commands

    def action_command(self, name: str) -> None:
        """Run a command."""
        _BY_NAME[name].run(self)

    def open_hit(self) -> None:
        """Go to what is under the cursor; where nothing can be searched, narrow the list by the words."""
        hit = self.hits.current
        if self._failure is not None:
            self.dismiss(Wanted(words=self.words))
        elif hit is None:
            self.app.say("Nothing is found to go to.", "Write other words.")
        elif hit.kind is HitKind.ARTICLE and hit.article is not None:
            place = hit.passage.start + (hit.passage.marks[0].start if hit.passage.marks else 0)
            self.app.read_article(hit.article, place if hit.passage.part == "text" else 0)
        elif hit.prior is not None:
            self._open_prior(hit.prior)
        else:
            self.dismiss(Wanted(claim=hit.claim))

    def _open_prior(self, number: int) -> None:
        """Show what is known of a prior check; nothing is fetched for it."""
        self._opening = True

        def read(check: PriorRow) -> None:
            self._opening = False
            self.app.push_screen(PriorDialog(check))

        def failed(failure: Failure) -> None:
            self._opening = False
            self.app.show_failure(failure)

        self.worker.ask("prior check", lambda desk: desk.prior(number), read, failed)

    def keep(self) -> None:
        """Keep these words under a name."""
        if self.words.strip():
            keep_words(self.app, self.worker, self.words, SavedForm.SEARCH, lambda: None)
        else:
            self.app.say("There is nothing to keep.", "Write what to look for first.")

    def open_help(self) -> None:
        """Open the help."""
        here = tuple(command.name for command in IN_SEARCH)
        self.app.push_screen(HelpScreen(self.app.key_overrides, self.app.key_style, here=here, searching=True))

    def leave(self) -> None:
        """Go back."""
        self.dismiss(None)

    def go_to(self, claim: int) -> None:
        """Leave the search for a claim."""
        self.dismiss(Wanted(claim=claim))

    @on(Input.Changed, "#looked-for")
    def _typed(self, event: Input.Changed) -> None:
        if event.value == self.words:
            return
        self.words = event.value
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(_REST, self._ask)

    def _ask(self) -> None:
        """Look for the words; only the answer to the latest question is shown."""
        self._resting = None
        words = self.words
        self._asked = bool(words.strip())
        if self._asked:
            self.worker.ask("search", lambda desk: desk.search(words, _SHOWN, typing=True), self._show, self._refused)
        else:
            self.hits.show(())
            frame(self.hits, "Search")
            self._say(line(_FIRST, "$text-muted"))

    def _show(self, found: Found) -> None:
        self._asked = False
        if not self.words.strip() or not self.is_attached:
            return
        self._failure = self._filling.failure if found.behind else None
        self._behind = found.behind
        self.hits.show(found.hits)
        frame(self.hits, f"{len(found.hits)}{' of more' if found.more else ''} found")
        if found.behind and not self._filling.under_way and self._filling.failure is None:
            self._filling.start()
        if self._failure is None:
            self._say_how_far()
        else:
            self._not_searched(self._failure)

    def _refused(self, failure: Failure) -> None:
        self._asked = False
        if not self.is_attached:
            return
        if failure.exit_code is ExitCode.BAD_INPUT:
            # Half a word such as claimer: is no mistake yet; what was found before stays.
            self._say(line(failure.message, "$warning"), line(f"  {failure.hint}", "$text-muted"))
        else:
            self._not_searched(failure)

    def _not_searched(self, failure: Failure) -> None:
        self._failure = failure
        self._say(
            line("Enter filters the list of claims.  ", "bold"),
            line(failure.message, "$error"),
            line(f"  {failure.hint}"),
        )

    def _heard(self) -> None:
        """Hear from the filling of the index."""
        if not self.is_attached:
            return
        if self._filling.failure is not None:
            self._not_searched(self._filling.failure)
            return
        part = 100 * self._filling.done // self._filling.whole // _PART if self._filling.whole else 0
        if self._behind and self._filling.under_way:
            if part != self._asked_at:
                self._asked_at = part
                self._ask()
        elif self._behind:
            self.set_timer(_AGAIN if self._filling.elsewhere else _REST, self._ask)
        self._say_how_far()

    def _say_how_far(self) -> None:
        if self._filling.under_way and (self._behind or not self.words.strip()) and self._filling.whole:
            done = share_words(self._filling.done, self._filling.whole)
            self._say(
                line(
                    f"The search index is being filled: {done.strip()}, {self._filling.done} of {self._filling.whole}.",
                    "$warning",
                ),
                line("  What is not in it yet is not found."),
            )
        elif self._behind:
            who = (
                "Another process is filling the search index"
                if self._filling.elsewhere
                else "The search index is being filled"
            )
            self._say(line(f"{who}; what came in last may be missing.", "$warning"))
        elif not self.words.strip():
            self._say(line(_FIRST, "$text-muted"))
        elif self.hits.found:
            self._say(line("Enter opens what is under the cursor.", "$text-muted"))
        else:
            self._say(
                line("Nothing is found.", "bold"),
                line("  All words have to stand in one thing; ferr* finds beginnings.", "$text-muted"),
            )

    def _say(self, *words: Content) -> None:
        self.query_one("#said", Static).update(joined(*words))

    @on(HitList.Moved)
    def _moved(self) -> None:
        hit = self.hits.current
        shown = self.query_one("#passage", Static)
        if hit is None:
            shown.update("")
            frame(shown, "")
            return
        frame(
            shown,
            f"{hit.kind.value} {reference_of(hit)}, {hit.passage.part}",
            f"{self.hits.cursor + 1}/{len(self.hits.found)}",
        )
        shown.update(preview_of(hit))

    @on(HitList.Chosen)
    def _clicked(self) -> None:
        self.open_hit()
