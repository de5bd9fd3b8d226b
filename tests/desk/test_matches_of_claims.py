"""A claim is set beside what was said and checked before; people say what it is, and that is remembered."""

import json
from pathlib import Path

import pytest

from claims_db.errors import NotFound
from claims_db.match_vocabulary import MatchDecision, Relation
from claims_db.rows import MatchWith
from tests.claim_reviews import review
from tests.conftest import OpenDesk
from tests.weighed import weigh
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry
from workbench.desk.match_rows import Matches, MatchKind
from workbench.domain.priors import Repeat
from workbench.errors import BadInput, Refused

ROSE, FELL = "Unemployment rose to 5.2% in March.", "Unemployment fell to 5.2% in March."
OTHERS = [
    f"{town} opened {number} parks within 2 years."
    for number, town in enumerate("Gent Lille Bonn Turin Cork".split(), 3)
]


@pytest.fixture
def told(desk: Desk, tmp_path: Path) -> Desk:
    """Give a desk with prior checks: P-1 that unemployment rose, P-2 that it fell, and others."""
    take_in(desk, tmp_path, ROSE, FELL, *OTHERS)
    return desk


def take_in(desk: Desk, folder: Path, *claims: str, start: int = 1) -> None:
    reviews = [review(at, claimReviewed=claim, itemReviewed={}) for at, claim in enumerate(claims, start)]
    path = folder / "feed.json"
    path.write_text(json.dumps(reviews))
    desk.import_priors(str(path))


def add(desk: Desk, statement: str, claimer: str = "", locator: str = "") -> int:
    return desk.add_claim(ClaimEntry(statement, claimer, locator=locator)).claim


def seen(found: Matches) -> list[tuple[str, Relation]]:
    return [(f"P-{row.prior}" if row.prior else f"C-{row.claim}", row.relation) for row in found.matches]


def test_a_claim_that_was_checked_before(told: Desk) -> None:
    found = told.matches(add(told, "In March unemployment rose to 5.2 per cent."))
    assert found.repeat is Repeat.CHECKED
    assert not found.behind
    first, second = found.matches[:2]
    assert (first.kind, first.prior, first.relation) == (MatchKind.PRIOR_CHECK, 1, Relation.SAME)
    assert (first.rating, first.outlet, first.url) == ("Falsch, 2 (1–5)", "Checks", "https://checks.example/1")
    assert first.why[0] == "the same number: 5.2"
    assert (second.prior, second.relation) == (2, Relation.OPPOSITE)
    (difference,) = (one for one in second.differences if one.reverses)
    assert [found.statement[start:end] for start, end in difference.here] == ["rose"]
    assert [FELL[start:end] for start, end in difference.there] == ["fell"]


def test_a_statement_alone(told: Desk) -> None:
    assert told.match(ROSE).repeat is Repeat.CHECKED
    assert told.match("Unemployment rose to 9.7% in March.").repeat is Repeat.MAYBE
    assert told.match("Whales sleep in the harbour.") == Matches(
        "Whales sleep in the harbour.", "", Repeat.NOTHING, (), rejected=0, behind=False
    )


def test_what_the_desk_has_and_has_not_checked_is_known(told: Desk) -> None:
    add(told, "The ferry sank seven times in nine years.")
    found = told.match("The ferry sank 7 times in nine years.")
    assert found.repeat is Repeat.KNOWN
    assert (found.matches[0].kind, found.matches[0].rating) == (MatchKind.CLAIM, "")


def test_a_finding_makes_it_checked(open_as: OpenDesk) -> None:
    desk, ben = open_as(), open_as("ben")
    number = sign_off(desk, ben, "The ferry sank seven times in nine years.")
    found = desk.match("The ferry sank 7 times in nine years.")
    assert found.repeat is Repeat.CHECKED
    (row,) = found.matches
    assert (row.kind, row.claim, row.rating) == (MatchKind.FINDING, number, "False")


def test_what_is_looked_at_again_or_was_withdrawn_is_not_checked(open_as: OpenDesk) -> None:
    desk, ben = open_as(), open_as("ben")
    number = sign_off(desk, ben, "The ferry sank seven times in nine years.")
    desk.publish(number)
    row = desk.match("The ferry sank 7 times in nine years.").matches[0]
    assert (row.kind, row.rating, bool(row.published_at)) == (MatchKind.FINDING, "False", True)
    desk.withdraw(number, "The source took it back.")
    found = desk.match("The ferry sank 7 times in nine years.")
    assert found.repeat is Repeat.KNOWN
    assert (found.matches[0].kind, found.matches[0].published_at) == (MatchKind.CLAIM, None)


def sign_off(desk: Desk, other: Desk, statement: str, claimer: str = "") -> int:
    number = add(desk, statement, claimer)
    weigh(other, number)
    other.take(number)
    other.record(number, "false", "It sank once.", queue=None)
    desk.sign_off(number)
    return number


def test_a_claim_is_no_match_of_itself_nor_of_its_duplicates(told: Desk) -> None:
    one, other, third = (add(told, "The ferry sank.", locator=str(at)) for at in range(3))
    assert sorted(seen(told.matches(one))) == [(f"C-{other}", Relation.SAME), (f"C-{third}", Relation.SAME)]
    told.mark_duplicate(other, one)
    assert seen(told.matches(one)) == [(f"C-{third}", Relation.SAME)]
    assert seen(told.matches(other)) == [(f"C-{third}", Relation.SAME)]


def test_a_rejected_match_is_not_shown_again_unless_it_is_asked_for(told: Desk) -> None:
    number = add(told, ROSE)
    assert seen(told.matches(number))[0][0] == "P-1"
    assert told.reject_match(number, MatchWith(prior=1)) is Relation.SAME
    found = told.matches(number)
    assert "P-1" not in dict(seen(found))
    assert found.rejected == 1
    assert found.repeat is not Repeat.CHECKED
    again = told.matches(number, rejected=True).matches[0]
    assert again.prior == 1
    assert again.decision
    assert (again.decision.decision, again.decision.reviewer) == (MatchDecision.REJECTED, "ana")
    assert ("P-1", Relation.SAME) in seen(told.match(ROSE))


@pytest.mark.parametrize(
    ("relation", "repeat"),
    [(None, Repeat.CHECKED), (Relation.SAME, Repeat.CHECKED), (Relation.VARIANT, Repeat.MAYBE), (Relation.RELATED, Repeat.MAYBE)],
)  # fmt: skip
def test_an_accepted_match_stands_first_whatever_the_ranker_says(
    told: Desk, relation: Relation | None, repeat: Repeat
) -> None:
    number = add(
        told, "Unemployment rose to 5.2% in March, and whales sleep in the harbour of every town of the coast."
    )
    told.reject_match(number, MatchWith(prior=2))
    accepted = told.accept_match(number, MatchWith(prior=1), relation or Relation.SAME)
    found = told.matches(number)
    assert seen(found)[0] == ("P-1", accepted)
    assert found.matches[0].decision
    assert found.repeat is repeat


def test_who_accepts_without_a_word_accepts_what_is_proposed(told: Desk) -> None:
    number = add(told, ROSE)
    assert told.accept_match(number, MatchWith(prior=2)) is Relation.OPPOSITE
    assert told.accept_match(number, MatchWith(prior=1)) is Relation.SAME


def test_both_claims_of_a_match_remember_what_was_said(told: Desk) -> None:
    one, other = add(told, "The ferry sank twice."), add(told, "The ferry sank thrice.")
    told.accept_match(other, MatchWith(claim=one), Relation.VARIANT)
    assert seen(told.matches(one)) == [(f"C-{other}", Relation.VARIANT)]
    assert seen(told.matches(other)) == [(f"C-{one}", Relation.VARIANT)]
    told.reject_match(one, MatchWith(claim=other))
    assert told.matches(other).matches == ()
    (row,) = told.match_decisions(other)
    assert (row.claim, row.decision) == (one, MatchDecision.REJECTED)


def test_undo_brings_back_what_stood_before(told: Desk) -> None:
    number = add(told, ROSE)
    told.accept_match(number, MatchWith(prior=1), Relation.SAME)
    told.reject_match(number, MatchWith(prior=1))
    assert told.undo().summary == f"Took back the decision on a match on C-{number}."
    assert told.match_decisions(number)[0].decision is MatchDecision.ACCEPTED
    told.undo()
    assert told.match_decisions(number) == ()
    assert told.matches(number).matches[0].decision is None
    told.redo()
    told.redo()
    assert told.match_decisions(number)[0].decision is MatchDecision.REJECTED


def test_undo_leaves_what_somebody_else_said(told: Desk, open_as: OpenDesk) -> None:
    number, ben = add(told, ROSE), open_as("ben")
    told.accept_match(number, MatchWith(prior=1))
    ben.reject_match(number, MatchWith(prior=1))
    told.undo()
    (row,) = told.match_decisions(number)
    assert (row.decision, row.reviewer) == (MatchDecision.REJECTED, "ben")


def test_what_was_said_already_is_not_said_again(told: Desk) -> None:
    number = add(told, ROSE)
    told.accept_match(number, MatchWith(prior=1), Relation.VARIANT)
    with pytest.raises(Refused):
        told.accept_match(number, MatchWith(prior=1), Relation.VARIANT)
    told.accept_match(number, MatchWith(prior=1), Relation.SAME)
    assert told.match_decisions(number)[0].relation is Relation.SAME


def test_what_is_not_there_is_named(told: Desk) -> None:
    number = add(told, ROSE)
    with pytest.raises(NotFound, match="P-99"):
        told.accept_match(number, MatchWith(prior=99))
    with pytest.raises(NotFound, match="C-99"):
        told.reject_match(number, MatchWith(claim=99))
    with pytest.raises(NotFound, match="C-98"):
        told.reject_match(98, MatchWith(prior=1))
    with pytest.raises(NotFound, match="C-98"):
        told.matches(98)
    with pytest.raises(BadInput, match="itself"):
        told.accept_match(number, MatchWith(claim=number))
    for limit in (0, 41):
        with pytest.raises(BadInput):
            told.matches(number, limit)


def test_who_said_it_and_when_count(told: Desk) -> None:
    add(told, "The ferry sank seven times in nine years.", claimer="Inga Holm")
    by_her, by_him = (
        told.match("The ferry sank seven times in nine years.", name) for name in ("Inga Holm", "Jonas Berg")
    )
    assert (by_her.matches[0].relation, by_him.matches[0].relation) == (Relation.SAME, Relation.VARIANT)
    assert by_him.matches[0].differences[0].kind == "claimer"


@pytest.mark.parametrize(
    "statement",
    ["The", "😀🎉👍", "— – …", "Ἄνδρα μοι ἔννεπε", "日本の失業率", "البطالة ارتفعت", "a" * 10_000, "\u202e\u202d", "[/x] \x1b[2J"],
    ids=lambda statement: ascii(statement[:8]),
)  # fmt: skip
def test_odd_statements_are_like_nothing(told: Desk, statement: str) -> None:
    assert told.match(statement).repeat is Repeat.NOTHING
    assert told.matches(add(told, statement)).repeat is Repeat.NOTHING


def test_a_long_statement_finds_what_it_begins_with(told: Desk) -> None:
    found = told.match(f"{ROSE} " + "So it was told to everybody in the hall, again and again. " * 180)
    assert found.matches[0].prior == 1


def test_copies_by_the_thousand_are_matched_and_none_is_joined(told: Desk, tmp_path: Path) -> None:
    take_in(told, tmp_path, *(["The ferry sank seven times."] * 2_000), start=100)
    number = add(told, "The ferry sank 7 times.")
    found = told.matches(number, 40)
    assert len(found.matches) == 40
    assert {row.relation for row in found.matches} == {Relation.SAME}
    assert told.match_decisions(number) == ()
    assert told.claim(number).duplicates == ()
