"""What the program finds in a text before anything of it is stored."""

from typing import BinaryIO, NamedTuple

from claims_db.rows import DateRow
from workbench.domain.progress import Progress, step_of, unheard
from workbench.domain.proposer import Dropped, Proposer
from workbench.domain.syntax_tree import Parser
from workbench.domain.text import NormalisedText, normalise
from workbench.extraction.candidate import Extraction
from workbench.extraction.find import find_candidates
from workbench.extraction.proposed import join
from workbench.sources.document import Document
from workbench.sources.reader import Reader

_FINDING = "finding claims"


class Proposal(NamedTuple):
    """What a text says of itself and the claims found in it, nothing of it stored.

    Attributes:
        document: the text as it came, and what it says of itself.
        normalised: the text as it is read.
        extraction: the claims.
        dropped: what a model proposed that can't be a claim; empty where none was asked.
        unread: how many characters at the end the model was not given.

    """

    document: Document
    normalised: NormalisedText
    extraction: Extraction
    dropped: tuple[Dropped, ...] = ()
    unread: int = 0


def propose(
    reader: Reader,
    parser: Parser,
    location: str,
    published: DateRow | None = None,
    stdin: BinaryIO | None = None,
    proposer: Proposer | None = None,
    progress: Progress = unheard,
) -> Proposal:
    """Read a text and find its claims; ``published`` overrules what the text says, a model is asked if one is given.

    Raises:
        BadInput: the text can't be used.
        NotFetched: the address was refused or did not answer, or the model did not.
        Stopped: nobody wants it any more.

    """
    document = reader.read(location, stdin)
    progress(_FINDING, 0, len(document.text))
    normalised = normalise(document.text)
    day = published or document.published
    found = find_candidates(normalised.text, day, parser, step_of(progress, _FINDING))
    if proposer is None:
        return Proposal(document, normalised, found)
    proposals = proposer.propose(normalised.text)
    joined = join(normalised.text, found, proposals, proposer.name, day)
    unread = max(len(normalised.text) - proposals.read, 0)
    return Proposal(document, normalised, joined.extraction, joined.dropped, unread)
