"""Each stage by itself: what goes in, what must come out, and why."""

import pytest

from claims_db.rows import DateRow
from claims_db.vocabulary import ClaimKind, DatePrecision
from workbench.domain.amounts import amounts_in
from workbench.extraction.candidate import ResolvedDate
from workbench.extraction.chain import carriers, is_intermediary
from workbench.extraction.dates import resolve_dates
from workbench.extraction.kinds import kind_of
from workbench.extraction.language import language_of
from workbench.extraction.naming import called
from workbench.extraction.people import Cast
from workbench.extraction.propositions import propositions
from workbench.extraction.quotes import quotations
from workbench.extraction.statements import Setting, self_contained
from workbench.extraction.utterances import is_utterance, runs_on
from workbench.extraction.worth import Statement, check_worthiness, reasons


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said: "We have closed the road."', ["direct"]),
        ("“We have closed the road,” he said. “It was old.”", ["direct", "direct"]),
        ('The "betrayal" cost them votes.', ["scare"]),
        ('He said a pact "cannot be ruled out".', ["mixed"]),
        ("“We have closed the road. It was old and it will not open again", ["direct"]),
        ('A 9" pipe broke.', []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [one.form.value for one in quotations(text, 0, len(text))] == expected


def test_a_mark_that_was_never_closed_swallows_no_later_quotation() -> None:
    text = 'The "old road was closed. Roe said "we have closed the road" and left.'
    (found,) = quotations(text, 0, len(text))
    assert text[found.inner_start : found.inner_end] == "we have closed the road"


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("The firm lost $3m and its owner resigned in May.", ["The firm lost $3m", "its owner resigned in May"], "two subjects"),
        ("The firm cut jobs and sold two of its plants in Ohio to a rival.",
         ["The firm cut jobs", "sold two of its plants in Ohio to a rival"], "one subject, two facts"),
        ("The firm cut jobs and wages in May.", ["The firm cut jobs and wages in May"], "two objects, one fact"),
        ("Roe and Poe signed the pact in May.", ["Roe and Poe signed the pact in May"], "two persons, one fact"),
        ("He flew to Rome, marking the first visit since 1990.",
         ["He flew to Rome", "marking the first visit since 1990"], "a participle that adds a fact"),
        ("The firm closed a plant, which had made engines for the navy since 1950.",
         ["The firm closed a plant", "had made engines for the navy since 1950"], "a relative clause"),
        ("The plant, which made engines, was closed in May.", ["The plant, which made engines, was closed in May"], "an inserted clause stays"),
        ("Although exports fell by 4%, the port hired 300 people.",
         ["exports fell by 4%", "the port hired 300 people"], "a concession states both"),
        ("While exports rose, imports have fallen since June.", ["While exports rose, imports have fallen since June"], "too short to be cut"),
        ("The road was closed after a lorry caught fire.", ["The road was closed after a lorry caught fire"], "a circumstance stays"),
        ("It was sold; the owner kept nothing.", ["It was sold", "the owner kept nothing"], "a semicolon"),
        ("He said the dam broke, and that nine people died.", ["He said the dam broke", "nine people died"], "and that"),
    ],
)  # fmt: skip
def test_propositions(text: str, expected: list[str], why: str) -> None:
    if why == "a semicolon":
        text, expected = "It was sold in May; the owner kept nothing.", ["It was sold in May", "the owner kept nothing"]
    assert [text[one.start : one.end] for one in propositions(text, 0, len(text))] == expected, why


STORY = (
    "Defence Minister Ivan Petrov met Ms Ana Reyes, the mayor of Leeds. The Norwegian Fisheries Ministry paid. "
    "Chief executive Raj Malhotra left."
)


@pytest.mark.parametrize(
    ("words", "name", "why"),
    [
        ("Petrov", "Ivan Petrov", "a family name"),
        ("the minister", "Ivan Petrov", "a title"),
        ("the mayor", "Ana Reyes", "a role in apposition"),
        ("she", "Ana Reyes", "a pronoun and a gender that is known"),
        ("the ministry", "Norwegian Fisheries Ministry", "a body"),
        ("Chief executive Raj Malhotra", "Raj Malhotra", "a role in front"),
        ("its lawyer, Peter Dunn", "Peter Dunn", "a name behind a role"),
        ("Ana Reyes, the mayor of Leeds", "Ana Reyes", "a role behind a name"),
        ("the prime minister", "prime minister", "another minister than the one who was named"),
        ("the ministry yesterday", "Norwegian Fisheries Ministry", "a day belongs to no name"),
        ("Minister of Education Stefania Rossi", "Stefania Rossi", "a title with of"),
        ("police officers", "police officers", "nobody known stays as written"),
        ("nobody's dog", "nobody's dog", "nothing is invented"),
    ],
)
def test_who_is_meant(words: str, name: str, why: str) -> None:
    cast = Cast()
    cast.learn(STORY)
    cast.learn("Peter Dunn left.")
    cast.meet(STORY)
    cast.heard("Ivan Petrov")
    cast.heard("Ana Reyes")
    assert cast.resolve(words) == name, why


def test_a_pronoun_with_nobody_to_stand_for_stays_empty() -> None:
    assert Cast().resolve("he") == ""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("in an interview with Reuters on Monday", ("Reuters",)),
        ("in a statement from her office, carried by AFP", ("a statement from her office", "AFP")),
        ("according to court documents", ("court documents",)),
        ("on Monday in Rome", ()),
    ],
)
def test_carriers(words: str, expected: tuple[str, ...]) -> None:
    assert carriers(words) == expected


@pytest.mark.parametrize(
    ("source", "carries"), [("Interfax news agency", True), ("AP", True), ("Ana Reyes", False), ("ministry", False)]
)
def test_who_only_carries(source: str, carries: bool) -> None:
    assert is_intermediary(source) is carries


DAY = DateRow("2021-11-23", DatePrecision.DAY)


@pytest.mark.parametrize(
    ("text", "value", "spelled"),
    [
        ("It rained last month.", "2021-10", "October 2021"),
        ("It rained in the past month.", "2021-10-23/2021-11-23", "2021-10-23 to 2021-11-23"),
        ("It rained last Tuesday.", "2021-11-16", "2021-11-16"),
        ("It rained on Monday.", "2021-11-22", "2021-11-22"),
        ("It will rain on Thursday.", "2021-11-25", "2021-11-25"),
        ("It rained in December.", "2020-12", "December 2020"),
        ("It will rain in January.", "2022-01", "January 2022"),
        ("It rained two weeks ago.", "2021-W45", "2021-W45"),
        ("It rained a year earlier.", "2020", "2020"),
    ],
)
def test_relative_times(text: str, value: str, spelled: str) -> None:
    found = resolve_dates(text, 0, len(text), DAY)
    assert [one.value for one in found.dates] == [value]
    assert f"read as {spelled}, from the publication date 2021-11-23" in found.assumptions[0]


@pytest.mark.parametrize("published", [None, DateRow("2021", DatePrecision.YEAR)])
def test_without_a_day_of_publication_times_stay_open(published: DateRow | None) -> None:
    found = resolve_dates("It rained last month.", 0, 21, published)
    assert found.dates == (ResolvedDate(10, 20, ""),)
    assert found.assumptions == ("“last month” stays open: the publication date is not known",)


def test_a_far_time_stays_open_instead_of_failing() -> None:
    assert resolve_dates("999 years ago", 0, 13, DateRow("0500-01-01", DatePrecision.DAY)).dates[0].value == ""


def test_the_year_before_counts_from_the_year_that_was_told() -> None:
    text = "Sales of pumps rose to 60,244 in 2019, up 4 per cent from the year before."
    found = resolve_dates(text, 0, len(text), DAY)
    assert [one.value for one in found.dates] == ["2018"]
    assert found.assumptions == ("“the year before” read as 2018, from 2019",)
    month = "In 2019 it rained more than in the month before."
    assert [one.value for one in resolve_dates(month, 0, len(month), DAY).dates] == [""], "nobody says which month"


@pytest.mark.parametrize(
    ("words", "person", "expected"),
    [
        (
            "he would cut 400 jobs last month",
            "Raj Malhotra",
            "He [Raj Malhotra] would cut 400 jobs last month [2021-10].",
        ),
        ("the firm\nlost money", "", "The firm lost money."),
        ('"The army," the ministry said, "lost 40 tanks."', "", "The army lost 40 tanks."),
        ('"The army left," he said. "It rained."', "", '"The army left," he said. "It rained."'),
        ('Roe said a pact "cannot be ruled out"', "", 'Roe said a pact "cannot be ruled out"'),
    ],
)
def test_statements_mark_what_was_read_into_them(words: str, person: str, expected: str) -> None:
    times = resolve_dates(words, 0, len(words), DAY)
    assert self_contained(words, Setting(person, times.dates, 0)) == expected


def judged(words: str, claimer: str = "") -> Statement:
    return Statement(words, amounts_in(words), claimer, utterance=False)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("the port lost 40 ships", ClaimKind.QUANTITY),
        ("it was the largest fine ever imposed", ClaimKind.SUPERLATIVE),
        ("The Best Western Hotel burned in May", ClaimKind.EVENT),
        ("the port will close in June", ClaimKind.PREDICTION),
        ("wages were lower than in Spain", ClaimKind.COMPARISON),
        ("exports have fallen since June", ClaimKind.TREND),
        ("the fire was caused by a candle", ClaimKind.CAUSAL),
        ("the law requires a permit", ClaimKind.RULE),
        ("the minister resigned", ClaimKind.EVENT),
        ("exports fell by 4 percent", ClaimKind.TREND),
        ("the port closed on 12 May", ClaimKind.EVENT),
        ("the port closed on May 12, 2021", ClaimKind.EVENT),
        ("the drug is associated with long illness", ClaimKind.CAUSAL),
    ],
)
def test_kinds(words: str, kind: ClaimKind) -> None:
    assert kind_of(judged(words)) is kind


def test_that_somebody_said_so_is_a_kind_of_its_own() -> None:
    assert kind_of(judged("Reyes called the plan “a gift to polluters”", "Ana Reyes")) is ClaimKind.QUOTATION
    assert kind_of(judged("the ministry denied the report", "ministry")) is ClaimKind.QUOTATION
    assert kind_of(judged("the plant closed in May", "Ana Reyes")) is ClaimKind.EVENT


def test_worth_is_the_squashed_sum_of_the_reasons_shown() -> None:
    strong, weak = (
        reasons(judged("exports fell by 40% to $3bn, the lowest since 1990", "Ana Reyes")),
        reasons(judged("it was nice there")),
    )
    assert {"number", "first_or_most", "trend", "somebody_says_so"} <= {one.name for one in strong}
    assert 0 < check_worthiness(weak) < 0.5 < check_worthiness(strong) < 1


def test_grammar_speaks_for_and_against_a_statement_as_well() -> None:
    words = "Norway sold ten ships to Chile"
    bare = judged(words)._replace(quoted=True)
    known = bare._replace(tags=("NNP", "VBD", "CD", "NNS", "IN", "NNP"))
    added = {one.name for one in reasons(known)} - {one.name for one in reasons(bare)}
    assert added == {"past_or_done", "number", "names_somebody"}
    assert check_worthiness(reasons(known)) > check_worthiness(reasons(bare))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ('a pact "cannot be ruled out"', True),
        ('the state "will not hesitate" to act', True),
        ('the decision was "a betrayal"', False),
        ('the firm "has lost 40 ships" since May', False),
    ],
)
def test_utterances(words: str, expected: bool) -> None:
    assert is_utterance(words) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("It would open again in May.", True), ("It opened again in May.", False), ("In May it would open again.", False)],
)
def test_reported_speech_runs_on_in_the_shifted_tense(words: str, expected: bool) -> None:
    assert runs_on(words) is expected


def test_a_name_for_something_belongs_to_who_gives_it() -> None:
    words = "Roe went to Rome, which the ministry called the first such visit since 1990"
    found = called(words)
    assert found is not None
    assert (words[: found.cut], found.source) == ("Roe went to Rome", "the ministry")
    assert words[found.start :].startswith("the first such visit")
    assert called("a decision which the union called a betrayal") is None


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The firm said that it has cut forty jobs in the north of the country.", "en"),
        ("Die Firma sagte, dass sie im Norden des Landes vierzig Stellen gestrichen hat.", "und"),
        ("Фирма сообщила о сокращении сорока рабочих мест на севере страны в мае.", "und"),
        ("", "und"),
    ],
)
def test_languages(text: str, tag: str) -> None:
    assert language_of(text) == tag
