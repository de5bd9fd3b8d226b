"""Say in words why something is suggested: what a statement and a prior have in common."""

from collections.abc import Iterator

from workbench.domain.common_words import COMMON_WORDS
from workbench.domain.plain_words import plain_words
from workbench.domain.priors import Prior
from workbench.matching.asked import Asked
from workbench.matching.compared import LONGEST, Rarity, compared, quoted, text_of

_NAMED = 4
"""So many of the words that both have are named, the rarest."""

_FIRST = 400
"""So many words of a statement are looked at."""


def why(one: Asked, prior: Prior, rarity: Rarity) -> tuple[str, ...]:
    """Give the reasons, what tells most first."""
    return tuple(_reasons(one, prior, rarity))


def same_words(one: Asked, prior: Prior) -> bool:
    """Say whether a prior has the very words of a statement."""
    words = list(one.words[:_FIRST])
    return bool(words) and words == plain_words(prior.claim[:LONGEST])[:_FIRST]


def _reasons(one: Asked, prior: Prior, rarity: Rarity) -> Iterator[str]:
    words = list(one.words[:_FIRST])
    if same_words(one, prior):
        yield "the same words"
        return
    mine = text_of(one.said[:LONGEST], words, rarity)
    claim, title = compared(prior.claim, rarity), compared(prior.title, rarity)
    if numbers := sorted(mine.numbers & (claim.numbers | title.numbers)):
        yield f"the same number: {', '.join(numbers[:_NAMED])}"
    quote = quoted(prior.claim, rarity)
    if quote and set(quote) <= mine.stems.keys():
        yield "what is quoted in it"
    theirs = claim.stems.keys() | title.stems.keys()
    if shared := _rarest((*words, *one.tagged, *one.signed), theirs, rarity):
        yield f"words in both: {', '.join(shared)}"


def _rarest(words: tuple[str, ...], theirs: set[str], rarity: Rarity) -> list[str]:
    found: dict[str, tuple[float, str]] = {}
    for word, stem in zip(words, rarity.stems(words), strict=True):
        if stem in theirs and word not in COMMON_WORDS and not word[0].isdecimal() and stem not in found:
            found[stem] = rarity.of(stem), word
    return [word for _, word in sorted(found.values(), key=lambda one: -one[0])[:_NAMED]]
