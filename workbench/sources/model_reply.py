"""Read what a model answered: JSON of one form, and nothing else of it is believed."""

import json

from workbench.domain.proposer import Dropped, ProposedWords
from workbench.errors import NotFetched

MOST = 500
"""How many proposals of one answer are looked at."""

_FENCE = "```"
_SHOWN = 200


class OtherForm(NotFetched):
    """An answer that is not in the form that was asked for."""

    def __init__(self) -> None:
        super().__init__(
            "The model did not answer in the JSON that it was asked for.",
            "Try again, name another model in the settings, or leave --model out.",
        )


def read_reply(body: bytes) -> tuple[tuple[ProposedWords, ...], tuple[Dropped, ...]]:
    """Give the proposals of an answer of ``/v1/chat/completions``, and what among them had another form.

    Raises:
        OtherForm: the answer as a whole is something else.

    """
    said = _content(_parsed(body))
    claims = _field(_parsed(_unfenced(said)), "claims")
    if not isinstance(claims, list):
        raise OtherForm
    words: list[ProposedWords] = []
    dropped: list[Dropped] = []
    for one in claims[:MOST]:
        proposed = _proposed(one)
        if proposed is None:
            dropped.append(Dropped(str(one)[:_SHOWN], "not in the form that was asked for"))
        else:
            words.append(proposed)
    if len(claims) > MOST:
        dropped.append(Dropped("", f"more than {MOST} proposals"))
    return tuple(words), tuple(dropped)


def _parsed(text: bytes | str) -> object:
    try:
        found: object = json.loads(text)
    except (ValueError, RecursionError):
        raise OtherForm from None
    return found


def _field(found: object, name: str) -> object:
    return found.get(name) if isinstance(found, dict) else None


def _content(found: object) -> str:
    choices = _field(found, "choices")
    first = choices[0] if isinstance(choices, list) and choices else None
    content = _field(_field(first, "message"), "content")
    if not isinstance(content, str):
        raise OtherForm
    return content


def _unfenced(said: str) -> str:
    """Take the fence off that models like to put around code."""
    plain = said.strip()
    if plain.startswith(_FENCE) and plain.endswith(_FENCE) and "\n" in plain:
        return plain.partition("\n")[2].removesuffix(_FENCE)
    return plain


def _proposed(one: object) -> ProposedWords | None:
    exact, kind, claimer = (_field(one, name) for name in ("quote", "kind", "claimer"))
    if not isinstance(exact, str) or not exact.strip():
        return None
    return ProposedWords(exact, kind if isinstance(kind, str) else "", claimer if isinstance(claimer, str) else "")
