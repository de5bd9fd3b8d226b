"""A report says how many independent sources a claim has, and gives no confidential one away by it."""

from claims_db.rows import SourceCount
from tests.export.example_report import claim, evidence, report, source
from workbench.domain.evidence.source_count import count, count_words, pieces_of
from workbench.export.markdown import render_article

TIE = "E-40 is credited to Reuters; E-41 was written by A. Writer."
ONE = SourceCount(2, 1, ((40, 41),), ((TIE,),))


def rendered(counted: SourceCount | None, **changes: object) -> str:
    second = evidence(number=41, source=source(public_id="source-2", **changes))
    return render_article(report(claim(evidence=(evidence(), second), sources=counted)))


def test_sources_that_are_one_are_counted_as_one_with_the_reason() -> None:
    words = "1 independent source, 2 named. E-40 and E-41 rest on one source. E-40 is credited to Reuters;"
    assert words in rendered(ONE)


def test_the_reason_is_left_out_where_it_could_give_a_confidential_source_away() -> None:
    text = rendered(ONE, confidential=True)
    assert "1 independent source, 2 named. E-40 and E-41 rest on one source.\n" in text
    assert "Reuters" not in text


def test_what_could_not_be_compared_is_said() -> None:
    counted = SourceCount(2, 2, ((40,), (41,)), ((), ()), unread=1)
    assert "2 sources, independent of each other as far as can be told. Of 1 the captured" in rendered(counted)


def test_a_single_source_needs_no_count() -> None:
    assert "1 source" not in rendered(SourceCount(1, 1, ((40,),), ((),)))
    assert "independent" not in rendered(None)


def test_evidence_of_one_source_and_notes_are_no_further_sources() -> None:
    rows = (evidence(), evidence(number=41), evidence(number=42, source=None))
    sources, pieces = pieces_of(rows)
    counted = count(sources, pieces, {}, 0)
    assert (counted.named, counted.independent, counted.groups) == (1, 1, ((40, 41),))
    assert count_words(counted) == "1 source"


def test_a_wire_copy_whose_word_it_is_was_said_counts_with_the_agency() -> None:
    rows = (
        evidence(source=source(publisher="Example Post", author="A")),
        evidence(number=41, source=source(public_id="source-2", publisher="Another Post", author="B", origin="AFP")),
        evidence(number=42, source=source(public_id="source-3", publisher="AFP", author="")),
    )
    sources, pieces = pieces_of(rows)
    counted = count(sources, pieces, {}, 0)
    assert (counted.named, counted.independent) == (3, 2)
    assert counted.groups == ((40,), (41, 42))
