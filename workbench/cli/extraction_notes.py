"""What has to be said of what was found in a text: its language, and what a model proposed in vain."""

from collections.abc import Sequence

from workbench.cli.complaints import say
from workbench.domain.proposer import Dropped
from workbench.extraction.language import ENGLISH, NOT_ENGLISH

_MOST_TOLD = 20
_SHOWN = 100


def say_language(language: str) -> None:
    """Say where the text is in a language that extraction does not know."""
    if language != ENGLISH:
        say(NOT_ENGLISH)
        say("  Take in other claims with 'workbench take-in', and name who says them with 'workbench claim edit'.")


def say_dropped(dropped: Sequence[Dropped], unread: int) -> None:
    """Say what the model proposed in vain, and what it did not read; its words are foreign ones."""
    for words, why in dropped[:_MOST_TOLD]:
        say(f"The model's proposal was dropped, {why}: {words[:_SHOWN]}")
    if len(dropped) > _MOST_TOLD:
        say(f"{len(dropped) - _MOST_TOLD} more of its proposals were dropped.")
    if unread:
        say(f"The model was not given the last {unread:,} characters: the text is too long for it.")
