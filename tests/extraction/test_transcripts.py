"""Speeches and interviews written down."""

import pytest

from workbench.extraction.find import find_candidates
from workbench.extraction.paragraphs import paragraphs
from workbench.extraction.transcripts import turns
from workbench.syntax.parser import ShippedParser

DEBATE = """The mayor of Leeds, Ana Reyes, met Tom Dunn on Monday night.

MODERATOR: Mayor Reyes, what have you done?

REYES: We closed 12 schools last year. Crime fell by 4 percent.

The union told me that 40 people left in June.

DUNN (Labour): Crime rose by 9 percent, according to the police.

REYES: Our budget grew to $40 million."""


def test_words_belong_to_whoever_has_the_turn() -> None:
    claims = find_candidates(DEBATE, None, ShippedParser()).candidates
    assert [(one.statement, one.claimer, one.via) for one in claims] == [
        ("The mayor of Leeds, Ana Reyes, met Tom Dunn on Monday night.", "", ()),
        ("We closed 12 schools last year.", "Ana Reyes", ()),
        ("Crime fell by 4 percent.", "Ana Reyes", ()),
        ("40 people left in June.", "union", ("Ana Reyes",)),
        ("Crime rose by 9 percent.", "police", ("Tom Dunn",)),
        ("Our budget grew to $40 million.", "Ana Reyes", ()),
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("LEEDS: The council met.\n\nIt closed the port.\n\nNothing else was done.", "a place in front of news"),
        ("Ana: We met.\n\nTom: We did not.\n\nEve: Who knows?", "names that never come back may be headings of a list"),
        ("Note: It is late.\n\nWe left.\n\nNote: It is dark.", "too few to tell"),
    ],
)
def test_no_transcript(text: str, why: str) -> None:
    assert turns(text, paragraphs(text)) == {}, why
