"""What the desk says of a source, in words."""

from claims_db.rows import SourceRow
from workbench.domain.dates import instant_words

UNNAMED = "a source without a name"


def source_name(source: SourceRow) -> str:
    """Give what people call a source."""
    if source.erased_at is not None:
        return "an erased source"
    return source.title or source.url or source.publisher or source.author or UNNAMED


def marked(name: str, source: SourceRow | None) -> str:
    """Give a name with what nobody may overlook of its source, as a table shows it."""
    if source is None:
        return name
    secret = "erased" if source.erased_at is not None else "confidential" if source.confidential else ""
    marks = (secret, "RETRACTED" if source.retraction else "")
    return " ".join((name, *(f"({mark})" for mark in marks if mark))).strip()


def source_facts(source: SourceRow) -> tuple[tuple[str, str], ...]:
    """Give what the desk says of a source, each with its name; an empty one is not known."""
    return (
        ("kind", source.kind.value.replace("_", " ") if source.kind else ""),
        ("word of", source.origin),
        ("interest", source.interest),
        ("reliable", source.reliability),
        ("retracted", source.retraction),
        ("access", confidential_words(source)),
    )


def confidential_words(source: SourceRow) -> str:
    """Say that a source is confidential, and whether it was erased."""
    if source.erased_at is not None:
        return f"erased on {instant_words(source.erased_at)}"
    return "confidential: exports name it 'document seen by the desk'" if source.confidential else ""
