"""Record a verdict: a rating of the scale and the reasons for it."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.option_list import Option

from claims_db.rows import ClaimSheet, Precedents, ScaleRow
from claims_db.vocabulary import DraftField
from workbench.desk.entries import Recorded
from workbench.domain.references import claim_reference
from workbench.errors import BadInput
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.dialogs.held_form import HeldForm
from workbench.tui.drawing import block, line
from workbench.tui.widgets.fields import Choices, LongField
from workbench.tui.widgets.precedent_lines import NearestPrecedents, ask_precedents, rating_options


class VerdictDialog(HeldForm):
    """Ratings by number, the rationale below, one key to submit and take the next."""

    command: ClassVar[str] = "verdict"
    DEFAULT_CSS = """
    VerdictDialog OptionList { height: auto; max-height: 11; border: none; background: $surface; }
    VerdictDialog #statement { margin-bottom: 1; text-style: bold; }
    VerdictDialog #definition { color: $text-muted; height: auto; margin-bottom: 1; }
    VerdictDialog TextArea { height: 6; }
    VerdictDialog #precedents { margin-top: 1; }
    VerdictDialog.-short #statement, VerdictDialog.-short #definition { margin-bottom: 0; }
    VerdictDialog.-short #precedents { margin-top: 0; }
    VerdictDialog.-short TextArea { height: 4; }
    """
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-short"), (32, "-tall")]  # noqa: RUF012 - as in the base class
    draft_field: ClassVar[DraftField | None] = DraftField.VERDICT

    def __init__(
        self,
        worker: DeskWorker,
        editor: str,
        sheet: ClaimSheet,
        scale: ScaleRow,
        queue: str | None,
        rating: int | None,
        recorded: Callable[[Recorded], None],
        draft: str = "",
    ) -> None:
        super().__init__(worker, editor, sheet, draft)
        self._scale = scale
        self._queue = queue
        self._rating = rating if rating is not None and rating <= len(scale.ratings) else None
        self._recorded = recorded

    def title_words(self) -> str:
        """Name the claim."""
        name = claim_reference(self.claim)
        return f"Second verdict on {name}, blind" if self.second else f"Verdict on {name}"

    @property
    def second(self) -> bool:
        """Whether this is the second verdict, given without knowing the first."""
        return self.sheet.blind

    def fields(self) -> ComposeResult:
        """Show the statement, the ratings and the rationale."""
        yield Static(block(self.sheet.statement), id="statement")
        ratings = zip(self._scale.ratings, rating_options(self._scale, None), strict=True)
        yield Choices(
            *(Option(words, id=rating.slug) for rating, words in ratings), id="ratings", markup=False, compact=True
        )
        yield Static("", id="definition", markup=False)
        yield LongField(
            id="rationale",
            placeholder="Why? A reader has to be able to follow.",
        )
        yield NearestPrecedents()

    def first_field(self) -> str:
        """Start at the rationale where a rating was chosen, else at the ratings."""
        return "ratings" if self._rating is None else "rationale"

    def on_mount(self) -> None:
        """Choose the rating that was pressed."""
        super().on_mount()
        ratings = self.query_one(OptionList)
        if self._rating is not None:
            ratings.highlighted = self._rating - 1
        else:
            ratings.highlighted = None
        ask_precedents(self.worker, self.claim, self._show_precedents)

    def values(self) -> dict[str, str]:
        """Give rating and rationale."""
        return {"rating": self._chosen(), "rationale": self.query_one(TextArea).text}

    def worth_keeping(self, values: Mapping[str, str]) -> bool:
        """Keep a rationale; a rating alone is one key."""
        return bool(values["rationale"].strip())

    def submit(self, values: Mapping[str, str]) -> None:
        """Record the verdict."""
        with self.finding_fault_with("ratings"):
            if not values["rating"]:
                raise BadInput("Choose a rating first.", "Press its number.")
        with self.finding_fault_with("rationale"):
            if not values["rationale"].strip():
                raise BadInput("A verdict needs a rationale.", "Say why, so that a reader can follow.")
        number, queue, token = self.claim, self._queue, self.token
        # With its scale: on another one, which an editor chose meanwhile, the same word may mean something else.
        rating, rationale = f"{self._scale.slug}/{values['rating']}", values["rationale"]
        self.worker.tell(lambda desk: desk.record(number, rating, rationale, token, queue), self._done, self.failed)

    def on_key(self, event: "object") -> None:
        """Let the number keys choose while the ratings have the focus."""
        character = getattr(event, "character", None) or ""
        ratings = self.query_one(OptionList)
        if ratings.has_focus and character.isdigit() and 1 <= int(character) <= ratings.option_count:
            ratings.highlighted = int(character) - 1
            self.query_one(TextArea).focus()
            getattr(event, "stop", lambda: None)()
            getattr(event, "prevent_default", lambda: None)()

    @on(OptionList.OptionHighlighted)
    def _explain(self) -> None:
        at = self.query_one(OptionList).highlighted
        words = "A number chooses the rating." if at is None else self._scale.ratings[at].definition
        self.query_one("#definition", Static).update(line(words))

    @on(OptionList.OptionSelected)
    def _go_on(self) -> None:
        self.query_one(TextArea).focus()

    def _show_precedents(self, found: Precedents) -> None:
        if not self.is_attached:
            return
        ratings = self.query_one(OptionList)
        for at, words in enumerate(rating_options(self._scale, found)):
            ratings.replace_option_prompt_at_index(at, words)
        self.query_one(NearestPrecedents).show(found)

    def _fill(self, draft: str) -> None:
        super()._fill(draft)
        slugs = [rating.slug for rating in self._scale.ratings]
        kept = next((slug for slug in slugs if f'"rating": "{slug}"' in draft), None)
        if kept is not None and self._rating is None:
            self._rating = slugs.index(kept) + 1
            self.query_one(OptionList).highlighted = self._rating - 1

    def _chosen(self) -> str:
        at = self.query_one(OptionList).highlighted
        return "" if at is None else self._scale.ratings[at].slug

    def _done(self, recorded: Recorded) -> None:
        self.done()
        self._recorded(recorded)
