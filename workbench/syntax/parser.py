"""The parser of the program: spaCy with weights of our own, or with a larger pipeline that the user has installed."""

import re
from collections.abc import Iterator, Sequence

from workbench.domain.syntax_tree import Tree
from workbench.syntax.columns import Columns, Part, parts
from workbench.syntax.pieces import Piece, pieces
from workbench.syntax.pipelines import ready

_AT_ONCE = 3_000
"""How many words are read into memory together."""

_DOCS = 32

_SURROGATE = re.compile("[\ud800-\udfff]")
_BLANK = re.compile(r"\s")


class ShippedParser:
    """Reads English with the weights of the package, or with those of another pipeline.

    Args:
        pipeline: the name of an installed spaCy pipeline, or a folder with one; ours where it is empty.

    """

    def __init__(self, pipeline: str = "") -> None:
        self._pipeline = pipeline

    def parse(self, text: str, stretches: Sequence[tuple[int, int]]) -> Iterator[Tree]:
        """Give a tree for each stretch, in order; a long one is parsed in parts, which are cut between words.

        Raises:
            BadSetting: the pipeline that was asked for is not there, or can't parse.

        """
        # Half of a character can't be handed to the library, and the end of a line is a blank like any other. What
        # stands in their place is as long.
        whole = _BLANK.sub(" ", _SURROGATE.sub("\ufffd", text))
        todo = ((at, piece) for at, stretch in enumerate(stretches) for piece in pieces(whole, *stretch))
        growing = [Columns() for _ in stretches]
        done = 0
        while done < len(growing):
            open_still = self._read(whole, todo, growing)
            for at in range(done, open_still):
                yield growing[at].tree()
                growing[at] = Columns()
            done = open_still

    def _read(self, text: str, todo: Iterator[tuple[int, Piece]], growing: list[Columns]) -> int:
        """Read the next pieces and add them to their stretches; give the first stretch that may not be complete."""
        language, scheme = ready(self._pipeline)
        batch, words, last = list[tuple[int, Part]](), 0, len(growing)
        for at, piece in todo:
            for part in parts(language.vocab, piece.start, language.make_doc(text[piece.start : piece.end])):
                batch.append((at, part))
                words += len(part.starts)
            if words >= _AT_ONCE:
                last = at
                break
        docs = language.pipe([part.doc for _, part in batch], batch_size=_DOCS)
        for (at, part), doc in zip(batch, docs, strict=True):
            growing[at].add(part._replace(doc=doc), scheme)
        return last
