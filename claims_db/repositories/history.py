"""Undo and redo as compensating writes: the journal only grows."""

import json
from collections.abc import Iterable

from sqlalchemy import inspect, select, text
from sqlalchemy.exc import IntegrityError

from claims_db.errors import Conflict
from claims_db.journal.chain import Change
from claims_db.journal.images import CONFIDENTIAL, canonical, fields, image, with_words_hidden
from claims_db.journal.versions import up_to_date
from claims_db.repositories.effects import Effects
from claims_db.repositories.group_rows import GroupRows
from claims_db.repositories.restored import fold_anew, told_apart
from claims_db.repositories.writing import Writing
from claims_db.tables import METADATA, RECORDS, Claim, Record
from claims_db.vocabulary import Action

_JOURNAL = METADATA.tables["journal"].c
_OF_TAKEN_IN = frozenset({"appearance", "claim"})
_EDITED = ("statement", "claimer_id", "via", "exact", "duplicate_of_id")
_TAKE_BACK = text("SELECT claim_take_back(:taken)")
_TAKE_LINK_BACK = text("SELECT appearance_take_back(:taken)")
_NEVER_RESTORED = frozenset({"capture", "claimer", "lease", "recheck", "source"})


class History(Effects):
    """Writes that take back or do again what the reviewer did."""

    def __init__(self, writing: Writing) -> None:
        super().__init__(writing)
        self._rows = GroupRows(writing, ())
        self._claims: set[str] = set()
        self._links: set[str] = set()
        self._about = self._unflushed = ""

    def undo(self, group: str) -> None:
        """Bring every row that a group wrote back to what it was before.

        Raises:
            Conflict: a row is no longer as the group left it; the message says which and how.

        """
        entries = self._entries(group)
        self._see((entry, entry.after, entry.before) for entry in entries)
        for entry in reversed(entries):
            self._bring(entry, entry.after, entry.before)
        self._fit(entries)

    def redo(self, group: str) -> None:
        """Bring every row that a group wrote to what it made of it.

        Raises:
            Conflict: a row is no longer as it was before the group; the message says which and how.

        """
        entries = self._entries(group)
        self._see((entry, entry.before, entry.after) for entry in entries)
        for entry in entries:
            self._bring(entry, entry.before, entry.after)
        self._fit(entries)

    def _fit(self, entries: Iterable[Change]) -> None:
        """Let the claims that were brought back fit together with the rest."""
        self._flush()
        for public_id in dict.fromkeys(entry.claim for entry in entries if _edits(entry)):
            claim = self._rows.claim(public_id)
            if claim is not None:
                fold_anew(self._writing, claim)
                told_apart(self._writing, claim)
        self._flush()

    def _see(self, changes: Iterable[tuple[Change, bytes | None, bytes | None]]) -> None:
        """See that the claims are as expected before anything else is looked at: people know claims, not places."""
        for entry, current, wanted in changes:
            row = self._rows.get(entry.entity, entry.public_id) if entry.entity == "claim" else None
            self._about = entry.claim
            if row is not None and current is not None and wanted is not None:
                self._overlaid(row, current, wanted)

    def _entries(self, group: str) -> list[Change]:
        query = (
            select(
                _JOURNAL.entity,
                _JOURNAL.public_id,
                _JOURNAL.claim,
                _JOURNAL.payload_version,
                _JOURNAL.before,
                _JOURNAL.after,
            )
            .where(_JOURNAL.group_id == group)
            .where(_JOURNAL.entity.not_in(_NEVER_RESTORED) | (_JOURNAL.action == Action.SOURCE_DESCRIBED))
            .order_by(_JOURNAL.sequence)
        )
        entries = [
            Change(entity, public_id, claim, *(up_to_date(entity, version, image) for image in images))
            for entity, public_id, claim, version, *images in self._writing.session.execute(query)
        ]
        self._rows = GroupRows(self._writing, entries)
        self._claims = {entry.claim for entry in entries if entry.claim}
        claims = {entry.public_id for entry in entries if entry.entity == "claim"}
        self._links = {one.public_id for one in entries if one.entity == "appearance" and one.claim not in claims}
        return entries

    def _bring(self, entry: Change, current: bytes | None, wanted: bytes | None) -> None:
        entity, public_id = entry.entity, entry.public_id
        self._about = entry.claim
        self._flush_before(f"{entity} {current is None} {wanted is None}")
        row = self._rows.get(entity, public_id)
        if wanted is None and hasattr(row, "retracted_at"):
            self._compare(row, entity, current)
            row.retracted_at = self._writing.now  # type: ignore[union-attr]
        elif wanted is None:
            self._compare(row, entity, current)
            if row is not None:
                self._remove(row)
                self._rows.drop(entity, public_id)
        elif current is None and row is not None and hasattr(row, "retracted_at"):
            self._compare(row, entity, wanted, retracted_at=row.retracted_at)
            row.retracted_at = None
        elif current is None:
            self._compare(row, entity, None)
            self._check_number(entity, wanted)
            row = RECORDS[entity](public_id=public_id)
            self._restore(row, wanted)
            self._writing.session.add(row)
            self._rows.put(row)
        elif row is None:
            self._compare(row, entity, current)
        else:
            self._check_words_are_known(entity, current, wanted)
            self._restore(row, self._overlaid(row, current, wanted))

    @staticmethod
    def _check_words_are_known(entity: str, current: bytes, wanted: bytes) -> None:
        """See that what was there before is known: of confidential words the journal holds digests alone."""
        now, before = json.loads(current), json.loads(wanted)
        if any(str(before[name]).startswith(CONFIDENTIAL) and now.get(name) != before[name] for name in before):
            raise Conflict(
                f"This can't be taken back: the journal holds no words of a confidential {entity}.",
                "Write it anew as it should be.",
            )

    def _flush_before(self, sort: str) -> None:
        """Write what waits where rows of another sort follow: they may point to it, or take the place of it."""
        if sort != self._unflushed or sort.startswith("claim True"):
            self._flush()
        self._unflushed = sort

    def _remove(self, row: Record) -> None:
        """Remove a row; a server lets nobody delete claims, but has a function for those that were taken in."""
        session, entity = self._writing.session, str(row.__tablename__)
        if entity not in _OF_TAKEN_IN or session.get_bind().dialect.name == "sqlite":
            session.delete(row)
            return
        self._writing.recorder.removed(row)
        if row.public_id in self._links:
            session.execute(_TAKE_LINK_BACK, {"taken": row.public_id})
        if isinstance(row, Claim):
            try:
                session.execute(_TAKE_BACK, {"taken": row.public_id})
            except IntegrityError:
                raise _rested_on(entity) from None

    def _flush(self) -> None:
        try:
            self._writing.session.flush()
        except IntegrityError:
            raise _rested_on(self._unflushed.partition(" ")[0]) from None

    def _check_number(self, entity: str, wanted: bytes) -> None:
        """See that nobody else got the number of a claim that comes back."""
        number = json.loads(wanted)["number"] if entity == "claim" else None
        if number is not None and self._writing.one(Claim, number=number) is not None:
            raise Conflict(
                f"This can't be done again: C-{number} is another claim by now.", "Take the words in once more."
            )

    def _compare(
        self, row: Record | None, entity: str, expected: bytes | None, retracted_at: int | None = None
    ) -> None:
        """See that a row is as expected, but for having been taken back at ``retracted_at``."""
        live = None if row is None else image(row, self._writing.recorder.public_id)
        if retracted_at is not None and expected is not None:
            expected = canonical({**json.loads(expected), "retracted_at": retracted_at})
        if live == expected or (live and expected and live == with_words_hidden(entity, expected, live)):
            return
        raise Conflict(
            f"This can't be taken back: {self._whose()}{_difference(entity, expected, live)}.",
            "Somebody else changed it since, or it went out, which is never taken back; open the claim and decide anew.",
        )

    def _whose(self) -> str:
        """Say with which claim it can't be done, where there are several."""
        claim = self._rows.claim(self._about) if len(self._claims) > 1 else None
        return f"of C-{claim.number}, " if claim is not None else ""

    def _overlaid(self, row: Record, current: bytes, wanted: bytes) -> bytes:
        """Give a row's image with what was changed brought back, and all else as it is now.

        Raises:
            Conflict: what was changed is not as it was left.

        """
        as_it_is = image(row, self._writing.recorder.public_id)
        if as_it_is == current:
            return wanted
        live = json.loads(as_it_is)
        left, before = json.loads(current), json.loads(wanted)
        changed = [name for name in left if left[name] != before[name]]
        self._compare(row, str(row.__tablename__), canonical({**live, **{name: left[name] for name in changed}}))
        return canonical({**live, **{name: before[name] for name in changed}})

    def _restore(self, row: Record, wanted: bytes) -> None:
        values: dict[str, object] = json.loads(wanted)
        columns = inspect(type(row)).columns
        for field in fields(str(row.__tablename__)):
            value = values[field.name]
            if field.digest or (field.secret and str(value).startswith(CONFIDENTIAL)):
                continue  # the row has kept the words, or nothing has
            if field.target and value is not None:
                value = self._rows.key(field.target, str(value))
            elif isinstance(value, list):
                value = tuple(tuple(part) if isinstance(part, list) else part for part in value)
            elif value is not None and hasattr(columns[field.name].type, "vocabulary"):
                value = columns[field.name].type.vocabulary(value)
            if getattr(row, field.name) != value:
                setattr(row, field.name, value)


def _edits(change: Change) -> bool:
    """Say whether a change is one of the words of a claim, or of which claim it is the same as."""
    if change.entity not in _OF_TAKEN_IN:
        return False
    before, after = (json.loads(one) if one else {} for one in (change.before, change.after))
    return any(before.get(name) != after.get(name) for name in _EDITED)


def _rested_on(entity: str) -> Conflict:
    hint = "Skip the claim instead." if entity == "claim" else "Undo that first, or change what there is now."
    return Conflict(f"This can't be taken back: something that was made since rests on the {entity}.", hint)


def _difference(entity: str, expected: bytes | None, live: bytes | None) -> str:
    if entity == "place":
        return "its place in a queue is another one now"
    if live is None:
        return f"the {entity} is gone"
    if expected is None:
        return f"the {entity} is there again"
    was, now = json.loads(expected), json.loads(live)
    changed = sorted(name for name in now if now[name] != was.get(name))
    if any(str(image[name]).startswith(CONFIDENTIAL) for image in (was, now) for name in changed):
        return f"the {entity} was made confidential or erased since"
    return ", ".join(f"{entity} {name} was {was.get(name)!r} and is {now[name]!r} now" for name in changed)
