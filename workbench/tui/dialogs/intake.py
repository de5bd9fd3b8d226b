"""Take in an article or a claim by hand."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Input, Select, TextArea

from claims_db.rows import Intake
from claims_db.vocabulary import AppearanceForm
from workbench.desk.entries import ArticleEntry, ClaimAdded, ClaimEntry
from workbench.domain.dates import parse_date
from workbench.errors import BadInput
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.dialogs.form import FormDialog


class ArticleDialog(FormDialog):
    """Path or address, and what the text does not say of itself."""

    heading: ClassVar[str] = "Take in an article"

    def __init__(self, worker: DeskWorker, taken_in: Callable[[Intake], None]) -> None:
        super().__init__(worker)
        self._taken_in = taken_in

    def fields(self) -> ComposeResult:
        """Show the fields."""
        yield self.row("Where", Input(id="location", placeholder="a text or HTML file, or https://…", compact=True))
        yield self.row("Published", Input(id="published", placeholder="2021-11-23", compact=True))
        yield self.row("Outlet", Input(id="outlet", compact=True))
        yield self.row("Title", Input(id="title", compact=True))

    def first_field(self) -> str:
        """Start at the place."""
        return "location"

    def submit(self, values: Mapping[str, str]) -> None:
        """Read, extract and store."""
        location, published = values["location"].strip(), values["published"].strip()
        if not location or location == "-":
            raise BadInput("Give a file or a web address.", "")
        entry = ArticleEntry(
            location, parse_date(published) if published else None, values["outlet"], "", values["title"]
        )
        self.worker.tell(lambda desk: desk.add_article(entry), self._done, self.failed)

    def _done(self, intake: Intake) -> None:
        self.done()
        self._taken_in(intake)


class ClaimDialog(FormDialog):
    """A claim with no article: a tip, a speech, a post."""

    heading: ClassVar[str] = "Take in a claim by hand"

    def __init__(self, worker: DeskWorker, editor: str, added: Callable[[ClaimAdded], None]) -> None:
        super().__init__(worker, editor)
        self._added = added

    def fields(self) -> ComposeResult:
        """Show the fields."""
        forms = [(form.value, form.value) for form in AppearanceForm if form is not AppearanceForm.ARTICLE]
        yield self.row("Statement", TextArea("", id="statement", show_line_numbers=False, tab_behavior="focus"))
        yield self.row("Claimer", Input(id="claimer", compact=True))
        yield self.row(
            "Via", Input(id="via", placeholder="names separated by ;, the nearest to the reader first", compact=True)
        )
        yield self.row(
            "Met in", Select(forms, value=AppearanceForm.TIP.value, allow_blank=False, id="form", compact=True)
        )
        yield self.row("Where", Input(id="locator", placeholder="time code or another place in it", compact=True))
        yield self.row("Address", Input(id="url", compact=True))
        yield self.row("Said on", Input(id="said_on", placeholder="2021-11-23", compact=True))

    def first_field(self) -> str:
        """Start at the statement."""
        return "statement"

    def submit(self, values: Mapping[str, str]) -> None:
        """Store it."""
        said_on = values["said_on"].strip()
        entry = ClaimEntry(
            statement=values["statement"],
            claimer=values["claimer"],
            via=tuple(name.strip() for name in values["via"].split(";") if name.strip()),
            form=AppearanceForm(values["form"]),
            locator=values["locator"],
            url=values["url"],
            said_on=parse_date(said_on) if said_on else None,
        )
        self.worker.tell(lambda desk: desk.add_claim(entry), self._done, self.failed)

    def _done(self, added: ClaimAdded) -> None:
        self.done()
        self._added(added)
