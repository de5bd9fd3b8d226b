"""One order for every form, the report as it would go out, and the list of what did."""

from pathlib import Path

import pytest

from claims_db.errors import NotAllowed
from claims_db.vocabulary import Severity
from tests.conftest import MINUTE, Clock, OpenDesk
from tests.desk.test_media_of_claims import FILM
from tests.export.example_finding import PUBLISHER
from tests.weighed import weigh
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry
from workbench.desk.exported import FORM_WORDS, NOT_PUBLISHED, Form, Order, left_out_words
from workbench.errors import BadInput, Refused
from workbench.export.template_names import SHIPPED, SHIPPED_PAGE


@pytest.fixture
def eda(open_as: OpenDesk) -> Desk:
    """Give an editor's desk with three findings that were signed off, and a claim that has none."""
    eda, ben = open_as("eda"), open_as("ben")
    eda.set_publisher(PUBLISHER)
    for number in (1, 2, 3, 4):
        eda.add_claim(ClaimEntry(f"The ferry sank {number + 2} times in nine years.", claimer="Inga Holm"))
    weigh(ben, 1, 2, 3)
    for number in (1, 2, 3):
        ben.record(number, "false", "The log says so.")
        eda.sign_off(number)
    return eda


def test_a_preview_is_what_publishing_writes_byte_for_byte(eda: Desk, clock: Clock, tmp_path: Path) -> None:
    for number, template in enumerate(SHIPPED, 1):
        clock.now += MINUTE - clock.now % MINUTE
        preview = eda.preview(number, template)
        assert preview.remark == ""
        assert preview.linted == eda.lint(number)
        eda.publish(number, template)
        (folder,) = eda.write_revisions(tmp_path, number)
        assert (folder / "report.md").read_bytes() == preview.report.encode()


def test_a_preview_changes_nothing_and_says_what_stands_against_going_out(eda: Desk) -> None:
    before = eda.changes(), eda.claim(1)
    eda.preview(1)
    assert (eda.changes(), eda.claim(1)) == before
    with pytest.raises(Refused, match="C-4 has no verdict that stands"):
        eda.preview(4)
    with pytest.raises(BadInput, match="no template"):
        eda.preview(1, "tall")
    eda.publish(1)
    assert "severity and reason" in eda.preview(1).remark
    assert "\nThe ferry" not in eda.preview(1).remark
    eda.withdraw(1, "It was wrong.")
    assert "can't be changed so" in eda.preview(1).remark


def test_an_order_is_carried_out_in_every_form_and_the_second_time_nothing_is_touched(
    eda: Desk, tmp_path: Path, database_kind: str
) -> None:
    assert set(FORM_WORDS) == set(Form)
    eda.add_media(1, FILM)
    eda.publish(1)
    for form in Form:
        for template, page in (("", ""), ("box", ""), ("box", SHIPPED_PAGE)) if form is Form.MARKDOWN else (("", ""),):
            order = Order(form, tmp_path / f"{form.value}{template}{page}", template=template, page=page)
            if form is Form.JSONL and database_kind == "postgresql":
                with pytest.raises(NotAllowed, match="Only who owns the tables"):
                    eda.carry_out(order)
                continue
            first = eda.carry_out(order)
            assert first.paths
            assert not first.unchanged
            assert all(path.exists() for path in first.paths)
            assert eda.carry_out(order).unchanged == frozenset(first.paths)


def test_what_is_named_is_exported_alone_and_what_can_not_be_is_counted(eda: Desk, tmp_path: Path) -> None:
    eda.publish(2)
    pages = eda.carry_out(Order(Form.MARKDOWN, tmp_path, (1, 4), template="box"))
    assert [path.name[:3] for path in pages.paths] == ["c-1"]
    assert [left_out_words(*one) for one in pages.left_out] == ["1 left out: not rated. Record a verdict first."]
    published = eda.carry_out(Order(Form.CSV, tmp_path / "table", published=True))
    assert published.paths[0].read_text("utf-8").count("ferry sank") == 1
    revisions = eda.carry_out(Order(Form.REVISIONS, tmp_path, (1, 2, 4)))
    assert len(revisions.paths) == 1
    assert revisions.left_out == ((NOT_PUBLISHED, 2),)
    with pytest.raises(Refused, match="C-4 has no revision"):
        eda.carry_out(Order(Form.REVISIONS, tmp_path, (4,)))


def test_what_changed_is_told_from_what_stayed(eda: Desk, tmp_path: Path) -> None:
    order = Order(Form.MARKDOWN, tmp_path, template="long", changed=True)
    assert len(eda.carry_out(order).paths) == 3
    eda.publish(2)
    again = eda.carry_out(order)
    assert len(again.paths) == 3
    assert len(again.unchanged) == 2


def test_what_went_out_is_listed_the_newest_first(eda: Desk) -> None:
    assert eda.gone_out() == ()
    eda.publish(1)
    eda.publish(3)
    eda.correct(1, Severity.CLARIFICATION, "Which winter.")
    eda.withdraw(3, "It was wrong.")
    listed = [(row.claim, row.revision, row.severity, row.reason, row.by) for row in eda.gone_out()]
    assert listed == [
        (3, 2, Severity.WITHDRAWN, "It was wrong.", "eda"),
        (1, 2, Severity.CLARIFICATION, "Which winter.", "eda"),
        (3, 1, None, "", "eda"),
        (1, 1, None, "", "eda"),
    ]
    assert eda.gone_out()[0].statement == "The ferry sank 5 times in nine years."
