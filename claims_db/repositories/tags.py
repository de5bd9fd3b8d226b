"""Tags of claims."""

from collections.abc import Collection, Sequence
from functools import cached_property

from sqlalchemy import select

from claims_db.repositories.writing import Writing, key, parts
from claims_db.tables import METADATA, Tag

_TAG = METADATA.tables["tag"].c


class Tags:
    """Writes of tags."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    @cached_property
    def _known(self) -> dict[int, dict[str, Tag]]:
        """Tags by the keys of their claims: nobody else changes them while this transaction holds the claims."""
        return {}

    def of(self, number: int) -> frozenset[str]:
        """Give the tags of a claim."""
        return frozenset(self._of(key(self._writing.claim(number))))

    def know(self, numbers: Sequence[int]) -> None:
        """Read the tags of many claims, which this transaction holds, at once."""
        keys = [key(claim) for claim in self._writing.held(numbers)]
        self._known.update({claim: {} for claim in keys})
        for some in parts(keys):
            for tag in self._writing.session.scalars(select(Tag).where(_TAG.claim_id.in_(some))):
                self._writing.recorder.learn("tag", key(tag), tag.public_id)
                self._known[tag.claim_id][tag.name] = tag

    def set(self, number: int, added: Collection[str], removed: Collection[str]) -> None:
        """Give a claim tags, and take tags off; one that it has already, or does not have, is no matter."""
        claim = key(self._writing.claim(number))
        known = self._of(claim)
        for name in sorted(set(removed) & known.keys()):
            self._writing.session.delete(known.pop(name))
        missing = sorted(set(added) - known.keys())
        self._writing.insert(Tag, [{"claim_id": claim, "name": name} for name in missing])

    def _of(self, claim: int) -> dict[str, Tag]:
        if claim not in self._known:
            rows = self._writing.session.scalars(select(Tag).where(_TAG.claim_id == claim))
            self._known[claim] = {tag.name: tag for tag in rows}
        return self._known[claim]
