"""Sentences whose beginning reads like something else are read as they end; all others are left alone."""

import pytest

from tests.trees import tree
from workbench.syntax.garden_paths import read_again

UTTERED = """
The DT det 2
port NN nsubj 8
closed VBN acl 2
in IN case 5
May NNP obl 3
, , punct 2
Lee NNP appos 2
said VBD root 0
. . punct 8
"""
STATED_BEHIND = """
Mills NNS nsubj 2
founded VBD root 0
here RB advmod 2
, , punct 6
Lee NNP nsubj 6
says VBZ parataxis 2
, , punct 8
have VBP ccomp 6
workers NNS obj 8
. . punct 2
"""
INTERRUPTED = """
Prices NNS root 0
, , punct 5
according VBG case 5
to IN fixed 3
banks NNS nmod 1
, , punct 7
rose VBN parataxis 1
. . punct 1
"""


def named(rows: str) -> dict[str, tuple[str, str, str]]:
    text, read = tree(rows)
    again = read_again(read)
    words = [text[start:end] for start, end in zip(again.starts, again.ends, strict=True)]
    return {
        word: (again.tags[at], again.relations[at], words[again.heads[at]])
        for at, word in enumerate(words)
        if again.relations[at] != "punct"
    }


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            UTTERED,
            {"closed": ("VBD", "ccomp", "said"), "port": ("NN", "nsubj", "closed"), "Lee": ("NNP", "nsubj", "said")},
        ),
        (
            STATED_BEHIND,
            {
                "have": ("VBP", "root", "have"),
                "Mills": ("NNS", "nsubj", "have"),
                "founded": ("VBN", "acl", "Mills"),
                "says": ("VBZ", "parataxis", "have"),
            },
        ),
        (
            INTERRUPTED,
            {"rose": ("VBD", "root", "rose"), "Prices": ("NNS", "nsubj", "rose"), "banks": ("NNS", "obl", "rose")},
        ),
    ],
)
def test_it_is_read_as_it_ends(rows: str, expected: dict[str, tuple[str, str, str]]) -> None:
    found = named(rows)
    assert {word: found[word] for word in expected} == expected


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        (UTTERED.replace("Lee NNP appos 2\nsaid", ", , punct 2\nsaid"), "no name stands behind the comma"),
        (UTTERED.replace("closed VBN", "closing VBG"), "no past tense looks like that"),
        (STATED_BEHIND.replace("here RB advmod", "towns NNS obj"), "what has an object is no participle"),
        (STATED_BEHIND.replace("workers NNS obj", "they PRP nsubj"), "it has a subject of its own"),
        (INTERRUPTED.replace("according VBG case", "near IN case"), "it may be a heading or a caption"),
    ],
)
def test_anything_else_is_left_alone(rows: str, why: str) -> None:
    _, read = tree(rows)
    assert read_again(read) == read, why
