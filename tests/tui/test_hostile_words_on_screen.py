"""Hostile words in every field that can hold foreign text: nothing of them reaches the terminal as a control."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.screen import ModalScreen, Screen
from textual.scroll_view import ScrollView
from textual.widgets import Static
from textual.widgets.option_list import Option

from claims_db.errors import StoreError
from claims_db.media_vocabulary import MediaKind
from claims_db.rows import Medium, SecondReviewRule
from claims_db.vocabulary import DraftField, EvidenceForm, Role, SavedForm, SkipReason, Stance
from tests.claim_reviews import feed, item, review
from tests.conftest import OpenDesk, hostile
from tests.tui.driving import Drive, driving
from tests.tui.hostile_desk import INPUTS, HostileDesk, Poison, all_of_them
from tests.tui.tape import Tape, foreign_controls, taping
from workbench.desk.desk import Desk
from workbench.desk.entries import ArticleEntry, ClaimEdit, ClaimEntry, EvidenceEntry, PersonEntry, QueueEntry
from workbench.errors import BadInput, ExitCode, Failure, WorkbenchError
from workbench.tui.commands.matching import MATCH_COMMANDS
from workbench.tui.commands.modes import Mode
from workbench.tui.commands.registry import COMMON
from workbench.tui.dialogs.choose import ChooseDialog, ConfirmDialog, MessageDialog
from workbench.tui.dialogs.media import MediaDialog
from workbench.tui.dialogs.overtaken import OvertakenDialog
from workbench.tui.dialogs.source import SourceDialog
from workbench.tui.drawing import block, line
from workbench.tui.keyed import KeyedScreen
from workbench.tui.screens.cluster import ClusterScreen
from workbench.tui.screens.desk_settings import OF_DESK
from workbench.tui.screens.matches import MatchesScreen
from workbench.tui.screens.settings import SettingsScreen
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.fields import Choices, LongField, ShortField
from workbench.tui.widgets.hit_list import HitList
from workbench.tui.widgets.line_list import LineList
from workbench.tui.widgets.text_pane import TextPane
from workbench.tui.works import Work

MARKUP = [str(one.payload)[:20] for one in hostile("markup")]
DRAWN_BY_LINES = (ClaimList, HitList, LineList, TextPane)
NOTHING_FOREIGN = frozenset(
    {"HelpScreen", "DialogHelp", "JumpScreen", "Palette", "ThemeDialog", "ToleranceDialog", "TooSmall"}
)
"""They show the program's own words and numbers, and names of keys and themes, which nobody can choose freely."""

DECIDING = (
    ("compare", "sign-off", "return", "publish"),
    ("correct", "withdraw", "reopen", "export"),
    ("compare", "verdict"),
)
"""What opens other dialogs on a claim that is decided, on one that is published, and on one under dispute."""


def article_with(desk: Desk, words: str, folder: Path) -> list[int]:
    """Take in an article with the words in its text, title and outlet; give the numbers of its claims."""
    path = folder / "article.txt"
    for inside in (words, "the"):
        text = f"{inside}\n\nMayor Inga Holm said on Monday that {inside} ferry prices rose by 12% in March."
        path.write_text(text, encoding="utf-8", errors="replace")
        with suppress(BadInput):
            found = desk.add_article(ArticleEntry(str(path), outlet=words, title=words))
            return [claim.number for claim in desk.article(found.article.number).claims]
    return []


def check_of(words: str, folder: Path) -> str:
    """Write a feed with a prior check that has the words wherever its feed takes them; give where it is."""
    said = dict.fromkeys(("claimReviewed", "headline", "inLanguage"), words)
    rating = dict.fromkeys(("ratingValue", "worstRating", "bestRating", "alternateName"), words)
    people = {"author": {"name": words}, "itemReviewed": {"author": {"name": words}}}
    path = folder / "feed.json"
    path.write_text(feed(item(review(**said, **people, reviewRating=rating))))
    return str(path)


def fill(desk: Desk, words: str, folder: Path) -> int:
    """Put the words wherever the desk takes them; what it refuses it refuses as an answer."""
    claims = article_with(desk, words, folder)
    number = desk.add_claim(
        ClaimEntry(f"{words} rose by 12%.", words, (words, words), locator=words, exact=words)
    ).claim
    entry = EvidenceEntry(
        EvidenceForm.LINK,
        Stance.REFUTES,
        *(words, words, words, f"https://example.org/{words}", words, words, words),
    )
    film = Medium(MediaKind.IMAGE_WITH_TEXT, ("https://post.example/1",), words, no_original=words, context=words)
    steps: list[Callable[[], object]] = [
        *(lambda at=at: desk.edit(at, ClaimEdit(words, words, (words,))) for at in claims),
        lambda: desk.attach(number, entry),
        lambda: desk.attach(number, replace(entry, form=EvidenceForm.NOTE, url="", title="")),
        lambda: desk.comment(number, f"{words} @ana {words}"),
        lambda: desk.assign([number], "ana", words),
        lambda: desk.add_media(number, film),
        lambda: desk.tag([number], [words]),
        lambda: desk.keep_search(words, words, SavedForm.SEARCH),
        lambda: desk.open_queue(QueueEntry(words)),
        lambda: desk.add_person(PersonEntry(words, Role.REVIEWER)),
        *(
            lambda field=field: desk.save_draft(number, field, words)
            for field in (DraftField.VERDICT, DraftField.EVIDENCE, DraftField.COMMENT)
        ),
        lambda: desk.import_priors(check_of(words, folder)),
        *(lambda at=at: desk.skip(at, SkipReason.OTHER, words) for at in claims[:1]),
        *(lambda at=at: desk.record(at, "false", words) for at in claims[1:]),
    ]
    for step in steps:
        with suppress(WorkbenchError, StoreError):
            step()
    return number


class Watched:
    """A driven desk and what it wrote; each look asserts that nothing of it is a control."""

    def __init__(self, drive: Drive, tape: Tape) -> None:
        self.drive = drive
        self._tape = tape
        self.seen: set[str] = set()

    def look(self, where: str) -> None:
        written = self._tape.read()
        assert not foreign_controls(written), where
        written.encode()
        assert self.drive.app.return_code is None
        assert not self.misfits(), where
        assert "This is a bug" not in self.drive.text(), where
        self.seen.add(type(self.drive.screen).__name__)

    def misfits(self) -> list[str]:
        """Give the lines on the screen, and those of each list and text in it, that are not as wide as they should be."""
        app, screen = self.drive.app, self.drive.screen
        lines = [(strip.text, app.size.width) for strip in screen._compositor.render_strips()]
        for pane in screen.query(ScrollView):
            if pane.is_on_screen and isinstance(pane, DRAWN_BY_LINES):
                lines += [
                    (pane.render_line(y).text, pane.scrollable_content_region.width) for y in range(pane.size.height)
                ]
        return [text for text, width in lines if cell_len(text) != width]

    async def show(self, screen: Screen[None]) -> None:
        self.drive.app.push_screen(screen)
        await self.drive.settle()
        self.look(type(screen).__name__)
        screen.dismiss(None)

    async def run_all(self, base: KeyedScreen) -> None:
        """Run each command of a screen, and close what it opens."""
        await self.run(base, *(one.name for one in base.COMMANDS_HERE if one not in COMMON))

    async def run(self, base: KeyedScreen, *names: str) -> None:
        for name in names:
            base.run_command(name, None)
            await self.drive.settle()
            self.look(name)
            await self.close_all(base)

    async def close_all(self, base: KeyedScreen) -> None:
        while self.drive.screen is not base:
            if len(self.drive.app.screen_stack) > 1:
                self.drive.screen.dismiss(None)
            else:
                self.drive.app.show_mode(getattr(base, "MODE", Mode.QUEUE))
            await self.drive.settle()
        self.drive.app.clear_notifications()


def test_each_of_them_is_drawn_in_the_queue(open_as: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def tell(tape: Tape) -> None:
        desk = open_as()
        shown = {fill(desk, words, tmp_path): words for words in INPUTS}
        async with driving(lambda: open_as("ana"), tmp_path) as drive:
            watched = Watched(drive, tape)
            for number, words in shown.items():
                drive.review.go_to(number)
                drive.review.tell_user(words, words)
                await drive.settle()
                assert drive.review.sheet is not None
                assert drive.review.sheet.number == number
                watched.look(ascii(words))
                drive.app.clear_notifications()
            assert drive.app.title == drive.app.TITLE
            for key in ("f4", "f5", "down", "down", "f6", "f2", "r", "j", "j"):
                await drive.press(key)
                watched.look(key)

    with taping(monkeypatch) as tape:
        asyncio.run(tell(tape))


def four_claims(open_as: OpenDesk, folder: Path) -> list[int]:
    """Give a claim that is open, one that is decided, one that is published and one that two disagree about."""
    desk = open_as()
    desk.open_queue(QueueEntry("fast"))
    desk.keep_search("Mondays", "ferry", SavedForm.FILTER)
    numbers = [fill(desk, f"{at} of all", folder) for at in range(4)]
    _, decided, published, disputed = numbers
    ben, cid = open_as("ben"), open_as("cid")
    desk.tag(numbers, ["harbour"])
    ben.record(decided, "false", "The log says so.")
    ben.record(published, "false", "The log says so.")
    for rule in desk.lint(published).blocking:
        desk.waive(published, rule, "seen on paper")
    desk.sign_off(published, "well done")
    desk.publish(published)
    desk.set_second_review_rule(SecondReviewRule(ratings=("false", "true")))
    ben.record(disputed, "false", "The log says so.")
    cid.record(disputed, "true", "The minutes say otherwise.")
    return numbers


async def watch_the_other_screens(watched: Watched) -> None:
    """Run what can be done in search, article, team, journal and settings."""
    drive = watched.drive
    await drive.press("slash")
    await drive.type("ferry")
    watched.look("a search")
    await drive.press("down", "ctrl+s")
    watched.look("a name for a search")
    await drive.press("escape", "ctrl+u")
    await drive.type("P-1")
    await drive.press("enter")
    watched.look("a prior check")
    await drive.press("escape", "escape")
    drive.app.read_article(1)
    for mode in (Mode.ARTICLE, Mode.TEAM, Mode.JOURNAL, Mode.SETTINGS):
        drive.app.show_mode(mode)
        await drive.settle()
        base = drive.screen
        assert isinstance(base, KeyedScreen)
        watched.look(mode)
        await watched.run_all(base)
    drive.app.show_mode(Mode.QUEUE)


async def watch_what_goes_out(watched: Watched, published: int) -> None:
    """Look at a report by each template, at what went out, and at what the desk says of publisher and scale."""
    drive = watched.drive
    drive.review.go_to(published)
    await drive.settle()
    await drive.press("B")
    for key in ("t", "t", "ctrl+d", "G"):
        await drive.press(key)
        watched.look("a report")
    await drive.press("escape", "H")
    for key in ("j", "G", "tab"):
        await drive.press(key)
        watched.look("what went out")
    await drive.press("escape")
    drive.app.show_mode(Mode.SETTINGS)
    await drive.settle()
    for key in OF_DESK:
        settings = drive.screen
        assert isinstance(settings, SettingsScreen)
        settings.settings.go([one for one, _ in settings.settings._lines].index(key))
        await drive.settle()
        watched.look(key)
        await drive.press("enter")
        watched.look(key)
        await watched.close_all(settings)
    drive.app.show_mode(Mode.QUEUE)
    await drive.settle()


async def watch_messages(watched: Watched) -> None:
    """Show what says something with words of any kind: dialogs, messages in passing, the filter, long work."""
    drive, words = watched.drive, all_of_them(0)
    failure = Failure(words, words, ExitCode.FAILED, (f"- {words}", f"+ {words}"))
    await watched.show(MessageDialog(words, words))
    await watched.show(ConfirmDialog(words, words, words, words))
    await watched.show(ChooseDialog(words, INPUTS))
    await watched.show(OvertakenDialog(failure, words))
    drive.app.show_failure(failure)
    drive.review.narrow(words)
    drive.app.worker.works.begin(work := Work(words, lambda _: None))
    work.hear(words, 1, 3)
    drive.app.works_changed.publish(drive.app.worker.works)
    await drive.settle()
    watched.look("messages, a filter and long work")
    drive.app.worker.works.end(work, failure)
    drive.app.exports = Path(words.replace("\0", ""))
    drive.review.narrow("")
    await drive.settle()
    watched.look("work that failed")


async def watch_matches(watched: Watched) -> None:
    """Look at matches in the panel and side by side, and decide on them."""
    review = watched.drive.review
    review.run_command("matches", None)
    await watched.drive.settle()
    base = watched.drive.screen
    assert isinstance(base, MatchesScreen)
    assert base.matches.row is not None
    watched.look("matches side by side")
    await watched.run(base, *(one.name for one in MATCH_COMMANDS), "undo", "redo", "next-line", "next-part")
    await watched.close_all(review)
    review._match()
    await watched.drive.settle()
    watched.look("matches in the panel")


async def watch_a_cluster(watched: Watched) -> None:
    """Look at the claims that are the same as one, and at what stands beside them."""
    review = watched.drive.review
    review.run_command("cluster", None)
    await watched.drive.settle()
    base = watched.drive.screen
    assert isinstance(base, ClusterScreen)
    assert base.places.count > 1
    watched.look("a cluster")
    await watched.run(base, "next-line", "last-line", "next-part", "undo", "redo")
    await watched.close_all(review)


async def watch_a_source(watched: Watched) -> None:
    review = watched.drive.review
    assert review.sheet is not None
    evidence = next(one for one in review.sheet.evidence if one.source is not None)
    assert evidence.source is not None
    await watched.show(SourceDialog(review.worker, review.sheet, evidence, evidence.source, review.changed))
    await watched.close_all(review)


async def watch_media(watched: Watched) -> None:
    review = watched.drive.review
    assert review.sheet is not None
    await watched.show(MediaDialog(review.worker, review.sheet, review.sheet.media[0], review.changed))
    await watched.close_all(review)


async def watch_a_waiver(watched: Watched) -> None:
    """Look at the rules that a claim does not meet, and at what asks why one of them is waived."""
    review = watched.drive.review
    review.run_command("lint", None)
    await watched.drive.settle()
    await watched.drive.press("w")
    watched.look("a waiver")
    await watched.close_all(review)


def names_of_dialogs() -> set[str]:
    """Name all that can open over a screen."""
    found, open_kinds = set(), [ModalScreen]
    while open_kinds:
        own = open_kinds.pop().__subclasses__()
        open_kinds += own
        found |= {one.__name__ for one in own if one.__module__.startswith("workbench") and not one.__subclasses__()}
    return found


def test_nothing_that_the_desk_answers_is_a_control(
    open_as: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def tell(tape: Tape) -> None:
        poison, numbers = Poison(), four_claims(open_as, tmp_path)
        async with driving(lambda: HostileDesk(open_as("ana"), poison), tmp_path) as drive:
            watched = Watched(drive, tape)
            drive.review.go_to(numbers[0])
            await drive.settle()
            await watched.run_all(drive.review)
            await watch_matches(watched)
            await watch_a_cluster(watched)
            await watch_a_source(watched)
            await watch_media(watched)
            await watch_a_waiver(watched)
            for number, names in zip(numbers[1:], DECIDING, strict=True):
                drive.review.go_to(number)
                await drive.settle()
                await watched.run(drive.review, *names)
            drive.review.mark_and_go_on(2)
            await watched.run(drive.review, *drive.review.ON_MARKED)
            drive.review.unmark_all()
            await watch_the_other_screens(watched)
            await watch_what_goes_out(watched, numbers[2])
            await watch_messages(watched)
            assert watched.seen >= names_of_dialogs() - NOTHING_FOREIGN

    with taping(monkeypatch) as tape:
        asyncio.run(tell(tape))


def test_markup_is_shown_as_it_was_written(open_as: OpenDesk, tmp_path: Path) -> None:
    async def tell() -> None:
        desk = open_as()
        written = {desk.add_claim(ClaimEntry(f"{words} rose.", words)).claim: words for words in MARKUP}
        async with driving(lambda: open_as("ana"), tmp_path) as drive:
            for number, words in written.items():
                drive.review.go_to(number)
                await drive.settle()
                assert drive.text().count(f"{words} rose.") == 3, "list, panel and article pane"
                assert f"Said by  {words}" in drive.text()
            drive.app.push_screen(MessageDialog("All", "\n".join(MARKUP)))
            await drive.settle()
            assert all(words in drive.text() for words in MARKUP)

    asyncio.run(tell())


class Fields(App[None]):
    """Every kind of field with every hostile text in it, as value, as placeholder and as choice."""

    CSS = "LongField { height: 3; } #all { height: 40; } Input { height: 1; border: none; }"

    def compose(self) -> ComposeResult:
        for words in INPUTS:
            yield ShortField(placeholder=words)
            short = ShortField()
            short.value = words
            yield short
            long = LongField(placeholder=words)
            yield long
        long = LongField(id="all")
        long.text = "\n".join(INPUTS)
        yield long
        yield Choices(*(Option(line(words)) for words in INPUTS), markup=False)
        yield Static(block("\n".join(INPUTS)))


def test_fields_draw_none_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    async def tell(tape: Tape) -> None:
        app = Fields()
        async with app.run_test(size=(120, 380)) as pilot:
            await pilot.pause()
            assert not foreign_controls(tape.read())

    with taping(monkeypatch) as tape:
        asyncio.run(tell(tape))
