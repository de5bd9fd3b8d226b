"""Choose what the desk rates on, with all that its ratings mean in sight."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Select, Static

from workbench.domain.scales import KnownScale, ScaleStanding
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.dialogs.form import FormDialog
from workbench.tui.drawing import line
from workbench.tui.widgets.fields import ChoiceField, ShortField
from workbench.tui.widgets.scale_lines import rating_line

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

_NONE = "none"
_TO_ADD = frozenset({ScaleStanding.SHIPPED, ScaleStanding.RETIRED})
_SECOND = "ratings that need a second verdict, or none"
_EMPTY = "Empty, the rule of second review stays as it is."


class ScaleDialog(FormDialog):
    """Lists the scales of the desk and those that ship; verdicts that were given stay on theirs."""

    heading = "Scale"

    def __init__(
        self, worker: DeskWorker, scales: tuple[KnownScale, ...], changed: Callable[[KnownScale], None]
    ) -> None:
        super().__init__(worker)
        self._scales = {one.slug: one for one in scales}
        self._changed = changed

    def fields(self) -> ComposeResult:
        """Show the scales, the rule of second review, and what the ratings mean."""
        choices = [(line(f"{one.name}: {one.standing.value}"), slug) for slug, one in self._scales.items()]
        yield self.row("Scale", ChoiceField(choices, value=next(iter(self._scales)), id="scale"))
        yield self.row("Second", ShortField(id="second", placeholder=_SECOND))
        yield Static(line(_EMPTY, "$text-muted"))
        yield Static("", id="ratings", markup=False)

    def first_field(self) -> str:
        """Start at the scales."""
        return "scale"

    def submit(self, values: Mapping[str, str]) -> None:
        """Rate on it from now on; one that the desk does not have yet is added first."""
        slug, words = values["scale"], values["second"].replace(",", " ").split()
        second = None if not words else () if words == [_NONE] else tuple(words)

        def use(desk: "Desk") -> KnownScale:
            found = desk.scale_named(slug)
            if found.standing in _TO_ADD:
                desk.add_scale(found.scale)
            return desk.use_scale(slug, second)

        self.worker.tell(use, self._done, self.failed)

    def _done(self, found: KnownScale) -> None:
        self.done()
        self._changed(found)

    @on(Select.Changed, "#scale")
    def _explain(self) -> None:
        chosen = self._scales.get(self.values()["scale"])
        if chosen is not None:
            lines = [rating_line(at, one) for at, one in enumerate(chosen.ratings, 1)]
            self.query_one("#ratings", Static).update(Content("\n").join(lines))

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_submit()
