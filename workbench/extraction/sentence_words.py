"""The words of one sentence, as attribution looks at them: where they stand, what is quoted, what names a source."""

from workbench.domain.syntax_tree import Tree
from workbench.extraction.chain import clean
from workbench.extraction.cues import Source
from workbench.extraction.phrases import Phrase
from workbench.extraction.quotes import Quotation, QuoteForm, covered, overlapping
from workbench.extraction.reported import subject_among
from workbench.extraction.said import Giver, Said
from workbench.extraction.tokens import tokens

_AROUND = ' ,"“”'


class SentenceWords:
    """One sentence and its quotations; indexes are those of its tokens."""

    def __init__(self, text: str, start: int, end: int, quotes: tuple[Quotation, ...], tree: Tree | None) -> None:
        self.text = text
        self.start, self.end, self.tree = start, end, tree
        self.words = tokens(text, start, end, tree)
        self.near = overlapping(quotes, start, end)
        self.direct = [quote for quote in self.near if quote.form is QuoteForm.DIRECT]
        self.closing = frozenset(quote.end - 1 for quote in self.near if not quote.open_ended)
        self.quoted = [any(q.inner_start <= word.start < q.inner_end for q in self.near) for word in self.words]

    def _own(self, first: int, last: int) -> Said:
        quotes = self._quotes(first, last)
        if quotes and covered(self.words[first:last], quotes):
            return Said(
                max(quotes[0].inner_start, self._at(first)), min(quotes[-1].inner_end, self._until(last)), quoted=True
            )
        return Said(self._at(first), self._until(last))

    def _object(self, verb: int, source: Source) -> bool:
        """Say whether the words behind a verb are its object, as it has a subject: ``people reported a disorder``."""
        tree = self.tree
        if tree is None:
            return False
        named = tree.words(self._at(source.first), self._until(source.last))
        heads = {tree.heads[word] for word in named if tree.relations[word] == "obj"}
        return any(
            tree.starts[head] == self._at(verb) and tree.relation_of_child(head, "nsubj") is not None for head in heads
        )

    def _quoted_alone(self, first: int, mark: int) -> bool:
        """Say whether words are a quotation that does not go on behind its cue: what states nothing may be a headline."""
        begun = (quote for quote in self.near if quote.start > self._at(mark))
        return all(self.quoted[first + 1 : mark]) and not any(self.text[quote.inner_start].islower() for quote in begun)

    def _by(self, source: Giver, one: Said) -> Said:
        return one if one.source else one._replace(source=source.words, source_start=source.start)

    def _quotes(self, first: int, last: int) -> list[Quotation]:
        if first >= last:
            return []
        start, end = self._at(first), self._until(last)
        return [quote for quote in self.direct if quote.inner_start < end and quote.inner_end > start]

    def _named(self, source: Source) -> Giver:
        start, end = self._at(source.first), self._until(source.last)
        within = range(0) if self.tree is None else self.tree.words(start, end)
        if self.tree is not None and within:
            within = subject_among(self.text, self.tree, within)
            start, end = self.tree.starts[within.start], self.tree.ends[within.stop - 1]
        words = self.text[start:end]
        return Giver(words.strip(_AROUND), start + len(words) - len(words.lstrip(_AROUND)))

    def _cleaned(self, phrase: Phrase) -> Giver:
        words = self._words(phrase.first, phrase.last)
        named = clean(words.removesuffix("'s").removesuffix("’s") if phrase.owner else words)
        return Giver(named, self._at(phrase.first) + words.find(named))

    def _at(self, index: int) -> int:
        return self.words[index].start if index < len(self.words) else self.words[-1].end

    def _until(self, index: int) -> int:
        return self.words[index - 1].end if index > 0 else self.words[0].start

    def _words(self, first: int, last: int) -> str:
        return self.text[self.words[first].start : self.words[last - 1].end] if first < last else ""
