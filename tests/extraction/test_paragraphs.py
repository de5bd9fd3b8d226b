"""What the parts of a text are, and which of its lines belong together: what goes in, what comes out, and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.normalising import normalise
from workbench.extraction.find import find_candidates
from workbench.extraction.markup import without_markup
from workbench.extraction.paragraphs import paragraphs


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("Prices rose again in the north of the country on Monday.", "body"),
        ("Prices rise again", "heading"),
        ("Mayor Ana Reyes Faces Calls To Resign After Report Finds That Harbour Bridge Was Never Inspected", "heading"),
        ("By Ines Marquard", "credit line"),
        ("By Clara Whitcombe and Tom Adeyemi", "credit line"),
        ("Photograph: Tom Adeyemi/The Courier", "credit line"),
        ("By train", "heading"),
        ("(Photo: AP)", "credit line"),
        ("Associated Press writer Ana Roe in Leeds contributed to this report.", "credit line"),
        ("— Ana Roe (@anaroe) November 18, 2019", "credit line"),
        ("Anglers on the Swale on Sunday (AP Photo/Ana Reyes)", "caption"),
        ("Anglers on the Swale on Sunday. Photograph: Ana Reyes", "caption"),
        ("Anglers stood on the Swale. (credit: Ana Reyes)", "caption"),
        ("Figure 1.5: Anglers by year", "caption"),
        ("Table 2 Anglers by year and town", "caption"),
        ("Table 2 shows that there were 40 anglers in Leeds.", "body"),
        ("He sold a picture by a painter from Leeds for $40m.", "body"),
        ("Pictured: the mayor at the port", "caption"),
        ("Right, which would make 200 boats in the port of Leeds.", "body"),
        ("Read more: Seven bridges that fell", "boilerplate"),
        ("Sign up for our newsletter.", "boilerplate"),
        ("Year\tAnglers\tBoats", "table row"),
        ("2019\t4,100", "table row"),
        ("Leeds | 4,100 | 12", "table row"),
        ("| Leeds had 40 anglers in May. | 12 |", "table row"),
        ("|---|:---:|", "table row"),
        ("Leeds     4,100     12", "table row"),
        ("It rained.   It stopped.   The road was closed in May.", "body"),
        ("•\tThe clinics will open at eight in May", "list item"),
    ],
)
def test_what_a_paragraph_is(line: str, form: str) -> None:
    (found,) = paragraphs(line)
    assert found.form.value == form


@pytest.mark.parametrize(
    "mark", ["•", "‣", "▪", "●", "–", "-", "*", "1.", "12)", "(3)", "a)", "(b)", "c.", "iv.", "II)", "1.)", "• 2."]
)
def test_bullets_numbers_and_letters_are_no_part_of_the_words(mark: str) -> None:
    text = f"{mark} The clinics will open at eight in May"
    (found,) = paragraphs(text)
    assert (found.form.value, text[found.start : found.end], found.begins) == ("list item", text[len(mark) + 1 :], 0)


@pytest.mark.parametrize("line", ["A. Roe left for the port of Leeds.", "1990. That was the year in which it broke."])
def test_initials_and_years_are_no_marks(line: str) -> None:
    (found,) = paragraphs(line)
    assert (found.form.value, found.start) == ("body", 0)


FULL = "The council of the town of Leeds closed the old harbour bridge in May"
NARROW = f"{FULL}\nAna Reyes, who is the mayor, said that it had never been inspected,\nnot once in ten years."


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("It rained in Leeds.\nIt stopped in York.", ["It rained in Leeds.", "It stopped in York."], "a line a paragraph"),
        ("It rained\nand it stopped.", ["It rained\nand it stopped."], "the next line goes on in lower case"),
        ("It rained\n\nand it stopped.", ["It rained", "and it stopped."], "an empty line parts"),
        (NARROW, [NARROW], "lines that were full"),
        (f"{NARROW}\n\n{FULL}\nReyes said.", [NARROW, f"{FULL}\nReyes said."], "two lines of the same width"),
        (f"{FULL}\nReyes said.", [FULL, "Reyes said."], "two lines alone show no width"),
        (f"{NARROW}\n• The council closed 12 schools in May", [NARROW, "The council closed 12 schools in May"], "an item begins a paragraph"),
        (f"{FULL}.\n{FULL}.\n{FULL}.", [f"{FULL}."] * 3, "as long as each other, but each ends a sentence"),
        ("Rain in Leeds\nRoad closed\nBridge fell", ["Rain in Leeds", "Road closed", "Bridge fell"], "short lines were never full"),
        ("• It rained in Leeds in May\nand in York.", ["It rained in Leeds in May\nand in York."], "an item that runs over two lines"),
        ("Leeds\t40\nand York\t50", ["Leeds\t40", "and York\t50"], "rows of a table stay apart"),
    ],
)  # fmt: skip
def test_lines_that_belong_together(text: str, expected: list[str], why: str) -> None:
    assert [text[one.start : one.end] for one in paragraphs(text)] == expected, why


def test_a_name_at_the_start_of_a_line_is_joined_to_its_sentence() -> None:
    text = f"{FULL},\nAna Reyes, the mayor, told Reuters, adding that 40 people had lived below\nit for ten years. It will open in June."
    (found,) = paragraphs(text)
    assert found.form.value == "body"


@given(
    st.lists(st.sampled_from("a A . \n \t | • 1) <b> </p> - ! x".split(" ")) | st.characters(), max_size=40).map(
        " ".join
    )
)
def test_every_word_stands_in_one_paragraph(source: str) -> None:
    text = normalise(source).text
    reached = 0
    for one in paragraphs(text):
        assert not text[reached : one.begins].strip()
        assert one.begins <= one.start <= one.end
        reached = one.end
    assert not text[reached:].strip()


@pytest.mark.parametrize(
    ("text", "seen", "why"),
    [
        ("<p>It rained.</p><p>It stopped.</p>", ["It rained.", "It stopped."], "blocks"),
        ('It <b>rained</b> in <a href="https://roe.example/?a=1&b=2">Leeds</a>.', ["It rained in Leeds ."], "words that stood out"),
        ("It rained.<br/>It stopped.", ["It rained.", "It stopped."], "a line break"),
        ("It rained.<!-- not > this -->", ["It rained."], "comments"),
        ("It<script>if (a<b) {said()}</script> rained.", ["It", "rained."], "scripts"),
        ("a < b and <Roe> said 1 <2>", ["a < b and <Roe> said 1 <2>"], "no tags"),
        ("It rained <!-- and stopped", ["It rained and stopped"], "never closed"),
    ],
)  # fmt: skip
def test_html_that_was_left_in_a_text_is_passed_over(text: str, seen: list[str], why: str) -> None:
    blanked = without_markup(text)
    assert len(blanked) == len(text)
    assert [" ".join(line.split()) for line in blanked.split("\n") if line.strip()] == seen, why


@given(
    st.lists(
        st.sampled_from(
            ["<", ">", "<p>", "</p>", "<b", "<!--", "-->", "<script>", "</script>", "=", " ", "a", "<td>", "<!a"]
        )
    ).map("".join)
)
def test_blanking_moves_nothing(text: str) -> None:
    assert all(new == old or not new.strip() for new, old in zip(without_markup(text), text, strict=True))


def test_a_row_of_a_table_is_refused_as_one() -> None:
    text = "<table><tr><td>Leeds</td><td>40 dead</td></tr></table><p>The council closed 12 schools in May.</p>"
    found = find_candidates(text)
    assert [(text[one.start : one.end], one.reason) for one in found.refusals] == [
        ("Leeds</td><td>40 dead", "table row")
    ]
    assert [text[one.start : one.end] for one in found.candidates] == ["The council closed 12 schools in May"]


def test_a_claim_that_holds_tags_is_stated_without_them() -> None:
    text = 'The <b>council</b> closed 12 schools in <a href="https://roe.example/?a=1">Leeds</a>, and 40 people left <i>Leeds</i>.'
    found = find_candidates(text).candidates
    assert [one.statement for one in found] == ["The council closed 12 schools in Leeds.", "40 people left Leeds."]
