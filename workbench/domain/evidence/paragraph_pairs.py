"""Which paragraph of an older text is which of a newer one: kept, moved, changed, taken out or new."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from workbench.domain.evidence.captured_text import CapturedText
from workbench.domain.evidence.word_difference import rising
from workbench.domain.evidence.words import is_word

_LINE = re.compile(r"[^\n]+")
_ALIKE = 0.5
"""From which share of common words on a paragraph is an old one, changed."""
_CANDIDATES = 12
_RARE = 40
"""A word that stands in more paragraphs than these tells none of them apart."""


class ParagraphFate(StrEnum):
    """What became of a paragraph."""

    KEPT = "kept"
    MOVED = "moved"
    CHANGED = "changed"
    MOVED_AND_CHANGED = "moved and changed"
    REMOVED = "removed"
    ADDED = "added"


class Paragraph(NamedTuple):
    """A paragraph by its span, and by the numbers of its words."""

    start: int
    end: int
    first_word: int
    stop_word: int


class Pair(NamedTuple):
    """A paragraph of the older text and its successor in the newer one, by their indexes; -1 where there is none."""

    fate: ParagraphFate
    old: int
    new: int


def paragraphs_of(older: CapturedText, newer: CapturedText) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Cut two texts into paragraphs the same way: at empty lines where both have them, else at every line end."""
    apart = all("\n\n" in text.text.strip() for text in (older, newer))
    return _cut(older, apart=apart), _cut(newer, apart=apart)


def paired(
    older: CapturedText, newer: CapturedText, old: Sequence[Paragraph], new: Sequence[Paragraph]
) -> tuple[Pair, ...]:
    """Pair the paragraphs of two texts, in the order of the newer text; those taken out stand where they stood."""
    mine = [older.words.keys[one.first_word : one.stop_word] for one in old]
    theirs = [newer.words.keys[one.first_word : one.stop_word] for one in new]
    successors = _equal(mine, theirs)
    alike = _alike(mine, theirs, successors)
    partners = successors | alike
    in_order = _in_order(partners)
    pairs = [_pair(index, at, changed=index in alike, moved=index not in in_order) for index, at in partners.items()]
    taken = set(partners.values())
    pairs += [Pair(ParagraphFate.ADDED, -1, at) for at in range(len(new)) if at not in taken]
    gone = (index for index in range(len(old)) if index not in partners)
    return _merged(sorted(pairs, key=lambda pair: pair.new), gone, partners)


def _cut(text: CapturedText, *, apart: bool) -> tuple[Paragraph, ...]:
    spans: list[tuple[int, int]] = []
    for match in _LINE.finditer(text.text):
        line = match.group()
        start, end = match.start() + len(line) - len(line.lstrip()), match.start() + len(line.rstrip())
        if start >= end:
            continue
        if apart and spans and text.text[spans[-1][1] : start].count("\n") == 1:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return tuple(_paragraph(text, start, end) for start, end in spans)


def _paragraph(text: CapturedText, start: int, end: int) -> Paragraph:
    words = text.words.inside(text.folded.from_source(start), text.folded.from_source(end))
    return Paragraph(start, end, words.start, max(words.start, words.stop))


def _equal(mine: Sequence[Sequence[str]], theirs: Sequence[Sequence[str]]) -> dict[int, int]:
    """Pair equal paragraphs; of equal ones that stand several times, the first with the first."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(theirs) - 1, -1, -1):
        places[tuple(theirs[at])].append(at)
    found = {}
    for index, words in enumerate(mine):
        waiting = places.get(tuple(words))
        if waiting:
            found[index] = waiting.pop()
    return found


def _alike(mine: Sequence[Sequence[str]], theirs: Sequence[Sequence[str]], equal: dict[int, int]) -> dict[int, int]:
    """Pair paragraphs that have most of their words in common, the most alike first."""
    taken = set(equal.values())
    counts = {at: Counter(filter(is_word, words)) for at, words in enumerate(theirs) if at not in taken}
    holders: dict[str, list[int]] = defaultdict(list)
    for at, words in counts.items():
        for word in words:
            holders[word].append(at)
    scores = []
    for index, row in enumerate(mine):
        if index in equal:
            continue
        own = Counter(filter(is_word, row))
        votes: Counter[int] = Counter()
        for word in own:
            if len(holders.get(word, ())) <= _RARE:
                votes.update(holders.get(word, ()))
        for at, _ in votes.most_common(_CANDIDATES):
            common = sum((own & counts[at]).values())
            share = 2 * common / max(1, sum(own.values()) + sum(counts[at].values()))
            if share >= _ALIKE:
                scores.append((-share, abs(index - at), index, at))
    found: dict[int, int] = {}
    for _, _, index, at in sorted(scores):
        if index not in found and at not in taken:
            found[index] = at
            taken.add(at)
    return found


def _in_order(partners: dict[int, int]) -> set[int]:
    """Give the paragraphs that kept their order; the others are the ones that moved."""
    old = sorted(partners)
    return {old[index] for index in rising([partners[index] for index in old])}


def _pair(old: int, new: int, *, changed: bool, moved: bool) -> Pair:
    if changed:
        return Pair(ParagraphFate.MOVED_AND_CHANGED if moved else ParagraphFate.CHANGED, old, new)
    return Pair(ParagraphFate.MOVED if moved else ParagraphFate.KEPT, old, new)


def _merged(pairs: Sequence[Pair], gone: Iterator[int], partners: dict[int, int]) -> tuple[Pair, ...]:
    """Put each paragraph that was taken out behind the successor of the one before it."""
    behind: dict[int, list[Pair]] = defaultdict(list)
    before = -1
    missing = set(gone)
    for index in range(len(partners) + len(missing)):
        if index in missing:
            behind[before].append(Pair(ParagraphFate.REMOVED, index, -1))
        else:
            before = partners[index]
    found = list(behind[-1])
    for pair in pairs:
        found.append(pair)
        found += behind.get(pair.new, []) if pair.old >= 0 else []
    return tuple(found)
