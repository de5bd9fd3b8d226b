"""One step on many claims: how many they are, which can't be part of it and why, how far it is, and a way to stop."""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, ProgressBar, Select, Static

from workbench.desk.lots import Assign, Deed, LeftOut, Lot, SetAside, SignOff
from workbench.domain.references import claim_reference
from workbench.errors import Failure, Refused
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.dialogs.form import FormDialog
from workbench.tui.drawing import block, line
from workbench.tui.widgets.fields import ChoiceField

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

_NAMED = 6
"""How many of the claims that are left out are named."""


class Many(NamedTuple):
    """The claims of a step; ``unlisted`` of them are not in the list that is shown."""

    numbers: tuple[int, ...]
    unlisted: int = 0

    def words(self) -> str:
        """Say which claims they are."""
        if len(self.numbers) == 1:
            return claim_reference(self.numbers[0])
        return f"{len(self.numbers):,} claims"


Finished = Callable[[Lot, str], None]
"""Hears what came of a step, and the words for what was done."""


class LotDialog(FormDialog):
    """A form whose step is taken with many claims, without those with which it can't be."""

    repeats_at_once: ClassVar[bool] = True
    DEFAULT_CSS = """
    LotDialog > Vertical { width: 80; }
    LotDialog #which { margin-bottom: 1; height: auto; }
    LotDialog #left-out { height: auto; color: $warning; }
    LotDialog ProgressBar { display: none; margin-top: 1; }
    LotDialog ProgressBar.shown { display: block; }
    """

    done_words = ""
    """What is said of the claims afterwards, such as ``set aside``."""

    def __init__(self, worker: DeskWorker, many: Many, finished: Finished) -> None:
        super().__init__(worker)
        self.many = many
        self._finished = finished
        self._left_out: tuple[LeftOut, ...] = ()
        self._sieved: Deed | None = None
        self._stop = threading.Event()
        self._under_way = False

    @staticmethod
    def choice(name: str, choices: Sequence[tuple[str, str]], value: str) -> Select[str]:
        """Let one of some values be chosen."""
        drawn = [(line(words), one) for words, one in choices]
        return ChoiceField(drawn, value=value, id=name)

    def title_words(self) -> str:
        """Name the step and how many claims it is taken with."""
        return f"{self.heading} {self.many.words()}"

    def fields(self) -> ComposeResult:
        """Show the fields of the step between which claims they are and which can't be part of it."""
        unlisted = self.many.unlisted
        if unlisted:
            words = f"{unlisted:,} of them {'is' if unlisted == 1 else 'are'} not in this list."
            yield Static(block(words), id="which")
        yield from self.own_fields()
        yield Static("", id="left-out", markup=False)
        yield ProgressBar(total=len(self.many.numbers), show_eta=True)

    def own_fields(self) -> ComposeResult:
        """Lay out the fields of the step."""
        yield from ()

    def deed(self, values: Mapping[str, str]) -> Deed:
        """Give the step that the fields name.

        Raises:
            BadInput: a value can't be used.

        """
        raise NotImplementedError

    def first_look(self) -> Deed | None:
        """Give a step that is refused for the same claims, to say so at once; None where that hangs on the fields."""
        return None

    def on_mount(self) -> None:
        """Say at once which claims can't be part of it."""
        super().on_mount()
        deed = self.first_look()
        # What is repeated is submitted by itself: what can't be part of it has to be read before that is done twice.
        if deed is not None and self._offered is None:
            self._sieve(deed, lambda _: None, lambda failure: self.say(f"{failure.message} {failure.hint}".strip()))

    @property
    def repeats_unseen(self) -> bool:
        """Whether it need not open: of many claims it shows which can't be part of it, how far it is, and can be stopped."""
        return self.repeats_at_once and len(self.many.numbers) == 1

    def repeat(self, answers: Mapping[str, str]) -> None:
        """Take the step with one claim; where it can't be, that is said afterwards."""
        self._sent = self.fitted(answers)
        self._run(self.deed(self._sent))

    def submit(self, values: Mapping[str, str]) -> None:
        """Take the step; where claims would be left out that were not named yet, name them first."""
        deed, before = self.deed(values), self._left_out
        if self._sieved is not None and _plain(deed) == _plain(self._sieved):
            self._run(deed)
            return

        def sieved(left_out: tuple[LeftOut, ...]) -> None:
            if left_out in ((), before):
                self._run(deed)
            else:
                self._busy = False
                # What was typed on was meant for after the step.
                self.app.key_queue.forget()
                self.say(self.app.with_keys("{submit} again goes on without these."), quiet=True)

        self._sieve(deed, sieved, self.failed)

    def action_close(self) -> None:
        """Stop what is under way, of which nothing is stored then; else go back."""
        if self._under_way:
            self._stop.set()
            self.say("Stopping…", quiet=True)
        else:
            super().action_close()

    def failed(self, failure: Failure) -> None:
        """Say what went wrong; it can be tried again."""
        self._under_way = False
        self._stop.clear()
        if self.is_attached:
            self.query_one(ProgressBar).remove_class("shown")
        super().failed(failure)

    def _sieve(
        self, deed: Deed, reply: Callable[[tuple[LeftOut, ...]], None], failed: Callable[[Failure], None]
    ) -> None:
        numbers = self.many.numbers

        def sieved(lot: Lot) -> None:
            self._sieved, self._left_out = deed, lot.left_out
            if self.is_attached:
                self.query_one("#left-out", Static).update(block(left_out_words(lot)))
                reply(lot.left_out)

        self.worker.ask("sieve", lambda desk: desk.sieve(numbers, deed), sieved, failed)

    def _run(self, deed: Deed) -> None:
        numbers, stop, report = self.many.numbers, self._stop, self.worker.report
        self._under_way = True

        def progress(done: int, of: int) -> None:
            if stop.is_set():
                raise Refused("It was stopped; nothing was changed.")
            report(lambda: self._show_progress(done, of))

        def run(desk: "Desk") -> Lot:
            return desk.do(numbers, deed, progress)

        if self.is_attached:
            self.say(self.app.with_keys("{close-dialog} stops it; nothing is changed then."), quiet=True)
            self.query_one(ProgressBar).add_class("shown")
        self.worker.tell(run, lambda lot: self._end(lot, self.words_of(deed)), self.failed)

    def words_of(self, deed: Deed) -> str:  # noqa: ARG002 - some steps say more
        """Say of the claims what they are after a step."""
        return self.done_words

    def _show_progress(self, done: int, of: int) -> None:
        if self.is_attached:
            self.query_one(ProgressBar).update(total=of, progress=done)
            if done == of:
                self.say("Storing…", quiet=True)

    def _end(self, lot: Lot, words: str) -> None:
        self._under_way = False
        self.done()
        self._finished(lot, words)

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_submit()


def left_out_words(lot: Lot) -> str:
    """Say which claims can't be part of a step, and why; the first of them by name."""
    left = lot.left_out
    if not left:
        return ""
    head = f"{len(left):,} of {len(left) + len(lot.done):,} can't be and {'is' if len(left) == 1 else 'are'} left out:"
    more = [f"and {len(left) - _NAMED:,} more"] if len(left) > _NAMED else []
    return "\n".join([head, *(_reason(one) for one in left[:_NAMED]), *more])


def _reason(one: LeftOut) -> str:
    reference = claim_reference(one.claim)
    return f"  {one.reason}" if reference in one.reason else f"  {reference}: {one.reason}"


def _plain(deed: Deed) -> Deed:
    """Give a step without the words that decide nothing about which claims can be part of it."""
    return replace(deed, note="") if isinstance(deed, Assign | SetAside | SignOff) else deed
