"""Whole articles about other people, companies, courts and health: the same facts must come out with their claimers."""

import pytest

from claims_db.rows import DateRow
from claims_db.vocabulary import ClaimKind, DatePrecision
from workbench.extraction.candidate import Candidate
from workbench.extraction.find import find_candidates

COURT = """Judge fines dairy over river spill

LEEDS, England (PA) — A dairy in North Yorkshire was fined £1.4 million on Thursday after a judge found that it had let 90,000 litres of waste milk run into the River Swale.

Judge Harriet Cole told Leeds Crown Court that the company, Moorside Creameries, had ignored four warnings in two years. "You knew that the tank was cracked," she said. "Your own engineer had told you so in writing. Nothing was done."

Prosecutors said the spill killed more than 11,000 fish and closed a 9-mile stretch of the river for six weeks. It was the largest fine ever imposed on a dairy in England, according to the Environment Agency, which brought the case.

Moorside pleaded guilty in March. Its lawyer, Peter Dunn, said the firm has since spent £600,000 on new tanks, and that no milk had escaped since.

"We are sorry," chief executive Laura Finch said outside court. "We should have acted sooner."

What will it take for polluters to learn?

Read more: How clean is your river?
"""

HEALTH = """Measles cases triple in Valdoria, health agency says

By Ines Marquard

The agency recorded 1,912 cases in the first nine months of the year, compared with 640 in the same period of 2020.

"This is entirely preventable," said Dr Tomas Eklund, who heads the agency's immunisation unit. "Only 81 percent of two-year-olds have had both doses."

Eklund added that the agency would open 30 mobile clinics by December.

A study published in the Nordic Medical Journal last month found that children in the poorest districts were four times as likely to miss a dose as those in the richest.

Opposition leader Marta Voss claimed the government had cut the vaccination budget by a third. The health ministry denied this, saying that spending had risen every year since 2016.

Photo: Valdoria Health Agency
"""

COMPANY = """SAN FRANCISCO (Reuters) - Chipmaker Norvane Inc said on Wednesday it would cut 4,300 jobs, or about 12% of its workforce.

Revenue fell 18% to $2.1 billion, missing estimates of $2.4 billion, according to Refinitiv data.

"The laptop boom is over and we have to adapt," Chief Executive Raj Malhotra told analysts on a call. He also said that Norvane had lost its two biggest customers to a Taiwanese rival.

Ohio Governor Ken Brandt told Fox News that the state "will not hesitate" to take the money back. Norvane declined to comment.
"""

DRILL = """Turkish and Qatari navies to train together

ANKARA — Greek jets violated Turkish airspace 45 times in October, Defence Minister Hulki Arman claimed, according to Anadolu news agency. During the Greek drill Iron Wave earlier this month, eight jets simulated an attack on Izmir from two directions, according to Arman, who added that they turned away only 12 miles from the coast.

Saad al-Marri visited Mersin in June, marking the first time a Qatari frigate had docked at a Turkish base.

While the two countries have never spoken of a joint command, President Kemal Aydin remarked last year that such a step "could one day be possible". He also said Turkey had been sharing radar designs with Qatar.

"Our crews train in the Gulf and in the Aegean. The number of joint sorties is rising," Arman was quoted as saying in a statement from his office, Anadolu news agency reported.

(With inputs from agencies)
"""


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
