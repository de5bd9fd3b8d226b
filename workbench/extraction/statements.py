"""The claim in words that stand alone, as far as that is safe."""

import re

_PRONOUN = re.compile(r"^(?P<pronoun>He|She|I|he|she)\b")
_SPACE = re.compile(r"\s+")


def self_contained(words: str, claimer: str) -> str:
    """Give the claim's words on one line, starting with a capital and ending in a full stop.

    A leading ``he``, ``she`` or ``I`` becomes the claimer's name where the claimer is one person; nothing
    else is filled in, because what is not certain would be invented.
    """
    line = _SPACE.sub(" ", words).strip(" ,;:")
    if claimer and " " in claimer and (match := _PRONOUN.match(line)):
        line = f"{claimer}{line[match.end() :]}" if match["pronoun"] == "I" else line
    line = line[:1].upper() + line[1:]
    return line if line.endswith((".", "!", "?", "”", '"')) else f"{line}."
