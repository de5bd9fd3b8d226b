"""Who speaks in a paragraph: speech that runs over several sentences belongs to whoever it is given to."""

from bisect import bisect_left

from workbench.domain.syntax_tree import Tree
from workbench.extraction.attribution import attribute
from workbench.extraction.chain import unique
from workbench.extraction.quotes import Quotation, QuoteForm, inside
from workbench.extraction.said import Giver, Said
from workbench.extraction.sentences import Sentence
from workbench.extraction.utterances import runs_on

LONGEST_SENTENCE = 3_000
"""Characters; what is longer is no sentence, and is not read."""

GOES_ON = "I"
"""The source of words whose speaker is whoever spoke last."""


class Speech:
    """The sentences of one paragraph, each with the sources of its stretches; to be asked in the order of the text."""

    def __init__(
        self,
        text: str,
        cut: list[Sentence],
        quotes: tuple[Quotation, ...],
        tree: Tree | None,
        *,
        speaking: bool,
        turn: Giver | None = None,
    ) -> None:
        """Take the paragraph's sentences.

        ``speaking`` says that the paragraph before ended in somebody's words; ``turn`` whose words all of this one is.
        """
        self._text = text
        self._cut = cut
        self._quotes = quotes
        self._tree = tree
        self._ends = [sentence.end for sentence in cut]
        self._givers: dict[int, Said | None] = {}
        self._turn = turn
        self._told: Said | None = None
        self._spoke_at = -1
        self.speaking = speaking

    def said(self, at: int) -> list[Said]:
        """Attribute the sentence at an index."""
        found = [self._in_turn(one) for one in self._found(self._cut[at])]
        self.speaking = any(one.source for one in found)
        self._spoke_at = max((one.source_start for one in found if one.source), default=-1)
        return found

    def _in_turn(self, one: Said) -> Said:
        """Give what is said in a turn to whoever has it, who carries it where it has a source of its own."""
        if self._turn is None:
            return one
        if one.source and one.source != GOES_ON:
            return one._replace(via=unique(*one.via, self._turn.words))
        return one._replace(source=self._turn.words, source_start=self._turn.start, quoted=True)

    def _found(self, sentence: Sentence) -> list[Said]:
        if sentence.end - sentence.start > LONGEST_SENTENCE:
            return []
        quote = inside(self._quotes, sentence.start)
        if quote is not None and quote.form is not QuoteForm.SCARE and sentence.end <= quote.end:
            return [self._quoted(sentence, quote)]
        found = attribute(self._text, sentence.start, sentence.end, self._quotes, self._tree)
        spoken = [one for one in found if one.source]
        for one in spoken:
            where = inside(self._quotes, one.start)
            if where is not None:
                self._givers.setdefault(where.start, one)
        if (
            not spoken
            and self._told is not None
            and len(found) == 1
            and runs_on(self._text[found[0].start : found[0].end])
        ):
            return [found[0]._replace(source=GOES_ON, via=self._told.via)]
        self._told = spoken[-1] if spoken else None
        return found

    def _quoted(self, sentence: Sentence, quote: Quotation) -> Said:
        start, end = max(sentence.start, quote.inner_start), min(sentence.end, quote.inner_end)
        if quote.start not in self._givers:
            self._givers[quote.start] = self._given_behind(quote)
        giver = self._givers[quote.start]
        if giver is not None:
            return Said(start, end, giver.source, giver.via, quoted=True, source_start=giver.source_start)
        if not self.speaking:
            return Said(start, end, quoted=True)
        return Said(start, end, GOES_ON, quoted=True, source_start=self._spoke_at)

    def _given_behind(self, quote: Quotation) -> Said | None:
        """Look for the speaker in the sentence in which the quotation ends: ``"A. B," Roe said.``"""
        at = bisect_left(self._ends, quote.end)
        if at >= len(self._cut) or self._cut[at].end - self._cut[at].start > LONGEST_SENTENCE:
            return None
        found = attribute(self._text, self._cut[at].start, self._cut[at].end, self._quotes, self._tree)
        return next((one for one in found if one.source), None)
