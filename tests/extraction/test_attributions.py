"""All that a paragraph says that somebody says, thinks or judges."""

import pytest

from workbench.extraction.attributions import attributions
from workbench.extraction.find import find_candidates
from workbench.extraction.quotes import quotations
from workbench.extraction.sentences import sentences
from workbench.extraction.speech import Speech
from workbench.syntax.parser import ShippedParser

PARSER = ShippedParser()


def found(text: str) -> list[tuple[str, str]]:
    (tree,) = PARSER.parse(text, [(0, len(text))])
    quotes, cut = quotations(text, 0, len(text)), sentences(text, 0, len(text))
    speech = Speech(text, cut, quotes, tree, speaking=False)
    said = [one for at in range(len(cut)) for one in speech.said(at)]
    return [
        (
            "" if one.source is None else text[one.source.start : one.source.end],
            " … ".join(text[part.start : part.end] for part in one.content),
        )
        for one in attributions(text, tree, said, quotes)
    ]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "“We lost the tank. Nobody told us,” Roe said. “It leaked for days.”",
            [("Roe", "“We lost the tank. … Nobody told us,” … “It leaked for days.”")],
            "one speech in three sentences, on both sides of its cue",
        ),
        (
            "The port will close in May, said Ana Reyes, a clerk in York.",
            [("Ana Reyes, a clerk in York", "The port will close in May")],
            "a source with what is said of it",
        ),
        ("Economists expect prices to fall in June.", [("Economists", "prices to fall in June")], "a thought"),
        (
            "The union criticised the new contract on Monday.",
            [("The union", "the new contract on Monday")],
            "a judgement",
        ),
        ("The port closed in May after a storm.", [], "nobody is asked"),
    ],
)
def test_who_says_what(text: str, expected: list[tuple[str, str]], why: str) -> None:
    assert found(text) == expected, why


@pytest.mark.parametrize(
    ("text", "words", "claimer", "via", "why"),
    [
        (
            "Analysts expect prices to fall by 4 percent in June.",
            "Analysts expect prices",
            "Analysts",
            (),
            "who thinks so",
        ),
        ("The ministry denied the report on Monday.", "The ministry denied", "ministry", (), "who denies it"),
        (
            "According to Reuters, the minister blamed the storm for the loss of 40 ships.",
            "the minister blamed",
            "minister",
            ("Reuters",),
            "an agency carries it",
        ),
        ("The storm sank 40 ships on Monday.", "The storm sank", "", (), "the article states it"),
        (
            "In an email sent by chairman Ana Reyes, employees were told that the plant will close in May.",
            "the plant will close",
            "Ana Reyes",
            (),
            "whoever wrote the letter",
        ),
        (
            "The number who said they had moved rose by 23 percent in May.",
            "The number who said",
            "",
            (),
            "those who answered are counted",
        ),
        (
            "The mayor's claim that crime fell by 4 percent drew laughter.",
            "crime fell by 4",
            "mayor",
            (),
            "a noun of saying",
        ),
        (
            "A warning from the bank that prices may rise by 4 percent came late.",
            "prices may",
            "bank",
            (),
            "whose warning",
        ),
        ("Reyes issued a warning that 40 bridges could close.", "40 bridges", "Reyes", (), "who issued it"),
        ("The union's view is that 400 jobs were lost.", "400 jobs", "union", (), "whose view"),
        ("In the words of Ana Reyes, the port lost 40 ships.", "the port", "Ana Reyes", (), "in whose words"),
        ("As Ana Reyes put it, the port lost 40 ships.", "the port", "Ana Reyes", (), "as somebody put it"),
        ("40 people died, per the ministry.", "40 people died", "ministry", (), "per somebody"),
        ("Reyes was accused by Dunn of stealing 40 ships.", "Reyes was", "Dunn", (), "by whom"),
        (
            "Mayor Ana Reyes told the hosts of “Good Morning Leeds” that 40 people died.",
            "40 people died",
            "Ana Reyes",
            (),
            "a title in quotation marks is none of her words",
        ),
        ("The mayor said Wednesday she had lost 40 ships.", "she had lost", "mayor", (), "a bare day is not said"),
        ("A report on Wednesday said that 40 people died.", "40 people", "report", (), "nor part of a source"),
        (
            "Hours later, Reyes opened the port, telling reporters, “The bridge and I have been here for 40 years.”",
            "The bridge and I",
            "Reyes",
            (),
            "who tells it is the subject of what goes before",
        ),
        (
            "The company, according to a report by the union, lost 400 workers.",
            "The company, according to",
            "report by the union",
            (),
            "a source inside what it says",
        ),
        (
            "The strike lasted 31 days and, according to a government report, added two percent to prices.",
            "added two percent",
            "government report",
            (),
            "a source of the second half alone",
        ),
        (
            "The union denied the report and said that 1,400 workers had been paid since January.",
            "1,400 workers",
            "union",
            (),
            "a second verb of saying behind an object",
        ),
        (
            "“We had two cases last year,” Dr. Priya Nair, the county's medical officer, told a news conference. It was all that they had.",
            "We had two",
            "Priya Nair",
            (),
            "a title with a point belongs to the name",
        ),
        (
            "Critics say the office is to blame: an audit published in May found that it had left $2 million unspent.",
            "it had left",
            "audit",
            (),
            "what follows a colon has a source of its own",
        ),
        (
            "The number of pupils fell by a tenth, figures released by the ministry show.",
            "The number of pupils fell",
            "figures released by the ministry",
            (),
            "figures show",
        ),
        (
            "In the poll, 51 percent of the voters said they would leave.",
            "In the poll",
            "",
            (),
            "a share of those who were asked",
        ),
        (
            "The mayor said the port was shut in May, but the union said that it never opened in June.",
            "it never opened",
            "union",
            (),
            "a second source",
        ),
    ],
)
def test_claimers(text: str, words: str, claimer: str, via: tuple[str, ...], why: str) -> None:
    claims = find_candidates(text, None, PARSER).candidates
    (claim,) = [one for one in claims if text[one.start :].startswith(words)]
    assert (claim.claimer, claim.via) == (claimer, via), why


def test_nothing_of_a_report_is_left_out_where_the_parse_is_narrow() -> None:
    text = (
        "The group announced over the weekend that the firm had agreed to take 1,000 workers, many of whom would move."
    )
    claims = find_candidates(text, None, PARSER).candidates
    assert any("had agreed to take 1,000 workers" in text[one.start : one.end] for one in claims)
    assert {one.claimer for one in claims} == {"group"}


@pytest.mark.parametrize(
    ("sentence", "claimer", "why"),
    [
        ("Reyes denied that the plant lost 40 workers", "Reyes", "a denial is what she says"),
        ("Reyes has denied the plant lost 40 workers", "Reyes", "without that"),
        ("Reyes rejected claims that the plant lost 40 workers", "Reyes", "claims of others"),
        ("The plant lost 40 workers, Reyes denied", "", "a denial behind its words"),
        ("Reyes disputed that the plant lost 40 workers", "Reyes", "a dispute"),
        ("Reyes did not say that the plant lost 40 workers", "", "what she did not say"),
        ("Reyes never said that the plant lost 40 workers", "", "what she never said"),
        ("Reyes didn't say the plant lost 40 workers", "", "the same in short"),
        ("No official has said that the plant lost 40 workers", "", "nobody says so"),
        ("Reyes declined to say whether the plant lost 40 workers", "", "what she would not say"),
        ("Reyes may say that the plant lost 40 workers", "", "what she might say"),
        ("Contrary to what Reyes said, the plant lost 40 workers", "", "what stands against hers"),
    ],
)
def test_nobody_is_given_what_they_did_not_say(sentence: str, claimer: str, why: str) -> None:
    text = f"{sentence}. It was all that they had wanted to do, and that was that."
    claim = find_candidates(text, None, PARSER).candidates[0]
    assert (text[claim.start : claim.end], claim.claimer) == (sentence, claimer), why


@pytest.mark.parametrize(
    ("sentence", "words", "claimer", "via"),
    [
        ("The plant, Reyes said on Monday, lost 40 workers", "The plant, Reyes", "Reyes", ()),
        ("While Reyes said the plant lost 40 workers, Dunn said it lost 12 of them", "it lost 12", "Dunn", ()),
        ("Reyes claims the plant lost 40 workers; Dunn says only 12 left", "Dunn says", "Dunn", ()),
        (
            "Reuters, citing court papers, reported that 40 workers were hurt",
            "40 workers",
            "court papers",
            ("Reuters",),
        ),
        ("The Guardian reported that 40 workers were hurt, citing officials", "40", "officials", ("The Guardian",)),
        ("40 workers were hurt, the Guardian reported, citing officials", "40", "officials", ("the Guardian",)),
    ],
)
def test_each_source_gets_its_own_words(sentence: str, words: str, claimer: str, via: tuple[str, ...]) -> None:
    text = f"{sentence}. It was all that they had wanted to do, and that was that."
    claims = find_candidates(text, None, PARSER).candidates
    (claim,) = [one for one in claims if text[one.start :].startswith(words)]
    assert (claim.claimer, claim.via) == (claimer, via)
    assert not text[claim.start : claim.end].endswith("officials")
