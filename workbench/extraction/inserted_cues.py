"""Cues inside what is said: ``The firm, according to Roe, lost …``, ``Roe said that, according to Dunn, it lost …``."""

from abc import abstractmethod

from workbench.extraction.asides import QUOTE_MARKS
from workbench.extraction.attributing import OWNERS, attributing
from workbench.extraction.behind_cues import BehindCues
from workbench.extraction.chain import carriers, unique
from workbench.extraction.citing import CITED_AT, cited_in
from workbench.extraction.cues import Cue, Source, leading_cue, source_before, speech_verb, turned
from workbench.extraction.phrases import Phrase
from workbench.extraction.said import Giver, Said
from workbench.extraction.verbs import PRONOUNS, finite_verb, verb_at

TIES = frozenset("and but while whereas though although yet".split())
_RELATIVES = frozenset("that which who whom where whose".split())
_BREAKS = frozenset("; : – —".split())
_ONWARD = frozenset("by from to up down compared against than or and including plus".split())
_FEWEST_OWN = 4
_FEWEST_SAID = 3
_LONGEST_ASIDE = 10


class InsertedCues(BehindCues):
    """The words of a sentence, with what is read around a cue that stands inside what is said."""

    @abstractmethod
    def _read(self, first: int, last: int, depth: int) -> list[Said]:
        """Give the stretches of some of the words."""

    def _parted(self, first: int, last: int, depth: int) -> list[Said]:
        """Take apart two clauses of which the second opens with a source of its own: ``…; according to Roe, …``."""
        words = self.words
        for mark in range(first + _FEWEST_OWN - 1, last - _FEWEST_OWN):
            tie = words[mark].lower in TIES
            if self.quoted[mark] or not (tie or words[mark].text in _BREAKS):
                continue
            begin = mark + 1
            while begin < last and (words[begin].text == "," or words[begin].lower in TIES):
                begin += 1
            carried = tie and begin < last and words[begin].lower == "that"
            begin += carried
            begin += begin < last and words[begin].text == ","
            if not self._opens_a_source(begin, last, tie=tie) or finite_verb(words, first, mark) < 0:
                continue
            before = self._read(first, mark - (words[mark - 1].text == ","), depth + 1)
            behind = self._read(begin, last, depth + 1)
            carrier = before[-1] if carried and before else None
            if carrier is not None and carrier.source:
                behind = self._under(Giver(carrier.source, carrier.source_start), behind, carrier.via)
            return [*before, *behind]
        return []

    def _opens_a_source(self, begin: int, last: int, *, tie: bool) -> bool:
        """Say whether a clause opens with a source of its own; behind a mark that may be a verb's."""
        words = self.words
        if begin >= last - _FEWEST_SAID or self.quoted[begin]:
            return False
        phrase = attributing(words, begin, last, opens=True)
        if phrase is not None:
            return finite_verb(words, phrase.stop, last) >= 0
        cue = None if tie else leading_cue(words, begin, last)
        return cue is not None and cue.source is not None and cue.source.first == begin

    def _stacked(self, first: int, last: int, depth: int) -> list[Said]:
        """Read a cue with another source right behind it: ``Roe said(, citing Dunn,) that, according to Ash, …``."""
        cue = self._unquoted_cue(first, last)
        if cue is None or cue.source is None:
            return []
        between = next(
            (one for at in range(cue.verb + 1, cue.after) if (one := attributing(self.words, at, last))), None
        )
        if between is None and not self._has_inner(cue.after, last):
            return []
        source, via = self._cued(first, cue)
        inner = self._read(cue.after, last, depth + 1)
        if inner and not inner[0].source:
            inner[0] = inner[0]._replace(cue_start=self._at(cue.source.first))
        said = self._under(source, self._without_own(inner), via)
        if between is not None:
            said = self._under(self._cleaned(between), said, ())
        return [*self._before(first, cue), *said]

    def _opener(self, phrase: Phrase, begin: int) -> Giver:
        """Give the source that opens a clause; ``By his own account, Roe …`` is that of the name which follows."""
        if not phrase.owner or self.words[phrase.first].lower not in OWNERS:
            return self._cleaned(phrase)
        stop = begin
        while stop < len(self.words) and self.words[stop].is_capital and self.words[stop].lower not in PRONOUNS:
            stop += 1
        return self._named(Source(begin, stop)) if stop > begin else self._cleaned(phrase)

    def _behind_phrase(self, phrase: Phrase) -> int:
        """Give where words go on behind a source, what explains it included: ``in Roe's | view``, ``Roe |, the mayor``."""
        worded = phrase.last < phrase.stop and self.words[phrase.last].is_word
        return phrase.stop if worded else phrase.last

    def _without_own(self, said: list[Said]) -> list[Said]:
        """Give to whoever speaks what is by ``its own figures``: nobody else has told them."""
        return [
            one._replace(source="", source_start=-1)
            if one.source.lower().startswith(("its own ", "their own ", "his own ", "her own "))
            else one
            for one in said
        ]

    def _has_inner(self, begin: int, last: int) -> bool:
        """Say whether what is said has a source of its own in front of its verb."""
        words = self.words
        for at in range(begin, last - _FEWEST_SAID):
            if self.quoted[at]:
                return False
            phrase = attributing(words, at, last, opens=at == begin)
            if phrase is not None:
                before, rest = range(begin, at), self._past_aside(range(phrase.stop, last))
                if finite_verb(words, begin, at) >= 0:
                    return last - rest >= _FEWEST_SAID and self._goes_on(before, rest, last)
                return finite_verb(words, phrase.stop, last) >= 0
        return False

    def _cued(self, first: int, cue: Cue) -> tuple[Giver, tuple[str, ...]]:
        """Give who speaks before a cue, and through whom; whom they cite is who speaks."""
        if cue.source is None:
            return Giver("", -1), ()
        source = self._named(cue.source)
        around = self._words(first, cue.source.first) + " " + self._words(cue.verb, cue.after)
        via = unique(*carriers(around), *carriers(self._words(cue.source.last, cue.verb)))
        for begin, end in ((first, cue.source.first), (cue.source.first, cue.verb), (cue.verb, cue.after)):
            if cited := cited_in(self._words(begin, end)):
                carrier = CITED_AT.split(source.words)[0]
                return Giver(cited.words, self._at(begin) + cited.start), unique(carrier, *via)
        return source, via

    def _inserted(self, source: Giver, before: range, behind: range, depth: int) -> list[Said]:
        """Take a cue inside what is said: ``The firm, according to Roe, lost …``, ``… and, Roe said, lost …``.

        ``before`` and ``behind`` are the words on both sides of it.
        """
        words = self.words
        begin = self._past_aside(behind)
        if behind.stop - begin < _FEWEST_SAID or not before:
            return []
        if held := self._held_up(source, before, range(begin, behind.stop), depth):
            return held
        states = finite_verb(words, begin, behind.stop) >= 0
        here = Said(self._at(begin), self._until(behind.stop))
        tied = words[before.stop - 1].lower
        if tied in {"and", "but"} and verb_at(words, begin, behind.stop) > 0:
            return [*self._read(before.start, before.stop - 1, depth + 1), self._by(source, here)]
        if tied in TIES and states:
            return [*self._read(before.start, before.stop - 1, depth + 1), self._by(source, here)]
        whole = self._by(source, Said(self._at(before.start), self._until(behind.stop)))
        if finite_verb(words, before.start, before.stop) < 0:
            return [whole] if states or self._goes_on(before, begin, behind.stop) else []
        return [whole] if self._goes_on(before, begin, behind.stop) else []

    def _held_up(self, source: Giver, before: range, behind: range, depth: int) -> list[Said]:
        """Take a cue between another one and its words: ``The minister said on Monday, according to the ministry, that …``."""
        words = self.words
        if words[behind.start].lower != "that" or finite_verb(words, behind.start + 1, behind.stop) < 0:
            return []
        for verb in range(before.start + 1, before.stop):
            speaker = source_before(words, before.start, verb) if speech_verb(words, verb) else None
            if speaker is not None and not turned(words, verb):
                via = carriers(self._words(verb, before.stop))
                said = self._under(self._named(speaker), self._read(behind.start + 1, behind.stop, depth + 1), via)
                return self._under(source, said, ())
        return []

    def _goes_on(self, before: range, begin: int, last: int) -> bool:
        """Say whether what stands before a cue goes on behind it: ``sank, Roe said, 40 ships``, ``to 4%, …, from 5%``."""
        words = self.words
        if words[begin].text in QUOTE_MARKS or words[begin].lower in _RELATIVES:
            return False
        if words[begin].lower in TIES and verb_at(words, begin + 1, last) > 0:
            return False
        if finite_verb(words, begin, last) >= 0:
            return verb_at(words, begin, last) == begin and not speech_verb(words, begin)
        open_verb = finite_verb(words, before.stop - 1, before.stop) >= 0
        counts = any(word.text[0].isdigit() for word in words[begin:last])
        return open_verb or (counts and words[begin].lower in _ONWARD)

    def _past_aside(self, behind: range) -> int:
        """Give where words go on behind a cue and its comma, or its aside: ``, Roe said on Monday, …``."""
        words = self.words
        ahead = range(behind.start, min(behind.start + _LONGEST_ASIDE, behind.stop - 1))
        comma = next((at for at in ahead if words[at].text == ","), -1)
        if comma < 0 or finite_verb(words, behind.start, comma) >= 0:
            return behind.start
        return comma + 1

    def _is_aside(self, mark: int, phrase: Phrase, last: int) -> bool:
        """Say whether a phrase with its source tells of a part of a clause alone: ``40 – according to Roe, 50 – left``."""
        words = self.words
        if words[mark - 1].text in {"–", "—", "("}:
            return any(words[at].text in {"–", "—", ")"} for at in range(phrase.stop, last))
        before = words[mark - 1 - (words[mark - 1].text == ",")].lower
        return before in _RELATIVES and finite_verb(words, phrase.stop, last) >= 0

    @abstractmethod
    def _before(self, first: int, cue: Cue) -> list[Said]:
        """Give what stands before a cue."""

    def _unquoted_cue(self, first: int, last: int) -> Cue | None:
        cue = leading_cue(self.words, first, last)
        return None if cue is None or self.quoted[cue.verb] else cue
