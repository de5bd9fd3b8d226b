"""Take in an article or a claim by hand."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult

from claims_db.vocabulary import AppearanceForm, DraftField
from workbench.desk.entries import ArticleEntry, ClaimAdded, ClaimEntry, Intake
from workbench.desk.taken_in import TakenIn, articles_at
from workbench.domain.dates import parse_date
from workbench.errors import BadInput
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.dialogs.form import FormDialog
from workbench.tui.dialogs.leaving_form import LeavingForm
from workbench.tui.widgets.fields import ChoiceField, LongField, ShortField

_LINK = "link"
_COPIES = {
    "link its claims to those of the article that it copies": _LINK,
    "keep all its claims apart": "apart",
}


class ArticleDialog(LeavingForm):
    """Path, folder or address, and what the text does not say of itself."""

    heading: ClassVar[str] = "Take in an article"
    draft_field: ClassVar[DraftField | None] = DraftField.ARTICLE
    deed, nothing, again = "Taking in", "Nothing was taken in.", "{add-article} opens what you typed again."

    def __init__(self, worker: DeskWorker, taken_in: Callable[[TakenIn], None], draft: str = "") -> None:
        super().__init__(worker, draft=draft)
        self._taken_in = taken_in

    def fields(self) -> ComposeResult:
        """Show the fields."""
        yield self.row(
            "Where", ShortField(id="location", placeholder="a text or HTML file, a folder of them, or https://…")
        )
        yield self.row("Published", ShortField(id="published", placeholder="the day, such as 2021-11-23"))
        yield self.row("Outlet", ShortField(id="outlet", placeholder="who published it"))
        yield self.row("Title", ShortField(id="title", placeholder="empty for the one that stands in the text"))
        yield self.row("Speaker", ShortField(id="speaker", placeholder="whose words the whole text is, as of a speech"))
        yield self.row("Wire copy", ChoiceField(_COPIES.items(), value=_LINK, id="copies"))

    def worth_keeping(self, values: Mapping[str, str]) -> bool:
        """Keep words; what becomes of copies alone is no draft."""
        return any(value.strip() for name, value in values.items() if name != "copies")

    def first_field(self) -> str:
        """Start at the place."""
        return "location"

    def submit(self, values: Mapping[str, str]) -> None:
        """Read, extract and store."""
        location, published = values["location"].strip(), values["published"].strip()
        with self.finding_fault_with("location"):
            if not location or location == "-":
                raise BadInput("Give a file or a web address.", "")
        with self.finding_fault_with("published"):
            day = parse_date(published) if published else None
        entry = ArticleEntry(
            location,
            day,
            values["outlet"],
            title=values["title"],
            speaker=values["speaker"],
            link=values["copies"] == _LINK,
        )
        places = articles_at(location)
        name = f"Taking in {PurePath(location).name or location}"
        if places == (location,):
            self.leave_to(name, lambda desk, progress: desk.add_article(entry, progress=progress), self._done)
        elif entry.title:
            raise BadInput(f"{location} has {len(places)} articles, which can't all have one title.", "Leave it out.")
        else:
            entries = [replace(entry, location=place) for place in places]
            self.leave_to(name, lambda desk, progress: desk.add_articles(entries, progress), self._all_done)

    def _done(self, intake: Intake) -> None:
        self.done()
        self._taken_in(TakenIn((intake,), (), 0))

    def _all_done(self, taken_in: TakenIn) -> None:
        self.done()
        self._taken_in(taken_in)


class ClaimDialog(FormDialog):
    """A claim with no article: a tip, a speech, a post."""

    heading: ClassVar[str] = "Take in a claim by hand"
    draft_field: ClassVar[DraftField | None] = DraftField.CLAIM

    def __init__(self, worker: DeskWorker, editor: str, added: Callable[[ClaimAdded], None], draft: str = "") -> None:
        super().__init__(worker, editor, draft=draft)
        self._added = added

    def fields(self) -> ComposeResult:
        """Show the fields."""
        forms = [(form.value, form.value) for form in AppearanceForm if form is not AppearanceForm.ARTICLE]
        yield self.row(
            "Statement",
            LongField(
                id="statement",
            ),
        )
        yield self.row("Claimer", ShortField(id="claimer"))
        yield self.row("Via", ShortField(id="via", placeholder="names separated by ;, the nearest to the reader first"))
        yield self.row("Met in", ChoiceField(forms, value=AppearanceForm.TIP.value, id="form"))
        yield self.row("Where", ShortField(id="locator", placeholder="time code or another place in it"))
        yield self.row("Address", ShortField(id="url"))
        yield self.row("Said on", ShortField(id="said_on", placeholder="the day, such as 2021-11-23"))

    def worth_keeping(self, values: Mapping[str, str]) -> bool:
        """Keep words; where it was met alone is no draft."""
        return any(value.strip() for name, value in values.items() if name != "form")

    def first_field(self) -> str:
        """Start at the statement."""
        return "statement"

    def submit(self, values: Mapping[str, str]) -> None:
        """Store it."""
        with self.finding_fault_with("said_on"):
            said_on = parse_date(values["said_on"]) if values["said_on"].strip() else None
        entry = ClaimEntry(
            statement=values["statement"],
            claimer=values["claimer"],
            via=tuple(name.strip() for name in values["via"].split(";") if name.strip()),
            form=AppearanceForm(values["form"]),
            locator=values["locator"],
            url=values["url"],
            said_on=said_on,
        )
        self.worker.tell(lambda desk: desk.add_claim(entry), self._done, self.failed)

    def _done(self, added: ClaimAdded) -> None:
        self.done()
        self._added(added)
