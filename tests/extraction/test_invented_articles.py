"""Whole articles about other people, companies, courts and health: the same facts must come out with their claimers."""

from pathlib import Path

import pytest

from claims_db.rows import DateRow
from claims_db.vocabulary import ClaimKind, DatePrecision
from workbench.extraction.candidate import Candidate
from workbench.extraction.find import find_candidates

TEXTS = Path(__file__).parent / "sample_texts"
COURT, HEALTH, COMPANY, DRILL = (
    (TEXTS / f"{name}.txt").read_text("utf-8") for name in ("court", "health", "company", "drill")
)


def found_in(article: str, words: str) -> Candidate:
    hits = [
        one
        for one in find_candidates(article, DateRow("2021-11-23", DatePrecision.DAY)).candidates
        if words in article[one.start : one.end]
    ]
    assert len(hits) == 1, (words, hits)
    return hits[0]


@pytest.mark.parametrize(
    ("article", "words", "claimer"),
    [
        (COURT, "was fined £1.4 million on Thursday", ""),
        (COURT, "had ignored four warnings", "Harriet Cole"),
        (COURT, "You knew that the tank was cracked", "Harriet Cole"),
        (COURT, "Your own engineer had told you so", "Harriet Cole"),
        (COURT, "the spill killed more than 11,000 fish", "Prosecutors"),
        (COURT, "closed a 9-mile stretch", "Prosecutors"),
        (COURT, "the largest fine ever imposed", "Environment Agency"),
        (COURT, "spent £600,000 on new tanks", "Peter Dunn"),
        (COURT, "no milk had escaped", "Peter Dunn"),
        (HEALTH, "recorded 1,912 cases", ""),
        (HEALTH, "Only 81 percent of two-year-olds", "Tomas Eklund"),
        (HEALTH, "would open 30 mobile clinics", "Tomas Eklund"),
        (HEALTH, "four times as likely", "study published in the Nordic Medical Journal"),
        (HEALTH, "cut the vaccination budget by a third", "Marta Voss"),
        (HEALTH, "spending had risen every year", "health ministry"),
        (COMPANY, "it would cut 4,300 jobs", "Chipmaker Norvane Inc"),
        (COMPANY, "Revenue fell 18%", "Refinitiv data"),
        (COMPANY, "had lost its two biggest customers", "Raj Malhotra"),
        (DRILL, "45 times in October", "Hulki Arman"),
        (DRILL, "eight jets simulated an attack", "Hulki Arman"),
        (DRILL, "only 12 miles from the coast", "Hulki Arman"),
        (DRILL, "the first time a Qatari frigate", ""),
        (DRILL, "sharing radar designs", "Kemal Aydin"),
        (DRILL, "The number of joint sorties is rising", "Hulki Arman"),
    ],
)
def test_facts_come_out_with_who_asserts_them(article: str, words: str, claimer: str) -> None:
    assert found_in(article, words).claimer == claimer


@pytest.mark.parametrize(
    ("article", "words", "begins"),
    [
        (DRILL, '"could one day be possible"', "President Kemal Aydin remarked"),
        (COMPANY, '"will not hesitate"', "Ohio Governor Ken Brandt told"),
    ],
)
def test_that_somebody_said_so_is_the_claim(article: str, words: str, begins: str) -> None:
    claim = found_in(article, words)
    assert claim.kind is ClaimKind.QUOTATION
    assert article[claim.start : claim.end].startswith(begins)


def test_the_chain_runs_from_the_reader_to_the_claimer() -> None:
    assert found_in(DRILL, "The number of joint sorties").via == ("Anadolu news agency", "a statement from his office")
    assert found_in(DRILL, "45 times").via == ("Anadolu news agency",)
    assert found_in(COMPANY, '"will not hesitate"').via == ("Fox News",)


def test_what_was_read_into_a_claim_is_said() -> None:
    claim = found_in(DRILL, "such a step")
    assert "last year [2020]" in claim.statement
    assert claim.assumptions == ("“last year” read as 2020, from the publication date 2021-11-23",)


@pytest.mark.parametrize(
    ("article", "words", "reason"),
    [
        (COURT, "Judge fines dairy over river spill", "heading"),
        (COURT, "What will it take for polluters to learn?", "question"),
        (COURT, "Read more: How clean is your river?", "boilerplate"),
        (COURT, "We should have acted sooner", "opinion or wish"),
        (HEALTH, "By Ines Marquard", "credit line"),
        (HEALTH, "Photo: Valdoria Health Agency", "credit line"),
        (COMPANY, "Norvane declined to comment", "no comment"),
        (DRILL, "(With inputs from agencies)", "credit line"),
    ],
)
def test_the_rest_is_refused_with_a_reason(article: str, words: str, reason: str) -> None:
    refused = {article[one.start : one.end].rstrip("."): one.reason for one in find_candidates(article).refusals}
    assert refused[words] == reason
