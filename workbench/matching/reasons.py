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

_TELLING = 3
"""So many words that are not among the commonest make a claim."""


class Reasons:
    """Compares one statement with priors that are suggested for it."""

    def __init__(self, one: Asked, rarity: Rarity) -> None:
        self._rarity = rarity
        self._words = list(one.words[:_FIRST])
        self.telling = len(set(self._words) - COMMON_WORDS) >= _TELLING
        """Whether the statement has words enough to say something."""
        self._mine = text_of(one.said[:LONGEST], self._words, rarity)
        self._stems: dict[str, str] = {}
        all_words = (*self._words, *one.tagged, *one.signed)
        for word, stem in zip(all_words, rarity.stems(all_words), strict=True):
            if word not in COMMON_WORDS and not word[0].isdecimal():
                self._stems.setdefault(stem, word)

    def why(self, prior: Prior) -> tuple[str, ...]:
        """Give the reasons to suggest a prior, what tells most first."""
        return ("the same words",) if self._same_words(prior) else tuple(self._reasons(prior))

    def word_for_word(self, prior: Prior) -> bool:
        """Say whether a prior has the very words of the statement, and enough of them to say something."""
        return self.telling and self._same_words(prior)

    def _same_words(self, prior: Prior) -> bool:
        return bool(self._words) and self._words == plain_words(prior.claim[:LONGEST])[:_FIRST]

    def _reasons(self, prior: Prior) -> Iterator[str]:
        claim, title = compared(prior.claim, self._rarity), compared(prior.title, self._rarity)
        if numbers := sorted(self._mine.numbers & (claim.numbers | title.numbers)):
            yield f"the same number: {', '.join(numbers[:_NAMED])}"
        quote = quoted(prior.claim, self._rarity)
        if quote and set(quote) <= self._mine.stems.keys():
            yield "what is quoted in it"
        if shared := self._rarest(claim.stems.keys() | title.stems.keys()):
            yield f"words in both: {', '.join(shared)}"

    def _rarest(self, theirs: set[str]) -> list[str]:
        found = sorted(self._stems.keys() & theirs, key=lambda stem: (-self._rarity.of(stem), self._stems[stem]))
        return [self._stems[stem] for stem in found[:_NAMED]]
