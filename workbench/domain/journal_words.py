"""What the journal says, in words: what was done, which row it wrote, and what stood in it before and after."""

from claims_db.rows import JournalRow, JournalValue
from claims_db.vocabulary import Action
from workbench.domain.dates import instant_words
from workbench.domain.references import claim_reference

_CONFIDENTIAL, _DIGEST = "hmac-sha256:", "sha256:"
_SHORT = 12
_MOST_NAMED = 4
_PERCENT = frozenset({"tolerance_share", "tolerance_about"})
_TEN_THOUSANDTHS = frozenset({"worth", "second_share"})


def action_words(action: Action) -> str:
    """Say what was done, such as ``verdict recorded``."""
    subject, _, verb = action.value.partition(".")
    return f"{subject} {verb}".replace("_", " ").strip()


def entry_words(row: JournalRow) -> str:
    """Say which row was written, and what of it."""
    entity = row.entity.replace("_", " ")
    if row.kept_back:
        return f"{entity}: kept back until your own verdict is recorded"
    if not row.was_there:
        return f"{entity} added"
    if not row.is_there:
        return f"{entity} removed"
    names = [field_words(name) for name in row.changed[:_MOST_NAMED]]
    more = len(row.changed) - len(names)
    return f"{entity}: {', '.join(names)}{f' and {more} more' if more > 0 else ''}"


def about_words(row: JournalRow) -> str:
    """Name the claim that an entry is about; empty where there is none."""
    return claim_reference(row.claim) if row.claim is not None else ""


def field_words(name: str) -> str:
    """Name a column as a person would."""
    return name.removesuffix("_id").replace("_", " ")


def value_words(name: str, value: JournalValue) -> str:
    """Write what stands in a column; a text that the journal does not hold is told as such."""
    if value is None or value in ("", ()):
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(" ".join(map(str, part)) if isinstance(part, list | tuple) else str(part) for part in value)
    if isinstance(value, int):
        if name in _PERCENT:
            return f"{value / 100:g} %"
        if name in _TEN_THOUSANDTHS:
            return f"{value / 10_000:.2f}"
        return instant_words(value) if name.endswith(("_at", "_until", "deadline")) else str(value)
    if value.startswith(_CONFIDENTIAL):
        return "confidential: only a digest is kept"
    if value.startswith(_DIGEST):
        return f"a long text, its digest {value.removeprefix(_DIGEST)[:_SHORT]}…"
    return value
