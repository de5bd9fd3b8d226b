"""Wire copies and shared text count as one source, and the reason is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.evidence.agencies import Strength, agency_marks, agency_of
from workbench.domain.evidence.independence import SourceText, TieKind, independence

STORY = (
    "The port of Norham reopened on Tuesday after dockers ended a strike of eleven days. Container traffic fell by 12 "
    "percent in the third quarter, according to figures published on Monday. The board gave no date for a return to "
    "normal traffic and said that lorries were still waiting at all gates of the harbour."
)
OWN = (
    "Our reporter walked along the quays where engines started again before dawn. Drivers who had slept in their cabs for "
    "more than a week spoke of relief, and the canteen served breakfast to hundreds of them at once."
)
OTHER = (
    "At the town hall the treasurer laid a thick folder on the table and read aloud from it for an hour. Most of the pages "
    "dealt with drains, a few with lamps, and one, the last, with money that had been set aside for new cranes."
)


def groups(*sources: SourceText) -> list[tuple[str, ...]]:
    return [group.members for group in independence(sources).groups]


def test_shared_text_is_one_source() -> None:
    copy = STORY.replace("on Tuesday", "this Tuesday") + " " + "Read more on our pages about the town."
    found = independence([SourceText("S-1", STORY), SourceText("S-2", OWN), SourceText("S-3", copy)])
    assert [group.members for group in found.groups] == [("S-1", "S-3"), ("S-2",)]
    assert found.count == 2
    tie = found.groups[0].ties[0]
    assert (tie.kind, tie.one, tie.other) == (TieKind.SHARED_TEXT, "S-1", "S-3")
    assert "of the shorter text stands in the other" in tie.words


def test_a_shortened_copy_is_one_source_with_the_whole() -> None:
    assert groups(SourceText("S-1", f"{STORY} {OTHER} {OWN}"), SourceText("S-2", STORY)) == [("S-1", "S-2")]


def test_agencies_are_one_source_whatever_the_words() -> None:
    found = independence(
        [
            SourceText("S-1", f"NORHAM (Reuters) - {STORY}", "Daily Post"),
            SourceText("S-2", f"{OWN} The strike is over, a docker told Reuters.", "The Herald"),
            SourceText("S-3", OTHER, "Reuters"),
            SourceText("S-4", OWN[::-1], "Gazette", "Eva Lund"),
        ]
    )
    assert [group.members for group in found.groups] == [("S-1", "S-2", "S-3"), ("S-4",)]
    assert found.groups[0].origin == "Reuters"
    assert [tie.words for tie in found.groups[0].ties] == [
        "S-1 is credited to Reuters (“NORHAM (Reuters)”); S-2 names Reuters as its source (“told Reuters”).",
        "S-1 is credited to Reuters (“NORHAM (Reuters)”); S-3 is Reuters.",
    ]


def test_one_outlet_and_one_author_are_one_source() -> None:
    assert groups(SourceText("S-1", OWN, "The Herald"), SourceText("S-2", OTHER, "the herald")) == [("S-1", "S-2")]
    assert groups(SourceText("S-1", OWN, "A", "Eva Lund"), SourceText("S-2", OTHER, "B", "By Eva Lund")) == [
        ("S-1", "S-2")
    ]
    assert len(groups(SourceText("S-1", OWN), SourceText("S-2", OTHER))) == 2


def test_the_very_same_short_text_is_one_source() -> None:
    line = "Ferry prices rose by 12 percent in March, the council said."
    found = independence(
        [SourceText("S-1", line), SourceText("S-2", f"{line}\n"), SourceText("S-3", line[:-1] + " today.")]
    )
    assert [group.members for group in found.groups] == [("S-1", "S-2"), ("S-3",)]
    assert [tie.words for tie in found.groups[0].ties] == ["Both have the very same text."]


def test_quoting_the_same_speech_is_no_copying() -> None:
    speech = f"“{STORY}”"
    assert len(groups(SourceText("S-1", f"{OWN} {speech}"), SourceText("S-2", f"{OTHER} {speech}"))) == 2


def test_a_reviewers_word_goes_over_what_the_text_tells() -> None:
    apart = (SourceText("S-1", STORY, "A", origin="the board"), SourceText("S-2", STORY, "B", origin="the union"))
    assert len(groups(*apart)) == 2
    assert groups(SourceText("S-1", OWN, origin="The board"), SourceText("S-2", OTHER, origin="the board")) == [
        ("S-1", "S-2")
    ]
    assert groups(SourceText("S-1", OWN, origin="Reuters"), SourceText("S-2", f"{OTHER} (Reuters)")) == [("S-1", "S-2")]


def test_what_is_too_short_or_had_help_is_remarked() -> None:
    found = independence(
        [
            SourceText("S-1", "Too short."),
            SourceText("S-2", ""),
            SourceText("S-3", f"{OWN} Additional reporting by AFP."),
        ]
    )
    assert found.count == 3
    assert found.remarks == (
        "S-1 is too short to be compared with others.",
        "S-2 has no text to compare.",
        "S-3 had help from AFP (“Additional reporting by AFP”).",
    )


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("LONDON, March 3 (AP) — The town", [("AP", Strength.CREDITED)]),
        ("LONDON (Reuters) - The town", [("Reuters", Strength.CREDITED)]),
        ("PARIS, Nov 3 - AFP - The town", [("AFP", Strength.CREDITED)]),
        ("By Jane Roe, Associated Press\n\nThe town", [("AP", Strength.CREDITED)]),
        ("The town.\n\n© 2023 The Associated Press. All rights reserved.", [("AP", Strength.CREDITED)]),
        ("The town.\n\nAFP\n", [("AFP", Strength.CREDITED)]),
        ("The town [dpa]", [("dpa", Strength.CREDITED)]),
        ("according to the Reuters news agency", [("Reuters", Strength.NAMED)]),
        ("Xinhua reported that", [("Xinhua", Strength.NAMED)]),
        ("he told Agence France-Presse", [("AFP", Strength.NAMED)]),
        ("Additional reporting by Reuters", [("Reuters", Strength.HELPED)]),
        ("(With inputs from PTI)", [("PTI", Strength.HELPED)]),
        ("PHILADELPHIA, PA - The town", []),
        ("She took AP courses in PA and met an AA group.", []),
        ("Nothing of the sort.", []),
    ],
)
def test_how_a_text_names_an_agency(text: str, marks: list[tuple[str, Strength]]) -> None:
    assert [(mark.agency, mark.strength) for mark in agency_marks(text)] == marks


def test_a_byline_names_an_agency() -> None:
    assert [mark.agency for mark in agency_marks("", "Jane Roe and AFP")] == ["AFP"]
    assert agency_of("The Associated Press") == "AP"
    assert agency_of("reuters.com") == "Reuters"
    assert agency_of("The Herald") == ""


@given(st.lists(st.builds(SourceText, st.uuids().map(str), st.sampled_from([STORY, OWN, OTHER, "", "x"])), max_size=8))
def test_every_source_is_in_one_group(sources: list[SourceText]) -> None:
    found = independence(sources)
    assert sorted(name for group in found.groups for name in group.members) == sorted(source.name for source in sources)
    # Equal texts are one source; of one without a text nobody can say whose it is.
    assert found.count == len({source.text for source in sources} - {""}) + sum(not source.text for source in sources)
