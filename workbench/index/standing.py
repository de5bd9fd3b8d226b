"""Up to where an index goes: a document of its own says so, written in the same step as what it speaks of."""

from typing import NamedTuple

import tantivy

from claims_db.rows import JournalPoint
from workbench.index.schema import schema

POSITION = "position"
"""What the one document is that says up to where the index goes."""

_ALL = (1 << 31) - 1
"""Behind the last number that the database can give."""


class Standing(NamedTuple):
    """Up to where an index goes: to a point of the journal.

    While it is being filled it has the claims, articles and prior checks up to these numbers, and what was written
    since the point is taken up at the end.
    """

    at: JournalPoint = JournalPoint()
    claim: int = _ALL
    article: int = _ALL
    prior: int = _ALL

    @property
    def whole(self) -> bool:
        """Say whether everything was read once."""
        return set(self[1:]) == {_ALL}


_NUMBERS = Standing._fields[1:]


def write_standing(writer: tantivy.IndexWriter, standing: Standing) -> None:
    """Let the index say up to where it goes once it is written."""
    writer.delete_documents_by_term("what", POSITION)
    document = tantivy.Document()
    document.add_text("what", POSITION)
    document.add_unsigned("sequence", standing.at.sequence)
    document.add_text("hash", standing.at.hash)
    for name, number in zip(_NUMBERS, standing[1:], strict=True):
        document.add_unsigned(name, number)
    writer.add_document(document)


def read_standing(index: tantivy.Index) -> Standing | None:
    """Read up to where an index goes; None where it says nothing of it."""
    searcher = index.searcher()
    hits = searcher.search(tantivy.Query.term_query(schema(), "what", POSITION), 1, count=False).hits
    if not hits:
        return None
    document = searcher.doc(hits[0][1])
    point = JournalPoint(int(document.get_first("sequence") or 0), str(document.get_first("hash") or ""))
    return Standing(point, *(int(document.get_first(name) or 0) for name in _NUMBERS))
