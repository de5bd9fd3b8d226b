"""What stands behind a cue that follows the words it brings: ``The port closed, Roe told AP, adding that ships wait``."""

from collections.abc import Sequence

from workbench.extraction.chain import carriers, unique
from workbench.extraction.citing import cited_in
from workbench.extraction.cues import speech_verb
from workbench.extraction.reporting_verbs import CITING, SPEAKING
from workbench.extraction.said import Giver, Said
from workbench.extraction.sentence_words import SentenceWords
from workbench.extraction.tokens import Token
from workbench.extraction.verbs import clause_at, finite_verb, is_finite, verb_at

_FEWEST_OWN = 4
_FEWEST_SAID = 3
_AGREES = frozenset("who which and but also then".split())


class BehindCues(SentenceWords):
    """The words of a sentence, with what is read behind a cue."""

    def _with_rest(self, source: Giver, said: list[Said], rest: int, last: int) -> list[Said]:
        """Add what follows a cue behind the words: an aside that names carriers, more words of the same source."""
        words = self.words
        more: list[Said] = []
        stop = last
        for index in range(rest, last):
            if self.quoted[index]:
                continue
            goes_on = words[index].lower in SPEAKING - CITING or (
                index > rest and speech_verb(words, index) and words[index - 1].lower in _AGREES
            )
            if words[index].lower in CITING and (cited := cited_in(self._words(index, last))):
                start = self._at(index) + cited.start
                found = self._under(Giver(cited.words, start), said, (source.words,))
                return [one._replace(via=unique(*one.via, *carriers(self._words(rest, index)))) for one in found]
            if goes_on:
                begin = index + 1
                while (begin < last and words[begin].text in {",", ":"}) or (
                    begin < last and words[begin].lower == "that"
                ):
                    begin += 1
                more = [self._by(source, one) for one in self._parts(begin, last)]
                stop = index
                break
        quotes = [] if more else self._quotes(rest, last)
        if quotes:
            stop = next((index for index in range(rest, last) if words[index].start >= quotes[0].start), last)
            more = [
                self._by(source, Said(quote.inner_start, min(quote.inner_end, self._until(last)), quoted=True))
                for quote in quotes
            ]
        if not more:
            stop, more = self._afterwards(source, rest, last)
        via = carriers(self._words(rest, stop))
        return [*self._under(source, said, via), *(one._replace(via=unique(*via, *one.via)) for one in more)]

    def _afterwards(self, source: Giver, rest: int, last: int) -> tuple[int, list[Said]]:
        """Find what stands behind a cue: the article's own ``…, the ministry said, and doctors blame the cold``.

        What has no subject of its own shares that of what was said, as ``…, the ministry said, and fell in June``.
        """
        words = self.words
        for index in range(rest, last - _FEWEST_SAID):
            if words[index].lower == "which" and index == rest + 1 and speech_verb(words, rest - 1):
                return index, [self._by(source, Said(self._at(index + 1), self._until(last)))]
            tied = words[index].lower in {"and", "but", "while", "though", "although"} and words[index - 1].text == ","
            if not tied or self.quoted[index]:
                continue
            behind = Said(self._at(index + 1), self._until(last))
            if (
                self._is_near(rest, index)
                and words[index].lower in {"and", "but"}
                and _states_at(words, index + 1, last)
            ):
                return index, [self._by(source, behind)]
            if index < last - _FEWEST_OWN and clause_at(words, index + 1, last) > 0:
                return index, [behind]
        return last, []

    def _is_near(self, rest: int, tie: int) -> bool:
        """Say whether nothing but a day or place stands between a cue and a tie: ``, Roe said on Monday, and fell``."""
        aside = self.words[rest : tie - 1]
        plain = all(word.is_word for word in aside) and finite_verb(self.words, rest, tie - 1) < 0
        return plain and not (aside and self.quoted[rest - 1])

    def _parts(self, first: int, last: int) -> list[Said]:
        return [self._own(first, last)] if last - first >= _FEWEST_SAID else []

    def _under(self, source: Giver, said: list[Said], via: tuple[str, ...]) -> list[Said]:
        """Put stretches under an outer source: where they have their own, an outer one carries them."""
        carried = (source.words,) if any(one.source for one in said) else ()
        return [
            one._replace(via=unique(*carried, *via, *one.via))
            if one.source
            else self._by(source, one._replace(via=unique(*via, *one.via)))
            for one in said
        ]


def _states_at(words: Sequence[Token], index: int, last: int) -> bool:
    """Say whether a finite verb stands at an index; ``fell`` is one, whatever a parse takes it for."""
    return is_finite(words, index) or verb_at(words, index, last) > 0
