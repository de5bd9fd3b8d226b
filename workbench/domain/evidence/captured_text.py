"""A captured text, prepared once for many looks at it."""

from dataclasses import dataclass
from functools import cached_property

from workbench.domain.evidence.cells import cell_ends
from workbench.domain.evidence.folding import Folded, fold
from workbench.domain.evidence.words import Words, words_of


@dataclass(frozen=True)
class CapturedText:
    """The text that was extracted from a capture, or an article; all offsets given back are offsets of it.

    ``separator`` is what parts the cells of a table written as text, empty for any other text.
    """

    text: str
    separator: str = ""

    @cached_property
    def folded(self) -> Folded:
        """The text without what typesetting changes."""
        return fold(self.text)

    @cached_property
    def with_cells_apart(self) -> str:
        """The folded text with semicolons for what stands between cells, so that no number goes on into the next."""
        if not self.separator:
            return self.folded.text
        letters = list(self.folded.text)
        for at in cell_ends(self.text, self.separator):
            place = self.folded.from_source(at)
            if place < len(letters) and letters[place] in {self.separator, " "}:
                letters[place] = ";"
        return "".join(letters)

    @cached_property
    def words(self) -> Words:
        """Its words, numbers and marks, in the folded text."""
        return words_of(self.folded.text)
