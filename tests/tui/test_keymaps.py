"""The ready-made keymaps are whole and without collisions; what a user sets goes over them and is checked as well."""

import json
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import Input, TextArea

from tests.tui.rooms import Room, Run
from workbench.errors import BadSetting
from workbench.settings import load_settings
from workbench.tui.commands.dialog import DIALOG_COMMANDS, FIELD_COMMANDS
from workbench.tui.commands.registry import EVERY, SCREENS
from workbench.tui.jumping import labels
from workbench.tui.key_card import card_entries, key_card, key_card_markdown
from workbench.tui.key_names import is_letter, keys_of, named, shown, spelled
from workbench.tui.keymap import keymap
from workbench.tui.keymaps import STYLES, Style
from workbench.tui.pending import Fate, KeyTable, Pending, step
from workbench.tui.screens.article import ArticleScreen
from workbench.tui.screens.journal import JournalScreen
from workbench.tui.screens.settings import SettingsScreen

TABLE = KeyTable({("g", "g"): "first", ("j",): "next", ("semicolon",): "count"})


@pytest.mark.parametrize("style", list(Style))
@pytest.mark.parametrize("screen", range(len(SCREENS)))
def test_no_key_is_for_two_commands(style: Style, screen: int) -> None:
    keys = keymap((), style)
    owned = sorted(own for name in SCREENS[screen] for own in keys[name])
    assert len(owned) >= len(SCREENS[screen])
    assert [key for key, times in Counter(owned).items() if times > 1] == []
    assert [pair for pair in pairwise(owned) if pair[1][: len(pair[0])] == pair[0]] == []


@pytest.mark.parametrize("style", list(Style))
def test_a_keymap_is_whole(style: Style) -> None:
    keys = keymap((), style)
    assert set(keys) == {command.name for command in EVERY}
    assert all(keys.values())
    assert set(STYLES[style]) <= set(keys)


@pytest.mark.parametrize("style", list(Style))
def test_no_letter_is_taken_from_who_types_text(style: Style) -> None:
    keys = keymap((), style)
    typed = [own for command in (*DIALOG_COMMANDS, *FIELD_COMMANDS) for own in keys[command.name] if is_letter(own[0])]
    assert typed == []


@pytest.mark.parametrize(
    ("style", "overrides", "words"),
    [
        ("default", (("take-next", "a"),), ("take-next", "attach")),
        ("default", (("take-next", "/"),), ("take-next", "search", "key /")),
        ("vim", (("take-next", "g"),), ("take-next", "first-claim", "g g")),
        ("vim", (("take-next", "d d d"),), ("take-next", "detach")),
        ("emacs", (("take-next", "Ctrl+X Ctrl+C"),), ("take-next", "quit", "Ctrl+X Ctrl+C")),
        ("emacs", (("line-end", "ctrl+s"),), ("line-end", "submit")),
        ("default", (("take-next", "3"),), ("take-next", "rating")),
        ("default", (("take-next", "ctrl+p"),), ("take-next", "palette")),
        ("default", (("submit", "x"),), ("submit", "typed into text")),
        ("default", (("submit", "ctrl+x ctrl+s"),), ("submit", "one after another")),
        ("default", (("show-team", "z"),), ("show-team", "typed into text")),
        ("default", (("show-team", "ctrl+x 4"),), ("show-team", "one after another")),
        ("default", (("show-team", "ctrl+s"),), ("show-team", "keep-search")),
    ],
)
def test_collisions_are_refused_with_both_names(
    style: str, overrides: tuple[tuple[str, str], ...], words: tuple[str, ...]
) -> None:
    with pytest.raises(BadSetting) as refused:
        keymap(overrides, style)
    for word in words:
        assert word in refused.value.message


@pytest.mark.parametrize(
    ("key", "words"),
    [
        *[(one, "no such key") for one in ("nokey", "\0", "\x1b[2J", "🇩🇪", "hold+a", "ctrl+", "f99")],
        *(("ctrl+i", "sends Tab"), ("Ctrl+M", "sends Enter"), ("ctrl+[", "sends Esc"), ("shift+n", "write it as N")),
    ],
)
def test_a_key_that_no_terminal_sends_is_refused(key: str, words: str) -> None:
    with pytest.raises(BadSetting) as refused:
        keymap((("take-next", key),))
    assert words in refused.value.message
    assert "take-next" in refused.value.message
    assert refused.value.message.isprintable()


@pytest.mark.parametrize("key", ["é", "漢", "ctrl+f5", "shift+left", "alt+<", "Insert", "ctrl+@", "«", "f12", "Ctrl++"])
def test_a_key_that_terminals_send_can_be_had(key: str) -> None:
    taken = keymap((("take-next", key),))["take-next"]
    assert keymap((("take-next", spelled(taken)),))["take-next"] == taken


def test_an_unknown_keymap_names_the_nearest() -> None:
    with pytest.raises(BadSetting) as refused:
        keymap((), "emcas")
    assert "emacs" in refused.value.hint
    assert "The setting keymap: there is no keymap 'emcas'." in refused.value.message


def test_the_settings_file_names_a_keymap_and_keys_go_over_it(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('keymap = "vim"\n[keys]\nfirst-claim = "home"\n')
    settings = load_settings({"WORKBENCH_HOME": str(tmp_path)}, path)
    keys = keymap(settings.keys, settings.keymap)
    assert keys["first-claim"] == (("home",),)
    assert keys["detach"] == (("d", "d"),)


def test_keys_are_written_as_people_write_them() -> None:
    assert keys_of("g g, Ctrl+R,/") == (("g", "g"), ("ctrl+r",), ("slash",))
    assert [shown(keys) for keys in keys_of("ctrl+x ctrl+f,alt+<,pagedown,G,?")] == [
        "Ctrl+X Ctrl+F",
        "Alt+<",
        "PageDown",
        "G",
        "?",
    ]
    assert (named("+"), named("Ctrl++"), named("Alt+V"), named("Alt+Shift+V")) == (
        "plus",
        "ctrl+plus",
        "alt+v",
        "alt+shift+v",
    )


@pytest.mark.parametrize("style", list(Style))
def test_keys_as_they_are_written_are_read_again(style: Style) -> None:
    for keys in keymap((), style).values():
        assert keys_of(spelled(keys)) == keys
    odd = (("comma", "alt+shift+v"), ("space",), ("ctrl+plus",))
    assert keys_of(spelled(odd)) == odd


@given(st.integers(0, 676))
def test_labels_are_short_and_none_begins_another(count: int) -> None:
    names = labels(count)
    assert len(names) == len(set(names)) == count
    assert all(1 <= len(name) <= 2 for name in names)
    singles = {name for name in names if len(name) == 1}
    assert not any(name[0] in singles for name in names if len(name) == 2)


def fates(table: KeyTable, *keys: str) -> list[tuple[str, str, int | None]]:
    pending, found = Pending(), []
    for key in keys:
        taken = step(pending, key, table)
        pending = taken.pending
        found.append((taken.fate.value, taken.command, taken.times))
    return found


def test_keys_wait_for_those_that_complete_them() -> None:
    assert fates(TABLE, "g", "g") == [("waits", "", None), ("runs", "first", None)]
    assert fates(TABLE, "g", "x", "j") == [("waits", "", None), ("unknown", "", None), ("passes", "", None)]
    assert fates(TABLE, "g", "escape", "g") == [("waits", "", None), ("dropped", "", None), ("waits", "", None)]


def test_a_count_goes_with_the_command_behind_it() -> None:
    digits = TABLE._replace(digits=True)
    assert fates(digits, "1", "0", "g", "g")[-1] == ("runs", "first", 10)
    assert fates(digits, "0")[-1] == ("passes", "", None)
    assert fates(TABLE, "1")[-1] == ("passes", "", None)
    assert step(Pending(counting=True), "7", TABLE).pending.number == 7
    assert len(fates(digits, *"9" * 40, "j")) == 41
    assert fates(digits, *"9" * 40, "j")[-1] == ("runs", "next", 999_999_999)


@given(st.lists(st.sampled_from(["g", "j", "1", "0", "escape", "backspace", "semicolon", "x"]), max_size=12))
def test_escape_always_ends_what_waits(keys: list[str]) -> None:
    pending = Pending()
    for key in keys:
        pending = step(pending, key, TABLE).pending
    after = step(pending, "escape", TABLE)
    assert not after.pending
    assert after.fate is (Fate.DROPPED if pending else Fate.PASSES)


@pytest.mark.parametrize("style", list(Style))
def test_the_card_is_printed_in_every_form(style: Style) -> None:
    card = " ".join(key_card((), style).split())
    for command in EVERY:
        assert command.help() in card
        assert command.help() in key_card_markdown((), style)
    assert {entry.name for entry in card_entries((), style)} == {command.name for command in EVERY}
    assert json.dumps(card_entries((), style))


def test_vim_fingers_find_their_keys(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        claims = here.drive.review.claims
        await here.drive.press("G")
        assert claims.cursor == len(claims.numbers) - 1
        await here.drive.press("g")
        assert here.drive.text().splitlines()[0].split()[0] == "g"
        assert claims.cursor == len(claims.numbers) - 1
        await here.drive.press("g")
        assert claims.cursor == 0
        await here.drive.press("d", "x")
        assert "d x is no command." in here.drive.notices()
        await here.drive.press("semicolon", "2", "g", "g")
        assert claims.cursor == 1
        await here.drive.press("r", "g", "g")
        shown = here.drive.screen
        assert isinstance(shown, ArticleScreen)
        assert shown.pane.cursor == 0
        await here.drive.press("3", "g", "g")
        assert shown.pane.cursor == 2

    at_the_desk(story, key_style="vim")


def test_emacs_fingers_find_their_keys_in_fields_too(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        claims = here.drive.review.claims
        await here.drive.press("ctrl+n", "ctrl+n", "ctrl+p")
        assert claims.cursor == 1
        await here.drive.press("ctrl+u", "2", "ctrl+n")
        assert claims.cursor == 3
        await here.drive.press("alt+less_than_sign", "c")
        await here.drive.type("one two")
        area = here.drive.screen.query_one("#statement", TextArea)
        await here.drive.press("enter")
        await here.drive.type("three")
        await here.drive.press("ctrl+p", "ctrl+a", "ctrl+f", "ctrl+f", "ctrl+f", "ctrl+k")
        assert area.text == "one\nthree"
        await here.drive.press("alt+greater_than_sign")
        assert area.cursor_location == (1, 5)
        await here.drive.press("alt+less_than_sign", "ctrl+d")
        assert area.text == "ne\nthree"
        await here.drive.press("ctrl+underscore")
        assert area.text == "one\nthree"
        await here.drive.press("tab")
        await here.drive.type("Roe")
        await here.drive.press("ctrl+a", "ctrl+k")
        assert here.drive.screen.query_one("#claimer", Input).value == ""
        await here.drive.press("ctrl+g")
        assert here.drive.screen is here.drive.review

    at_the_desk(story, key_style="emacs")


def test_such_fingers_find_their_keys_in_every_list(at_the_desk: Run) -> None:
    async def vim(here: Room) -> None:
        await here.drive.press("f5", "G", "g", "g", "3", "j")
        journal = here.drive.screen
        assert isinstance(journal, JournalScreen)
        assert journal.entries.cursor == 3
        await here.drive.press("ctrl+w", "w")
        assert not journal.entries.has_focus

    async def emacs(here: Room) -> None:
        await here.drive.press("f6", "ctrl+n", "ctrl+u", "4", "ctrl+n", "ctrl+p")
        settings = here.drive.screen
        assert isinstance(settings, SettingsScreen)
        assert settings.settings.cursor == 4
        await here.drive.press("ctrl+g")
        assert here.drive.screen is here.drive.review

    at_the_desk(vim, key_style="vim")
    at_the_desk(emacs, key_style="emacs")


def test_the_footer_shows_the_keys_that_are_set(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        assert "Z t Take next" in here.drive.text()
        await here.drive.press("Z", "t")
        assert here.desk.claim(here.current).lease is not None

    at_the_desk(story, key_style="vim", keys=(("take-next", "Z t"),))
