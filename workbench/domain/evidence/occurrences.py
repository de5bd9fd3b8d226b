"""Where a piece of an excerpt stands in a captured text, letter by letter, and where a row of pieces does."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from workbench.domain.evidence.folding import Folded, same_hyphens
from workbench.domain.evidence.pieces import Piece

NEAR = 2_000
"""How many characters may be left out between two pieces."""
MOST = 500
"""So many occurrences are counted; from there on it is that many or more."""

_REPLACED = 80
"""How many characters words in brackets may stand for."""
_MOST_BEGINNINGS = 50
_WORK = 20_000_000
_STOPS = ".,;:"
_NO_BLANKS_FROM = "\u0e00"
"""From here on stand the scripts that put no blanks between words."""


class Variant(NamedTuple):
    """Letters to look for: how many characters of the piece they leave out at each side, and another capital."""

    letters: str
    skipped: int
    dropped: int
    capital: bool = False


class Found(NamedTuple):
    """Where a piece stands in the folded source, and in which variant."""

    start: int
    end: int
    variant: Variant


def occurrences(piece: Piece, source: Folded) -> tuple[Found, ...]:
    """Give all places of the most literal variant of a piece that stands in the source, up to ``MOST``."""
    return next(_found_in(piece, source, 0, len(source.text), MOST), ())


def literal_occurrences(piece: Piece, source: Folded) -> tuple[Found, ...]:
    """Give the places where a piece stands with all of its letters, capitals and stops, up to ``MOST``."""
    letters = Variant(piece.folded.text, 0, 0)
    return tuple(_places(piece, letters, source, (0, len(source.text)), MOST))


def chains(pieces: Sequence[Piece], source: Folded) -> tuple[tuple[Found, ...], ...]:
    """Give where the pieces stand in their order and near each other, from the places of the longest one."""
    longest = max(range(len(pieces)), key=lambda index: len(pieces[index].folded.text))
    anchors = occurrences(pieces[longest], source)
    rows = []
    for anchor in anchors if len(pieces) == 1 else anchors[:_MOST_BEGINNINGS]:
        behind = _forward(pieces[longest + 1 :], anchor, source)
        before = _backward(pieces[: longest + 1], anchor, source) if behind else ()
        if before:
            rows.append((*before, *behind[1:]))
    return tuple(rows)


def inside_word(text: str, at: int) -> bool:
    """Say whether a place parts a word or a number."""
    before, behind = text[at - 1 : at] if at else "", text[at : at + 1]
    return before.isalnum() and behind.isalnum() and before < _NO_BLANKS_FROM and behind < _NO_BLANKS_FROM


def _found_in(piece: Piece, source: Folded, start: int, end: int, most: int) -> Iterator[tuple[Found, ...]]:
    """Give what is found of each variant that is found at all."""
    for variant in _variants(piece):
        found = tuple(_places(piece, variant, source, (start, end), most))
        if found:
            yield found


def _variants(piece: Piece) -> Iterator[Variant]:
    """Give what may be looked for, the most literal first.

    Quoters put marks around what they quote, a stop of their own at its end, and a capital or none at its beginning.
    """
    letters = piece.folded.text
    bare = letters.strip("'")
    skipped = len(letters) - len(letters.lstrip("'"))
    plain = [
        Variant(body, left, len(letters) - left - len(body))
        for whole, left in dict.fromkeys([(letters, 0), (bare, skipped)])
        for body in dict.fromkeys([whole, whole.rstrip(_STOPS).rstrip("'").rstrip(_STOPS)])
        if body == letters or any(character.isalnum() for character in body)
    ]
    yield from plain
    if not piece.begins_inside:
        for one in plain:
            other = one.letters[:1].swapcase()
            if len(other) == 1 and other != one.letters[0]:
                yield one._replace(letters=other + one.letters[1:], capital=True)


def _places(piece: Piece, variant: Variant, source: Folded, within: tuple[int, int], most: int) -> Iterator[Found]:
    """Give where a variant stands: whole words, their hyphens in their places.

    The longer the letters, the fewer places are tried: a text of one letter must not take a day.
    """
    letters, text = variant.letters, source.text
    tries = max(100, _WORK // max(1, len(letters)))
    hyphens = piece.folded.hyphens(variant.skipped, variant.skipped + len(letters))
    at = text.find(letters, *within) if letters else -1
    while at >= 0 and most and tries:
        tries -= 1
        end = at + len(letters)
        if (
            (piece.begins_inside or not inside_word(text, at))
            and (piece.ends_inside or not inside_word(text, end))
            and same_hyphens(hyphens, source.hyphens(at, end))
        ):
            most -= 1
            yield Found(at, end, variant)
        at = text.find(letters, at + 1, within[1])


def _reach(piece: Piece) -> int:
    return NEAR if piece.parted_by_ellipsis else _REPLACED


def _forward(pieces: Sequence[Piece], anchor: Found, source: Folded) -> tuple[Found, ...]:
    """Take each following piece at its first place behind the one before."""
    row = [anchor]
    for piece in pieces:
        low = row[-1].end
        high = low + _reach(piece) + len(piece.folded.text)
        ahead = next(_found_in(piece, source, low, high, 1), ())
        if not ahead:
            return ()
        row.append(ahead[0])
    return tuple(row)


def _backward(pieces: Sequence[Piece], anchor: Found, source: Folded) -> tuple[Found, ...]:
    """Take each piece before the anchor, which is the last one here, at its last place before the one behind."""
    row = [anchor]
    for index in range(len(pieces) - 2, -1, -1):
        high = row[-1].start
        low = max(0, high - _reach(pieces[index + 1]) - len(pieces[index].folded.text))
        back = next(_found_in(pieces[index], source, low, high, MOST), ())
        if not back:
            return ()
        row.append(back[-1])
    return tuple(row[::-1])
