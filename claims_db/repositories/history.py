"""Undo and redo as compensating writes: the journal only grows."""

import json
from collections.abc import Iterable, Iterator

from sqlalchemy import Row, inspect, select, text
from sqlalchemy.exc import IntegrityError

from claims_db.errors import Conflict
from claims_db.journal.chain import Change
from claims_db.journal.images import canonical, fields, image
from claims_db.journal.versions import up_to_date
from claims_db.repositories.effects import UNDOABLE, Effect
from claims_db.repositories.restored import fold_anew, told_apart
from claims_db.repositories.writing import Writing
from claims_db.tables import METADATA, RECORDS, Claim, Record
from claims_db.vocabulary import Action

_JOURNAL = METADATA.tables["journal"].c
_LOOKED_AT = 200
_OF_TAKEN_IN = frozenset({"appearance", "claim"})
_EDITED = ("statement", "claimer_id", "via", "exact", "duplicate_of_id")
_TAKE_BACK = text("SELECT claim_take_back(:taken)")
_NEVER_RESTORED = frozenset({"claimer", "lease", "source"})


class History:
    """Writes that take back or do again what the reviewer did."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def to_undo(self) -> Effect | None:
        """Give the reviewer's latest effect that still stands, or None."""
        undone = 0
        for row in self._own_groups():
            if row.action is Action.UNDONE:
                undone += 1
            elif row.action is Action.REDONE or undone:
                undone -= 1
            else:
                return self.effect(row.group_id)
        return None

    def to_redo(self) -> Effect | None:
        """Give the effect that was taken back last and not done again, or None after a new effect."""
        redone = 0
        for row in self._own_groups():
            if row.action is Action.REDONE:
                redone += 1
            elif row.action is not Action.UNDONE:
                return None
            elif redone:
                redone -= 1
            else:
                return self.effect(row.reverses)
        return None

    def undo(self, group: str) -> None:
        """Bring every row that a group wrote back to what it was before.

        Raises:
            Conflict: a row is no longer as the group left it; the message says which and how.

        """
        entries = self._entries(group)
        self._see((entry, entry.after, entry.before) for entry in entries)
        for entry in reversed(entries):
            self._bring(entry.entity, entry.public_id, entry.after, entry.before)
        self._fit(entries)

    def redo(self, group: str) -> None:
        """Bring every row that a group wrote to what it made of it.

        Raises:
            Conflict: a row is no longer as it was before the group; the message says which and how.

        """
        entries = self._entries(group)
        self._see((entry, entry.before, entry.after) for entry in entries)
        for entry in entries:
            self._bring(entry.entity, entry.public_id, entry.before, entry.after)
        self._fit(entries)

    def _fit(self, entries: Iterable[Change]) -> None:
        """Let the claims that were brought back fit together with the rest."""
        for public_id in dict.fromkeys(entry.claim for entry in entries if _edits(entry)):
            claim = self._writing.one(Claim, public_id=public_id)
            if claim is not None:
                fold_anew(self._writing, claim)
                told_apart(self._writing, claim)
        self._flush("claim")

    def _see(self, changes: Iterable[tuple[Change, bytes | None, bytes | None]]) -> None:
        """See that the claims are as expected before anything else is looked at: people know claims, not places."""
        for entry, current, wanted in changes:
            row = self._writing.one(Claim, public_id=entry.public_id) if entry.entity == "claim" else None
            if row is not None and current is not None and wanted is not None:
                self._overlaid(row, current, wanted)

    def _own_groups(self) -> Iterator[Row[str, Action, str, int]]:
        """Give one entry of each of the reviewer's groups that count here, the latest group first."""
        query = (
            select(_JOURNAL.group_id, _JOURNAL.action, _JOURNAL.reverses, _JOURNAL.sequence)
            .where(_JOURNAL.actor == self._writing.actor)
            .where(_JOURNAL.action.in_([*UNDOABLE, Action.UNDONE, Action.REDONE]))
            .order_by(_JOURNAL.sequence.desc())
        )
        # Mostly the first row is the answer; asking for many at once could mean to look through the whole journal.
        group, size = "", 1
        rows = self._writing.session.execute(query.limit(size)).all()
        while rows:
            for row in rows:
                if row.group_id != group:
                    group = row.group_id
                    yield row
            size = min(2 * size, _LOOKED_AT)
            earlier = query.where(_JOURNAL.sequence < rows[-1].sequence).limit(size)
            rows = self._writing.session.execute(earlier).all()

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
            .where(_JOURNAL.group_id == group, _JOURNAL.entity.not_in(_NEVER_RESTORED))
            .order_by(_JOURNAL.sequence)
        )
        return [
            Change(entity, public_id, claim, *(up_to_date(entity, version, image) for image in images))
            for entity, public_id, claim, version, *images in self._writing.session.execute(query)
        ]

    def effect(self, group: str) -> Effect:
        """Give what a group did; a claim that is not there, as before it was taken in, has no number."""
        rows = self._writing.session.execute(
            select(_JOURNAL.action, _JOURNAL.claim, _JOURNAL.entity)
            .where(_JOURNAL.group_id == group)
            .order_by(_JOURNAL.sequence)
        ).all()
        # The lease of the claim that came next belongs to the same group.
        public_id = next((row.claim for row in rows if row.claim and row.entity != "lease"), None)
        claim = self._writing.one(Claim, public_id=public_id) if public_id else None
        return Effect(group, rows[0].action, claim.number if claim else None)

    def _bring(self, entity: str, public_id: str, current: bytes | None, wanted: bytes | None) -> None:
        row = self._writing.one(RECORDS[entity], public_id=public_id)
        if wanted is None and hasattr(row, "retracted_at"):
            self._compare(row, entity, current)
            row.retracted_at = self._writing.now  # type: ignore[union-attr]
        elif wanted is None:
            self._compare(row, entity, current)
            if row is not None:
                self._remove(row)
        elif current is None and row is not None and hasattr(row, "retracted_at"):
            self._compare(row, entity, wanted, retracted_at=row.retracted_at)
            self._restore(row, wanted)
        elif current is None:
            self._compare(row, entity, None)
            self._check_number(entity, wanted)
            row = RECORDS[entity](public_id=public_id)
            self._restore(row, wanted)
            self._writing.add(row)
        elif row is None:
            self._compare(row, entity, current)
        else:
            self._restore(row, self._overlaid(row, current, wanted))
        self._flush(entity)

    def _remove(self, row: Record) -> None:
        """Remove a row; a server lets nobody delete claims, but has a function for those that were taken in."""
        session, entity = self._writing.session, str(row.__tablename__)
        if entity not in _OF_TAKEN_IN or session.get_bind().dialect.name == "sqlite":
            session.delete(row)
            return
        self._writing.recorder.removed(row)
        if isinstance(row, Claim):
            try:
                session.execute(_TAKE_BACK, {"taken": row.public_id})
            except IntegrityError:
                raise _rested_on(entity) from None

    def _flush(self, entity: str) -> None:
        try:
            self._writing.session.flush()
        except IntegrityError:
            raise _rested_on(entity) from None

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
        if live == expected:
            return
        raise Conflict(
            f"This can't be taken back: {_difference(entity, expected, live)}.",
            "Somebody else changed it since, or it went out, which is never taken back; open the claim and decide anew.",
        )

    def _overlaid(self, row: Record, current: bytes, wanted: bytes) -> bytes:
        """Give a row's image with what was changed brought back, and all else as it is now.

        Raises:
            Conflict: what was changed is not as it was left.

        """
        live = json.loads(image(row, self._writing.recorder.public_id))
        left, before = json.loads(current), json.loads(wanted)
        changed = [name for name in left if left[name] != before[name]]
        self._compare(row, str(row.__tablename__), canonical({**live, **{name: left[name] for name in changed}}))
        return canonical({**live, **{name: before[name] for name in changed}})

    def _restore(self, row: Record, wanted: bytes) -> None:
        values: dict[str, object] = json.loads(wanted)
        columns = inspect(type(row)).columns
        for field in fields(str(row.__tablename__)):
            value = values[field.name]
            if field.digest:
                continue
            if field.target and value is not None:
                target = METADATA.tables[field.target].c
                value = self._writing.session.execute(select(target.id).where(target.public_id == value)).scalar_one()
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
    return ", ".join(f"{entity} {name} was {was.get(name)!r} and is {now[name]!r} now" for name in changed)
