"""Who says it: cut a sentence into stretches, each with the source that asserts it and the chain it came through."""

from workbench.domain.syntax_tree import Tree
from workbench.extraction.attributing import attributing
from workbench.extraction.chain import is_intermediary
from workbench.extraction.citing import of_the_cited
from workbench.extraction.cues import (
    SHOT_BACK,
    STRONG,
    TO_LISTENER,
    Cue,
    Source,
    leading_cue,
    quoted_as_saying,
    source_after,
    source_before,
    speech_verb,
    turned,
    words_follow,
)
from workbench.extraction.inserted_cues import InsertedCues
from workbench.extraction.phrases import (
    interposed,
    name_before,
)
from workbench.extraction.quotes import Quotation
from workbench.extraction.reported import said_by_grammar
from workbench.extraction.reporting_verbs import SPEAKING
from workbench.extraction.said import Said
from workbench.extraction.verbs import finite_verb

_LEADS = frozenset(
    "but and yet however still meanwhile separately earlier later also nevertheless instead moreover additionally "
    "furthermore similarly overall".split()
)
_DEEPEST = 3
_FEWEST_OWN = 4
_FEWEST_SAID = 3
_LONGEST_TAIL = 14
_NO_SOURCE = frozenset("but and while as which although though adding including".split())
_CONTRASTS = frozenset("while although though whereas".split())


def attribute(
    text: str, start: int, end: int, quotes: tuple[Quotation, ...] = (), tree: Tree | None = None
) -> list[Said]:
    """Give the stretches of a sentence in order, each with its source; quotations are those of the paragraph."""
    return _Sentence(text, start, end, quotes, tree).read()


class _Sentence(InsertedCues):
    """One sentence on its way to stretches."""

    def read(self) -> list[Said]:
        words = self.words
        first, last = 0, len(words)
        if last and words[0].lower in _LEADS and last > 3:
            first = 1 + (words[1].text == ",")
        found = self._read(first, last, 0)
        if self.tree is not None and not any(one.source for one in found):
            found = said_by_grammar(self.text, self.tree, self.start, self.end, self.direct) or found
        return [of_the_cited(self.text, one) for one in found if one.end > one.start]

    def _read(self, first: int, last: int, depth: int) -> list[Said]:
        if depth > _DEEPEST or last - first < _FEWEST_SAID:
            return [self._own(first, last)]
        found = (
            self._contrast(first, last, depth)
            or self._parted(first, last, depth)
            or self._opening(first, last, depth)
            or self._stacked(first, last, depth)
            or self._interposed(first, last, alone=True)
            or self._tail(first, last, depth)
            or self._leading(first, last)
            or self._interposed(first, last)
        )
        return found or [self._own(first, last)]

    def _opening(self, first: int, last: int, depth: int) -> list[Said]:
        words = self.words
        phrase = attributing(words, first, last, opens=True)
        if last - first < 6 or phrase is None:
            return []
        begin = phrase.stop + (phrase.stop < last and words[phrase.stop].text == ",")
        if last - begin < _FEWEST_SAID:
            return []
        return self._under(self._opener(phrase, begin), self._read(begin, last, depth + 1), ())

    def _contrast(self, first: int, last: int, depth: int) -> list[Said]:
        """Take ``While Roe said A, Dunn said B`` apart."""
        if self.words[first].lower not in _CONTRASTS:
            return []
        for comma in range(first + _FEWEST_OWN, last - _FEWEST_OWN):
            cue = leading_cue(self.words, comma + 1, last) if self.words[comma].text == "," else None
            if cue is not None and cue.source is not None and cue.source.first == comma + 1:
                return [*self._read(first + 1, comma, depth + 1), *self._read(comma + 1, last, depth + 1)]
        return []

    def _tail(self, first: int, last: int, depth: int) -> list[Said]:
        for mark in range(last - 2, first + 1, -1):
            if self.quoted[mark + 1] or mark - first < _FEWEST_SAID - 1:
                continue
            phrase = attributing(self.words, mark, last)
            if phrase is not None and not self._is_aside(mark, phrase, last):
                source = self._owner_behind(phrase, first, mark)
                if not source.words:
                    return []
                stop = mark - (self.words[mark - 1].text == ",")
                inserted = self._inserted(source, range(first, stop), range(phrase.stop, last), depth)
                return inserted or self._with_rest(
                    source, self._read(first, mark, depth + 1), self._behind_phrase(phrase), last
                )
            if self.words[mark].text == "," or self.words[mark].start in self.closing:
                found = self._tail_at(first, mark, last, depth)
                if found:
                    return found
        return []

    def _tail_at(self, first: int, mark: int, last: int, depth: int) -> list[Said]:
        words, begin = self.words, mark + 1
        if begin < last and words[begin].text == ",":
            begin += 1
        states = finite_verb(words, first, mark) >= 0 or self._quoted_alone(first, mark)
        if begin < last and speech_verb(words, begin) and words[begin].lower not in TO_LISTENER:
            source = source_after(words, begin + 1 + (words[begin].lower in SHOT_BACK), last)
            if source is not None and (source.last >= last or words[source.last].lower not in {"that", "the"}):
                found = self._turned_round(source, range(first, mark), last, depth, states=states)
                if found:
                    return found
        for verb in range(begin + 1, min(begin + _LONGEST_TAIL, last)):
            after = quoted_as_saying(words, verb, last)
            if (after < 0 and not speech_verb(words, verb)) or self.quoted[verb]:
                continue
            after = verb + 1 if after < 0 else after
            if turned(words, verb):
                return []
            if words[begin].lower in _NO_SOURCE:
                return []
            source = source_before(words, begin, verb)
            if source is None or source.first != begin or self._brings(mark, verb, after, last):
                return []
            if not states:
                return []
            explained = words[verb - 1].text == ","
            wide = name_before(words, first, mark, source, self.closing) if explained else source
            goes_on = words[begin].lower not in SPEAKING
            around = range(first, mark), range(after, last)
            if goes_on and (inserted := self._inserted(self._named(wide), *around, depth)):
                return inserted
            end = mark if wide is source else wide.first - 1
            return self._with_rest(self._named(wide), self._read(first, end, depth + 1), after, last)
        return []

    def _turned_round(self, source: Source, before: range, last: int, depth: int, *, states: bool) -> list[Said]:
        """Take a cue whose verb stands in front: ``The port lost 40 ships, said Roe``, ``The port, said Roe, lost …``."""
        words, named = self.words, self._named(source)
        closes = source.last < last and words[source.last].text == ","
        name = words[source.first].is_capital or words[source.first].lower in {"the", "a", "an"}
        parts = states or not any(words[at].text == "," for at in before)
        if closes and name and parts and words[source.first - 1].lower in STRONG:
            inserted = self._inserted(named, before, range(source.last, last), depth)
            if inserted:
                return inserted
        verb = source.first - 1 - (words[source.first - 1].lower == "back")
        if not states or self._object(verb, source):
            return []
        return self._with_rest(named, self._read(before.start, before.stop, depth + 1), source.last, last)

    def _interposed(self, first: int, last: int, *, alone: bool = False) -> list[Said]:
        """Take a cue between commas inside one clause; ``alone`` where nothing but that can be meant."""
        source = interposed(self.words, first, last)
        if source is not None and alone and not self._parts_a_clause(source, first, last):
            return []
        if source is None or self.quoted[source.first]:
            return []
        named = self._named(source)
        return [Said(self._at(first), self._until(last), named.words, source_start=named.start)]

    def _brings(self, mark: int, verb: int, after: int, last: int) -> bool:
        """Say whether what is said follows the cue; behind a closed quotation it stands in front all the same."""
        closed = self.words[mark].start in self.closing or self.words[mark - 1].start in self.closing
        return not closed and after == verb + 1 and words_follow(self.words, verb, last)

    def _leading(self, first: int, last: int) -> list[Said]:
        cue = self._unquoted_cue(first, last)
        if cue is None or cue.source is None:
            return []
        source, via = self._cued(first, cue)
        before = self._before(first, cue)
        quotes = [quote for quote in self._quotes(cue.after, last) if quote.start <= self._at(cue.after)]
        if quotes:
            said = [
                Said(
                    max(q.inner_start, self._at(cue.after)),
                    min(q.inner_end, self._until(last)),
                    source.words,
                    via,
                    self._at(cue.source.first),
                    quoted=True,
                    source_start=source.start,
                )
                for q in self._quotes(cue.after, last)
            ]
            return [*before, *said]
        if is_intermediary(source.words):
            inner = self._leading(cue.after, last)
            if inner and any(one.source for one in inner):
                return [*before, *self._under(source, inner, via)]
        begins = self._at(cue.source.first)
        return [
            *before,
            Said(self._at(cue.after), self._until(last), source.words, via, begins, source_start=source.start),
        ]

    def _before(self, first: int, cue: Cue) -> list[Said]:
        """Give what stands before the cue as the article's own where it is a statement: ``As X rose, Roe said …``."""
        stop = cue.first if cue.first > first else cue.verb - 1
        while stop > first and (
            not self.words[stop - 1].is_word or self.words[stop - 1].lower in {"and", "but", "then"}
        ):
            stop -= 1
        if stop - first < _FEWEST_OWN or finite_verb(self.words, first + 1, stop) < 0:
            return []
        if self.words[first].lower in SPEAKING and cue.source is not None:
            begin = first + 1 + (self.words[first + 1].lower == "that")
            return [self._by(self._named(cue.source), Said(self._at(begin), self._until(stop)))]
        if (
            cue.source is not None
            and cue.source.first == first
            and self.words[cue.verb - 1].lower not in {"and", "but", "then"}
        ):
            return []
        return [Said(self._at(first), self._until(stop))]
