"""Write what leaves the desk: which claims, in which form, into which folder."""

import os
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Input, Select

from workbench.desk.exported import FORM_WORDS, Exported, Form, Order, left_out_words, since_instant
from workbench.domain.counted import counted
from workbench.domain.references import article_reference, claim_reference
from workbench.errors import BadField
from workbench.export.template_names import SHIPPED, SHIPPED_PAGE
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.dialogs.leaving_form import LeavingForm
from workbench.tui.dialogs.placing import MOMENT, Present
from workbench.tui.drawing import line
from workbench.tui.widgets.fields import ChoiceField, ShortField, put

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

_REPORTS, _OWN, _ON_ONE = "reports", "own", "one page: "
_TEMPLATES = (
    ("a report for each article, or each named claim", _REPORTS),
    *((f"a page for each finding: {name}", name) for name in SHIPPED),
    ("a page for each finding, by a template of your own", _OWN),
    *((f"one page for all of them, with an overview: {name}", f"{_ON_ONE}{name}") for name in SHIPPED),
)


class What(StrEnum):
    """Which claims are exported."""

    CLAIM = "claim"
    MARKED = "marked"
    ARTICLE = "article"
    LISTED = "listed"
    PUBLISHED = "published"
    ALL = "all"


class Only(StrEnum):
    """Which of their findings."""

    ALL = "all"
    CHANGED = "changed"
    SINCE = "since"


_ONLY = (
    ("all of them", Only.ALL),
    ("what changed since the last such export there", Only.CHANGED),
    ("what changed or went out since a day", Only.SINCE),
)
_WHOLE = frozenset({What.LISTED, What.PUBLISHED, What.ALL})
"""What a folder can be kept up to date with: claims that are named are no such thing."""


_OF_ONCE = frozenset({"what", "since", "title"})
"""The fields whose answers are no good for the next export."""


class Exportable(NamedTuple):
    """What can be exported from where one is.

    Attributes:
        claim: the claim under the cursor.
        article: the article that it stands in.
        marked: the claims that are marked.
        listed: reads the claims that are listed, where these are not all: the list in sight may not be whole yet.
        chosen_by: the queue and the filter that they are listed by.

    """

    claim: int | None = None
    article: int | None = None
    marked: Sequence[int] = ()
    listed: "Callable[[Desk], Sequence[int]]" = lambda _: ()
    chosen_by: str = ""

    def choices(self) -> list[tuple[str, What]]:
        """Name what there is, the nearest first."""
        found: list[tuple[str, What]] = []
        if self.marked:
            found.append((f"the marked: {counted(len(self.marked), 'claim')}", What.MARKED))
        if self.claim is not None:
            found.append((f"this claim, {claim_reference(self.claim)}", What.CLAIM))
        if self.article is not None:
            found.append((f"this article, {article_reference(self.article)}", What.ARTICLE))
        if self.chosen_by:
            found.append((f"the list, by {self.chosen_by}", What.LISTED))
        return [*found, ("everything that was published", What.PUBLISHED), ("everything", What.ALL)]

    def first(self) -> What:
        """Give what is meant where nobody says."""
        return What.MARKED if self.marked else What.LISTED if self.chosen_by else What.ALL

    def part_of(self, order: Order, what: What, desk: "Desk") -> Order:
        """Say in an order which claims of the desk it is about."""
        match what:
            case What.CLAIM:
                return order._replace(numbers=() if self.claim is None else (self.claim,))
            case What.MARKED:
                return order._replace(numbers=self.marked)
            case What.ARTICLE:
                return order._replace(article=self.article)
            case What.LISTED:
                return order._replace(numbers=self.listed(desk), selection=self.chosen_by)
            case What.PUBLISHED:
                return order._replace(published=True, selection=what.value)
            case _:
                return order


class ExportDialog(LeavingForm):
    """Asks what goes where in which form; it is written beside everything else, whole or not at all."""

    heading = "Export"
    deed, nothing, again = "Exporting", "Nothing was written.", "{export} opens the export again."
    DEFAULT_CSS = """
    ExportDialog > Vertical { width: 84; }
    """

    def __init__(
        self,
        worker: DeskWorker,
        exportable: Exportable,
        present: Present,
        exported: Callable[[Path, Exported], None],
        before: Mapping[str, str],
        answered: Callable[[Mapping[str, str]], None],
    ) -> None:
        """Open it with what was answered ``before``; ``answered`` hears what is to be offered the next time.

        ``exported`` hears of the folder and what came of it.
        """
        super().__init__(worker)
        self._exportable, self._present = exportable, present
        self._exported, self._before, self._answered = exported, before, answered

    def fields(self) -> ComposeResult:
        """Show the fields."""
        whats = [(line(words), what.value) for words, what in self._exportable.choices()]
        yield self.row("What", ChoiceField(whats, value=self._exportable.first().value, id="what"))
        forms = [(FORM_WORDS[form], form.value) for form in Form]
        yield self.row("Form", ChoiceField(forms, value=Form.MARKDOWN.value, id="form"))
        yield self.row("As", ChoiceField(_TEMPLATES, value=_REPORTS, id="template"))
        yield self.row("Title", ShortField(id="title", placeholder="what heads the page"))
        yield self.row("Template", ShortField(id="own", placeholder="your template, such as ./house.md.j2"))
        yield self.row(
            "Only", ChoiceField([(words, only.value) for words, only in _ONLY], value=Only.ALL.value, id="only")
        )
        yield self.row("Since", ShortField(id="since", placeholder=MOMENT))
        yield self.row("Folder", ShortField(id="folder", placeholder="where it is written"))

    def first_field(self) -> str:
        """Start at what is exported."""
        return "what"

    def on_mount(self) -> None:
        """Offer what was answered before, but for which claims: these are others by now."""
        super().on_mount()
        for name, value in self._before.items():
            put(self.query_one(f"#{name}"), value)
        self._fit()

    def submit(self, values: Mapping[str, str]) -> None:
        """Write it."""
        order = self._order(values)
        self._answered({name: value for name, value in values.items() if name not in _OF_ONCE})
        exportable, what = self._exportable, What(values["what"])
        self.leave_to(
            f"Exporting to {order.out}",
            lambda desk, progress: desk.carry_out(exportable.part_of(order, what, desk), progress),
            lambda exported: self._done(order.out, exported),
        )

    def close_form(self) -> None:
        """Call off what is under way, of which nothing stays; else go back."""
        if not self.call_off():
            super().close_form()

    def call_off(self) -> bool:
        """Stop the export; say whether one was under way."""
        if self._work is None or not self.is_under_way:
            return False
        self._work.stop()
        return True

    def _done(self, out: Path, exported: Exported) -> None:
        self.done()
        self._exported(out, exported)

    def _order(self, values: Mapping[str, str]) -> Order:
        form, what, only = Form(values["form"]), What(values["what"]), Only(values["only"])
        folder = values["folder"].strip()
        if not folder or "\0" in folder:
            raise BadField("folder", "A folder is needed.", "Such as exports.")
        order = Order(form, Path(os.path.expanduser(folder)))
        if form is Form.MARKDOWN:
            order = self._as_markdown(order, values)
        if only is Only.CHANGED and _can_be(order, only):
            if what not in _WHOLE:
                raise BadField("what", "This keeps a whole folder up to date.", "Choose the list or everything.")
            return order._replace(changed=True)
        if only is Only.SINCE and _can_be(order, only):
            with self.finding_fault_with("since"):
                return order._replace(since=since_instant(values["since"], *self._present))
        return order

    def _as_markdown(self, order: Order, values: Mapping[str, str]) -> Order:
        template = values["template"]
        if template == _REPORTS:
            return order
        if template.startswith(_ON_ONE):
            heading = "" if values["what"] == What.ARTICLE else values["title"].strip()
            return order._replace(template=template.removeprefix(_ON_ONE), page=SHIPPED_PAGE, title=heading)
        if template != _OWN:
            return order._replace(template=template)
        own = values["own"].strip()
        if not own:
            raise BadField("own", "A template is needed.", "Give the path of a file, such as ./house.md.j2.")
        return order._replace(template=own if "/" in own else f"./{own}")

    @on(Select.Changed)
    def _fit(self) -> None:
        """Show the fields that the form has a use for."""
        values = self.values()
        form, template = Form(values["form"]), values["template"]
        one_page = form is Form.MARKDOWN and template.startswith(_ON_ONE)
        each = form is Form.MARKDOWN and template != _REPORTS and not one_page
        order = Order(form, Path(), template=template if each else "")
        shown = {
            "title": one_page and values["what"] != What.ARTICLE,
            "what": form is not Form.JSONL,
            "template": form is Form.MARKDOWN,
            "own": form is Form.MARKDOWN and template == _OWN,
            "only": _can_be(order, Only.SINCE),
            "since": _can_be(order, Only.SINCE) and values["only"] == Only.SINCE,
        }
        for name, is_shown in shown.items():
            row = self.query_one(f"#{name}").parent
            if isinstance(row, Widget):
                row.display = is_shown

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_submit()


def exported_words(out: Path, exported: Exported) -> tuple[str, str]:
    """Say what came of an export, and what of it was left out and why."""
    written = len(exported.paths) - len(exported.unchanged)
    counts = [f"{written:,} written", f"{len(exported.unchanged):,} unchanged"]
    counts += [f"{len(exported.removed):,} removed"] if exported.removed else []
    told = [left_out_words(*one) for one in exported.left_out]
    told += [f"{counted(len(exported.kept), 'file')} changed by somebody since, and left."] if exported.kept else []
    told += [exported.remark] if exported.remark else []
    if not exported.paths and not exported.removed:
        return f"Nothing was written to {out}.", "\n".join(told) or "There is nothing of that to export yet."
    return f"{out}: {', '.join(counts)}.", "\n".join(told)


def _can_be(order: Order, only: Only) -> bool:
    """Say whether what changed can be told of an export."""
    return order.has_file_for_each or (only is Only.SINCE and order.form is Form.REVISIONS)
