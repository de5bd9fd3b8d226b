"""The guided tour of the sample: steps that wait until they are done, and the place where it was left."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from workbench.tui.keymap import Keymap, first_keys, keymap


class Seen(NamedTuple):
    """What the tour sees of the desk: the screen on top, the pane with the focus, and how the work stands."""

    screen: str = ""
    pane: str = ""
    held: bool = False
    evidence: int = 0
    decided: int = 0


class Step(NamedTuple):
    """One step: what to do, by the names of commands in braces, and how it is seen that it was done.

    Attributes:
        words: what to do.
        done: whether it is done, by what is seen now and what was seen when the step began.
        dialog: the dialog in which the rest of the step is done, if any.
        inside: what to do in that dialog.
    """

    words: str
    done: Callable[[Seen, Seen], bool]
    dialog: str = ""
    inside: str = ""


STEPS: tuple[Step, ...] = (
    Step(
        "The list shows the claims of the sample article, the most worth checking first. "
        "{take-next} takes the next one: it is yours for half an hour.",
        lambda now, _: now.held,
    ),
    Step(
        "Read the claim where it was made: {next-pane} goes to the article, where the claim is highlighted.",
        lambda now, _: now.pane == "ArticlePane",
    ),
    Step(
        "Now say what speaks for or against it: {attach} attaches evidence.",
        lambda now, _: now.evidence > 0 and now.screen != "EvidenceDialog",
        "EvidenceDialog",
        "Tab goes from field to field. Write https://example.org as the address, then {submit}: the page is captured. "
        "Where there is no connection, choose under Keep that its address alone is kept.",
    ),
    Step(
        "Decide: the numbers are the ratings of the scale. Press one, such as 6.",
        lambda now, _: now.screen == "VerdictDialog",
    ),
    Step(
        "The verdict is not recorded yet. Press a number once more.",
        lambda now, before: now.decided > before.decided,
        "VerdictDialog",
        "Say why in a few words, so that a reader can follow. {submit} records it, and the next claim comes.",
    ),
    Step(
        "Nothing is final: {undo} takes the latest step back, as often as you like; {redo} does it again.",
        lambda now, before: now.decided < before.decided,
    ),
    Step(
        "{read-article} shows the whole article: what became a claim, what was left out, and why.",
        lambda now, _: now.screen == "ArticleScreen",
    ),
    Step("{leave-article} goes back to exactly where you were.", lambda now, _: now.screen != "ArticleScreen"),
    Step(
        "{help} shows every key of a screen; {dialog-help} does so in a dialog.",
        lambda now, _: now.screen == "HelpScreen",
    ),
)

FAREWELL = (
    "That was the tour. On a desk of your own, {add-article} takes in an article and {add-claim} a claim by hand."
)


class Tour:
    """Where somebody stands in the tour; the place is kept in a file, so that it can be taken up again."""

    def __init__(self, file: Path, keys: Keymap | None = None) -> None:
        self._file = file
        self._keys = first_keys(keys or keymap())
        self._before = Seen()
        kept = _kept(file)
        self.shown = kept is None
        self._at = kept or 0

    @property
    def key(self) -> str:
        """The key that takes the tour up again."""
        return self._keys["tour"]

    @property
    def over(self) -> bool:
        """Whether the last step is done."""
        return self._at >= len(STEPS)

    def words(self, now: Seen) -> str:
        """Give the words for what is to be done now."""
        if self.over:
            return self._with_keys(f"{FAREWELL} {{back}} closes this.")
        step = STEPS[self._at]
        if step.dialog and now.screen == step.dialog:
            return f"Tour {self._at + 1}/{len(STEPS)}  {self._with_keys(step.inside)}"
        return f"Tour {self._at + 1}/{len(STEPS)}  {self._with_keys(step.words)} Esc leaves the tour."

    def look(self, now: Seen) -> None:
        """Go on where the step is done."""
        if self.shown and not self.over and STEPS[self._at].done(now, self._before):
            self._at += 1
            self._before = now
            self._keep()
        elif self._before == Seen():
            self._before = now

    def leave(self) -> None:
        """Put the tour away; it goes on from this step when it is taken up again."""
        self.shown = False
        self._keep()

    def take_up(self) -> None:
        """Go on with the tour, from its start where it was over."""
        self.shown = True
        self._before = Seen()
        if self.over:
            self._at = 0

    def _with_keys(self, words: str) -> str:
        return words.format_map(self._keys)

    def _keep(self) -> None:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text(f"{self._at}\n", encoding="ascii")
        except OSError:
            # The tour then begins anew next time.
            return


def _kept(file: Path) -> int | None:
    try:
        return min(len(STEPS), max(0, int(file.read_text("ascii")[:9])))
    except (OSError, ValueError):
        return None
