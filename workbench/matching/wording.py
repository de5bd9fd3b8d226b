"""Words that no prior holds: written wrongly, or several in one."""

from workbench.domain.common_words import COMMON_WORDS
from workbench.domain.priors import Pool
from workbench.matching.asked import Asked

_SHORTEST, _PART, _MOST = 7, 3, 4
"""How long such a word is at least, and each part of it; so many of a statement are looked at."""

_KNOWN = 5
"""So many priors hold each part: chance makes words of most rows of letters."""

_FIRST = 400
"""So many words of a statement are looked at."""


def reworded(one: Asked, pool: Pool) -> Asked:
    """Add what unknown words are likely to mean, as if it stood in a tag; what was written stays."""
    words = [word for word in dict.fromkeys((*one.words[:_FIRST], *one.tagged)) if len(word) >= _SHORTEST]
    letters = [word for word in words if word.isalpha()]
    unknown = [word for word, stem in zip(letters, pool.stems(letters), strict=True) if not pool.holding(stem)]
    meant = [word for each in unknown[:_MOST] for word in (pool.respelt(each) or _parted(each, pool))]
    return one._replace(tagged=(*one.tagged, *(word for word in meant if word not in one.words)))


def _parted(word: str, pool: Pool) -> tuple[str, ...]:
    """Part a word into two that are known, the ones whose rarer one is commonest."""
    cuts = [(word[:place], word[place:]) for place in range(_PART, len(word) - _PART + 1)]
    told = [cut for cut in cuts if COMMON_WORDS.isdisjoint(cut)]
    held, best = max(((min(map(pool.holding, pool.stems(cut))), cut) for cut in told), default=(0, ()))
    return best if held >= _KNOWN else ()
