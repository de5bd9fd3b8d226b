"""A claim and what it may repeat side by side, what differs marked on both; one below the other where it is narrow."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from claims_db.rows import ClaimSheet
from workbench.desk.match_rows import DifferenceRow, MatchRow
from workbench.domain.dates import instant_words
from workbench.domain.references import claim_reference
from workbench.domain.searching import Mark
from workbench.domain.states import state_words
from workbench.tui.cells import steady
from workbench.tui.drawing import frame, joined, line
from workbench.tui.widgets.facts import Fact, drawn, fact
from workbench.tui.widgets.match_lines import decided_words, reference_of, relation_words

_BESIDE = 90
"""Columns of the terminal from which on both stand side by side."""

_LONGEST = 4_000
DIFFERS, REVERSES = "bold underline $warning", "bold reverse"
"""How a difference looks, and how one does that makes the one the opposite of the other."""


class Side(NamedTuple):
    """One of both: its name, its words with their marks, and what is known of it."""

    name: str
    words: Content
    facts: tuple[Fact, ...]


class MatchSides(VerticalScroll, can_focus=True):
    """Shows a claim and one match."""

    DEFAULT_CSS = """
    MatchSides { scrollbar-size-vertical: 1; }
    MatchSides #sides { layout: vertical; height: auto; }
    MatchSides .side { width: 1fr; height: auto; border: round $frame; border-title-color: $text; padding: 0 1; }
    MatchSides #between { height: auto; padding: 0 2; }
    MatchSides.-beside #sides { layout: horizontal; }
    MatchSides:focus .side { border: heavy $border; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._sides: tuple[Side, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out both sides, and below them what is said of both."""
        with Container(id="sides"):
            yield Static("", markup=False, id="here", classes="side")
            yield Static("", markup=False, id="there", classes="side")
        yield Static("", markup=False, id="between")

    def on_resize(self) -> None:
        """Put both side by side where there is room."""
        self.set_class(self.size.width >= _BESIDE, "-beside")
        self.call_after_refresh(self._draw)

    def show(self, sheet: ClaimSheet, row: MatchRow | None) -> None:
        """Show a claim beside a match; alone where there is none."""
        self._sides = (_here(sheet, row), *((_there(row),) if row is not None else ()))
        self.query_one("#there").display = row is not None
        self.query_one("#between", Static).update(_between(row) if row is not None else "")
        self._draw()
        self.scroll_home(animate=False)

    def _draw(self) -> None:
        for side, name in zip(self._sides, ("#here", "#there"), strict=False):
            shown = self.query_one(name, Static)
            width = shown.content_region.width or self.size.width
            frame(shown, side.name)
            shown.update(Content("\n").join([side.words, *(drawn(one, width) for one in side.facts)]))


def marked(text: str, marks: Iterable[tuple[Mark, str]]) -> Content:
    """Give a text with what is marked in it in the look of its mark; where marks overlap the first one holds."""
    parts, at, end = [], 0, min(len(text), _LONGEST)
    for mark, look in sorted(marks, key=lambda one: one[0]):
        start, until = max(at, mark.start), min(mark.end, end)
        if start < until:
            parts += [_plain(text[at:start]), Content.styled(_steady(text[start:until]), look)]
            at = until
    cut = "…" if len(text) > _LONGEST else ""
    return Content("").join([*parts, _plain(f"{text[at:end]}{cut}")])


def _here(sheet: ClaimSheet, row: MatchRow | None) -> Side:
    found = row.differences if row is not None else ()
    words = marked(sheet.statement, ((mark, _look(one)) for one in found for mark in one.here))
    facts = [fact("Said by", _said(sheet.claimer, sheet.said_on.value if sheet.said_on else ""))]
    facts.append(fact("State", state_words(sheet.state)))
    return Side(f"{claim_reference(sheet.number)}  this claim", words, tuple(facts))


def _there(row: MatchRow) -> Side:
    words = marked(row.words, ((mark, _look(one)) for one in row.differences for mark in one.there))
    return Side(f"{reference_of(row)}  {row.kind.value}", words, tuple(_facts(row)))


def _facts(row: MatchRow) -> Iterator[Fact]:
    yield fact("Said by", _said(row.claimer, row.said_on.value if row.said_on else ""))
    if row.rating:
        yield fact("Rating", row.rating)
    if row.outlet or row.reviewed is not None:
        yield fact(
            "Outlet", ", ".join(part for part in (row.outlet, row.reviewed.value if row.reviewed else "") if part)
        )
    if row.published_at is not None:
        yield fact("Published", instant_words(row.published_at))
    if row.title:
        yield fact("Title", row.title)
    if row.url:
        yield fact("Link", row.url)


def _between(row: MatchRow) -> Content:
    """Say what both are to each other, in what they differ, and why the match is suggested."""
    who = decided_words(row) or "suggested"
    lines = [joined(line(relation_words(row.relation), "bold"), line(f"   {who}", "$text-muted"))]
    if not row.differences:
        lines.append(line("No difference was found.", "$text-muted"))
    for one in row.differences:
        look = _look(one)
        lines.append(joined(line(f"{one.kind.replace('_', ' ')}:", look), line(f" {one.words}{_turns(one)}")))
    if row.why:
        lines.append(line(f"Suggested for {'; '.join(row.why)}", "$text-muted"))
    return Content("\n").join(lines)


def _turns(one: DifferenceRow) -> str:
    return "  (one is the opposite of the other)" if one.reverses else ""


def _look(one: DifferenceRow) -> str:
    return REVERSES if one.reverses else DIFFERS


def _said(claimer: str, when: str) -> str:
    return ", ".join(part for part in (claimer or "nobody named", when) if part)


def _plain(text: str) -> Content:
    return Content(_steady(text))


def _steady(text: str) -> str:
    return steady(text, newlines=True)
