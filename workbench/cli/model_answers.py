"""What a model proposed in vain, as the commands say it."""

from collections.abc import Sequence

from workbench.cli.complaints import say
from workbench.domain.proposer import Dropped

_MOST_TOLD = 20
_SHOWN = 100


def say_dropped(dropped: Sequence[Dropped], unread: int) -> None:
    """Say what the model proposed in vain, and what it did not read; its words are foreign ones."""
    for words, why in dropped[:_MOST_TOLD]:
        say(f"The model's proposal was dropped, {why}: {words[:_SHOWN]}")
    if len(dropped) > _MOST_TOLD:
        say(f"{len(dropped) - _MOST_TOLD} more of its proposals were dropped.")
    if unread:
        say(f"The model was not given the last {unread:,} characters: the text is too long for it.")
