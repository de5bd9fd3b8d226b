"""What is wrong with a field is said, and the field has the focus."""

import pytest

from tests.tui.rooms import Room, Run

FAULTS = [
    (("v",), {}, "ratings", "Choose a rating first."),
    (("6",), {}, "rationale", "A verdict needs a rationale."),
    (("s", "r"), {}, "note", "The reason 'other' needs a note."),
    (("exclamation_mark",), {"demand": "many", "deadline": "never"}, "demand", "The demand is no number."),
    (("exclamation_mark",), {"deadline": "never"}, "deadline", "never"),
    (("p",), {"until": "never"}, "until", "never"),
    (("a",), {"url": "example"}, "url", "A link needs an address."),
    (("a",), {"url": "https://example.org", "published": "never"}, "published", "never"),
    (("a",), {"url": "https://example.org", "archived_url": "nowhere"}, "archived_url", "Archived at: 'nowhere'"),
    (("o",), {}, "location", "Give a file or a web address."),
    (("o",), {"location": "a.txt", "published": "never"}, "published", "never"),
    (("c",), {"statement": "It rose by 3%.", "said_on": "never"}, "said_on", "never"),
    (("space", "exclamation_mark"), {"deadline": "never"}, "deadline", "never"),
    (("space", "p"), {"until": "never"}, "until", "never"),
]


@pytest.mark.parametrize(("keys", "typed", "field", "says"), FAULTS)
def test_the_field_at_fault_has_the_focus(
    keys: tuple[str, ...], typed: dict[str, str], field: str, says: str, at_the_desk: Run
) -> None:
    async def story(here: Room) -> None:
        await here.drive.press(*keys)
        dialog = here.drive.screen
        for name, words in typed.items():
            dialog.query_one(f"#{name}").focus()
            await here.drive.press("ctrl+a", "delete")
            await here.drive.type(words)
        await here.drive.press("ctrl+s")
        assert here.drive.screen is dialog
        assert dialog.focused is not None
        assert dialog.focused.id == field
        assert says in here.drive.text()

    at_the_desk(story)
