"""What a desk may say of a picture, film or recording, and how it is told in words."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from claims_db.media_vocabulary import MediaCategory, MediaKind
from claims_db.rows import Medium
from workbench.domain.publisher import is_web_address
from workbench.domain.text import printable, storable
from workbench.errors import BadField

ALTERED = frozenset({MediaCategory.EDITED, MediaCategory.TRANSFORMED})
"""What says that something else than the original is shown."""

WITH_TIMES = frozenset({MediaKind.VIDEO, MediaKind.AUDIO})
"""What has parts that are told by their times."""

KIND_NAMES: Mapping[MediaKind, str] = MappingProxyType(
    {
        MediaKind.IMAGE: "image",
        MediaKind.IMAGE_WITH_TEXT: "image with text",
        MediaKind.VIDEO: "video",
        MediaKind.AUDIO: "audio recording",
    }
)
CATEGORY_NAMES: Mapping[MediaCategory, str] = MappingProxyType(
    {
        MediaCategory.ORIGINAL: "original",
        MediaCategory.MISSING_CONTEXT: "missing context",
        MediaCategory.EDITED: "edited or cropped",
        MediaCategory.TRANSFORMED: "transformed",
        MediaCategory.STAGED: "staged",
        MediaCategory.SATIRE: "satire or parody",
    }
)
CATEGORY_WORDS: Mapping[MediaCategory, str] = MappingProxyType(
    {
        MediaCategory.ORIGINAL: "Nothing shows that it was altered to mislead; what is said in it or with it may still be wrong.",
        MediaCategory.MISSING_CONTEXT: "It is not altered, but passed on as something that it is not.",
        MediaCategory.EDITED: "Parts were cut out, put together anew or left away, so that it tells something else.",
        MediaCategory.TRANSFORMED: "What is seen or heard in it was changed, added, taken out or made by a machine.",
        MediaCategory.STAGED: "It was made up for the purpose, as with actors.",
        MediaCategory.SATIRE: "It was made as satire or parody, and shown as such.",
    }
)

_CONTRARY = (MediaCategory.EDITED, MediaCategory.TRANSFORMED, MediaCategory.STAGED)
_TIME = r"(\d{1,2}):([0-5]\d):([0-5]\d)"
_PART = re.compile(rf"{_TIME}(?:\s?[-–]\s?{_TIME})?", re.ASCII)
_MOST = 50


def checked(medium: Medium) -> Medium:
    """Give what somebody says of media as the desk keeps it: without blanks at the ends, each thing once, in one form.

    Raises:
        BadField: something of it can't be; the fault names the field.

    """
    categories = tuple(one for one in MediaCategory if one in medium.categories)
    _check_categories(categories)
    links = _once(storable(one).strip() for one in medium.links)
    original, no_original = storable(medium.original).strip(), storable(medium.no_original).strip()
    for field, address in (*(("links", one) for one in links), ("original", original)):
        if address and not is_web_address(address):
            raise BadField(field, f"{printable(address[:120])} is no web address.", "Give it whole, as https://…")
    if original and no_original:
        raise BadField("no_original", "There is an original, and a reason why there is none.", "Leave one of them out.")
    overlaid = storable(medium.overlaid).strip()
    if overlaid and medium.kind is not MediaKind.IMAGE_WITH_TEXT:
        raise BadField("overlaid", "Only an image with text has words on it.", "Choose that kind, or leave them out.")
    edited = _once(_part(one) for one in medium.edited if one.strip())
    if edited and medium.kind not in WITH_TIMES:
        raise BadField("edited", "An image has no parts with times.", "Choose video or audio, or leave the times out.")
    if edited and MediaCategory.ORIGINAL in categories:
        raise BadField(
            "edited", "What is original has no edited parts.", "Leave the times out, or the category original."
        )
    for field, given in (("links", links), ("edited", edited)):
        if len(given) > _MOST:
            raise BadField(field, f"These are more than {_MOST}.", "Name the ones that matter.")
    context = storable(medium.context).strip()
    return Medium(medium.kind, links, overlaid, categories, original, no_original, context, tuple(sorted(edited)))


def contradiction(categories: Iterable[MediaCategory]) -> MediaCategory | None:
    """Give the category that can't stand beside ``original``, where both are there."""
    found = frozenset(categories)
    if MediaCategory.ORIGINAL not in found:
        return None
    return next((one for one in _CONTRARY if one in found), None)


def part_seconds(part: str) -> tuple[int, int | None] | None:
    """Give where an edited part begins and ends, in seconds; no end of a single time, None for what is no part."""
    match = _PART.fullmatch(part.strip())
    if match is None:
        return None
    start = _seconds(*match.group(1, 2, 3))
    return start, None if match[4] is None else _seconds(*match.group(4, 5, 6))


def edited_words(parts: Iterable[str]) -> str:
    """Say which parts were edited; what is no part stands as it is."""
    return ", ".join(f"from {part.replace('-', ' to ')}" if "-" in part else f"at {part}" for part in parts)


def category_names(categories: Iterable[MediaCategory]) -> str:
    """Name categories as people of the desk do; says so where there are none."""
    return ", ".join(CATEGORY_NAMES[one] for one in categories) or "no category yet"


def medium_name(medium: Medium) -> str:
    """Say what media are and what became of them, such as ``video: edited or cropped``."""
    return f"{KIND_NAMES[medium.kind]}: {category_names(medium.categories)}"


def medium_words(medium: Medium) -> str:
    """Say on one line what the desk says of media."""
    return "; ".join((medium_name(medium), *medium_facts(medium)))


def medium_facts(medium: Medium) -> list[str]:
    """Say what is known of media beside kind and categories, each thing for itself."""
    parts = (
        *medium.links,
        f"says “{medium.overlaid}”" if medium.overlaid else "",
        f"original: {medium.original}" if medium.original else "",
        f"no original: {medium.no_original}" if medium.no_original else "",
        medium.context,
        f"edited {edited_words(medium.edited)}" if medium.edited else "",
    )
    return [part for part in parts if part]


def _check_categories(categories: Iterable[MediaCategory]) -> None:
    contrary = contradiction(categories)
    if contrary is not None:
        raise BadField(
            "categories",
            f"Nothing is original and {CATEGORY_NAMES[contrary]} at once: original says that nothing was altered.",
            "Leave one of them out.",
        )


def _part(text: str) -> str:
    """Give an edited part in its one form."""
    found = part_seconds(text)
    if found is None:
        shown = printable(text.strip()[:40])
        raise BadField("edited", f"{shown} is no part of a film.", "Write it as 00:01:05-00:01:20, or one time alone.")
    start, end = found
    if end is not None and end <= start:
        raise BadField("edited", f"{printable(text.strip())} ends before it begins.", "Write the earlier time first.")
    return _clock(start) if end is None else f"{_clock(start)}-{_clock(end)}"


def _seconds(hours: str, minutes: str, seconds: str) -> int:
    return (int(hours) * 60 + int(minutes)) * 60 + int(seconds)


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
