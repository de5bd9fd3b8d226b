"""Where sentences end: what goes in, what comes out, and why."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.domain.normalising import normalise
from workbench.extraction.paragraphs import paragraphs
from workbench.extraction.sentences import sentences, sentences_with_marks


def cut(text: str) -> list[str]:
    return [text[one.start : one.end] for one in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("It rained. It stopped.", ["It rained.", "It stopped."], "two"),
        ("It rained.It stopped. He paid 1,000.The rest is due.",
         ["It rained.", "It stopped.", "He paid 1,000.", "The rest is due."], "the blank between them was lost"),
        ("He sold Booking.Com in May. Node.Js is old.", ["He sold Booking.Com in May.", "Node.Js is old."], "no blank was lost in names"),
        ("Dr. Roe paid $1.5m. He left.", ["Dr. Roe paid $1.5m.", "He left."], "titles and decimals"),
        ("Lt. Gov. Dan Roe met Maj. Gen. Jo Poe.", ["Lt. Gov. Dan Roe met Maj. Gen. Jo Poe."], "two titles"),
        ("J. K. Roe left.", ["J. K. Roe left."], "initials"),
        ("It was Ana and I. Did Ivan A. Poe call?", ["It was Ana and I.", "Did Ivan A. Poe call?"], "a letter that is a word, and one that is not"),
        ("He was in the U.S. The trip was short.", ["He was in the U.S.", "The trip was short."], "may end one all the same"),
        ("The U.S. Senate met.", ["The U.S. Senate met."], "or stand before a name"),
        ("He runs Roe & Co. Shares rose.", ["He runs Roe & Co. Shares rose."], "in doubt it goes on"),
        ("Reports (Roe Inc.) Ltd. said so.", ["Reports (Roe Inc.) Ltd. said so."], "a bracket ends nothing"),
        ("No. It is in No. 7. See p. 5.", ["No.", "It is in No. 7.", "See p. 5."], "a word, or before a number"),
        ("He came in Dec. The dam broke on Dec. 9.", ["He came in Dec.", "The dam broke on Dec. 9."], "months"),
        ("At 7 a.m. Ms Roe left. She was back at 9 p.m. Mr. Poe stayed.",
         ["At 7 a.m. Ms Roe left.", "She was back at 9 p.m.", "Mr. Poe stayed."], "a time that opens a sentence is none"),
        ("It broke at 9 p.m. Tuesday. It was 8 a.m. GMT.", ["It broke at 9 p.m. Tuesday.", "It was 8 a.m. GMT."], "days and zones belong to the time"),
        ("It lies at 55° N. 10° E. of here.", ["It lies at 55° N. 10° E. of here."], "points of the compass"),
        ("It is c. 1818 or (b. 1820) so.", ["It is c. 1818 or (b. 1820) so."], "letters that stand before a year"),
        ("Well... it rained. So what?", ["Well... it rained.", "So what?"], "an ellipsis goes on in lower case"),
        ("I thought so.... She left. I know ... Roe does. He … I mean, we left.",
         ["I thought so....", "She left.", "I know ... Roe does.", "He … I mean, we left."], "three dots between blanks leave something out"),
        ("It fell. . . . The rest rose . . . . It ended. . . .", ["It fell.", ". . . The rest rose . . . .", "It ended. . . ."], "spaced dots"),
        ('"A [...] B [...]" (Roe 55). It is so.', ['"A [...] B [...]" (Roe 55).', "It is so."], "an omission in brackets"),
        ("It rained in May. [6] It stopped.[7][8] It was so. [citation needed] He left.",
         ["It rained in May. [6]", "It stopped.[7][8]", "It was so. [citation needed]", "He left."], "notes belong to what they are about"),
        ("It was an innovation.23 Open minds help. It is law. 5 The rest is not.",
         ["It was an innovation.23", "Open minds help.", "It is law. 5", "The rest is not."], "also those that lost their brackets"),
        ("He lost 5. 300 people saw it.", ["He lost 5.", "300 people saw it."], "a number may begin a sentence"),
        ("I like it. :) You too? ^_^ Yes.", ["I like it. :)", "You too? ^_^", "Yes."], "smileys"),
        ("Read it. https://roe.example/a.b It is long.", ["Read it.", "https://roe.example/a.b It is long."], "addresses"),
        ("Mail ana.roe@example.com. She answers.", ["Mail ana.roe@example.com.", "She answers."], "mail"),
        ("so it rained. it stopped! why?", ["so it rained.", "it stopped!", "why?"], "a text without capitals"),
        ("He sold Yahoo! Inc. in May. What?! No way!!", ["He sold Yahoo! Inc. in May.", "What?!", "No way!!"], "marks in a name, and rows of marks"),
        ("Is it (?) so? He said (so!) Roe left.", ["Is it (?) so?", "He said (so!)", "Roe left."], "doubt in brackets"),
        ('"It rained. It stopped," he said.', ['"It rained.', 'It stopped," he said.'], "inside a quotation"),
        ('"Is it?" he asked. No.', ['"Is it?" he asked.', "No."], "a question inside"),
        ('"Is it?" Ana Roe asked. "Yes!" The crowd left.', ['"Is it?" Ana Roe asked.', '"Yes!"', "The crowd left."], "somebody with a name asked"),
        ("“It is over.” Roe left. “Go.”", ["“It is over.”", "Roe left.", "“Go.”"], "a quotation that is a sentence"),
        ("雨が降った。止んだ！", ["雨が降った。", "止んだ！"], "wide stops need no blank"),
        ("هل هذا صحيح؟ نعم.", ["هل هذا صحيح؟", "نعم."], "the Arabic question mark"),
        ("MOSCOW (AP) — It rained.", ["It rained."], "a wire slug"),
        ("AUSTIN, Texas, May 6, 2024 /PRNewswire/ -- It rained.", ["It rained."], "that of a press release"),
        ("LONDON--(BUSINESS WIRE)--It rained.", ["It rained."], "and without blanks"),
        ("LEEDS, England (PA) — It rained.", ["It rained."], "a slug with a country"),
        ("NEW YORK, Nov 23 (Reuters) - It rained.", ["It rained."], "a slug with a day"),
        ("New Delhi [India], November 23 (ANI): It rained.", ["It rained."], "a slug as agencies in India write it"),
        ("Roe (Labour): It rained.", ["It rained."], "who speaks in a transcript is no part of what is said"),
        ("1) It rained. 2) It stopped 3) It froze", ["It rained.", "It stopped", "It froze"], "items in one line, without their numbers"),
        ("a. It rained b. It stopped", ["It rained", "It stopped"], "letters"),
        ("ii. It rained iii. It stopped", ["It rained", "It stopped"], "Roman numbers"),
        ("• It rained • 2. It stopped ⁃It froze", ["It rained", "It stopped", "It froze"], "bullets"),
        ("1. FC Roe won 5. The cup is theirs.", ["FC Roe won 5.", "The cup is theirs."], "a number that is not the next begins no item"),
        ("A. Roe met B. Poe and C. Moe.", ["A. Roe met B. Poe and C. Moe."], "initials in a row are no list"),
        ("The steps: 1. Go home. 2. Eat.", ["The steps: 1. Go home.", "Eat."], "a list that begins after a colon"),
    ],
)  # fmt: skip
def test_sentences(text: str, expected: list[str], why: str) -> None:
    assert cut(text) == expected, why


def test_a_mark_is_part_of_its_sentence_where_nothing_may_be_left_out() -> None:
    text = "LEEDS — It rained. 2) It stopped"
    found = [text[one.start : one.end] for one in sentences_with_marks(text, 0, len(text))]
    assert found == ["LEEDS — It rained.", "2) It stopped"]


WORDS = st.sampled_from(
    "It rained|Roe|p.m|U.S|No|1|2|a|I|. |.|! |? |…| . . .|”|“|(|)|[6]|:)|• |1) |2) |a. |b. |— |\n|  |。|؟ |KYIV (AP) — |\ud800|é|İ|ß|&amp;".split("|")
)  # fmt: skip
TEXTS = st.lists(WORDS | st.characters(codec=None, exclude_categories=()), max_size=30).map("".join)


@given(TEXTS)
@example(". . . . . . .x . .")
@example("1. 2. 3. A 4. B")
@example("A.[1")
@example("aaa.5")
def test_nothing_is_lost_doubled_or_moved(source: str) -> None:
    text = normalise(source).text
    for paragraph in paragraphs(text):
        whole = sentences_with_marks(text, paragraph.begins, paragraph.end)
        reached = paragraph.begins
        for one in whole:
            assert not text[reached : one.start].strip()
            assert text[one.start : one.end] == text[one.start : one.end].strip() != ""
            reached = one.end
        assert not text[reached : paragraph.end].strip()


@given(TEXTS)
def test_without_marks_they_stand_in_order_inside_the_paragraph(source: str) -> None:
    text = normalise(source).text
    reached = 0
    for paragraph in paragraphs(text):
        for one in sentences(text, paragraph.begins, paragraph.end):
            assert max(reached, paragraph.begins) <= one.start < one.end <= paragraph.end
            reached = one.end
