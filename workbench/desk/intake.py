"""Taking in: articles with their claims, claims by hand, lists of claims.

Reading and extraction happen before the transaction, never inside it.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from claims_db import views
from claims_db.repositories.intake import NewArticle
from claims_db.repositories.new_claims import NewClaim
from claims_db.rows import ArticleRow, NearPair, QuoteRow, RefusedRow, RevisionText, SpanRow
from claims_db.vocabulary import Action, AppearanceForm
from workbench.desk.chosen_words import chosen
from workbench.desk.covering import as_read
from workbench.desk.entries import ArticleEntry, ChosenWords, ClaimAdded, ClaimEntry, ImportedClaims, Intake
from workbench.desk.proposing import Proposal, Told, propose
from workbench.desk.workplace import Workplace
from workbench.domain.filling import ClaimFacts, entered, parse_rule
from workbench.domain.normalising import NormalisedText
from workbench.domain.progress import Progress, unheard
from workbench.domain.references import article_reference, claim_reference
from workbench.domain.source_map import SourceMap
from workbench.domain.spans import quote_at
from workbench.domain.text import storable
from workbench.errors import BadInput, Refused
from workbench.extraction.candidate import Candidate
from workbench.matching.near import KnownClaim, NearIndex
from workbench.sources.addresses import is_address
from workbench.sources.claim_files import read_claim_list
from workbench.sources.document import Document

if TYPE_CHECKING:
    from workbench.desk.further_text import FurtherText

LONGEST = 10_000
"""How many characters of an article can be taken in as one claim."""

COMPARED = 50_000
"""With how many of the newest claims a new one is compared."""


def add_article(
    place: Workplace, entry: ArticleEntry, stdin: BinaryIO | None = None, progress: Progress = unheard
) -> Intake:
    """Read an article, find its claims, and take both in."""
    proposer = place.proposer() if entry.model else None
    told = Told(entry.published, entry.speaker)
    proposal = propose(place.reader, place.parser, entry.location, told, stdin, proposer, progress)
    return take_in(place, entry, proposal)


class Stored(NamedTuple):
    """What one transaction stored: the article's number, whether its text was there, the new claims by number."""

    article: int
    known: bool
    claims: tuple[tuple[int, NewClaim], ...]


def take_in(place: Workplace, entry: ArticleEntry, proposal: Proposal) -> Intake:
    """Store an article and point out which of its claims the desk has nearly word for word already."""
    index = _index(place)
    stored = store(place, entry, proposal)
    numbers = tuple(number for number, _ in stored.claims)
    article, near = _row(place, stored.article), _near(index, stored.claims)
    language = proposal.extraction.language
    return Intake(article, stored.known, numbers, near, language, proposal.dropped, proposal.unread)


def store(place: Workplace, entry: ArticleEntry, proposal: Proposal) -> Stored:
    """Store an article, its claims and their queue places in one transaction.

    An article whose very text the desk has is not stored again; one that stands at a known address with
    another text becomes a further revision: claims that still say the same stand in it, words that are new are claims.
    """
    article, found = article_of(entry, proposal), proposal.extraction
    further = _further(place, article.url, proposal)
    candidates = found.candidates if further is None else further.new
    claims = queued(place, [anchored(one, proposal.normalised, found.language) for one in candidates])
    with place.work(Action.ARTICLE_TAKEN_IN) as work:
        known = work.articles.known(article.url, article.sha256)
        if known is not None and known.same_text:
            return Stored(known.number, known=True, claims=())
        if further is not None:
            # Nobody else has taken it in again meanwhile.
            work.articles.revision(further.difference.article, further.difference.older)
        where = work.articles.revise(known.number, article) if known else work.articles.add(article)
        work.articles.place_again((*further.kept, *further.back) if further is not None else (), where)
        numbers = work.articles.add_claims(claims, where)
    return Stored(where.article_number, known=False, claims=tuple(zip(numbers, claims, strict=True)))


def _further(place: Workplace, url: str, proposal: Proposal) -> "FurtherText | None":
    """Set a text against that of the article at its address, if the desk has one."""
    from workbench.desk.further_text import further_text  # noqa: PLC0415 - loads what compares texts

    with place.read() as connection:
        number = views.article_at(connection, url) if url else None
        if number is None:
            return None
        older = views.revision_text(connection, number)
    return further_text(place, older, proposal)


class ReadWords(NamedTuple):
    """Words of an article that were read and can be stored as a claim; ``known`` are the desk's claims beside it."""

    words: ChosenWords
    revision: int
    start: int
    end: int
    claim: NewClaim
    known: NearIndex


def read_words(place: Workplace, words: ChosenWords, progress: Progress = unheard) -> ReadWords:
    """Read words of an article as extraction would offer them; nothing is stored."""
    progress("reading", 0, 0)
    with place.read() as connection:
        text = views.revision_text(connection, words.article)
    start, end = stretch_of(text, words)
    candidate = chosen(text.text, start, end, text.published, place.parser)
    normalised = NormalisedText(text.text, SourceMap.decode(text.source_map))
    progress("comparing", 0, 0)
    (claim,) = queued(place, [anchored(candidate, normalised, text.language)])
    found = ReadWords(words, text.number, start, end, claim, _index(place))
    progress("comparing", 1, 1)
    return found


def take_in_words(place: Workplace, read: ReadWords) -> ClaimAdded:
    """Take in words of an article as a claim, whatever extraction made of them."""
    claim = read.claim
    with place.work(Action.CLAIM_TAKEN_IN) as work:
        where = work.articles.revision(read.words.article, read.revision)
        known = work.articles.claim_at(where, read.start, read.end)
        if known is not None:
            raise Refused(
                f"These words are {claim_reference(known)} already.",
                f"'workbench show {claim_reference(known)}' shows it.",
            )
        (number,) = work.articles.add_claims([claim], where)
    return ClaimAdded(number, known=False, near=_near(read.known, [(number, claim)]))


def add_claim(place: Workplace, entry: ClaimEntry) -> ClaimAdded:
    """Take in one claim by hand."""
    return _add_entries(place, [entry])[0]


def import_claims(place: Workplace, path: str) -> ImportedClaims:
    """Take in the claims of a file, all good ones in one transaction."""
    listed = read_claim_list(path)
    added = _add_entries(place, [entry for _, entry in listed.entries])
    return ImportedClaims(
        tuple(one.claim for one in added if not one.known),
        tuple(one.claim for one in added if one.known),
        tuple(pair for one in added for pair in one.near),
        listed.rejected,
    )


def _add_entries(place: Workplace, entries: list[ClaimEntry]) -> list[ClaimAdded]:
    claims = queued(place, [_hand_claim(entry) for entry in entries])
    index = _index(place)
    outcome: list[ClaimAdded] = []
    with place.work(Action.CLAIM_ADDED) as work:
        for claim in claims:
            known = work.articles.same_claim(claim)
            if known is not None:
                outcome.append(ClaimAdded(known, known=True, near=()))
                continue
            (number,) = work.articles.add_claims([claim])
            outcome.append(ClaimAdded(number, known=False, near=_near(index, [(number, claim)])))
    return outcome


def stretch_of(text: RevisionText, words: ChosenWords) -> tuple[int, int]:
    """Give the offsets of the chosen words without the blanks around them."""
    name = article_reference(words.article)
    if words.revision is not None and words.revision > text.number:
        raise BadInput(f"{name} has no revision {words.revision}.", f"Its latest is {text.number}.")
    if words.revision is not None and words.revision != text.number:
        raise Refused(f"{name} was taken in again with another text meanwhile.", "Look at it again.")
    if not 0 <= words.start < words.end <= len(text.text):
        raise BadInput(
            f"{name} has no characters {words.start} to {words.end}.", f"Its text is {len(text.text)} characters long."
        )
    exact = text.text[words.start : words.end]
    start = words.start + len(exact) - len(exact.lstrip())
    end = start + len(exact.strip())
    if not any(map(str.isalnum, as_read(text.text)[words.start : words.end])):
        raise BadInput("There are no words there.", "Choose a stretch that states something.")
    if end - start > LONGEST:
        raise BadInput(
            f"{end - start} characters are too many for one claim.", f"Choose at most {LONGEST} by their offsets."
        )
    return start, end


def queued(place: Workplace, claims: Sequence[NewClaim]) -> list[NewClaim]:
    """Give claims with the queues that they enter by the queues' rules."""
    with place.read() as connection:
        rules = [(name, parse_rule(takes)) for name, takes in views.queue_rules(connection)]
    return [replace(claim, queues=entered(rules, _facts(claim))) for claim in claims]


def _facts(claim: NewClaim) -> ClaimFacts:
    words = f"{claim.statement}\n{claim.quote.exact if claim.quote else ''}"
    return ClaimFacts(words, claim.claimer, claim.via, claim.kind, claim.check_worthiness)


def _row(place: Workplace, number: int) -> ArticleRow:
    with place.read() as connection:
        return views.article_sheet(connection, number).row


def _index(place: Workplace) -> NearIndex:
    with place.read() as connection:
        return NearIndex(KnownClaim(*row) for row in views.statements(connection, COMPARED))


def _near(index: NearIndex, claims: Sequence[tuple[int, NewClaim]]) -> tuple[NearPair, ...]:
    found = []
    for number, claim in claims:
        near = index.nearest(claim.statement, claim.claimer)
        if near is not None:
            found.append(NearPair(number, near))
    return tuple(found)


def article_of(entry: ArticleEntry, proposal: Proposal) -> NewArticle:
    """Give an article as it is written."""
    document = proposal.document
    return NewArticle(
        title=storable(entry.title or document.title or _title(document)),
        outlet=storable(entry.outlet or document.outlet),
        url=storable(entry.url or document.url),
        byline=storable(document.byline),
        published=proposal.published,
        language=document.language or proposal.extraction.language,
        source_text=document.text,
        text=proposal.normalised.text,
        source_map=proposal.normalised.source_map.encode(),
        media_type=document.media_type,
        encoding=document.encoding,
        origin=storable(_origin(document)),
        sha256=document.sha256,
        refused=tuple(RefusedRow(one.start, one.end, one.reason) for one in proposal.extraction.refusals),
    )


def _origin(document: Document) -> str:
    """Say where it was read so that it is found again: a path as it is seen from any folder."""
    named = document.origin
    return named if named == "-" or is_address(named) else str(Path(named).absolute())


def _title(document: Document) -> str:
    return "Standard input" if document.origin == "-" else PurePath(document.origin).name or document.origin


def anchored(candidate: Candidate, normalised: NormalisedText, language: str) -> NewClaim:
    """Give a candidate as a claim of its text, with its exact words and where they stand."""
    source = normalised.source_map.to_source(candidate.start, candidate.end)
    return NewClaim(
        statement=candidate.statement,
        kind=candidate.kind,
        claimer=candidate.claimer,
        via=candidate.via,
        language=language,
        check_worthiness=candidate.check_worthiness,
        reasons=candidate.reasons,
        assumptions=candidate.assumptions,
        form=AppearanceForm.ARTICLE,
        span=SpanRow(candidate.start, candidate.end, *source),
        quote=quote_at(normalised.text, candidate.start, candidate.end),
    )


def _hand_claim(entry: ClaimEntry) -> NewClaim:
    statement = " ".join(storable(entry.statement).split())
    if not statement:
        raise BadInput("A claim needs a statement.", "Say in one sentence what is claimed.")
    exact = storable(entry.exact).strip()
    return NewClaim(
        statement=statement,
        kind=entry.kind,
        claimer=storable(entry.claimer).strip(),
        via=tuple(storable(name).strip() for name in entry.via if name.strip()),
        language="und",
        check_worthiness=0.5,
        reasons=(),
        assumptions=(),
        form=entry.form,
        quote=QuoteRow(exact, "", "") if exact else None,
        locator=storable(entry.locator).strip(),
        url=storable(entry.url).strip(),
        said_on=entry.said_on,
    )
