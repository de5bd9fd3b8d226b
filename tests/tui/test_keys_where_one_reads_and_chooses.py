"""Keys in windows to read in, in lists of choices, in fields and in the palette: those of the keymap, there too."""

import pytest
from textual.containers import VerticalScroll
from textual.widgets import OptionList, Select, TextArea

from claims_db.vocabulary import Stance
from tests.tui.driving import NARROW
from tests.tui.rooms import Room, Run
from workbench.desk.entries import ArticleEntry
from workbench.tui.screens.help import HelpScreen
from workbench.tui.screens.palette import Palette

LONG = "Spending on hospital beds was 22 million euros in the year 2025, the highest since the summer of 2012."


@pytest.mark.parametrize(
    ("style", "down", "end", "home"),
    [
        ("default", ("j", "j"), ("G",), ("g",)),
        ("vim", ("j", "j"), ("G",), ("g", "g")),
        ("emacs", ("ctrl+n", "j"), ("alt+greater_than_sign",), ("alt+less_than_sign",)),
    ],
)
def test_the_help_is_read_with_the_keys_of_lists(
    style: str, down: tuple[str, ...], end: tuple[str, ...], home: tuple[str, ...], at_the_desk: Run
) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("question_mark", *down)
        assert isinstance(here.drive.screen, HelpScreen)
        box = here.drive.screen.query_one(VerticalScroll)
        assert box.scroll_offset.y == 2
        await here.drive.press(*end)
        assert box.scroll_offset.y == box.max_scroll_y
        await here.drive.press(*home)
        assert box.scroll_offset.y == 0
        await here.drive.press("1", "2")
        assert box.border_subtitle == "; 12"
        await here.drive.press("j")
        assert (box.scroll_offset.y, box.border_subtitle) == (12, "Esc closes")
        await here.drive.press("ctrl+g" if style == "emacs" else "escape")
        assert here.drive.screen is here.drive.review

    at_the_desk(story, key_style=style, size=NARROW)


def test_letters_move_among_ratings_and_say_what_is_chosen(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("v")
        assert "A number chooses the rating." in here.drive.text()
        ratings = here.drive.screen.query_one(OptionList)
        await here.drive.press("j", "j", "k")
        assert ratings.highlighted == 0
        assert "Accurate, and nothing that matters is left out." in here.drive.text()
        await here.drive.press("G")
        assert ratings.highlighted == ratings.option_count - 1
        await here.drive.press("g", "j", "enter")
        assert here.drive.screen.query_one(TextArea).has_focus

    at_the_desk(story, key_style="vim")


def test_emacs_fingers_choose_in_a_field_and_in_the_palette(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("a", "enter", "ctrl+p", "ctrl+p", "enter")
        stance = here.drive.screen.query_one("#stance", Select)
        assert (stance.value, stance.expanded) == (Stance.SUPPORTS, False)
        await here.drive.press("ctrl+n")
        assert stance.expanded
        await here.drive.press("ctrl+g", "ctrl+g", "alt+x")
        assert isinstance(here.drive.screen, Palette)
        commands = here.drive.screen.query_one(OptionList)
        await here.drive.press("ctrl+n", "ctrl+n", "ctrl+p")
        assert commands.highlighted == 1
        await here.drive.press("ctrl+g")
        assert here.drive.screen is here.drive.review

    at_the_desk(story, key_style="emacs")


def test_the_key_that_leads_out_drops_what_waits_and_says_nothing(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        for keys in (("ctrl+u", "1", "2"), ("ctrl+x",)):
            await here.drive.press(*keys)
            assert here.drive.text().splitlines()[0].split()[0] != "F2"
            await here.drive.press("ctrl+g")
            assert here.drive.text().splitlines()[0].split()[0] == "F2"
        assert here.drive.told == []

    at_the_desk(story, key_style="emacs")


def test_words_are_deleted_back_in_short_fields_as_in_long_ones(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        for keys, field in ((("c",), "statement"), (("a", "tab", "tab"), "url")):
            await here.drive.press(*keys)
            await here.drive.type("one two")
            await here.drive.press("alt+backspace")
            assert here.drive.screen.values()[field] == "one "  # type: ignore[attr-defined]
            await here.drive.press("escape")

    at_the_desk(story)


def test_one_goes_on_typing_behind_a_draft(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("6")
        await here.drive.type("Half")
        await here.drive.press("escape", "6")
        await here.drive.type(" way")
        assert here.drive.screen.query_one(TextArea).text == "Half way"

    at_the_desk(story)


def test_messages_name_the_keys_that_hold(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("D")
        assert "z attaches some." in here.drive.notices()
        assert "none yet; z attaches some" in here.drive.text()
        await here.drive.press("6")
        await here.drive.type("Half")
        await here.drive.press("escape", "v")
        assert "This is the draft that was kept. Alt+K throws it away." in here.drive.text()
        await here.drive.press("f1")
        assert "Ctrl+N" in here.drive.text(), "the help of a dialog has the keys of fields too"

    at_the_desk(story, key_style="emacs", keys=(("attach", "z"),))


def test_the_line_of_keys_of_a_dialog_leads_to_its_help(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("a")
        assert "Ctrl+S Submit Ctrl+E Editor Ctrl+X Discard draft Esc Close F1 Help" in here.drive.text()

    at_the_desk(story, size=NARROW)


def test_no_word_of_a_quote_is_cut_off_where_a_claim_is_edited(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        path = here.folder / "long.txt"
        path.write_text(f"{LONG}\n", encoding="utf-8")
        number = here.desk.add_article(ArticleEntry(str(path))).claims[0]
        await here.notice()
        here.drive.review.go_to(number)
        await here.drive.press("E")
        quote = here.drive.text().partition("Quote")[2].partition("Statement")[0]
        assert "".join(quote.replace("│", " ").replace("┃", " ").split()) == "".join(LONG.rstrip(".").split())

    at_the_desk(story, size=NARROW)
