"""The claim in short: the statement, who says it, where it stands in the work, why it is here."""

from textual.content import Content
from textual.widgets import Static

from claims_db.rows import ClaimSheet
from workbench.domain.references import claim_reference
from workbench.domain.states import state_words
from workbench.domain.text import printable
from workbench.tui.marks import date_words, lease_words, plain, said_by, worth_bar


def card_content(sheet: ClaimSheet | None, me: str, now: int) -> Content:
    """Draw the card of a claim."""
    if sheet is None:
        return Content.styled("No claim is open. Move in the list, or press t to take the next one.", "$text-muted")
    parts: list[Content] = [
        Content.assemble(
            (f"{claim_reference(sheet.number)}  ", "bold $text-primary"), (printable(sheet.statement), "bold")
        ),
        Content.assemble(("said by ", "$text-muted"), said_by(sheet.claimer, sheet.via), *_said_on(sheet)),
        _standing(sheet, me, now),
        _worth(sheet),
    ]
    parts.extend(
        Content.assemble(("assumed ", "$text-muted"), printable(assumption)) for assumption in sheet.assumptions
    )
    if sheet.skip is not None:
        note = f": {sheet.skip.note}" if sheet.skip.note else ""
        parts.append(
            Content.assemble(
                ("skipped ", "$text-muted"), printable(f"{plain(sheet.skip.reason)}{note} ({sheet.skip.reviewer})")
            )
        )
    return Content("\n").join(parts)


def _said_on(sheet: ClaimSheet) -> list[str]:
    return [f", {date_words(sheet.said_on)}"] if sheet.said_on is not None else []


def _standing(sheet: ClaimSheet, me: str, now: int) -> Content:
    pieces: list[Content | str] = [state_words(sheet.state), " · ", plain(sheet.kind)]
    if sheet.lease is not None:
        mine = sheet.lease.holder == me
        pieces += [" · ", Content.styled(lease_words(sheet.lease, me, now), "bold $text-accent" if mine else "bold")]
    if sheet.drafts:
        fields = ", ".join(plain(draft.field) for draft in sheet.drafts)
        pieces += [" · ", Content.styled(f"draft kept: {fields}", "bold $text-warning")]
    return Content.assemble(("state   ", "$text-muted"), *pieces)


def _worth(sheet: ClaimSheet) -> Content:
    reasons = ", ".join(f"{plain(printable(reason.name))} {reason.weight:+.2f}" for reason in sheet.reasons)
    return Content.assemble(
        ("worth   ", "$text-muted"),
        (worth_bar(sheet.check_worthiness), "$text-secondary"),
        f" {sheet.check_worthiness:.2f}",
        (f"  {reasons}" if reasons else "", "$text-muted"),
    )


class ClaimCard(Static):
    """The claim that is open."""

    DEFAULT_CSS = """
    ClaimCard { height: auto; max-height: 9; padding: 0 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)

    def show(self, sheet: ClaimSheet | None, me: str, now: int) -> None:
        """Show a claim."""
        self.update(card_content(sheet, me, now))
