"""What people do about a claim, as its panel shows it: who has it, until when, what they decided and said."""

from collections.abc import Callable

from textual.content import Content

from claims_db.rows import ClaimSheet, CommentRow, LeftDraftRow, Precedents, PublicationRow, ScaleRow, VerdictRow
from claims_db.vocabulary import ClaimState, Priority
from workbench.domain.dates import instant_words
from workbench.domain.left_words import draft_lines, draft_name
from workbench.domain.moments import moment_words
from workbench.domain.recheck_dates import is_due, recheck_words
from workbench.domain.scales import key_of, scale_beside
from workbench.domain.tags import tag_words
from workbench.domain.waiting import due_words, elapsed_span, short_span
from workbench.tui.cells import width_of
from workbench.tui.drawing import block, joined, line
from workbench.tui.widgets.facts import Fact, fact
from workbench.tui.widgets.precedent_lines import by_rating, nearest_lines

_NEWEST_COMMENTS = 3
_PANEL = 36


def held_words(sheet: ClaimSheet, me: str, now: int) -> str:
    """Say who holds the claim and for how long."""
    lease = sheet.lease
    if lease is None or lease.expires_at <= now:
        return "free"
    return f"held by {'you' if lease.holder == me else lease.holder}, {short_span(lease.expires_at - now)} left"


def blind_lines(sheet: ClaimSheet) -> list[Content]:
    """Say that another's verdict is kept back, where it is."""
    words = "Second verdict, blind: the other verdict is shown as soon as you have recorded yours."
    return [line(words, "bold $warning")] if sheet.blind else []


def waiting_lines(sheet: ClaimSheet, me: str, now: int) -> list[Fact]:
    """Say for whom, until when and in which queues the claim waits."""
    lines: list[Fact] = []
    if sheet.assigned_to:
        note = f": {sheet.assignment_note}" if sheet.assignment_note else ""
        lines.append(fact("Waits", f"for {'you' if sheet.assigned_to == me else sheet.assigned_to}{note}"))
    if sheet.deadline is not None:
        late = "$error" if sheet.deadline <= now else ""
        lines.append(fact("Due", f"{moment_words(sheet.deadline)} UTC{_late(sheet.deadline, now)}", late))
    if sheet.recheck.on:
        due = "$error" if is_due(sheet.recheck, now) else ""
        lines.append(fact("Recheck", recheck_words(sheet.recheck), due))
    if sheet.postponed_until is not None and sheet.postponed_until > now:
        lines.append(fact("Later", f"postponed until {moment_words(sheet.postponed_until)} UTC"))
    marks = [f"priority {sheet.priority.value}"] if sheet.priority is not Priority.NORMAL else []
    marks += [f"asked for {sheet.demand} times"] if sheet.demand else []
    marks += ["legal"] if sheet.legal else []
    if marks:
        lines.append(fact("Marks", ", ".join(marks)))
    if sheet.tags:
        lines.append(fact("Tags", tag_words(sheet.tags)))
    if sheet.queues:
        lines.append(fact("Queue", ", ".join(sheet.queues)))
    return lines


def verdict_lines(sheet: ClaimSheet, scale: ScaleRow | None, before: Precedents | None = None) -> list[Content]:
    """Give the verdicts with what became of them; where there is none the keys of the ratings, and how often each was given."""
    lines: list[Content] = []
    if sheet.skip is not None:
        note = f": {sheet.skip.note}" if sheet.skip.note else ""
        lines.append(line(f"  set aside by {sheet.skip.reviewer}: {sheet.skip.reason.value.replace('_', ' ')}{note}"))
    disagree = sheet.state is ClaimState.ADJUDICATION
    for verdict in sheet.verdicts:
        lines += _verdict(verdict, scale_beside(verdict, sheet.verdicts), open_still=disagree and verdict.counts)
    lines += _what_next(sheet)
    if not sheet.verdicts and sheet.skip is None and scale is not None:
        counts = by_rating(before, scale.slug)
        times = {one.slug: f" ×{counts[one.slug].claims}" if one.slug in counts else "" for one in scale.ratings}
        keys = [
            f"{key_of(key)} {rating.label}{times[rating.slug]}".lstrip() for key, rating in enumerate(scale.ratings, 1)
        ]
        lines += [line(f"  {row}", "$text-muted") for row in _in_rows(keys)]
        lines += nearest_lines(before)
    return lines


def left_lines(drafts: tuple[LeftDraftRow, ...], now: int, with_keys: Callable[[str], str]) -> list[Content]:
    """Show what others were typing."""
    lines: list[Content] = []
    for left in drafts:
        copies = with_keys("{copy-left} copies it")
        ago = elapsed_span(max(0, now - left.saved_at))
        lines += [
            Content(""),
            line(f"Left by {left.reviewer}: {draft_name(left.field)}, {ago} ago; {copies}", "bold $warning"),
        ]
        lines += [block(f"  {words}") for words in draft_lines(left.body)]
    return lines


def discussion_lines(comments: tuple[CommentRow, ...], with_keys: Callable[[str], str]) -> list[Content]:
    """Show the newest comments."""
    if not comments:
        return []
    still_open = sum(comment.resolved_at is None for comment in comments)
    opens = with_keys("{discuss} opens it")
    lines = [Content(""), line(f"Discussion ({len(comments)}, {still_open} open); {opens}", "bold $accent")]
    for comment in comments[-_NEWEST_COMMENTS:]:
        solved = "  ✓" if comment.resolved_at is not None else ""
        lines.append(joined(line(f"  {comment.author}{solved}  ", "$text-muted"), line(comment.body)))
    return lines


def publication_lines(publications: tuple[PublicationRow, ...]) -> list[Content]:
    """Show when the finding went out, and each correction with its reason."""
    if not publications:
        return []
    lines = [Content(""), line("Published", "bold $accent")]
    for one in publications:
        lines.append(line(f"  {one.number}  {instant_words(one.published_at)}  {one.published_by}", "$text-muted"))
        if one.correction is not None:
            lines.append(block(f"     {one.correction.severity.replace('_', ' ')}: {one.correction.reason}"))
    return lines


def _verdict(verdict: VerdictRow, scale: str, *, open_still: bool) -> list[Content]:
    fate = "" if verdict.stands or open_still else " (no longer stands)"
    head = joined(
        line(f"  {scale}{verdict.rating.label}{fate}", "$text-muted" if fate else "bold"),
        line(f"  {verdict.reviewer}, {instant_words(verdict.recorded_at)}", "$text-muted"),
    )
    return [head] if fate else [head, block(f"  {verdict.rationale}")]


def _what_next(sheet: ClaimSheet) -> list[Content]:
    if sheet.state is ClaimState.ADJUDICATION and not sheet.blind:
        return [line("  The verdicts disagree; an editor decides with v.", "$warning")]
    if sheet.state is ClaimState.SECOND_REVIEW and not sheet.blind:
        return [line("  Waits for a second verdict by somebody else.", "$warning")]
    if sheet.state is ClaimState.RECORDED:
        return [line("  Waits for sign-off: S signs off, R returns it.", "$warning")]
    if sheet.finding is not None:
        note = f": {sheet.finding.note}" if sheet.finding.note else ""
        return [line(f"  signed off by {sheet.finding.signed_off_by}{note}", "$success")]
    return []


def _in_rows(parts: list[str]) -> list[str]:
    """Put parts beside each other, as many as the narrowest panel has room for: none is broken between two rows."""
    rows: list[str] = []
    for part in parts:
        if rows and width_of(rows[-1]) + width_of(part) + 2 <= _PANEL:
            rows[-1] += f"  {part}"
        else:
            rows.append(part)
    return rows


def _late(deadline: int, now: int) -> str:
    return f", {due_words(deadline, now)}" if deadline <= now else ""
