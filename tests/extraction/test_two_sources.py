"""Sentences with two sources, or with one inside what it says: no claim is lost or cut, and each is its origin's."""

import pytest

from workbench.extraction.find import find_candidates
from workbench.syntax.parser import ShippedParser

PARSER = ShippedParser()

Claim = tuple[str, str, tuple[str, ...]]


def claims(text: str) -> list[Claim]:
    found = find_candidates(text, None, PARSER).candidates
    return [(text[one.start : one.end], one.claimer, one.via) for one in found]


FERRIES = "412 ferries were cancelled in March"


@pytest.mark.parametrize(
    ("sentence", "claim", "claimer", "via"),
    [
        (f"The minister said that, according to the transport ministry, {FERRIES}.", FERRIES, "transport ministry", "minister"),
        (f"The minister said that, per the ministry, {FERRIES}.", FERRIES, "ministry", "minister"),
        (f"The minister stressed that, as the auditors had found, {FERRIES}.", FERRIES, "auditors", "minister"),
        (f"The minister said that by the ministry's own count {FERRIES}.", FERRIES, "ministry", "minister"),
        (f"The minister added that according to preliminary data {FERRIES}.", FERRIES, "preliminary data", "minister"),
        (f"The minister said in May that, according to a letter which the ministry sent in February, {FERRIES}.", FERRIES, "letter", "minister"),
        (f"Reuters reported on Friday that, according to two officials, {FERRIES}.", FERRIES, "two officials", "Reuters"),
        (
            "Anna Berg, the head of the union, told Radio Pilsen that, according to figures from the port authority, 40 crews were without pay in May.",
            "40 crews were without pay in May",
            "figures from the port authority",
            "Anna Berg",
        ),
        (f"Berg said the ministry told her that {FERRIES}.", FERRIES, "ministry", "Berg"),
        (f"The mayor said a report by the auditors found that {FERRIES}.", FERRIES, "report by the auditors", "mayor"),
        (f"The minister said, citing the transport ministry, that {FERRIES}.", FERRIES, "transport ministry", "minister"),
        (f"Citing the transport ministry, the minister said {FERRIES}.", FERRIES, "transport ministry", "minister"),
        (f"Quoting two officials, Reuters reported that {FERRIES}.", FERRIES, "two officials", "Reuters"),
    ],
)  # fmt: skip
def test_whoever_passes_on_what_another_says_carries_it(sentence: str, claim: str, claimer: str, via: str) -> None:
    assert claims(sentence) == [(claim, claimer, (via,))]


@pytest.mark.parametrize(
    ("sentence", "via"),
    [
        (f"The minister told the radio, according to the transport ministry, that {FERRIES}.", "transport ministry"),
        (f"The minister said on Monday, according to the transport ministry, that {FERRIES}.", "transport ministry"),
        (f"The minister announced, per the ministry, that {FERRIES}.", "ministry"),
        (f"The minister, according to Reuters, told the council that {FERRIES}.", "Reuters"),
        (f"On Monday, according to Reuters, the minister told the council that {FERRIES}.", "Reuters"),
        (f"The minister said {FERRIES}, according to the transport ministry.", "transport ministry"),
    ],
)
def test_whoever_tells_that_it_was_said_carries_it(sentence: str, via: str) -> None:
    assert claims(sentence) == [(FERRIES, "minister", (via,))]


def test_the_chain_is_given_from_the_reader_to_the_origin() -> None:
    text = f"According to Reuters, the minister told the radio that, according to the harbour board, {FERRIES}."
    assert claims(text) == [(FERRIES, "harbour board", ("Reuters", "minister"))]


def test_its_own_figures_are_those_of_whoever_speaks() -> None:
    assert claims(f"The bank warned that, according to its own forecast, {FERRIES}.") == [(FERRIES, "bank", ())]
    visas = "The embassy issued 900 visas in April, by its own count, and refused 1,400."
    assert claims(visas) == [("The embassy issued 900 visas in April", "embassy", ()), ("refused 1,400", "embassy", ())]
    assert claims("By his own account, Berg paid 40,000 euros to the firm.")[0][1] == "Berg"


def test_a_thought_or_a_pronoun_is_no_second_source() -> None:
    text = "The minister said police believed that 12 men had crossed the border."
    assert claims(text) == [("police believed that 12 men had crossed the border", "minister", ())]
    text = "Berg said she had told the council that 40 ships were lost."
    assert [(claimer, via) for _, claimer, via in claims(text)] == [("Berg", ())]


def test_a_carrier_is_named_as_a_claimer_is() -> None:
    text = "Mayor Anna Berg opened the port. She said that, according to the harbour board, 40 ships were lost. She added that 12 were found in May."
    assert claims(text)[1:] == [
        ("40 ships were lost", "harbour board", ("Anna Berg",)),
        ("12 were found in May", "Anna Berg", ()),
    ]


@pytest.mark.parametrize(
    ("sentence", "claimer"),
    [
        ("The port, per the harbour board, lost 40 ships in May.", "harbour board"),
        ("The fire destroyed, according to the fire service, 40 houses and two schools.", "fire service"),
        ("The council paid, the auditors found, 3 million euros too much for the bridge.", "auditors"),
        ("The number of ferries fell, according to the harbour board, by 40 percent since 2019.", "harbour board"),
        ("Unemployment fell to 4.1 percent in May, Eurostat said, compared with 4.5 percent a year earlier.", "Eurostat"),
        ("The port lost 40 ships in May, per the harbour board, and 12 more in June.", "harbour board"),
        ("The port lost 40 ships, said Berg, and 12 barges in the storm.", "Berg"),
        ("The port, Berg told Radio Pilsen on Monday, lost 40 ships and 12 barges in the storm.", "Berg"),
        ("Forty people died when, according to police, the bridge collapsed in 2018.", "police"),
        ("The bridge collapsed because, in the view of the auditors, it had not been inspected since 2009.", "auditors"),
        ("The airline cancelled 60 flights, in the words of a pilot, because it had no crews.", "pilot"),
        ("The tunnel was finished, according to the builder, in 2018, two years late.", "builder"),
    ],
)  # fmt: skip
def test_what_goes_on_behind_a_cue_belongs_to_the_claim(sentence: str, claimer: str) -> None:
    assert claims(sentence) == [(sentence.rstrip("."), claimer, ())]


def test_a_cue_behind_an_opening_phrase_keeps_what_is_said() -> None:
    words = "in March, according to the transport ministry, 412 ferries were cancelled"
    assert claims(f"The minister said that {words}.") == [(words, "transport ministry", ("minister",))]
    words = "412 ferries, the transport ministry estimates, were cancelled in March"
    assert claims(f"The minister said that {words}.") == [(words, "transport ministry", ("minister",))]


@pytest.mark.parametrize(
    "cue",
    [
        "according to Eurostat",
        "as Eurostat reported",
        "as reported by Eurostat",
        "by Eurostat's own count",
        "Eurostat said",
        "Eurostat said on Monday",
        "in the words of Eurostat",
        "in Eurostat's view",
        "on Eurostat's figures",
        "per Eurostat",
    ],
)
def test_both_halves_around_a_cue_are_its_sources(cue: str) -> None:
    text = f"Prices rose by 12 percent in March, {cue}, and fell by 3 percent in April."
    expected = ["Prices rose by 12 percent in March", "fell by 3 percent in April"]
    assert claims(text) == [(words, "Eurostat", ()) for words in expected]


@pytest.mark.parametrize(
    "opening",
    [
        "By the union's reckoning, ",
        "By the union's count ",
        "By the count of the union, ",
        "In the union's telling, ",
        "In the eyes of the union, ",
        "On the evidence of the union, ",
        "On the union's own figures, ",
        "Per the union, ",
        "According to the union ",
    ],
)
def test_a_source_without_a_verb_opens_a_sentence(opening: str) -> None:
    assert claims(f"{opening}900 people were dismissed in May.") == [("900 people were dismissed in May", "union", ())]


@pytest.mark.parametrize(
    "text",
    [
        "On the strength of a police report, the council closed 14 of its schools",
        "On last year's figures, 14 of the boats had no licence",
        "In the company's account at the bank lay 40 million euros",
        "The council closed two halls in May at a cost of 40 euros per visitor",
    ],
)
def test_what_only_looks_like_a_source_is_none(text: str) -> None:
    assert claims(f"{text}.") == [(text, "", ())]


def test_what_is_cited_as_a_reason_is_nobody() -> None:
    text = "Koch, citing a lack of money, said the airport would close two of its four halls in May."
    assert claims(text) == [("the airport would close two of its four halls in May", "Koch", ())]


@pytest.mark.parametrize(
    ("sentence", "first", "second"),
    [
        ("The firm dismissed 900 people; according to the union, 1,200 lost their jobs.", "", "union"),
        ("The firm dismissed 900 people, the ministry said; the union said 1,200 lost their jobs.", "ministry", "union"),
        ("The firm dismissed 900 people, but according to the union, 1,200 lost their jobs.", "", "union"),
        ("The firm dismissed 900 people, while according to the union 1,200 lost their jobs.", "", "union"),
        ("According to the ministry, the firm dismissed 900 people, and according to the union, 1,200 lost their jobs.", "ministry", "union"),
    ],
)  # fmt: skip
def test_a_clause_with_a_source_of_its_own_leaves_the_one_before_alone(sentence: str, first: str, second: str) -> None:
    expected = [("firm dismissed 900 people", first), ("1,200 lost their jobs", second)]
    assert [
        (words.removeprefix("The ").removeprefix("the "), claimer) for words, claimer, _ in claims(sentence)
    ] == expected


def test_a_view_and_a_count_stay_apart() -> None:
    text = "For the union, the figure of 900 dismissals is wrong; per the ministry's own count, 1,200 people were dismissed."
    assert [(words[:13], claimer) for words, claimer, _ in claims(text)] == [
        ("For the union", ""),
        ("1,200 people ", "ministry"),
    ]


def test_an_aside_with_a_source_of_its_own_gives_it_nothing_else() -> None:
    text = "The firm dismissed 900 people – according to the union, 1,200 – in March."
    assert [claimer for _, claimer, _ in claims(text)] == [""]
    text = "The ministry says 900 people were dismissed, a number that, according to the union, leaves out 300 workers."
    assert [(words[-11:], claimer) for words, claimer, _ in claims(text)] == [("300 workers", "ministry")]


@pytest.mark.parametrize(
    ("before", "claimer"),
    [
        ("The company ordered an audit.", "audit"),
        ("The company said it had lost 40 workers. It ordered an audit.", "audit"),
        ("The ministry commissioned a study by Leeds University.", "study by Leeds University"),
        ("The survey was carried out in May.", "survey"),
        ("The company said it had lost 40 workers. It rejected the audit.", "company"),
        ("The company said it had lost 40 workers.", "company"),
        ("The company said it had lost 40 workers. It hired an audit office.", "company"),
    ],
)
def test_what_it_found_is_the_audits(before: str, claimer: str) -> None:
    words, named, _ = claims(f"{before} It found that 14 of the 30 boats had no valid licence.")[-1]
    assert (words, named) == ("14 of the 30 boats had no valid licence", claimer)
