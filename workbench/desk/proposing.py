"""What the program finds in a text before anything of it is stored."""

from typing import BinaryIO, NamedTuple

from claims_db.rows import DateRow
from workbench.domain.syntax_tree import Parser
from workbench.domain.text import NormalisedText, normalise
from workbench.extraction.candidate import Extraction
from workbench.extraction.find import find_candidates
from workbench.sources.document import Document
from workbench.sources.reader import Reader


class Proposal(NamedTuple):
    """What a text says of itself and the claims found in it, nothing of it stored."""

    document: Document
    normalised: NormalisedText
    extraction: Extraction


def propose(
    reader: Reader, parser: Parser, location: str, published: DateRow | None = None, stdin: BinaryIO | None = None
) -> Proposal:
    """Read a text and find its claims; ``published`` overrules what the text says.

    Raises:
        BadInput: the text can't be used.
        NotFetched: the address was refused or did not answer.
    """
    document = reader.read(location, stdin)
    normalised = normalise(document.text)
    return Proposal(document, normalised, find_candidates(normalised.text, published or document.published, parser))
