"""What comes out of a text: exact words, who says so, through whom, what kind, what was refused."""

from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims_db.rows import DateRow
from claims_db.vocabulary import ClaimKind, DatePrecision
from workbench.domain.normalising import normalise
from workbench.extraction.candidate import Candidate
from workbench.extraction.find import find_candidates
from workbench.sample import article
from workbench.syntax.parser import ShippedParser


def claims(text: str, published: str = "") -> dict[str, Candidate]:
    date = DateRow(published, DatePrecision.DAY) if published else None
    found = find_candidates(text, date).candidates
    return {text[one.start : one.end]: one for one in found}


def refused(text: str) -> dict[str, str]:
    return {text[one.start : one.end]: one.reason for one in find_candidates(text).refusals}


@pytest.fixture(scope="module")
def sample() -> dict[str, Candidate]:
    text = normalise(article().read_text("utf-8")).text
    found = find_candidates(text, DateRow("2021-11-23", DatePrecision.DAY), ShippedParser()).candidates
    return {text[one.start : one.end]: one for one in found}


@pytest.mark.parametrize(
    ("words", "claimer", "kind"),
    [
        ("cannot be ruled out", "Vladimir Putin", ClaimKind.QUOTATION),
        ("ten strategic bombers rehearsed", "Sergei Shoigu", ClaimKind.QUANTITY),
        ("within 20 kilometres", "Sergei Shoigu", ClaimKind.QUANTITY),
        ("about 30 missions", "Sergei Shoigu", ClaimKind.QUANTITY),
        (
            "the first time that Russian troops had joined drills on Chinese soil",
            "Russian Defence Ministry",
            ClaimKind.SUPERLATIVE,
        ),
    ],
)
def test_the_claims_of_the_sample_come_out_with_their_claimers(
    sample: dict[str, Candidate], words: str, claimer: str, kind: ClaimKind
) -> None:
    (found,) = [one for text, one in sample.items() if words in text]
    assert (found.claimer, found.kind) == (claimer, kind)
    assert found.check_worthiness >= 0.4


def test_what_nothing_can_be_held_on_to_stands_below(sample: dict[str, Candidate]) -> None:
    order = sorted(sample, key=lambda text: -sample[text].check_worthiness)
    (vague,) = [at for at, text in enumerate(order) if "stopped short of a formal pact" in text]
    (counted,) = [at for at, text in enumerate(order) if "about 30 missions" in text]
    (shared,) = [one for text, one in sample.items() if "shares highly sensitive military technology" in text]
    assert counted < len(order) / 2 < vague
    assert (shared.claimer, shared.kind) == ("Vladimir Putin", ClaimKind.OTHER)


def test_the_chain_and_the_month_are_kept(sample: dict[str, Candidate]) -> None:
    (found,) = [one for text, one in sample.items() if "about 30 missions" in text]
    assert found.via == ("Interfax news agency",)
    assert found.assumptions == (
        "“he” read as Sergei Shoigu",
        "“in the past month” read as 2021-10-23 to 2021-11-23, from the publication date 2021-11-23",
    )
    assert [amount.value for amount in found.amounts] == [Decimal(30)]


@dataclass(frozen=True)
class Case:
    text: str
    claim: str
    claimer: str
    why: str
    via: tuple[str, ...] = ()


CASES = [
    Case("The council spent $3m, Mayor Ana Reyes said.", "The council spent $3m", "Ana Reyes", "cue after"),
    Case("Mayor Ana Reyes said the council spent $3m.", "the council spent $3m", "Ana Reyes", "cue before"),
    Case("Mayor Ana Reyes said that the council spent $3m.", "the council spent $3m", "Ana Reyes", "that is left out"),
    Case(
        "According to Ana Reyes, the council spent $3m.", "the council spent $3m", "Ana Reyes", "according to, before"
    ),
    Case("The council spent $3m, according to Ana Reyes.", "The council spent $3m", "Ana Reyes", "according to, after"),
    Case(
        '"We closed 12 schools," said Ana Reyes, the mayor.',
        "We closed 12 schools",
        "Ana Reyes",
        "inverted, with what she is",
    ),
    Case(
        '"We closed 12 schools," Ana Reyes told Reuters.',
        "We closed 12 schools",
        "Ana Reyes",
        "told an agency",
        ("Reuters",),
    ),
    Case(
        "According to Reuters, Ana Reyes said the council spent $3m.",
        "the council spent $3m",
        "Ana Reyes",
        "the agency carries, the mayor claims",
        ("Reuters",),
    ),
    Case(
        "The council spent $3m, Reuters reported.",
        "The council spent $3m",
        "Reuters",
        "the agency alone is the claimer",
    ),
    Case(
        "A study found that 40% of bees died last winter.", "40% of bees died last winter", "study", "studies claim too"
    ),
    Case(
        "Ana Reyes visited the port. She said the council spent $3m.",
        "the council spent $3m",
        "Ana Reyes",
        "she is the person the sentence before was about",
    ),
    Case(
        "Prime Minister Jon Vance resigned. The prime minister said taxes rose by 4%.",
        "taxes rose by 4%",
        "Jon Vance",
        "a role stands for the person who has it",
    ),
    Case(
        "Governor Lena Ortiz spoke on Monday. Ortiz said 300 bridges are unsafe.",
        "300 bridges are unsafe",
        "Lena Ortiz",
        "a family name stands for the full name",
    ),
    Case("The airline cut 900 jobs in March.", "The airline cut 900 jobs in March", "", "the article says so itself"),
    Case(
        'Minister Karl Lund said a ban on boats "will never happen".',
        'Minister Karl Lund said a ban on boats "will never happen"',
        "Karl Lund",
        "that he said so is what is checked",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case.why for case in CASES])
def test_who_says_what(case: Case) -> None:
    found = claims(case.text)
    assert case.claim in found, case.why
    assert found[case.claim].claimer == case.claimer, case.why
    assert found[case.claim].via == case.via, case.why


PARAPHRASE = """Norway and Chile agree on fishing

OSLO (Reuters) — Chilean Fisheries Minister Carla Rojas met her Norwegian colleague, Nils Dahl, on Wednesday, the Chilean Fisheries Ministry said.

According to the EFE news agency, Rojas said foreign trawlers had entered Chilean waters about 70 times in the past year.

During the Norwegian exercise Cold Net, six patrol boats practised stopping trawlers at night, Rojas said. The boats came within 5 kilometres of the coast, she added.

Dahl visited Chile in May for what the ministry called the first joint patrol in Chilean waters. King Olav Berg said last month that a common fleet "can never be excluded".
"""


@pytest.mark.parametrize(
    ("words", "claimer"),
    [
        ("foreign trawlers had entered Chilean waters about 70 times", "Carla Rojas"),
        ("six patrol boats practised stopping trawlers", "Carla Rojas"),
        ("The boats came within 5 kilometres of the coast", "Carla Rojas"),
        ("the first joint patrol in Chilean waters", "Chilean Fisheries Ministry"),
        ('"can never be excluded"', "Olav Berg"),
    ],
)
def test_other_people_places_and_numbers_come_out_as_well(words: str, claimer: str) -> None:
    (found,) = [one for text, one in claims(PARAPHRASE).items() if words in text]
    assert found.claimer == claimer


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Who would not love the sea?", "question"),
        ("Read more: ten things to know about ferries", "boilerplate"),
        ("(Image: AP)", "credit line"),
        ("A summer of drills", "heading"),
        ("It is surely one of the most interesting stories of our time.", "opinion or wish"),
        ("The ministry did not respond to a request for comment.", "no comment"),
    ],
)
def test_what_is_no_claim_is_refused_with_the_reason(text: str, reason: str) -> None:
    assert claims(text) == {}
    assert reason in refused(text).values()


def test_two_facts_in_one_sentence_are_two_claims() -> None:
    found = claims("Ana Reyes said the council spent $3m, and that the school has lost 40 pupils.")
    assert list(found) == ["the council spent $3m", "the school has lost 40 pupils"]


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Ana B. Reyes of St. Mary's paid $1.5 million to the U.S. firm. The money came back.",
        "He paid No. 10 a visit at 5 p.m. on Jan. 3. Then he left the city.",
    ],
)
def test_abbreviations_and_numbers_do_not_end_sentences(text: str) -> None:
    found = [*claims(text), *refused(text)]
    assert not any(part.startswith(("B.", "Reyes of", "Mary", "5 million", "10 a", "m.", "3.")) for part in found)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("last month", "2021-10"),
        ("last year", "2020"),
        ("on Tuesday", "2021-11-23"),
        ("yesterday", "2021-11-22"),
        ("in August", "2021-08"),
        ("in December", "2020-12"),
        ("three years ago", "2018"),
    ],
)
def test_relative_dates_are_read_from_the_day_of_publication(words: str, value: str) -> None:
    text = f"The firm closed 40 shops {words}."
    (found,) = claims(text, "2021-11-23").values()
    assert [date.value for date in found.dates] == [value]
    (unknown,) = claims(text).values()
    assert [date.value for date in unknown.dates] == [""]
    assert "stays open" in unknown.assumptions[0]


def test_another_language_is_said_to_be_unknown() -> None:
    found = find_candidates(
        "Der Minister sagte am Montag, dass die Stadt 40 Millionen Euro für neue Schulen ausgegeben habe."
    )
    assert found.language == "und"
    assert all("language_not_supported" in [reason.name for reason in one.reasons] for one in found.candidates)


@pytest.mark.parametrize(
    "quoted", ["Nous avons tout payé au mois de mai. ", "Nous avons tout payé au mois de mai. " * 100]
)
def test_what_stands_around_a_foreign_quotation_is_told(quoted: str) -> None:
    """Neither the sentence behind its mark nor those of a quotation too long to be one claim are passed over."""
    text = f"Le ministre a fermé le port. « {quoted}» Il est parti hier soir."
    found = find_candidates(text)
    told = [text[one.start : one.end] for one in (*found.candidates, *found.refusals)]
    assert {"Le ministre a fermé le port.", "Nous avons tout payé au mois de mai.", "Il est parti hier soir."} == set(
        told
    )


def test_a_mark_of_direction_hides_no_end_of_a_sentence() -> None:
    text = normalise("The council cut 40 jobs in May.\u202c It paid 5% more in \u200eJune\u200e.").text
    found = find_candidates(text, None, ShippedParser()).candidates
    assert [text[one.start : one.end] for one in found] == [
        "The council cut 40 jobs in May",
        "It paid 5% more in June",
    ]


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("The port closed in May, Ann Lee said.", [("The port closed in May", "Ann Lee")]),
        (
            "The company founded in 1990, Smith says, has 40 workers.",
            [("The company founded in 1990, Smith says, has 40 workers", "Smith")],
        ),
        (
            "House prices, according to the bank, rose by 3%.",
            [("House prices, according to the bank, rose by 3%", "bank")],
        ),
        (
            "Prices rose by 3% in May, Lee said, and fell by 5% in June.",
            [("Prices rose by 3% in May", "Lee"), ("fell by 5% in June", "Lee")],
        ),
        (
            'The port lost 30 ships. "We lost 40 jobs," shot back Ann Lee, the mayor. "Crime rose by 4% in Leeds."',
            [
                ("The port lost 30 ships", ""),
                ("We lost 40 jobs", "Ann Lee"),
                ("Crime rose by 4% in Leeds", "Ann Lee"),
            ],
        ),
        (
            "The council said that prices had risen by 3% in May. Economists polled by the bank had expected 2%.",
            [
                ("prices had risen by 3% in May", "council"),
                ("Economists polled by the bank had expected 2%", ""),
            ],
        ),
        (
            "The report was disputed by Eurostat, which said Germany had closed nine plants in 2019.",
            [
                ("The report was disputed by Eurostat", "Eurostat"),
                ("Germany had closed nine plants in 2019", "Eurostat"),
            ],
        ),
    ],
)
def test_what_is_said_around_a_speaker_is_theirs(sentence: str, claims: list[tuple[str, str]]) -> None:
    found = find_candidates(sentence, None, ShippedParser()).candidates
    assert [(sentence[one.start : one.end], one.claimer) for one in found] == claims


def test_what_is_reported_ends_with_its_sentence() -> None:
    """A parser may see one sentence where two were cut."""
    text = '? wa tdQ: Miy claim in " a o U.S. ] it mst May that'
    found = find_candidates(text, None, ShippedParser()).candidates
    assert all(one.end <= text.index("]") or one.start >= text.index("]") for one in found)


WORDS = (
    'Ana Reyes said told that according to Reuters , . ! ? " “ ” who which and but 40 $3m May the minister he she reportedly — ( ) • '
    "adding was quoted as saying called first While it in a statement"
).split()
NEWSLIKE = st.lists(st.sampled_from([*WORDS, "\n\n"]), max_size=40).map(" ".join)
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=300)


@settings(deadline=None)
@given(st.one_of(ANY_TEXT, NEWSLIKE))
def test_any_text_is_read_and_every_span_is_inside_it(text: str) -> None:
    text = normalise(text).text
    found = find_candidates(text, DateRow("2021-11-23", DatePrecision.DAY))
    assert found == find_candidates(text, DateRow("2021-11-23", DatePrecision.DAY))
    spans = [(one.start, one.end) for one in found.candidates]
    assert spans == sorted(set(spans))
    for one in found.candidates:
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end].strip() == text[one.start : one.end]
        assert 0 <= one.check_worthiness <= 1
        parts = [(part.start, part.end) for part in one.amounts] + [(part.start, part.end) for part in one.dates]
        assert all(one.start <= start < end <= one.end for start, end in parts)
    for refusal in found.refusals:
        assert 0 <= refusal.start < refusal.end <= len(text)
