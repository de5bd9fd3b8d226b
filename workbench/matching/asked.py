"""A statement as it is asked about: a sentence of a speech, or a post with its address, account and tags."""

import re
from typing import NamedTuple

from workbench.domain.plain_words import plain_words

_ADDRESS = re.compile(r"https?://\S*|pic\.twitter\.com/\S*|\bwww\.\S*")
_SIGNED = re.compile(r"[—–-] ?(?P<name>[^—()\n]{1,80})\(@(?P<account>\w{1,40})\)(?P<rest>[^\n]{0,60})\Z")
_TAG = re.compile(r"[#@](\w+)")
_HUMP = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+|\d+")
_PICTURE = re.compile(r"pic\.twitter\.com/|\b(?:photo|picture|video|watch)\b", re.IGNORECASE)
_LONGEST = 20_000
"""What stands behind this many characters is not looked at."""


class Asked(NamedTuple):
    """What a statement says, and who signed it.

    Attributes:
        said: the text without addresses and signature; ``words`` are its plain words.
        tagged, signed: words of tags and of the signature that the text has not got.
        pictured: a picture or a video is with it.

    """

    said: str
    words: tuple[str, ...]
    tagged: tuple[str, ...]
    signed: tuple[str, ...]
    pictured: bool


def asked(text: str) -> Asked:
    """Take a statement apart; of addresses nothing is left."""
    text = text[:_LONGEST]
    pictured = _PICTURE.search(text) is not None
    # Each is blanked out in its length: whoever marks words in the statement finds the rest where it stood.
    bare = _ADDRESS.sub(lambda found: " " * len(found[0]), text)
    signature = _SIGNED.search(bare.rstrip())
    signed: list[str] = []
    if signature:
        signed = plain_words(f"{signature['name']} {_humps(signature['account'])} {signature['rest']}")
        bare = bare[: signature.start()]
    tags = " ".join(_humps(tag) for tag in _TAG.findall(bare))
    words = plain_words(bare)
    return Asked(
        bare,
        tuple(words),
        tuple(dict.fromkeys(word for word in plain_words(tags) if word not in words)),
        tuple(dict.fromkeys(word for word in signed if word not in words)),
        pictured,
    )


def _humps(name: str) -> str:
    """Part a name that is written in one: ``DraftOurDaughters``."""
    return " ".join(_HUMP.findall(name))
