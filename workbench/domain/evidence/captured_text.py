"""A captured text, prepared once for many looks at it."""

from dataclasses import dataclass
from functools import cached_property

from workbench.domain.evidence.folding import Folded, fold
from workbench.domain.evidence.words import Words, words_of


@dataclass(frozen=True)
class CapturedText:
    """The text that was extracted from a capture, or an article; all offsets given back are offsets of it."""

    text: str

    @cached_property
    def folded(self) -> Folded:
        """The text without what typesetting changes."""
        return fold(self.text)

    @cached_property
    def words(self) -> Words:
        """Its words, numbers and marks, in the folded text."""
        return words_of(self.folded.text)
