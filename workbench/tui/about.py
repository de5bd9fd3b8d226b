"""What each screen and dialog is for, in a few sentences; its keys come from its commands and bindings."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from textual.binding import Binding
from textual.screen import Screen

from workbench.tui.key_names import keys_of, shown
from workbench.tui.keymap import Keymap


class KeyLine(NamedTuple):
    """A key as a person writes it, and what it does."""

    keys: str
    words: str


ABOUT: Mapping[str, str] = MappingProxyType(
    {
        "ReviewScreen": (
            "The list at the left holds the claims of the desk or of one queue. The claim under the cursor stands in "
            "its article at the right, and below with evidence and verdict. Take the next claim, read it in its "
            "place, attach evidence, press a number for the rating, write why, submit."
        ),
        "ArticleScreen": (
            "The whole article, with what became of each stretch in the margin: C a claim, + a part of one, × refused, "
            "· other text. The line below says why. Go to a stretch, change which words are chosen, and take them in."
        ),
        "SearchScreen": (
            "Everything that the desk holds is searched as you type: claims, articles, evidence, verdicts, prior checks. "
            "Enter goes to the claim, to the place in the article, or shows the prior check; Esc comes back to where "
            "you were."
        ),
        "MatchesScreen": (
            "What the claim may repeat: own claims, findings and prior checks, the likeliest first, and below both side "
            "by side with what differs marked. One key says what they are to each other; no claim is changed by it, "
            "and no verdict comes of it."
        ),
        "ClusterScreen": (
            "The claims that people joined as the same, wherever they stand, in order of time. Below is the wording of "
            "the one under the cursor beside the wording it came from, with what became of the words. Claims that were "
            "accepted as variants or opposites stand last; they are no part of it."
        ),
        "TeamScreen": (
            "Who holds which claim and for how long, and at the right what came in and went out, how long claims "
            "wait, what everybody did and how far verdicts agree."
        ),
        "JournalScreen": (
            "Every change of the desk, the newest first, and below what stood there before and after. The journal "
            "can't be changed; words of a first verdict that must stay blind are held back."
        ),
        "SettingsScreen": (
            "Every setting and every key, with where it comes from and what it means. A change is written to the "
            "settings file, whose comments stay."
        ),
        "VerdictDialog": (
            "Choose a rating and say why, so that a reader can follow. What you type is kept as a draft at once. "
            "Recording brings the next claim."
        ),
        "EvidenceDialog": (
            "Evidence links the claim to a source: for it, against it, or as context. Fields that the form does not "
            "need can stay empty. A page or a file is captured while you go on, and the excerpt is compared with its "
            "text: where the words stand is found, and words that are not there are marked."
        ),
        "MediaDialog": (
            "What a picture, film or recording is that the claim is about, where it was seen, and what became of it. "
            "Categories are typed with commas between them, the beginning of each is enough; several can be true, but "
            "nothing is original and altered at once. Published findings tell it to machines as MediaReview."
        ),
        "SkipDialog": (
            "Set a claim aside with a reason from the list. It leaves the queue and can be brought back. "
            "The reason is kept: what was left out can be explained later."
        ),
        "ArticleDialog": (
            "Name a file or a web address. The article is read, its claims are found, and they wait in the queue. "
            "Day and outlet help to read words such as 'last month'."
        ),
        "ClaimDialog": (
            "A claim without an article: a tip, a speech, a post. Write it in words that stand alone, and say who "
            "made it and where it was met."
        ),
        "WordingDialog": (
            "Change our words for the claim, who says it, and through whom. The words of the article stay as they "
            "are; each change is journalled and can be taken back."
        ),
        "DiscussionDialog": (
            "What people say about the claim, with the newest last. A name after an @ tells that person. "
            "Open points can be marked as solved."
        ),
        "AssignDialog": (
            "Say for whom the claim waits, and why. Nobody else is given it when they take the next claim; "
            "an empty name lets it wait for everybody again."
        ),
        "PostponeDialog": (
            "Say until when the claim waits. It comes back into the queue by itself at that time, "
            "in the place that it had."
        ),
        "MarksDialog": (
            "Say how pressing the claim is: its priority, its deadline, whether the lawyer has to see it. "
            "The queue is ordered by these."
        ),
        "DecisionDialog": (
            "A decision of an editor, with the reason for it. What you type is kept as a draft at once, "
            "and the reason stays in the history of the claim."
        ),
        "AdjudicationDialog": (
            "Two verdicts disagree. A number chooses the one that stands, and your words say why. "
            "The other one stays in the history."
        ),
        "DuplicateDialog": (
            "Say of which claim this one is a duplicate. It leaves the queue, and its words count as another place "
            "where that claim was met."
        ),
        "ToleranceDialog": (
            "Say how far a claimed number may be from the source's and still agree with it. It is a rule of the desk: "
            "it holds for every claim and everybody, editors change it, and the journal keeps it."
        ),
        "ChooseDialog": "Choose one of the lines with the arrows or j and k. Enter takes it, Esc leaves all as it is.",
        "ConfirmDialog": "This is asked because others will notice it. y does it, Esc or n leaves all as it is.",
        "MessageDialog": "Something has to be read before you go on. Enter or Esc closes it; nothing is lost.",
        "OvertakenDialog": (
            "Somebody else changed the claim while you typed. Your words stand beside what stands now, and are kept. "
            "Take over what you need, or let them go."
        ),
        "VerdictsDialog": (
            "The verdicts on the claim side by side, each with its reasons and evidence. Where they disagree, an "
            "editor chooses one by its number and says why."
        ),
    }
)


_TEXTUALS = frozenset({"app.focus_next", "app.focus_previous", "screen.copy_text"})
"""What Textual gives every screen, in words of its own; the help says what is needed of it below the keys."""


def about(screen: Screen[object]) -> str:
    """Give the sentences about a screen: its own, those of the kind of dialog that it is, or what its class says."""
    for kind in type(screen).__mro__:
        if kind.__name__ in ABOUT:
            return ABOUT[kind.__name__]
    return " ".join((type(screen).__doc__ or "").split())


def own_keys(screen: Screen[object], keymap: Keymap) -> tuple[KeyLine, ...]:
    """Give the keys that a screen has by itself, each with what it does; those of commands as the keymap has them."""
    found: dict[str, list[str]] = {}
    for binding in _bindings(screen):
        if binding.description and binding.action not in _TEXTUALS and screen.check_action(binding.action, ()):
            keys = keymap.get(binding.id or "") or keys_of(binding.key)
            found.setdefault(binding.description, []).extend(map(shown, keys))
    return tuple(KeyLine(" ".join(dict.fromkeys(keys)), words) for words, keys in found.items())


def _bindings(screen: Screen[object]) -> Iterable[Binding]:
    for bindings in screen._bindings.key_to_bindings.values():  # noqa: SLF001 - Textual has no other way to list them
        yield from bindings
