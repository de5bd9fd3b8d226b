"""Cues inside what is said: ``The firm, according to Roe, lost …``, ``Roe said that, according to Dunn, it lost …``."""

from abc import abstractmethod

from workbench.extraction.asides import QUOTE_MARKS
from workbench.extraction.attributing import OWNERS, PREPOSITIONS, attributing
from workbench.extraction.behind_cues import BehindCues
from workbench.extraction.chain import carriers, unique
from workbench.extraction.citing import CITED_AT, cited_in
from workbench.extraction.cues import (
    HELPERS,
    STRONG,
    Cue,
    Source,
    leading_cue,
    said_at,
    source_before,
    speech_verb,
    turned,
    words_follow,
)
from workbench.extraction.papers import FINDING
from workbench.extraction.phrases import Phrase, interposed
from workbench.extraction.reporting_verbs import NEGATING
from workbench.extraction.said import Giver, Said
from workbench.extraction.verbs import PRONOUNS, clause_at, finite_verb, verb_at

TIES = frozenset("and but while whereas though although yet".split())
_ANNOUNCING = frozenset("reported reports announced announces confirmed confirms estimated estimates".split())
_RELATIVES = frozenset("that which who whom where whose".split())
_BREAKS = frozenset("; : – —".split())
_CONTRASTS = frozenset({"while", "whereas"})
_CLAUSE_ENDS = frozenset({";", ":"})
_SUBORDINATORS = frozenset("when because if since until after before once unless where".split())
_CAUSES = frozenset("because until unless if".split())
_ONWARD = frozenset("by from to up down compared against than or and including plus".split())
_FEWEST_OWN = 4
_FEWEST_INNER = 7
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
            alone = words[mark].text in _CLAUSE_ENDS or begin > mark + 1
            if (
                not self._opens_a_source(begin, last, verbal=words[mark].lower in _CONTRASTS or (not tie and alone))
                or finite_verb(words, first, mark) < 0
            ):
                continue
            before = self._read(first, mark - (words[mark - 1].text == ","), depth + 1)
            behind = self._read(begin, last, depth)  # a list of clauses is long, not deep
            carrier = before[-1] if carried and before else None
            if carrier is not None and carrier.source:
                behind = self._under(Giver(carrier.source, carrier.source_start), behind, carrier.via)
            return [*before, *behind]
        return []

    def _opens_a_source(self, begin: int, last: int, *, verbal: bool) -> bool:
        """Say whether a clause opens with a source of its own; ``verbal`` where that may be one with a verb."""
        words = self.words
        if begin >= last - _FEWEST_SAID or self.quoted[begin]:
            return False
        phrase = attributing(words, begin, last, opens=True)
        if phrase is not None:
            return finite_verb(words, phrase.stop, last) >= 0
        cue = leading_cue(words, begin, last) if verbal else None
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

    def _owner_behind(self, phrase: Phrase, first: int, mark: int) -> Giver:
        """Give the source of a phrase behind what it tells; ``it sank, by its own count`` is that of the subject."""
        own = phrase.owner and self.words[phrase.first].lower in OWNERS and self.words[phrase.last].lower == "own"
        verb = finite_verb(self.words, first, mark) if own else -1
        return self._named(Source(first, verb)) if verb > first else self._cleaned(phrase)

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
        if self._tells_of_another(begin, last):
            return True
        for at in range(begin, last - _FEWEST_SAID):
            if self.quoted[at]:
                return False
            phrase = attributing(words, at, last, opens=at == begin)
            if phrase is not None:
                before, rest = range(begin, at), self._past_aside(range(phrase.stop, last))
                if finite_verb(words, begin, at) >= 0:
                    return last - rest >= _FEWEST_SAID and self._goes_on(before, rest, last)
                return finite_verb(words, phrase.stop, last) >= 0
        source = interposed(words, begin, last)
        return source is not None and not self.quoted[source.first] and self._parts_a_clause(source, begin, last)

    def _tells_of_another(self, begin: int, last: int) -> bool:
        """Say whether what is said opens with what somebody else said: ``Roe said Dunn told her that …``.

        A pronoun there is most often whoever speaks, and what somebody else thinks is told by whoever says so.
        """
        words, cue = self.words, self._unquoted_cue(begin, last)
        if cue is None or cue.source is None or cue.source.first != begin or words[begin].lower in PRONOUNS:
            return False
        between = words[cue.source.last : cue.verb]
        if words[cue.verb].lower not in STRONG | FINDING | _ANNOUNCING or any(
            one.lower not in HELPERS for one in between
        ):
            return False
        counted = any(word.lower in {"so", "such"} for word in words[cue.verb : cue.after])
        said = words[cue.after : last]
        return not counted and (len(said) > _FEWEST_INNER or any(word.text[0].isdigit() for word in said))

    def _parts_a_clause(self, source: Source, first: int, last: int) -> bool:
        """Say whether the verb of what is said stands behind a cue, and none in front of it."""
        commas = (at for at in range(source.last + 1, last) if self.words[at].text == ",")
        behind = next(commas, last)
        return finite_verb(self.words, first, source.first) < 0 <= finite_verb(self.words, behind + 1, last)

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
        if self._ends_in_relative(before.stop) and states and words[before.stop - 2].text == ",":
            return [*self._read(before.start, before.stop - 2, depth + 1), self._by(source, here)]
        whole = self._by(source, Said(self._at(before.start), self._until(behind.stop)))
        if self._ends_quoted(before.stop):
            return []
        if tied in _SUBORDINATORS and states:
            return [whole]
        if finite_verb(words, before.start, before.stop) < 0:
            if spoken := self._spoken_behind(source, before, range(begin, behind.stop), depth):
                return spoken
            opens = states or len(before) < _FEWEST_OWN or self._goes_on(before, begin, behind.stop)
            return [whole] if opens else []
        return [whole] if self._goes_on(before, begin, behind.stop) else []

    def _spoken_behind(self, source: Giver, before: range, behind: range, depth: int) -> list[Said]:
        """Take a cue between a speaker and the verb: ``Roe, according to Reuters, said …``; or in front of both."""
        words = self.words
        verb = behind.start
        while verb < behind.stop - 1 and words[verb].lower in HELPERS:
            verb += 1
        speaker = source_before(words, before.start, before.stop) if speech_verb(words, verb) else None
        if speaker is not None and not turned(words, verb) and words_follow(words, verb, behind.stop):
            begin = said_at(words, verb, behind.stop)
            said = self._under(
                self._named(speaker), self._read(begin, behind.stop, depth + 1), carriers(self._words(verb, begin))
            )
            return self._under(source, said, ())
        cue = self._unquoted_cue(behind.start, behind.stop)
        if cue is None or cue.source is None or cue.source.first != behind.start:
            return []
        return self._under(source, self._read(behind.start, behind.stop, depth + 1), ())

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
        quoted = words[begin].text in QUOTE_MARKS or self._ends_quoted(before.stop)
        if quoted or words[begin].lower in _RELATIVES:
            return False
        if words[begin].lower in TIES and verb_at(words, begin + 1, last) > 0:
            return False
        if words[begin].lower in _CAUSES and clause_at(words, begin + 1, last) > 0:
            return True
        if finite_verb(words, begin, last) >= 0:
            return verb_at(words, begin, last) == begin and not speech_verb(words, begin)
        ends = before.stop - 1
        open_verb = finite_verb(words, ends, before.stop) >= 0 and not speech_verb(words, ends)
        counts = any(word.text[0].isdigit() for word in words[begin:last])
        dated = words[begin].lower in PREPOSITIONS and any(
            one.text[0].isdigit() for one in words[begin + 1 : begin + 3]
        )
        return open_verb or (counts and words[begin].lower in _ONWARD) or (words[begin - 1].text == "," and dated)

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
        if words[mark].lower == "as" and any(word.lower in NEGATING for word in words[:mark]):
            return True  # ``does not say whether it rose, as Roe has said``: one part of it, or the other
        return (
            self._ends_in_relative(mark - (words[mark - 1].text == ",")) and finite_verb(words, phrase.stop, last) >= 0
        )

    def _ends_quoted(self, stop: int) -> bool:
        """Say whether words end in a quotation: what stands behind its cue is none of it."""
        return self.quoted[stop - 1] or self.words[stop - 1].start in self.closing

    def _ends_in_relative(self, stop: int) -> bool:
        """Say whether words end in a relative ``which`` or ``that``, and not in ``a quarter of that``."""
        words = self.words
        return words[stop - 1].lower in _RELATIVES and (stop < 2 or words[stop - 2].lower not in PREPOSITIONS)

    @abstractmethod
    def _before(self, first: int, cue: Cue) -> list[Said]:
        """Give what stands before a cue."""

    def _unquoted_cue(self, first: int, last: int) -> Cue | None:
        cue = leading_cue(self.words, first, last)
        return None if cue is None or self.quoted[cue.verb] else cue
