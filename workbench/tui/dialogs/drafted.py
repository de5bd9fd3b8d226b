"""What a dialog knows of drafts: what is typed is kept as one types, and no text is lost when a save fails."""

import json
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.timer import Timer

from claims_db.vocabulary import DraftField
from workbench.errors import FAILURES, Failure
from workbench.tui.closing import Modal
from workbench.tui.desk_worker import DeskWorker

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

_PAUSE, _LONGEST = 0.3, 2.0
"""Seconds without a key after which a draft is saved, and after which it is while somebody types on and on."""

_SOONEST = 0.001
"""Seconds after which a draft that is due is saved: Textual can't wait for none, and divides by them."""


class Drafted(Modal[None]):
    """The part of a dialog that keeps what is typed."""

    draft_field: ClassVar[DraftField | None] = None

    worker: DeskWorker
    claim: int
    part: str = ""
    """The part of the draft that this dialog types, where several things of a claim can be typed at once."""
    _draft: str
    _saved: str
    _busy: bool
    _timer: Timer | None = None
    _kept_while_busy = False
    _is_leaving = False
    _typed_since = 0.0

    def values(self) -> dict[str, str]:
        """Give what stands in the fields, by their names."""
        raise NotImplementedError

    def say(self, words: str, *, quiet: bool = False) -> None:
        """Say something below the fields."""
        raise NotImplementedError

    def typed(self) -> None:
        """Keep what is typed as soon as no key was pressed for a while, and now and then where keys never stop."""
        if self.draft_field is None:
            return
        now = time.monotonic()
        if self._timer is None:
            self._typed_since = now
        self.stop_timer()
        rest = min(_PAUSE, max(_SOONEST, self._typed_since + _LONGEST - now))
        self._timer = self.set_timer(rest, self._save_typed)

    @property
    def has_draft(self) -> bool:
        """Whether something was being typed for this claim before."""
        return bool(self._draft)

    def forget_draft(self) -> None:
        """Forget the words that were kept: they were stored as something that the desk knows no draft of."""
        if self._saved:
            self.drop_draft()

    def _save_typed(self) -> None:
        self._timer = None
        self.save_draft()

    def save_draft(self) -> None:
        """Keep what is typed, unless it is what was kept last."""
        if not self._busy:
            self._keep(lambda: None)

    def keep_then(self, go_on: Callable[[], None]) -> None:
        """Keep what is typed, then go on; where it can't be kept, stay and say so."""
        self.stop_timer()
        self._kept_while_busy = self._busy
        self._is_leaving = True
        self._keep(go_on)

    def save_at_the_end(self, unkept: list[str]) -> None:
        """Keep what is typed while the app ends; what can't be kept is added to ``unkept``."""
        body, claim, field, part = self.unkept(), self.claim, self.draft_field, self.part
        if not body or field is None:
            return

        def save(desk: "Desk") -> None:
            try:
                desk.save_draft(claim, field, body, part)
            except FAILURES:
                unkept.append(body)

        self.worker.tell(save, lambda _: None)

    def unkept(self) -> str:
        """Give what is typed and was not kept yet, as a draft; empty where there is nothing of it."""
        values = self.values()
        body = json.dumps(self.to_keep(values), sort_keys=True)
        return "" if self.draft_field is None or body == self._saved or not self.worth_keeping(values) else body

    def _keep(self, go_on: Callable[[], None]) -> None:
        body, claim, field, part = self.unkept(), self.claim, self.draft_field, self.part
        if not body or field is None:
            go_on()
            return

        def save(desk: "Desk") -> None:
            desk.save_draft(claim, field, body, part)

        def kept(_: None) -> None:
            self._saved = body
            go_on()

        self.worker.tell(save, kept, self._draft_failed)

    def drop_draft(self) -> None:
        """Drop what was kept."""
        if self.draft_field is not None:
            claim, field, part = self.claim, self.draft_field, self.part
            self.worker.tell(lambda desk: desk.drop_draft(claim, field, part), lambda _: None)

    def to_keep(self, values: dict[str, str]) -> dict[str, str]:
        """Give the fields that a draft is made of."""
        return values

    def worth_keeping(self, values: Mapping[str, str]) -> bool:
        """Say whether there is anything to keep."""
        return any(values.values())

    def _draft_failed(self, failure: Failure) -> None:
        self._is_leaving = False
        if self.is_attached:
            self.say(f"{failure.message} {failure.hint}".strip())
        else:
            self.worker.failed(failure)

    def stop_timer(self) -> None:
        """Keep nothing by itself any more, until something is typed again."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
