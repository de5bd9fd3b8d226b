"""Words that somebody left on a claim can be read, and copied beside one's own; nobody's are lost."""

import json

import pytest

from workbench.domain.left_words import draft_lines, joined_draft


def test_a_draft_reads_as_its_fields() -> None:
    body = json.dumps({"rating": "false", "rationale": "The log\nsays so.", "note": ""})
    assert draft_lines(body) == ["rating: false", "The log\nsays so."]


@pytest.mark.parametrize("body", ["", "{}", "[]", "null"])
def test_an_empty_draft_has_no_lines(body: str) -> None:
    assert draft_lines(body) in ([], [body])


def test_words_that_are_no_form_are_shown_as_they_are() -> None:
    assert draft_lines("half a sentence") == ["half a sentence"]


def test_one_s_own_words_stay_and_come_first() -> None:
    mine = json.dumps({"rating": "true", "rationale": "Mine."})
    theirs = json.dumps({"rating": "false", "rationale": "Theirs.", "url": "https://example.org"})
    assert json.loads(joined_draft(mine, theirs)) == {
        "rating": "true",
        "rationale": "Mine.\n\nTheirs.",
        "url": "https://example.org",
    }


def test_copying_twice_adds_nothing() -> None:
    mine, theirs = json.dumps({"body": "Mine."}), json.dumps({"body": "Theirs."})
    once = joined_draft(mine, theirs)
    assert joined_draft(once, theirs) == once


def test_without_own_words_theirs_are_taken() -> None:
    theirs = json.dumps({"rationale": "Theirs."})
    assert json.loads(joined_draft("", theirs)) == {"rationale": "Theirs."}
