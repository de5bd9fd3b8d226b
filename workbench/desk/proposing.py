"""What the program finds in a text before anything of it is stored."""

from typing import BinaryIO, NamedTuple

from claims_db.rows import DateRow
from workbench.desk.entries import LONGEST_NAME
from workbench.domain.normalising import NormalisedText, normalise
from workbench.domain.progress import Progress, step_of, unheard
from workbench.domain.proposer import Dropped, Proposer
from workbench.domain.syntax_tree import Parser
from workbench.domain.text import storable
from workbench.errors import BadInput
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
        published: when it was published, as the user says or the text itself; None where neither does.
        dropped: what a model proposed that can't be a claim; empty where none was asked.
        unread: how many characters at the end the model was not given.

    """

    document: Document
    normalised: NormalisedText
    extraction: Extraction
    published: DateRow | None = None
    dropped: tuple[Dropped, ...] = ()
    unread: int = 0


class Told(NamedTuple):
    """What the user says of a text: when it was published, and who speaks in it, as in a speech."""

    published: DateRow | None = None
    speaker: str = ""


NOTHING_TOLD = Told()


def propose(
    reader: Reader,
    parser: Parser,
    location: str,
    told: Told = NOTHING_TOLD,
    stdin: BinaryIO | None = None,
    proposer: Proposer | None = None,
    progress: Progress = unheard,
) -> Proposal:
    """Read a text and find its claims; what the user tells overrules what the text says, a model is asked if one is given.

    Raises:
        BadInput: the text, or the speaker's name, can't be used.
        NotFetched: the address was refused or did not answer, or the model did not.
        Stopped: nobody wants it any more.

    """
    speaker = _name(told.speaker)
    document = reader.read(location, stdin, progress)
    progress(_FINDING, 0, len(document.text))
    normalised = normalise(document.text)
    day = told.published or document.published
    found = find_candidates(normalised.text, day, parser, speaker, step_of(progress, _FINDING))
    if proposer is None:
        return Proposal(document, normalised, found, day)
    proposals = proposer.propose(normalised.text, step_of(progress, "asking the model"))
    joined = join(normalised.text, found, proposals, proposer.name, day)
    unread = max(len(normalised.text) - proposals.read, 0)
    return Proposal(document, normalised, joined.extraction, day, joined.dropped, unread)


def _name(words: str) -> str:
    """Give the name of a speaker as it is stored; empty where none is told."""
    name = storable(" ".join(words.split()))
    if len(name) > LONGEST_NAME:
        raise BadInput("The name of the speaker is too long.", f"Use at most {LONGEST_NAME} characters.")
    if name and not any(map(str.isalnum, name)):
        raise BadInput("The speaker has no name.", "Give one, such as --speaker 'Ana Reyes'.")
    return name
