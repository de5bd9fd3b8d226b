"""The ratings of a scale, one a line: key, label, what it means, and how others read it."""

from textual.content import Content

from claims_db.rows import RatingRow
from workbench.domain.scales import key_of
from workbench.tui.drawing import joined, line


def rating_line(at: int, rating: RatingRow) -> Content:
    """Give a rating as it is drawn; ``at`` counts from 1."""
    number = "no number" if rating.value is None else f"number {rating.value}"
    others = f"{number}, {rating.averitec}" if rating.averitec else number
    return joined(
        line(f"{key_of(at)} ", "bold $accent"),
        line(rating.label, "bold"),
        line(f"  {rating.definition}" if rating.definition else ""),
        line(f"  ({rating.slug}; {others})", "$text-muted"),
    )
