"""A report that went out twice is a copy, however it was dressed; one that only fills the same form is none."""

import pytest

from tests.growth import grows_with
from workbench.domain.evidence.changes import ChangeKind
from workbench.domain.evidence.compared_text import compared, leaving_out
from workbench.matching.wire_copies import WireCopy, wire_copy

LEAD = "The port of Norham reopened on Tuesday after dockers ended a strike of eleven days, the harbour board said."
TRAFFIC = (
    "Container traffic fell by 12 percent in the third quarter, and 1,400 lorries were waiting at the gates at noon."
)
BOARD = (
    "The board gave no date for a return to normal and asked all carriers to send smaller ships until late November."
)
UNION = "“We carried 48,000 boxes a week before the strike, and nobody thanked us for any of them,” Jonas Berg of the union told members."
TOWN = "In the town hall the treasurer read aloud from a thick folder of bills for drains, lamps and one new crane."
STORY = (LEAD, TRAFFIC, BOARD, UNION, TOWN)
LOCAL = "Drivers from our valley who had slept in their cabs for a week spoke of relief when the engines started again."
OTHER_LEAD = (
    "Ships are loading again at the largest harbour of the coast, and those who live beside it can hear the cranes."
)


def article(*paragraphs: str, head: str = "Port reopens", slug: str = "NORHAM, Nov 3 (Reuters) - ") -> str:
    first, *others = paragraphs
    return "\n\n".join(
        (
            head,
            "By Jane Roe",
            f"{slug}{first}",
            *others,
            "(Reporting by Jane Roe; Editing by John Doe)",
            "Sign up for news",
        )
    )


def copy_of(copy: str, original: str) -> WireCopy | None:
    return wire_copy(compared(copy), compared(original))


ORIGINAL = article(*STORY)


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param(article(*STORY, head="Dockers back at work", slug="NORHAM - "), id="another headline and slug"),
        pytest.param(article(LEAD, TRAFFIC, BOARD), id="cut at the end"),
        pytest.param(article(OTHER_LEAD, TRAFFIC, BOARD, UNION, TOWN), id="a new lead"),
        pytest.param(article(LEAD, LOCAL, TRAFFIC, BOARD, LOCAL[:60], UNION, TOWN), id="local paragraphs"),
        pytest.param(article(BOARD, UNION, TOWN, LEAD, TRAFFIC), id="sections in another order"),
        pytest.param(ORIGINAL.replace("“", "«").replace("”", "»").replace("1,400", "1400"), id="other marks"),
        pytest.param(ORIGINAL.replace("\n\n", "\n"), id="other paragraphs"),
        pytest.param(
            ORIGINAL.replace("reopened", "opened again").replace("late November", "winter").replace("thick", "fat"),
            id="words exchanged",
        ),
    ],
)
def test_a_copy_is_one_however_it_was_dressed(copy: str) -> None:
    found, back = copy_of(copy, ORIGINAL), copy_of(ORIGINAL, copy)
    assert found is not None
    assert back is not None
    assert found.share >= 0.6
    for one in found.stretches:
        words = copy[one.start : one.end], ORIGINAL[one.original_start : one.original_end]
        assert compared(words[0]).keys == compared(words[1]).keys != []


def test_the_share_is_that_of_words_without_bylines_and_boilerplate() -> None:
    found = copy_of(article(*STORY, head="", slug=""), article(*STORY, head=""))
    assert found is not None
    assert (found.share, found.of_copy, found.rewordings) == (1.0, 1.0, ())
    half = copy_of(article(LEAD, TRAFFIC, LOCAL, OTHER_LEAD, head=""), article(LEAD, TRAFFIC, BOARD, TOWN, head=""))
    assert half is not None
    assert 0.4 < half.of_copy < 0.6


def test_a_later_update_is_a_copy_and_its_figures_are_told() -> None:
    found = copy_of(ORIGINAL.replace("12 percent", "14 percent").replace("Tuesday", "Friday"), ORIGINAL)
    assert found is not None
    assert [(one.words, one.original_words) for one in found.figures] == [("Friday", "Tuesday"), ("14", "12")]
    reworded = copy_of(ORIGINAL.replace("thick", "fat"), ORIGINAL)
    assert reworded is not None
    assert [(one.kind, one.words) for one in reworded.rewordings] == [(ChangeKind.WORDS, "fat")]
    assert reworded.figures == ()


FORM = (
    "Shares on the exchange closed {0} points higher on {5}, with {1} of the index's members gaining and only a few falling.",
    "Volume was {2} million shares against an average of {3} million in the days before, dealers on the floor said.",
    "The yield of the bond that falls due in ten years stood at {4} percent when trading in the afternoon came to its end.",
)


def test_reports_that_fill_the_same_form_are_no_copies() -> None:
    one, other = (
        article(*(paragraph.format(*told) for paragraph in FORM), head="Markets")
        for told in ((12, 340, 88, 91, "2.41", "Monday"), (31, 287, 104, 95, "2.56", "Friday"))
    )
    assert copy_of(one, other) is None
    same = copy_of(one, one.replace("12 points", "13 points"))
    assert same is not None
    assert len(same.figures) == 1


def test_what_two_articles_may_share_without_being_copies() -> None:
    own = (LOCAL, OTHER_LEAD)
    assert copy_of(article(*own, UNION), article(TOWN, BOARD, UNION)) is None, "a quotation"
    assert copy_of(article(*own), article(TOWN, BOARD)) is None, "bylines, credits and what asks for subscribers"
    footer = f"The Harbour Post is owned by its readers. {TRAFFIC} {TOWN} {LEAD}"
    assert copy_of(article(LOCAL, UNION, footer), article(BOARD, UNION[:40], footer)) is None, "what stands under all"


def test_what_stands_under_many_articles_can_be_left_out() -> None:
    footer = f"The Harbour Post is owned by its readers. {TRAFFIC} {TOWN} {LEAD}"
    text = article(LOCAL, BOARD, footer, UNION)
    whole = compared(text)
    rest = leaving_out(whole, compared(footer).all_prints)
    assert rest.keys == compared(article(LOCAL, BOARD, UNION)).keys
    words = [rest.source[slice(*rest.span(at, at + 1))] for at in range(len(rest.keys))]
    assert [word.casefold().replace(",", "") for word in words] == rest.keys
    assert leaving_out(whole, frozenset()) is whole
    assert leaving_out(rest, whole.all_prints).keys == compared(text[: text.index("NORHAM")]).keys


def test_texts_of_a_few_words_are_copies_where_they_are_the_same() -> None:
    line = "Ferry prices rose by 12 percent in March, the council said."
    assert copy_of(line, f"{line}\n") is not None
    assert copy_of(line, line.replace("12", "14")) is None
    assert copy_of("", "") is None
    assert copy_of("…", "—") is None


def test_words_that_come_again_and_again_cost_no_more_than_others() -> None:
    for words in ("port of call ", "a ", "the port of the port of call at "):
        assert grows_with(lambda text: copy_of(text, text), words * 1_000, words * 4_000, 0.05)
        assert copy_of(words * 1_000, words * 900) is not None
