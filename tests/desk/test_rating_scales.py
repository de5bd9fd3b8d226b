"""Several rating scales at one desk: a verdict keeps the one that it was given on, whatever comes after it."""

from pathlib import Path

import pytest

from claims_db.errors import Conflict, NotFound
from claims_db.rows import RatingRow, ScaleRow, SecondReviewRule
from claims_db.vocabulary import ClaimState, Role
from tests.conftest import OpenDesk
from tests.weighed import weigh
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry, PersonEntry
from workbench.domain.scales import ScaleStanding
from workbench.domain.search_words import parse_filter
from workbench.errors import BadInput, Refused

OWN = ScaleRow(
    "harbour", "Harbour desk", (RatingRow("sound", "Sound", "", 5, "Supported"), RatingRow("false", "False", "", 1, ""))
)


@pytest.fixture
def eda(open_as: OpenDesk) -> Desk:
    """Give the admin's desk with two claims, to which PolitiFact's scale was added."""
    eda = open_as("eda")
    for times in (3, 4):
        eda.add_claim(ClaimEntry(f"The ferry sank {times} times in nine years.", claimer="Inga Holm"))
    weigh(eda, 1, 2)
    eda.add_scale(eda.scale_named("politifact").scale)
    return eda


def standings(desk: Desk) -> dict[str, ScaleStanding]:
    return {one.slug: one.standing for one in desk.scales()}


def test_a_switch_leaves_verdicts_lists_reports_and_filters_as_they_were(
    eda: Desk, open_as: OpenDesk, tmp_path: Path
) -> None:
    ben = open_as("ben")
    ben.record(1, "false", "The log has none.")
    eda.sign_off(1)
    before, report = eda.claim(1), next(path.read_bytes() for path in eda.export(tmp_path / "a", claim=1))
    eda.use_scale("politifact")
    assert eda.claim(1).verdicts == before.verdicts
    assert next(path.read_bytes() for path in eda.export(tmp_path / "b", claim=1)) == report
    assert "on the scale “Desk scale”" in report.decode()
    ben.record(2, "false", "The log has none.")
    eda.sign_off(2)
    (now,) = eda.claim(2).verdicts
    assert (now.scale, now.scale_name) == ("politifact", "PolitiFact Truth-O-Meter")
    for words, found in (("rating:false", [1, 2]), ("rating:desk/false", [1]), ("rating:politifact/false", [2])):
        assert sorted(eda.claim_numbers(parse_filter(words))) == found
    third = eda.add_claim(ClaimEntry("The ferry is late.", claimer="Inga Holm")).claim
    assert [(one.scale, one.rating, one.claimer) for one in eda.precedents(third).counts] == [
        ("desk", "false", 1),
        ("politifact", "false", 1),
    ]


def test_verdicts_on_two_scales_never_agree(eda: Desk, open_as: OpenDesk) -> None:
    ben, cid = open_as("ben"), open_as("cid")
    eda.set_second_review_rule(SecondReviewRule(ratings=("false",)))
    ben.record(1, "false", "The log has none.")
    assert eda.claim(1).state is ClaimState.SECOND_REVIEW
    eda.use_scale("politifact")
    cid.record(1, "false", "Nor has the register.")
    assert eda.claim(1).state is ClaimState.ADJUDICATION
    assert {one.scale for one in eda.claim(1).verdicts} == {"desk", "politifact"}
    assert eda.agreement() == (), "a pair on two scales is no measure of agreement"
    eda.adjudicate(1, next(one.public_id for one in eda.claim(1).verdicts if one.scale == "politifact"))
    assert eda.claim(1).state is ClaimState.SIGNED_OFF
    ben.record(2, "pants_on_fire", "The log has none.")
    assert eda.claim(2).state is ClaimState.RECORDED, "the rule still names the ratings that an editor chose"


def test_a_rule_of_second_review_is_never_lost_in_a_switch(eda: Desk) -> None:
    eda.set_second_review_rule(SecondReviewRule(ratings=("false", "misleading"), legal=True))
    with pytest.raises(BadInput, match="misleading, which the scale politifact does not have"):
        eda.use_scale("politifact")
    with pytest.raises(BadInput, match="You name bent"):
        eda.use_scale("politifact", ["bent"])
    assert eda.scale().slug == "desk"
    eda.use_scale("politifact", ["false", "pants_on_fire"])
    assert eda.second_review_rule() == SecondReviewRule(ratings=("false", "pants_on_fire"), legal=True)
    assert "choice of a scale" in eda.undo().summary
    assert (eda.scale().slug, eda.second_review_rule().ratings) == ("desk", ("false", "misleading"))


def test_what_was_meant_on_another_scale_is_refused(eda: Desk) -> None:
    eda.use_scale("politifact")
    with pytest.raises(Refused, match="rates on the scale politifact by now"):
        eda.record(1, "desk/false", "The log has none.")
    with pytest.raises(NotFound, match="no rating"):
        eda.record(1, "misleading", "The log has none.")
    assert eda.claim(1).verdicts == ()
    eda.record(1, "politifact/false", "The log has none.")
    assert [one.scale for one in eda.claim(1).verdicts] == ["politifact"]


def test_scales_are_added_retired_brought_back_and_taken_back(eda: Desk) -> None:
    assert eda.add_scale(OWN).standing is ScaleStanding.READY
    with pytest.raises(Conflict, match="already"):
        eda.add_scale(OWN)
    with pytest.raises(Conflict, match="never change"):
        eda.add_scale(OWN._replace(name="Another"))
    with pytest.raises(Conflict, match="The desk rates on"):
        eda.retire_scale("desk")
    eda.retire_scale("harbour")
    with pytest.raises(Conflict, match="retired"):
        eda.use_scale("harbour")
    eda.add_scale(eda.scale_named("harbour").scale)
    assert standings(eda)["harbour"] is ScaleStanding.READY
    for standing in (ScaleStanding.RETIRED, ScaleStanding.READY):
        eda.undo()
        assert standings(eda)["harbour"] is standing
    eda.undo()
    assert "harbour" not in standings(eda)
    eda.redo()
    assert eda.scale_named("harbour").scale == OWN
    with pytest.raises(NotFound, match="no scale averitec yet"):
        eda.use_scale("averitec")
    assert next(iter(standings(eda))) == "desk", "the one in use stands first"


def test_a_scale_with_verdicts_is_not_taken_back(eda: Desk, open_as: OpenDesk) -> None:
    eda.use_scale("politifact")
    open_as("ben").record(1, "pants_on_fire", "The log has none.")
    eda.undo()
    with pytest.raises(Conflict, match="rests on"):
        eda.undo()
    assert eda.scale_named("politifact").standing is ScaleStanding.READY


def test_an_editor_may_do_all_of_it(eda: Desk, open_as: OpenDesk) -> None:
    cid = open_as("cid")
    eda.add_person(PersonEntry("cid", Role.EDITOR))
    cid.add_scale(OWN)
    cid.use_scale("harbour")
    cid.retire_scale("desk")
    assert (cid.scale(), standings(cid)["desk"]) == (OWN, ScaleStanding.RETIRED)
    for _ in range(3):
        cid.undo()
    assert (cid.scale().slug, "harbour" in standings(cid)) == ("desk", False)


def test_reviewers_leave_scales_alone(eda: Desk, open_as: OpenDesk) -> None:
    ben = open_as("ben")
    for deed in (
        lambda: ben.add_scale(OWN),
        lambda: ben.use_scale("politifact"),
        lambda: ben.retire_scale("politifact"),
    ):
        with pytest.raises(Refused, match="Only an editor"):
            deed()
    assert standings(eda)["politifact"] is ScaleStanding.READY
