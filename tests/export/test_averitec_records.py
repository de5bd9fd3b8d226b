"""Findings in the shape of AVeriTeC."""

import json
from dataclasses import replace

from claims_db.vocabulary import Stance
from tests.export.example_finding import finding
from workbench.export.averitec_record import averitec_json, averitec_record, averitec_records

FIELDS = (
    "claim required_reannotation label justification claim_date speaker original_claim_url cached_original_claim_url "
    "fact_checking_article reporting_source location_ISO_code claim_types fact_checking_strategies questions"
).split()


def test_a_record_has_the_fields_and_labels_of_the_set() -> None:
    record = averitec_record(finding(), "https://example.org/{slug}")
    assert list(record) == FIELDS
    assert record["label"] == "Refuted"
    assert record["claim_date"] == "23-11-2021"
    assert record["speaker"] == "Sergei Shoigu"
    assert record["fact_checking_article"] == f"https://example.org/{finding().slug}"
    assert record["claim_types"]


def test_evidence_is_the_answer_to_a_question_for_each_side() -> None:
    evidence = finding().evidence
    both = (evidence[0], replace(evidence[0], stance=Stance.SUPPORTS, excerpt="", note="A memory."))
    questions = averitec_record(finding(evidence=both))["questions"]
    assert [one["question"] for one in questions][:2] == ["What supports the claim?", "What speaks against the claim?"]
    assert questions[0]["answers"][0]["answer_type"] == "Abstractive"
    assert questions[1]["answers"][0] == {
        "answer": "Troops of both countries landed in 2005.",
        "answer_type": "Extractive",
        "source_url": "https://example.org/drills",
        "cached_source_url": "https://archive.example/2005/drills",
        "source_medium": "Web text",
    }


def test_who_was_asked_is_a_question_and_silence_an_unanswerable_one() -> None:
    asked = replace(finding().asked[0], answer="")
    *_, last = averitec_record(finding(asked=(asked,)))["questions"]
    assert last["question"] == "Was it the first?"
    assert last["answers"][0]["answer_type"] == "Unanswerable"


def test_nothing_of_a_confidential_source_is_in_it() -> None:
    text = averitec_json(averitec_records([finding()])).decode()
    assert "SECRET" not in text
    assert "secret.example" not in text
    json.loads(text)


def test_a_rating_without_a_label_of_the_set_gives_no_record() -> None:
    assert averitec_records([finding(rating=replace(finding().rating, averitec=""))]) == ()
