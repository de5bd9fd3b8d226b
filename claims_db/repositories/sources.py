"""What the desk says of sources: what they are, which are confidential, and which were erased."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select

from claims_db.errors import NotFound
from claims_db.repositories.writing import Writing, key
from claims_db.rows import DateRow
from claims_db.tables import METADATA, Draft, Evidence, Recheck, Source
from claims_db.vocabulary import DraftField, SourceKind

_EVIDENCE, _RECHECK, _DRAFT = (METADATA.tables[name].c for name in ("evidence", "recheck", "draft"))
_SALT = 32
_TOLD = ("url", "title", "author", "publisher", "published_zone", "archived_url", "sha256")
_SAID = ("interest", "reliability", "origin", "retraction")
_QUOTED = ("excerpt", "locator", "note", "quote_exact", "quote_prefix", "quote_suffix")


@dataclass(frozen=True)
class SourceChange:
    """What is changed of a source; what is None stays as it is."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    archived_url: str | None = None
    published: DateRow | None = None
    kind: SourceKind | None = None
    interest: str | None = None
    reliability: str | None = None
    origin: str | None = None
    retraction: str | None = None


class Sources:
    """Writes about sources; each goes by the number of a piece of evidence that rests on it."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def of(self, evidence: int) -> Source:
        """Give the source of a piece of evidence.

        Raises:
            NotFound: there is no such evidence, or it has no source.

        """
        row = self._writing.one(Evidence, number=evidence)
        if row is None:
            raise NotFound(f"There is no evidence E-{evidence}.", "Open the claim to see its evidence.")
        if row.source_id is None:
            raise NotFound(f"E-{evidence} rests on no source.", "A note alone has none.")
        source = self._writing.session.get_one(Source, row.source_id)
        self._writing.recorder.learn("source", key(source), source.public_id)
        return source

    def describe(self, source: Source, change: SourceChange) -> None:
        """Write what the desk says of a source."""
        for name in ("title", "author", "publisher", "archived_url", *_SAID):
            value = getattr(change, name)
            if value is not None:
                setattr(source, name, value)
        if change.kind is not None:
            source.kind = change.kind
        if change.published is not None:
            source.published, source.published_precision, source.published_zone = change.published
        self._writing.session.flush()

    def make_confidential(self, source: Source) -> None:
        """Let a source and all evidence of it enter the journal as digests from now on."""
        source.salt = source.salt or new_salt()
        source.confidential = True
        for evidence in self._evidence(source):
            evidence.salt, evidence.confidential = source.salt, True
        self._writing.session.flush()

    def erase(self, source: Source) -> None:
        """Erase every word of a confidential source and of its evidence, and what could tell the words again.

        What anybody was typing of a source of these claims goes with it.
        """
        for name in (*_TOLD, *_SAID):
            setattr(source, name, "")
        source.published = source.published_precision = source.archived_at = source.salt = None
        source.erased_at = self._writing.now
        for evidence in self._evidence(source):
            for name in _QUOTED:
                setattr(evidence, name, "")
            evidence.quote_remarks, evidence.salt = (), None
            self._erase_looks(evidence)
            typed = delete(Draft).where(_DRAFT.claim_id == evidence.claim_id, _DRAFT.field == DraftField.SOURCE)
            self._writing.session.execute(typed)
        self._writing.session.flush()

    def _erase_looks(self, evidence: Evidence) -> None:
        """Erase the words that later looks found while the source was not confidential yet."""
        query = select(Recheck).where(_RECHECK.evidence_id == key(evidence)).order_by(_RECHECK.id)
        for look in self._writing.session.scalars(query).all():
            self._writing.recorder.learn("recheck", key(look), look.public_id)
            look.exact = look.prefix = look.suffix = ""
            look.remarks = ()

    def _evidence(self, source: Source) -> Sequence[Evidence]:
        query = select(Evidence).where(_EVIDENCE.source_id == key(source)).order_by(_EVIDENCE.id)
        found = self._writing.session.scalars(query).all()
        for row in found:
            self._writing.recorder.learn("evidence", key(row), row.public_id)
        return found


def new_salt() -> bytes:
    """Give the salt of a confidential source, which nobody can guess."""
    return secrets.token_bytes(_SALT)
