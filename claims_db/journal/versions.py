"""Images of earlier versions of the tables, brought to what a row of today looks like.

The journal is never rewritten: an entry keeps the bytes and the payload version it was written with. Who
compares an image with a live row brings it up to date first. A step that changes a journalled table counts
``PAYLOAD_VERSION`` up and says here what became of the columns.
"""

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from claims_db.journal.images import canonical, digest_of

PAYLOAD_VERSION = 9
"""The version of the images that are written now."""

DEFAULT_ORDERS_2 = '["priority","deadline","demand","check_worthiness"]'
"""What the queue of version 1 is ordered by since version 2."""

NORMAL_RANK_2 = ((2 * (1 << 25) + (1 << 25) - 1) * (1 << 10) + (1 << 10) - 1) * 10_001
"""What a rank of version 1 grew by: normal priority, no deadline, no demand."""

Image = dict[str, Any]


def _place(image: Image) -> Image:
    kept = {name: image[name] for name in ("public_id", "queue_id", "claim_id")}
    return {**kept, "rank": image["rank"] + NORMAL_RANK_2, "nudge": None, "waiting": True}


def _with(**added: object) -> Callable[[Image], Image]:
    return lambda image: {**image, **added}


def _with_unless_there(**added: object) -> Callable[[Image], Image]:
    return lambda image: {**added, **image}


_FROM_1: Mapping[str, Callable[[Image], Image]] = MappingProxyType(
    {
        "claim": _with(
            priority="normal",
            deadline=None,
            demand=0,
            legal=False,
            assigned_to_id=None,
            assignment_note="",
            postponed_until=None,
            round=1,
            judgements=0,
        ),
        "desk": _with(second_ratings=[], second_names=[], second_legal=False, second_share=0),
        "finding": _with(note=""),
        "place": _place,
        "publication": _with(verdict_id=None, content=digest_of("")),
        "queue": _with(takes="", orders=json.loads(DEFAULT_ORDERS_2)),
        "reviewer": _with(left_at=None),
        "verdict": _with(round=1, blind=False),
    }
)

_FROM_2: Mapping[str, Callable[[Image], Image]] = MappingProxyType({"revision": _with(refused=None)})

_FROM_3: Mapping[str, Callable[[Image], Image]] = MappingProxyType(
    {"capture": _with(mode="live", outcome="ok", truncated="", text_sha256="")}
)

_FROM_4: Mapping[str, Callable[[Image], Image]] = MappingProxyType(
    {
        "evidence": _with(
            quote_verdict=None,
            quote_start=None,
            quote_end=None,
            quote_exact="",
            quote_prefix="",
            quote_suffix="",
            quote_remarks=[],
        )
    }
)

_FROM_5: Mapping[str, Callable[[Image], Image]] = MappingProxyType(
    {
        "evidence": _with(confidential=False),
        "source": _with(interest="", reliability="", origin="", retraction="", kind=None, erased_at=None),
    }
)

_FROM_6: Mapping[str, Callable[[Image], Image]] = MappingProxyType(
    {"desk": _with(tolerance_share=100, tolerance_about=1_000)}
)

_FROM_7: Mapping[str, Callable[[Image], Image]] = MappingProxyType(
    {
        "desk": _with_unless_there(
            publisher_name="", publisher_url="", publisher_pages="", publisher_corrections=""
        ),  # the step that added them did not count the version up
        "scale": _with(retired_at=None),
    }
)

_FROM_8: Mapping[str, Callable[[Image], Image]] = MappingProxyType({"claim": _with(recheck_on=None, recheck_reason="")})

_STEPS = (_FROM_1, _FROM_2, _FROM_3, _FROM_4, _FROM_5, _FROM_6, _FROM_7, _FROM_8)
"""What each version's successor made of the images of a table."""


def up_to_date(entity: str, version: int, image: bytes | None) -> bytes | None:
    """Give an image of an earlier version as the row would be written today."""
    if image is None or version >= PAYLOAD_VERSION:
        return image
    steps = [step[entity] for step in _STEPS[version - 1 :] if entity in step]
    if not steps:
        return image
    values = json.loads(image)
    for step in steps:
        values = step(values)
    return canonical(values)
