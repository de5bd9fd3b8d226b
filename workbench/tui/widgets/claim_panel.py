"""Everything about one claim beside its text: who says it, why it is worth checking, evidence, verdict."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from claims_db.rows import AppearanceRow, ClaimSheet, ScaleRow
from claims_db.vocabulary import AppearanceForm
from workbench.desk.cluster_words import ratings_words, same_as_words
from workbench.domain.left_words import draft_name
from workbench.domain.moments import moment_words
from workbench.domain.newest_text import also_in, words_that_left
from workbench.domain.reasons import strongest, weighed_words
from workbench.domain.references import claim_reference
from workbench.domain.states import state_words
from workbench.tui.drawing import block, frame, joined, line
from workbench.tui.jumping import Spot, Target, in_sight
from workbench.tui.widgets.claim_work import (
    blind_lines,
    discussion_lines,
    held_words,
    left_lines,
    publication_lines,
    verdict_lines,
    waiting_lines,
)
from workbench.tui.widgets.evidence_lines import evidence_lines
from workbench.tui.widgets.facts import Fact, PanelLine, drawn, fact
from workbench.tui.widgets.log_lines import log_lines, media_lines, source_lines
from workbench.tui.widgets.match_lines import Matched, match_lines

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp

_LATEST = 6


class Shown(NamedTuple):
    """What the panel shows: a claim, with what is known around it."""

    sheet: ClaimSheet
    scale: ScaleRow | None
    me: str
    now: int


class ClaimPanel(VerticalScroll, can_focus=True):
    """Shows one claim's sheet."""

    app: "WorkbenchApp"

    DEFAULT_CSS = """
    ClaimPanel { padding: 0 1; scrollbar-size-vertical: 1; background: $background; }
    ClaimPanel Static { width: 1fr; height: auto; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._shown: Shown | None = None
        self._matched = Matched()
        self._lines: list[PanelLine] = []
        self._spots: list[Spot] = []
        self.chosen: int | None = None

    def compose(self) -> ComposeResult:
        """Hold one text."""
        yield Static("", markup=False)

    def show(self, sheet: ClaimSheet, scale: ScaleRow | None, me: str, now: int) -> None:
        """Show a claim; its matches come later."""
        is_other = self._shown is None or sheet.number != self._shown.sheet.number
        self._shown = Shown(sheet, scale, me, now)
        frame(self, f"{claim_reference(sheet.number)}  {state_words(sheet.state)}", held_words(sheet, me, now))
        if is_other:
            self._matched, self.chosen = Matched(), None
        self._draw_anew()
        if is_other:
            self.scroll_home(animate=False)

    def show_matches(self, number: int, matched: Matched) -> None:
        """Show what is known of a claim's matches, if it is still the one that is shown."""
        if self._shown is not None and self._shown.sheet.number == number and matched != self._matched:
            self._matched = matched
            self._draw_anew()

    def _draw_anew(self) -> None:
        if self._shown is not None:
            self._spots = []
            self._lines = _lines(self._shown, self._matched, self._spots, self.app.with_keys)
            self._draw()

    def on_resize(self) -> None:
        """Draw for the new width."""
        self._draw()

    def _draw(self) -> None:
        shown = Content("\n").join(drawn(one, self._width) for one in self._lines)
        self.query_one(Static).update(shown)

    @property
    def _width(self) -> int:
        """The columns for words, beside a scroll bar that may come."""
        return self.scrollable_content_region.width - (0 if self.show_vertical_scrollbar else 1)

    def clear(self) -> None:
        """Show nothing."""
        frame(self, "")
        self._shown, self._lines, self._spots = None, [], []
        self.query_one(Static).update("")

    def jump_targets(self, go: Callable[[int], None]) -> list[Target]:
        """Give the pieces of evidence and the other claims in sight; ``go`` goes to a claim."""
        found = []
        for spot in self._spots:
            row = self._row_of(spot.line)
            led = partial(go, spot.claim) if spot.claim is not None else partial(self.choose, spot)
            found += in_sight(self, 0, row - self.scroll_offset.y, led)
        return found

    def choose(self, spot: Spot) -> None:
        """Go to a piece of evidence: it stands at the top, and is the one that is offered for taking off."""
        self.chosen = spot.evidence
        self.focus()
        self.scroll_to(y=self._row_of(spot.line), animate=False, force=True)

    def _row_of(self, line: int) -> int:
        """Give the row in which a line begins: long ones take several."""
        width = self.query_one(Static).content_size.width
        if not width:
            return 0
        return sum(max(1, drawn(one, self._width).get_height({}, width)) for one in self._lines[:line])


def _lines(shown: Shown, matched: Matched, spots: list[Spot], with_keys: Callable[[str], str]) -> list[PanelLine]:
    """Give the lines; what can be jumped to is added to ``spots``; ``with_keys`` names the keys of commands."""
    sheet, scale, me, now = shown
    lines: list[PanelLine] = [*blind_lines(sheet), block(sheet.statement, "bold"), _said(sheet)]
    lines += [block(words, "bold $warning") for words in words_that_left(sheet)]
    lines += [_met(appearance) for appearance in sheet.appearances if appearance.form is not AppearanceForm.ARTICLE]
    lines += [fact("Also in", words) for words in also_in(sheet)]
    lines += [fact("Kind", sheet.kind.value), _worth(sheet)]
    for other in (sheet.duplicate_of,) if sheet.duplicate_of else ():
        spots.append(Spot(len(lines), claim=other))
        lines.append(line(f"A duplicate of {claim_reference(other)}", "$warning"))
    for other in sheet.duplicates:
        spots.append(Spot(len(lines), claim=other))
        lines.append(line(f"{claim_reference(other)} is a duplicate of it", "$text-muted"))
    if sheet.same_as is not None:
        lines.append(fact("Same as", f"{same_as_words(sheet.same_as)}; {with_keys('{cluster} shows them')}"))
        lines += [block(words, "bold $warning") for words in filter(None, (ratings_words(sheet.same_as),))]
    lines += [fact("Assumed", assumption, "$text-muted") for assumption in sheet.assumptions]
    lines += waiting_lines(sheet, me, now)
    lines += left_lines(sheet.left_drafts, now, with_keys)
    lines += media_lines(sheet, with_keys)
    lines += match_lines(matched, spots, len(lines))
    lines += [Content(""), line(f"Evidence ({len(sheet.evidence)})", "bold $accent")]
    for evidence in sheet.evidence:
        spots.append(Spot(len(lines), evidence=evidence.number))
        lines += evidence_lines(evidence)
    if not sheet.evidence:
        lines.append(line(with_keys("  none yet; {attach} attaches some"), "$text-muted"))
    lines += source_lines(sheet)
    lines += log_lines(sheet, now, with_keys)
    lines += [Content(""), line("Verdict", "bold $accent"), *verdict_lines(sheet, scale, matched.precedents)]
    if sheet.drafts:
        kinds = ", ".join(draft_name(draft.field) for draft in sheet.drafts)
        lines += [line(f"Draft kept: {kinds}; it is offered when you open the dialog again.", "$warning")]
    lines += publication_lines(sheet.publications)
    lines += discussion_lines(sheet.comments, with_keys)
    if sheet.history:
        lines += [Content(""), line("History, in UTC", "bold $accent")]
        lines += [
            line(f"  {moment_words(entry.at)}  {entry.summary}  {entry.actor}", "$text-muted")
            for entry in sheet.history[:_LATEST]
        ]
    return lines


def _said(sheet: ClaimSheet) -> Fact:
    speaker = sheet.claimer or (
        "the article itself" if any(one.article for one in sheet.appearances) else "nobody named"
    )
    chain = ", through ".join([speaker, *reversed(sheet.via)])
    said_on = f", {sheet.said_on.value}" if sheet.said_on else ""
    return fact("Said by", chain + said_on)


def _met(appearance: AppearanceRow) -> Fact:
    words = " ".join(part for part in (appearance.form.value, appearance.locator, appearance.url) if part)
    quote = f"  “{appearance.quote.exact}”" if appearance.quote else ""
    return fact("Met in", words + quote)


def _worth(sheet: ClaimSheet) -> Fact:
    shown = strongest(sheet.reasons)
    reasons = ", ".join(weighed_words(reason) for reason in shown)
    if len(shown) < len(sheet.reasons):
        reasons += f" and {len(sheet.reasons) - len(shown)} more"
    return Fact("Worth", joined(line(f"{sheet.check_worthiness:.2f}  "), line(reasons, "$text-muted")))
