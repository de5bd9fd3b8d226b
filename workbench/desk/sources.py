"""The sources of a desk: what they are, which are confidential, and how one is erased."""

from typing import TYPE_CHECKING, NamedTuple

from claims_db import views
from claims_db.errors import NotFound
from claims_db.forgetting import forget
from claims_db.repositories.sources import SourceChange
from claims_db.rows import SourceCard, SourceRow
from claims_db.unit_of_work import UnitOfWork
from claims_db.vocabulary import Action, DraftField, Role
from workbench.desk.care.evidence import files_of, plain_files, referred_of, wanted_files
from workbench.desk.drafting import settle
from workbench.desk.ledger_entries import SourceEdit
from workbench.desk.permission import require
from workbench.desk.workplace import Workplace
from workbench.domain.progress import Progress
from workbench.domain.references import evidence_reference
from workbench.domain.text import storable
from workbench.errors import Refused
from workbench.sources.capture.sealing import StaysSealed

if TYPE_CHECKING:
    from workbench.sources.capture.store import ContentStore

_TEXTS = ("title", "author", "publisher", "interest", "reliability", "origin", "retraction")
_EDITED = (*_TEXTS, "published", "kind")


class SourceErased(NamedTuple):
    """What came of erasing: the source as it is now, and how many files of it were removed from this machine.

    ``forgotten`` is false where others at the desk kept its file from being written anew without the words.
    """

    card: SourceCard
    files: int
    forgotten: bool


class SealedAgain(NamedTuple):
    """What came of sealing again: how many files were, and how many can't be opened here and are as they were."""

    files: int
    unopened: int


def sources(place: Workplace, claim: int | None) -> tuple[SourceCard, ...]:
    """List the sources of the desk, or of one claim."""
    with place.read() as connection:
        return views.source_cards(connection, claim=claim)


def source(place: Workplace, evidence: int) -> SourceCard:
    """Give the source of a piece of evidence."""
    with place.read() as connection:
        found = views.source_cards(connection, evidence=evidence)
        if not found:
            views.evidence_card(connection, evidence)
    if not found:
        raise NotFound(f"{evidence_reference(evidence)} rests on no source.", "A note alone has none.")
    return found[0]


def describe(place: Workplace, evidence: int, edit: SourceEdit) -> SourceCard:
    """Write what the desk says of a source."""
    before = source(place, evidence).source
    _check(before, edit)
    words = {name: None if getattr(edit, name) is None else storable(getattr(edit, name)).strip() for name in _TEXTS}
    with place.work(Action.SOURCE_DESCRIBED) as work:
        row = work.sources.of(evidence)
        _check_kept(row.erased_at, evidence)
        work.sources.describe(row, SourceChange(**words, published=edit.published, kind=edit.kind))
    return source(place, evidence)


def make_confidential(place: Workplace, evidence: int) -> SourceCard:
    """Let nobody outside of the desk learn of a source from now on; done again it seals what was not sealed yet."""
    store = place.capturer().store
    if store.seals:
        store.can_seal()
    with place.work(Action.SOURCE_MADE_CONFIDENTIAL) as work:
        require(work, Role.EDITOR, "make a source confidential")
        work.sources.make_confidential(work.sources.of(evidence))
    place.index().drop()
    card = source(place, evidence)
    for capture in card.captures:
        for sha256 in files_of(store, capture):
            store.hide(sha256)
    if store.seals:
        _seal(place, store, card)
    return card


def seal_again(place: Workplace, progress: Progress) -> SealedAgain:
    """Seal every sealed file of this machine anew for those whom the settings name now."""
    store = place.capturer().store
    if not store.seals:
        raise Refused("The settings name no program to seal with.", 'Write seal = "age" or seal = "gpg" there.')
    store.can_seal()
    named, unopened = store.sealed(), 0
    for done, sha256 in enumerate(named):
        progress("sealing again", done, len(named))
        try:
            store.seal_again(sha256)
        except StaysSealed:
            unopened += 1
    return SealedAgain(len(named) - unopened, unopened)


def _seal(place: Workplace, store: "ContentStore", card: SourceCard) -> None:
    """Seal every file of a source; only when all of them are, the plain ones go that no open source needs."""
    named = []
    for capture in card.captures:
        referred = referred_of(store, capture)
        for sha256 in files_of(store, capture):
            store.seal(sha256, referred if sha256 == capture.provenance_sha256 else ())
            named.append(sha256)
    with place.read() as connection:
        plain = plain_files(store, connection)
    for sha256 in named:
        if sha256 not in plain:
            store.remove_plain(sha256)


def erase(place: Workplace, evidence: int) -> SourceErased:
    """Erase a confidential source: words and salts in one transaction, then every file that nothing else refers to.

    Where the files can't all be removed, doing it again removes the rest.
    """
    card = source(place, evidence)
    store = place.capturer().store
    # What a record names can only be read while the record is there, so this is asked for first.
    named = [sha256 for capture in card.captures for sha256 in files_of(store, capture)]
    with place.work(Action.SOURCE_ERASED) as work:
        _erase_words(work, evidence)
    for use in card.uses:
        settle(place, use.claim, DraftField.SOURCE)
    forgotten = forget(place.engine)
    place.index().drop()
    with place.read() as connection:
        wanted = wanted_files(store, connection)
    removed = sum(store.erase(sha256) for sha256 in named if sha256 not in wanted)
    return SourceErased(source(place, evidence), removed, forgotten)


def _erase_words(work: UnitOfWork, evidence: int) -> None:
    require(work, Role.EDITOR, "erase a source")
    row = work.sources.of(evidence)
    if not row.confidential:
        raise Refused(
            "Only a confidential source can be erased: the journal holds the words of every other one.",
            f"Make it confidential first: workbench source confidential {evidence_reference(evidence)}.",
        )
    if row.erased_at is None:
        work.sources.erase(row)


def _check(before: SourceRow, edit: SourceEdit) -> None:
    """See that nobody else has changed what is to be written.

    Raises:
        Refused: somebody has, or the source was erased.

    """
    if edit.base is None:
        return
    changed = [
        name
        for name in _EDITED
        if getattr(edit, name) is not None and getattr(edit.base, name) != getattr(before, name)
    ]
    if changed:
        raise Refused(f"Somebody else changed the {changed[0]} of this source.", "Look at it again, and decide anew.")


def _check_kept(erased_at: int | None, evidence: int) -> None:
    if erased_at is not None:
        raise Refused(f"The source of {evidence_reference(evidence)} was erased.", "Nothing is written of it any more.")
