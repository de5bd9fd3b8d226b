"""What leaves the desk from the terminal: exports in every form, the report before it goes out, and all that did."""

import threading

import pytest
from textual.widgets import Input, Select, Static

from claims_db.rows import PublisherRow
from claims_db.vocabulary import ClaimState, Severity
from tests.tui.driving import NARROW, WIDE
from tests.tui.rooms import Room, Run
from tests.tui.test_long_work_on_screen import HeldUp
from tests.tui.test_settings_screen import go_to
from tests.weighed import weigh
from workbench.desk import exporting
from workbench.desk.exported import Form
from workbench.export.rendered import RenderedFile
from workbench.tui.dialogs.export import ExportDialog
from workbench.tui.dialogs.preview import PreviewDialog
from workbench.tui.screens.gone_out import GoneOutScreen
from workbench.tui.widgets.report_pane import ReportPane


def choose(here: Room, **fields: str) -> None:
    """Answer in the fields of the dialog that is open."""
    for name, value in fields.items():
        field = here.drive.screen.query_one(f"#{name}")
        assert isinstance(field, Select | Input)
        field.value = value


def problem(here: Room) -> str:
    """Give what the dialog says is wrong."""
    return str(here.drive.screen.query_one("#problem", Static).content)


def exports(here: Room, pattern: str = "*") -> list[str]:
    return sorted(path.name for path in (here.folder / "exports").glob(pattern))


def told(here: Room) -> str:
    return here.drive.told[-1]


async def signed_off(here: Room) -> int:
    """Have a verdict of ben's on the claim under the cursor signed off."""
    number, ben = here.current, here.open_as("ben")
    weigh(ben, number)
    ben.record(number, "false", "The log says so.", queue=None)
    here.desk.sign_off(number)
    await here.notice()
    return number


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_marked_claims_go_out_as_pages_and_what_stays_the_same_is_counted(
    at_the_desk: Run, size: tuple[int, int]
) -> None:
    async def story(here: Room) -> None:
        number = await signed_off(here)
        await here.drive.press("g", "space", "space", "e")
        choose(here, what="marked", template="box", folder=str(here.folder / "exports" / "box"))
        await here.drive.settle()
        await here.drive.press("ctrl+s")
        assert here.drive.screen is here.drive.review
        marked = here.drive.review.claims.marked
        assert len(marked) == 2
        if number not in marked:
            await here.drive.press("X")
            here.drive.review.go_to(number)
            await here.drive.settle()
            await here.drive.press("space", "e")
            assert here.drive.screen.query_one("#folder", Input).value.endswith("box")
            await here.drive.press("ctrl+s")
        assert len(exports(here, "box/*.md")) == 1
        assert "1 written, 0 unchanged." in told(here)
        await here.drive.press("e", "ctrl+s")
        assert "0 written, 1 unchanged." in told(here)

    at_the_desk(story, size=size)


def test_every_form_can_be_chosen_and_says_what_it_leaves_out_and_why(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        here.desk.set_publisher(PublisherRow("Desk", "https://example.org/", "https://example.org/{slug}"))
        open_claim = here.current
        await here.drive.press("e")
        offered = here.drive.screen.query_one("#form", Select)
        assert {value for _, value in offered._options} == {form.value for form in Form}
        await here.drive.press("escape")
        answers = dict[Form, str]()
        for form in Form:
            await here.drive.press("e")
            choose(here, form=form.value, what="claim", template="long")
            await here.drive.settle()
            await here.drive.press("ctrl+s")
            answers[form] = told(here)
            if isinstance(here.drive.screen, ExportDialog):
                answers[form] = problem(here)
                await here.drive.press("escape")
        not_rated = "1 left out: not rated. Record a verdict first."
        assert not_rated in answers[Form.MARKDOWN]
        assert not_rated in answers[Form.CLAIM_REVIEW]
        assert "1 left out: not published. Have it signed off, then publish it." in answers[Form.SITE]
        assert f"C-{open_claim} has no revision that could be written" in answers[Form.REVISIONS]
        assert "drafts, discussions" in answers[Form.JSONL]
        assert {"claims.csv", "desk.jsonl", "averitec.json", "sources.bib"} <= set(exports(here))

    at_the_desk(story)


def test_marked_claims_go_onto_one_page_under_a_title_of_their_own(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await signed_off(here)
        await here.drive.press("space", "e")
        title = here.drive.screen.query_one("#title", Input)
        assert title.parent is not None
        assert not title.parent.display
        choose(here, what="marked", template="one page: box")
        await here.drive.settle()
        assert title.parent.display
        assert not here.drive.screen.query_one("#only").parent.display
        choose(here, title="The harbour")
        await here.drive.press("ctrl+s")
        (name,) = exports(here)
        page = (here.folder / "exports" / name).read_text("utf-8")
        assert "# The harbour\n" in page
        assert "## Overview\n" in page
        assert "1 written, 0 unchanged." in told(here)

    at_the_desk(story)


def test_what_changed_is_written_again_alone_and_only_of_a_whole_folder(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await signed_off(here)
        await here.drive.press("e")
        choose(here, template="long", only="changed", what="claim")
        await here.drive.settle()
        await here.drive.press("ctrl+s")
        assert "This keeps a whole folder up to date. Choose the list or everything." in problem(here)
        choose(here, what="all")
        await here.drive.settle()
        await here.drive.press("ctrl+s")
        assert "1 written, 0 unchanged." in told(here)
        await here.drive.press("e")
        choose(here, only="since", since="2199-01-01")
        await here.drive.settle()
        await here.drive.press("ctrl+s")
        assert "that is yet to come" in problem(here)
        choose(here, since="2023-11-01")
        await here.drive.press("ctrl+s")
        assert "0 written, 1 unchanged." in told(here)

    at_the_desk(story)


def test_the_list_goes_out_as_its_filter_says(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("f")
        await here.drive.type("bridge")
        await here.drive.press("enter", "e")
        assert "the list, by bridge" in here.drive.text()
        choose(here, form="csv")
        await here.drive.settle()
        await here.drive.press("ctrl+s")
        assert "1 written, 0 unchanged." in told(here)
        table = (here.folder / "exports" / "claims.csv").read_text("utf-8-sig")
        assert table.count("\n") == 2
        assert "The bridge was closed for 40 days." in table

    at_the_desk(story)


def test_escape_calls_an_export_off_and_nothing_of_it_stays(at_the_desk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    held, whole = HeldUp(), exporting.article_file
    asked = threading.Semaphore(1)

    def held_up(*given: object) -> RenderedFile:
        if not asked.acquire(blocking=False):
            held.wait()
        return whole(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(exporting, "article_file", held_up)

    async def story(here: Room) -> None:
        await here.drive.press("e")
        here.drive.send("ctrl+s")
        await held.at()
        for _ in range(5):
            await here.drive.pilot.pause()
        assert here.drive.screen is here.drive.review
        assert "Exporting to" in here.drive.text()
        here.drive.send("escape")
        for _ in range(5):
            await here.drive.pilot.pause()
        held.go_on()
        await here.drive.settle()
        assert "Nothing was written." in told(here)
        assert exports(here) == []

    at_the_desk(story)


def test_a_folder_that_is_none_is_told_and_the_answers_stay(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        blocked = here.folder / "blocked"
        blocked.write_text("a file")
        await here.drive.press("e")
        choose(here, folder=str(blocked))
        await here.drive.press("ctrl+s")
        assert "Exporting failed" in here.drive.text()
        assert "can't be written" in here.drive.text()
        await here.drive.press("ctrl+g", "e")
        assert here.drive.screen.query_one("#folder", Input).value == str(blocked)

    at_the_desk(story)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_report_is_read_before_it_goes_out_and_goes_out_as_it_was_read(
    at_the_desk: Run, size: tuple[int, int]
) -> None:
    async def story(here: Room) -> None:
        number = await signed_off(here)
        await here.drive.press("B")
        screen = here.drive.screen
        assert isinstance(screen, PreviewDialog)
        assert f"C-{number} as it would go out: long" in here.drive.text()
        assert "rule" in here.drive.text()
        assert 'description: "False. The log says so."' in screen.query_one(ReportPane)._text
        await here.drive.press("t")
        assert "as it would go out: box" in here.drive.text()
        read = screen.query_one(ReportPane)._text
        top = screen.query_one(ReportPane).scroll_offset.y
        await here.drive.press("j", "j")
        assert screen.query_one(ReportPane).scroll_offset.y > top or size == WIDE
        await here.drive.press("P")
        assert "written by the template box" in " ".join(here.drive.text().split())
        await here.drive.press("y")
        assert here.desk.claim(number).state is ClaimState.PUBLISHED
        (report,) = (here.folder / "exports" / "published").glob("*/report.md")
        assert undated(report.read_text("utf-8")) == undated(read)

    at_the_desk(story, size=size)


def undated(report: str) -> list[str]:
    """Leave out the lines that say when it went out."""
    return [line for line in report.split("\n") if not line.startswith(("date:", "lastmod:"))]


def test_a_claim_that_can_not_go_out_says_why_above_its_report(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        number = here.current
        await here.drive.press("B")
        assert f"C-{number} has no verdict that stands." in here.drive.notices()
        here.open_as("ben").record(number, "false", "The log says so.", queue=None)
        await here.notice()
        here.drive.review.go_to(number)
        await here.drive.settle()
        await here.drive.press("B")
        shown = " ".join(here.drive.text().split())
        assert "A claim that is recorded can't be changed so: publish." in shown
        assert "blocks false-without-refuting" in shown

    at_the_desk(story)


def test_what_went_out_is_listed_and_leads_to_its_claim(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("H")
        assert "Nothing went out yet." in here.drive.text()
        await here.drive.press("escape")
        number = await signed_off(here)
        here.desk.publish(number)
        here.desk.correct(number, Severity.TYPO, "A name was\nmisspelt.")
        await here.notice()
        await here.drive.press("G", "H")
        assert isinstance(here.drive.screen, GoneOutScreen)
        shown = here.drive.text()
        assert "2 revisions, 1 correction among them" in shown
        assert shown.index("typo") < shown.index("published  ")
        assert "A name was misspelt." in shown
        await here.drive.press("j")
        assert f"C-{number}, revision 1" in here.drive.text()
        await here.drive.press("enter")
        assert here.drive.screen is here.drive.review
        assert here.current == number

    at_the_desk(story)


def test_who_publishes_and_what_is_rated_on_are_set_in_the_settings(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await go_to(here, "publisher")
        assert "nobody yet" in here.drive.text()
        await here.drive.press("enter")
        choose(here, name="Example Desk", url="https://example.org/", pages="https://elsewhere.net/{slug}")
        await here.drive.press("ctrl+s")
        assert "The pages must be on the publisher's own site" in problem(here)
        choose(here, pages="https://example.org/{slug}", corrections="https://example.org/corrections")
        await here.drive.press("ctrl+s")
        assert here.desk.publisher() == PublisherRow(
            "Example Desk", "https://example.org/", "https://example.org/{slug}", "https://example.org/corrections"
        )
        assert "Corrections  https://example.org/corrections" in here.drive.text()
        await go_to(here, "scale")
        assert "number 5, Supported" in here.drive.text()
        await here.drive.press("enter")
        choose(here, scale="politifact", second="no_such")
        await here.drive.settle()
        assert "6 Pants on Fire" in here.drive.text()
        await here.drive.press("ctrl+s")
        assert "which the scale politifact does not have" in problem(here)
        choose(here, second="pants_on_fire")
        await here.drive.press("ctrl+s")
        assert here.desk.scale().slug == "politifact"
        assert here.desk.second_review_rule().ratings == ("pants_on_fire",)
        assert "PolitiFact" in here.drive.text()

    at_the_desk(story)


def test_a_long_report_scrolls_and_is_drawn_as_it_is(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        number, ben = here.current, here.open_as("ben")
        ben.record(number, "false", "\n".join(f"[b]line[/b] {at} \x1b[31m" for at in range(3_000)), queue=None)
        await here.notice()
        here.drive.review.go_to(number)
        await here.drive.settle()
        await here.drive.press("B")
        pane = here.drive.screen.query_one(ReportPane)
        await here.drive.press("pagedown", "pagedown")
        assert pane.scroll_offset.y > 0
        await here.drive.press("G")
        assert pane.scroll_offset.y == pane.max_scroll_y
        assert "there is no other." in here.drive.text()
        assert pane._text.count("\n") < len(pane._rows)
        assert "\x1b" not in here.drive.text()

    at_the_desk(story, size=NARROW)
