"""A claim says which pictures, films and recordings it is about, and what became of them."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_db.errors import Conflict, NotFound
from claims_db.media_vocabulary import MediaCategory, MediaKind
from claims_db.rows import Medium
from claims_db.vocabulary import Severity
from tests.conftest import OpenDesk
from tests.export.example_finding import PUBLISHER
from tests.weighed import weigh
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry
from workbench.desk.exported import FindingForm
from workbench.domain.media import checked, part_seconds
from workbench.domain.typed_media import medium_of, typed_medium
from workbench.errors import BadField, Refused
from workbench.export.markdown import render_article

FILM = Medium(MediaKind.VIDEO, ("https://post.example/1",), "", (MediaCategory.EDITED,), edited=("00:01:05-00:01:20",))
PICTURE = Medium(MediaKind.IMAGE, ("https://post.example/2",))


@pytest.fixture
def claim(desk: Desk) -> int:
    return desk.add_claim(ClaimEntry("The mayor fell off the ferry.")).claim


def media(desk: Desk, claim: int) -> list[Medium]:
    return [row.medium for row in desk.claim(claim).media]


def test_what_is_said_is_kept_in_one_form(desk: Desk, claim: int) -> None:
    loose = FILM._replace(
        links=(" https://post.example/1 ", "", "https://post.example/1"),
        categories=(MediaCategory.STAGED, MediaCategory.EDITED, MediaCategory.EDITED),
        context=" A lesson. ",
        edited=("0:01:05 - 0:01:20", "9:00:00", "00:00:03"),
    )
    desk.add_media(claim, loose)
    (row,) = desk.claim(claim).media
    assert row.medium == FILM._replace(
        categories=(MediaCategory.EDITED, MediaCategory.STAGED),
        context="A lesson.",
        edited=("00:00:03", "00:01:05-00:01:20", "09:00:00"),
    )
    assert (row.number, row.added_by) == (1, "ana")


def test_each_step_is_taken_back_and_done_again(desk: Desk, claim: int) -> None:
    desk.add_media(claim, FILM)
    desk.add_media(claim, FILM)
    assert media(desk, claim) == [FILM]
    told = FILM._replace(no_original="The whole film was never shown.")
    desk.change_media(claim, 1, told, FILM)
    desk.add_media(claim, PICTURE)
    desk.remove_media(claim, 1)
    assert [(row.number, row.medium) for row in desk.claim(claim).media] == [(2, PICTURE)]
    for words, standing in (
        ("the removal of media", [told, PICTURE]),
        ("the new media", [told]),
        ("what was said of media", [FILM]),
        ("the new media", []),
    ):
        assert desk.undo().summary == f"Took back {words} on C-1."
        assert media(desk, claim) == standing
    for standing in ([FILM], [told], [told, PICTURE], [PICTURE]):
        desk.redo()
        assert media(desk, claim) == standing


def test_a_change_that_others_made_is_not_overwritten(open_as: OpenDesk) -> None:
    ana, ben = open_as(), open_as("ben")
    ana.add_claim(ClaimEntry("The mayor fell off the ferry."))
    ana.add_media(1, FILM)
    bens = FILM._replace(original="https://archive.example/whole")
    ben.change_media(1, 1, bens, FILM)
    with pytest.raises(Refused, match="Somebody else changed media 1 of C-1"):
        ana.change_media(1, 1, FILM._replace(context="A lesson."), FILM)
    with pytest.raises(Conflict, match="media_item original"):
        ana.undo()
    ben.change_media(1, 1, bens, FILM)
    assert media(ana, 1) == [bens]


@pytest.mark.parametrize("number", [0, -1, 2, 2**63])
def test_what_is_not_there_is_neither_changed_nor_removed(desk: Desk, claim: int, number: int) -> None:
    desk.add_media(claim, FILM)
    with pytest.raises(NotFound, match=f"no media {number}"):
        desk.remove_media(claim, number)
    with pytest.raises(NotFound):
        desk.change_media(claim, number, PICTURE, FILM)


@pytest.mark.parametrize(
    ("medium", "field"),
    [
        (FILM._replace(categories=(MediaCategory.ORIGINAL, MediaCategory.TRANSFORMED)), "categories"),
        (FILM._replace(categories=(MediaCategory.STAGED, MediaCategory.ORIGINAL)), "categories"),
        (FILM._replace(links=("javascript:alert(1)",)), "links"),
        (FILM._replace(links=("=HYPERLINK(1)",)), "links"),
        (FILM._replace(links=tuple(f"https://post.example/{n}" for n in range(51))), "links"),
        (FILM._replace(original="ftp://example.org/a"), "original"),
        (FILM._replace(original="https://a.example", no_original="None known."), "no_original"),
        (FILM._replace(overlaid="SPLASH"), "overlaid"),
        (FILM._replace(edited=("00:00:20-00:00:20",)), "edited"),
        (FILM._replace(edited=("00:61:00",)), "edited"),
        (FILM._replace(edited=("a minute in",)), "edited"),
        (PICTURE._replace(edited=("00:00:20",)), "edited"),
    ],
)
def test_what_can_not_be_is_refused_with_its_field(medium: Medium, field: str) -> None:
    with pytest.raises(BadField) as fault:
        checked(medium)
    assert fault.value.field == field


def test_original_may_miss_context() -> None:
    both = (MediaCategory.ORIGINAL, MediaCategory.MISSING_CONTEXT)
    assert checked(PICTURE._replace(categories=both)).categories == both


@given(st.lists(st.tuples(st.integers(0, 359_999), st.integers(1, 99)), max_size=4))
def test_edited_parts_keep_their_seconds(parts: list[tuple[int, int]]) -> None:
    def clock(seconds: int) -> str:
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"

    inside = [(start, start + length) for start, length in parts if start + length < 360_000]
    kept = checked(FILM._replace(edited=tuple(f"{clock(start)} – {clock(end)}" for start, end in inside)))
    assert [part_seconds(one) for one in kept.edited] == sorted(set(inside))
    assert checked(kept) == kept


@given(st.text(max_size=30))
def test_the_fields_of_a_form_hold_all_of_it(text: str) -> None:
    told = checked(FILM._replace(categories=tuple(MediaCategory)[1:], context=text, no_original=text))
    assert checked(medium_of(typed_medium(told))) == told


@pytest.mark.parametrize("typed", ["s", "false", "original edited", "[/x]", "\x1b]52;c;"])
def test_a_word_that_is_no_category_is_refused(typed: str) -> None:
    with pytest.raises(BadField, match="no category of media") as fault:
        medium_of(typed_medium(FILM) | {"categories": typed})
    assert "\x1b" not in fault.value.message


def test_what_is_published_carries_a_review_of_each(open_as: OpenDesk, tmp_path: Path) -> None:
    eda = open_as("eda")
    eda.set_publisher(PUBLISHER)
    ben = open_as("ben")
    for words in ("The mayor fell off the ferry.", "The mayor swam home."):
        number = eda.add_claim(ClaimEntry(words)).claim
        weigh(ben, number)
        ben.record(number, "false", "He did not.")
    ben.add_media(1, FILM)
    ben.add_media(1, Medium(MediaKind.AUDIO, categories=(MediaCategory.STAGED,)))
    report = render_article(ben.reports(claim=1)[0])
    assert "### The video\n\n- **Edited or cropped.**" in report
    assert "- Edited: from 00:01:05 to 00:01:20\n\n### The audio recording" in report
    for number in (1, 2):
        eda.sign_off(number)
        eda.publish(number)
    with_media, without = (eda.write_revisions(tmp_path, number)[0] for number in (1, 2))
    assert not (without / "mediareview.jsonld").exists()
    review = json.loads((with_media / "mediareview.jsonld").read_bytes())
    claim_review = json.loads((with_media / "claimreview.jsonld").read_bytes())
    assert review["mediaAuthenticityCategory"] == ["EditedOrCroppedContent"]
    assert claim_review["associatedMediaReview"] == [{"@type": "MediaReview", "@id": review["@id"]}]
    assert b"mediareview.jsonld" in (with_media / "manifest.json").read_bytes()
    told = eda.export_findings(FindingForm.MEDIA_REVIEW, tmp_path / "out")
    assert [path.name.endswith(".mediareview.jsonld") for path in told.paths] == [True]
    assert told.paths[0].read_bytes() == (with_media / "mediareview.jsonld").read_bytes()
    assert told.left_out == (("no picture, film or recording", 1),)
    # What went out stays as it was; a correction takes the change out.
    ben.change_media(1, 1, replace_link(FILM), FILM)
    eda.export_findings(FindingForm.MEDIA_REVIEW, tmp_path / "out")
    assert b"post.example/1" in told.paths[0].read_bytes()
    eda.correct(1, Severity.CLARIFICATION, "The link was another one.")
    eda.export_findings(FindingForm.MEDIA_REVIEW, tmp_path / "out")
    assert b"post.example/9" in told.paths[0].read_bytes()


def replace_link(medium: Medium) -> Medium:
    return medium._replace(links=("https://post.example/9",))
