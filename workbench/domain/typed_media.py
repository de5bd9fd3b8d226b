"""What a desk says of media as the fields of a form hold it: one line for each link and each edited part."""

from collections.abc import Mapping

from claims_db.media_vocabulary import MediaCategory, MediaKind
from claims_db.rows import Medium
from workbench.domain.media import CATEGORY_NAMES
from workbench.domain.text import printable
from workbench.errors import BadField

SHORT_NAMES = "original, missing context, edited, transformed, staged, satire"
"""How categories can be typed; the beginning of each is enough."""


def typed_medium(medium: Medium) -> dict[str, str]:
    """Give the texts of the fields."""
    return {
        "kind": medium.kind.value,
        "links": "\n".join(medium.links),
        "overlaid": medium.overlaid,
        "categories": ", ".join(_name(one) for one in medium.categories),
        "original": medium.original,
        "no_original": medium.no_original,
        "context": medium.context,
        "edited": ", ".join(medium.edited),
    }


def medium_of(values: Mapping[str, str]) -> Medium:
    """Read the texts of the fields.

    Raises:
        BadField: a word names no category.

    """
    return Medium(
        MediaKind(values["kind"]),
        tuple(values["links"].split()),
        values["overlaid"],
        tuple(_category(word) for word in values["categories"].split(",") if word.strip()),
        values["original"],
        values["no_original"],
        values["context"],
        tuple(values["edited"].split(",")),
    )


def media_part(number: int) -> str:
    """Name the part of a draft in which one of a claim's media is typed; new media have none."""
    return f"media {number}"


def _category(typed: str) -> MediaCategory:
    word = " ".join(typed.casefold().replace("_", " ").split())
    found = [one for one in MediaCategory if _name(one).startswith(word) or CATEGORY_NAMES[one] == word]
    if len(found) == 1:
        return found[0]
    shown = printable(typed.strip()[:40])
    raise BadField("categories", f"{shown} is no category of media.", f"Write of these: {SHORT_NAMES}.")


def _name(category: MediaCategory) -> str:
    return category.value.replace("_", " ")
