"""What a clause is about that was cut from its subject, and what is told of it."""

import pytest

from workbench.extraction.find import find_candidates
from workbench.syntax.parser import ShippedParser

PARSER = ShippedParser()


@pytest.mark.parametrize(
    ("text", "statement", "why"),
    [
        (
            "The group formed in recent weeks and sent a letter to 40 managers.",
            "[The group] sent a letter to 40 managers.",
            "a second verb of one subject",
        ),
        (
            "The ferry left the port on Monday, but sank near the island in June.",
            "[The ferry] sank near the island in June.",
            "the same behind a comma",
        ),
        (
            "The mayor opened the bridge in May, and the council closed it in June.",
            "The council closed it in June.",
            "a clause with a subject of its own",
        ),
    ],
)
def test_a_cut_clause_names_its_subject(text: str, statement: str, why: str) -> None:
    claims = find_candidates(text, None, PARSER).candidates
    assert statement in [one.statement for one in claims], why


def test_what_is_read_into_a_claim_is_told() -> None:
    text = "Ana Reyes is the mayor. She said the port lost 40 ships. “Ten of them sank in the bay,” she added."
    claims = find_candidates(text, None, PARSER).candidates
    told = {one.statement: one.assumptions for one in claims if one.claimer}
    assert told == {
        "The port lost 40 ships.": ("“She” read as Ana Reyes",),
        "Ten of them sank in the bay.": ("“she” read as Ana Reyes",),
    }
