"""Taking in: articles with their claims, claims by hand, lists of claims.

Reading and extraction happen before the transaction, never inside it.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from claims_db import views
from claims_db.repositories.new_claims import NewClaim
from claims_db.rows import ArticleRow, RevisionText
from claims_db.vocabulary import Action
from workbench.desk.as_written import anchored, article_of, hand_claim
from workbench.desk.chosen_words import chosen
from workbench.desk.copy_entries import Copied
from workbench.desk.covering import as_read
from workbench.desk.entries import ArticleEntry, ChosenWords, ClaimAdded, ClaimEntry, ImportedClaims, Intake
from workbench.desk.match_rows import NewMatches
from workbench.desk.proposing import Proposal, Told, propose
from workbench.desk.workplace import Workplace
from workbench.domain.filling import ClaimFacts, entered, parse_rule
from workbench.domain.normalising import NormalisedText
from workbench.domain.progress import Progress, unheard
from workbench.domain.references import article_reference, claim_reference
from workbench.domain.source_map import SourceMap
from workbench.errors import BadInput, Refused
from workbench.sources.claim_files import read_claim_list

if TYPE_CHECKING:
    from workbench.desk.further_text import FurtherText
    from workbench.desk.linking import Linking
    from workbench.desk.new_matches import Prepared

LONGEST = 10_000
"""How many characters of an article can be taken in as one claim."""


def add_article(
    place: Workplace, entry: ArticleEntry, stdin: BinaryIO | None = None, progress: Progress = unheard
) -> Intake:
    """Read an article, find its claims, and take both in."""
    proposer = place.proposer() if entry.model else None
    told = Told(entry.published, entry.speaker)
    proposal = propose(place.reader, place.parser, entry.location, told, stdin, proposer, progress)
    return take_in(place, entry, proposal, progress)


class Stored(NamedTuple):
    """What one transaction stored: the article's number, whether its text was there, the new claims by number."""

    article: int
    known: bool
    claims: tuple[tuple[int, NewClaim], ...]
    copied: Copied = Copied()


def take_in(place: Workplace, entry: ArticleEntry, proposal: Proposal, progress: Progress = unheard) -> Intake:
    """Store an article and point out which of its claims may repeat what was said before."""
    by = _prepared(place, progress)
    stored = store(place, entry, proposal, _linking(place, proposal, progress) if entry.link else None)
    numbers = tuple(number for number, _ in stored.claims)
    told = {(one.claim, one.original) for one in stored.copied.changed}
    matches = _new_matches(place, by, stored.claims)
    matches = matches._replace(found=tuple(one for one in matches.found if (one.claim, one.match.claim) not in told))
    article, language = _row(place, stored.article), proposal.extraction.language
    return Intake(article, stored.known, numbers, matches, language, proposal.dropped, proposal.unread, stored.copied)


def store(place: Workplace, entry: ArticleEntry, proposal: Proposal, linked: "Linking | None" = None) -> Stored:
    """Store an article, its claims and their queue places in one transaction.

    An article whose very text the desk has is not stored again; one that stands at a known address with
    another text becomes a further revision: claims that still say the same stand in it, words that are new are claims.
    Of a new article, what ``linked`` holds is linked to claims of others.
    """
    article, found = article_of(entry, proposal), proposal.extraction
    further = _further(place, article.url, proposal)
    linked = linked if further is None else None
    candidates = further.new if further is not None else linked.candidates if linked is not None else found.candidates
    claims = queued(place, [anchored(one, proposal.normalised, found.language) for one in candidates])
    with place.work(Action.ARTICLE_TAKEN_IN) as work:
        known = work.articles.known(article.url, article.sha256)
        if known is not None and known.same_text:
            where = None if entry.link else work.articles.latest(known.number, article.sha256)
            own = [] if where is None else [one for one in claims if not work.articles.stands(where, one.span)]
            return Stored(known.number, True, tuple(zip(work.articles.add_claims(own, where), own, strict=True)))
        if further is not None:
            # Nobody else has taken it in again meanwhile.
            work.articles.revision(further.difference.article, further.difference.older)
        where = work.articles.revise(known.number, article) if known else work.articles.add(article)
        work.articles.place_again((*further.kept, *further.back) if further is not None else (), where)
        numbers = work.articles.add_claims(claims, where)
        if linked is not None:
            linked.write(work, where)
    copied = linked.copied(zip(candidates, numbers, strict=True)) if linked is not None else Copied()
    return Stored(where.article_number, False, tuple(zip(numbers, claims, strict=True)), copied)


def _further(place: Workplace, url: str, proposal: Proposal) -> "FurtherText | None":
    """Set a text against that of the article at its address, if the desk has one."""
    from workbench.desk.further_text import further_text  # noqa: PLC0415 - loads what compares texts

    with place.read() as connection:
        number = views.article_at(connection, url) if url else None
        if number is None:
            return None
        older = views.revision_text(connection, number)
    return further_text(place, older, proposal)


def _linking(place: Workplace, proposal: Proposal, progress: Progress) -> "Linking":
    """Find of which articles a text is a copy, and the claims of these that stand in it."""
    from workbench.desk.linking import linking  # noqa: PLC0415 - as above

    return linking(place, proposal, progress)


class ReadWords(NamedTuple):
    """Words of an article that were read and can be stored as a claim; ``by`` is what it will be compared with."""

    words: ChosenWords
    revision: int
    start: int
    end: int
    claim: NewClaim
    by: "Prepared"


def read_words(place: Workplace, words: ChosenWords, progress: Progress = unheard) -> ReadWords:
    """Read words of an article as extraction would offer them; nothing is stored."""
    progress("reading", 0, 0)
    with place.read() as connection:
        text = views.revision_text(connection, words.article)
    start, end = stretch_of(text, words)
    candidate = chosen(text.text, start, end, text.published, place.parser)
    normalised = NormalisedText(text.text, SourceMap.decode(text.source_map))
    (claim,) = queued(place, [anchored(candidate, normalised, text.language)])
    return ReadWords(words, text.number, start, end, claim, _prepared(place, progress))


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
    return ClaimAdded(number, known=False, matches=_new_matches(place, read.by, [(number, claim)]))


def add_claim(place: Workplace, entry: ClaimEntry) -> ClaimAdded:
    """Take in one claim by hand."""
    (added,), matches = _add_entries(place, [entry])
    return added._replace(matches=matches)


def import_claims(place: Workplace, path: str) -> ImportedClaims:
    """Take in the claims of a file, all good ones in one transaction."""
    listed = read_claim_list(path)
    added, matches = _add_entries(place, [entry for _, entry in listed.entries])
    return ImportedClaims(
        tuple(one.claim for one in added if not one.known),
        tuple(one.claim for one in added if one.known),
        matches,
        listed.rejected,
    )


def _add_entries(place: Workplace, entries: list[ClaimEntry]) -> tuple[list[ClaimAdded], NewMatches]:
    claims = queued(place, [hand_claim(entry) for entry in entries])
    by = _prepared(place)
    outcome, new = list[ClaimAdded](), list[tuple[int, NewClaim]]()
    with place.work(Action.CLAIM_ADDED) as work:
        for claim in claims:
            known = work.articles.same_claim(claim)
            if known is not None:
                outcome.append(ClaimAdded(known, known=True))
                continue
            (number,) = work.articles.add_claims([claim])
            outcome.append(ClaimAdded(number, known=False))
            new.append((number, claim))
    return outcome, _new_matches(place, by, new)


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


def _prepared(place: Workplace, progress: Progress = unheard) -> "Prepared":
    """Prepare the comparison with what was said before."""
    from workbench.desk.new_matches import prepared  # noqa: PLC0415 - what compares costs a start that does not

    return prepared(place, progress)


def _new_matches(place: Workplace, by: "Prepared", claims: Sequence[tuple[int, NewClaim]]) -> NewMatches:
    from workbench.desk.new_matches import new_matches  # noqa: PLC0415 - as above

    return new_matches(place, by, claims)
