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


def claimers(text: str, speaker: str = "") -> list[tuple[str, str, tuple[str, ...]]]:
    found = find_candidates(text, None, ShippedParser(), speaker).candidates
    return [(one.statement, one.claimer, one.via) for one in found]


def test_a_family_name_is_whoever_was_named_in_full() -> None:
    text = "MAYOR TOM HILL: We closed 40 schools in May.\n\nMS. ROE: We lost 30 officers.\n\n[00:05:10] HILL: Crime fell by 4% in 2023."
    assert claimers(text) == [
        ("We closed 40 schools in May.", "Tom Hill", ()),
        ("We lost 30 officers.", "Roe", ()),
        ("Crime fell by 4% in 2023.", "Tom Hill", ()),
    ]


def test_questions_and_answers_lose_their_letters() -> None:
    text = "Q: How many people work there?\n\nA: About 400 people work in the office.\n\nThey came in 2019."
    assert claimers(text) == [
        ("About 400 people work in the office.", "", ()),
        ("They came in 2019.", "", ()),
    ]


def test_a_speech_is_its_speakers_and_he_is_somebody_else() -> None:
    text = "We cut taxes by 40% in 2019.\n\nI met John Major in May. He told the New York Times that crime fell by 4%."
    assert claimers(text, "Ann Lee") == [
        ("We cut taxes by 40% in 2019.", "Ann Lee", ()),
        ("I [Ann Lee] met John Major in May.", "Ann Lee", ()),
        ("Crime fell by 4%.", "John Major", ("New York Times", "Ann Lee")),
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("LEEDS: The council met.\n\nIt closed the port.\n\nNothing else was done.", "a place in front of news"),
        ("Ana: We met.\n\nTom: We did not.\n\nEve: Who knows?", "names that never come back may be headings of a list"),
        ("WHO: The mayor.\n\nWHAT: A talk.\n\nWHERE: The hall.", "what a press office writes above an invitation"),
        ("A. We met.\n\nB. We left.\n\nC. We came back.", "letters of a list"),
        ("Note: It is late.\n\nWe left.\n\nNote: It is dark.", "too few to tell"),
    ],
)
def test_no_transcript(text: str, why: str) -> None:
    assert turns(text, paragraphs(text)) == {}, why
