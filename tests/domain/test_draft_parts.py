"""Several things of one kind are typed on one claim, and none takes the words of another."""

import json

from workbench.domain.draft_parts import part_of, parts_in, with_part


def test_parts_stand_beside_each_other() -> None:
    body = with_part("", "", json.dumps({"url": "first"}))
    body = with_part(body, "2", json.dumps({"url": "second"}))
    assert parts_in(body) == ("", "2")
    assert [json.loads(part_of(body, part)) for part in ("", "2")] == [{"url": "first"}, {"url": "second"}]
    assert part_of(body, "3") == ""
    assert part_of(with_part(body, "", ""), "2") == part_of(body, "2")
    assert with_part(with_part(body, "2", ""), "", "") == ""


def test_a_draft_that_is_no_form_is_one_part() -> None:
    assert with_part("", "", "half a thought") == "half a thought"
    assert (parts_in("half a thought"), part_of("half a thought", "")) == (("",), "half a thought")
