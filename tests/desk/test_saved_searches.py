"""Filters and searches under names: each person's own, journalled, and brought back by undo."""

import pytest

from claims_db.rows import SavedRow
from claims_db.vocabulary import SavedForm
from tests.conftest import OpenDesk
from workbench.desk.desk import Desk
from workbench.errors import BadInput, NotFound


def test_what_is_kept_is_ones_own_and_comes_back_by_undo(desk: Desk, open_as: OpenDesk) -> None:
    ben = open_as("ben")
    desk.keep_search("mine", "state:open  ferry")
    desk.keep_search("found", '"nine years"', SavedForm.SEARCH)
    ben.keep_search("mine", "kind:event")
    assert desk.saved() == (
        SavedRow("found", SavedForm.SEARCH, '"nine years"'),
        SavedRow("mine", SavedForm.FILTER, "state:open ferry"),
    )
    assert ben.saved() == (SavedRow("mine", SavedForm.FILTER, "kind:event"),)
    desk.keep_search("mine", "state:queued")
    assert desk.saved_words("mine") == "state:queued"
    desk.undo()
    assert desk.saved_words(" mine ") == "state:open ferry"
    desk.remove_saved("mine")
    assert [row.name for row in desk.saved()] == ["found"]
    desk.undo()
    assert desk.saved_words("mine") == "state:open ferry"
    desk.redo()
    with pytest.raises(NotFound) as missing:
        desk.saved_words("mine")
    assert "found" in missing.value.hint
    assert ben.saved_words("mine") == "kind:event"


@pytest.mark.parametrize(
    ("name", "words", "form"),
    [
        ("", "ferry", SavedForm.FILTER),
        ("x" * 61, "ferry", SavedForm.FILTER),
        ("mine", " ", SavedForm.FILTER),
        ("mine", "stat:open", SavedForm.FILTER),
        ("mine", "", SavedForm.SEARCH),
        ("mine", "order:newest", SavedForm.SEARCH),
    ],
)
def test_what_can_not_be_used_later_is_not_kept(desk: Desk, name: str, words: str, form: SavedForm) -> None:
    with pytest.raises(BadInput) as refused:
        desk.keep_search(name, words, form)
    assert refused.value.hint
    assert desk.saved() == ()


def test_removing_what_is_not_kept_is_said(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.remove_saved("mine")
