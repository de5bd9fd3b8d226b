"""The golden export: the sample article, reviewed with a fixed clock and fixed ids.

``python -m tests.golden_export`` writes ``exports/sample/`` anew; a test compares it byte for byte.
"""

import asyncio
import itertools
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from claims_db.media_vocabulary import MediaCategory, MediaKind
from claims_db.rows import ClaimFilter, Medium, PublisherRow, RecheckDate
from claims_db.vocabulary import EvidenceForm, Role, Severity, SkipReason, Stance
from tests.tui.driving import driving
from workbench.bootstrap import open_desk
from workbench.desk.desk import Desk
from workbench.desk.entries import ArticleEntry, ClaimEdit, EvidenceEntry, PersonEntry
from workbench.desk.exported import FindingForm, Form, Order
from workbench.domain.dates import parse_date
from workbench.domain.public_ids import uuid7
from workbench.export.template_names import SHIPPED_PAGE
from workbench.locations import Locations
from workbench.sample import OUTLET, PUBLISHED, article
from workbench.settings import Settings

FOLDER = Path(__file__).resolve().parents[1] / "exports" / "sample"
_MONDAY_MORNING = 1_700_470_800_000_000


@dataclass
class FixedTime:
    """A clock that starts on Monday 20 November 2023, 09:00 UTC, and moves by a second at each look."""

    seconds: "itertools.count[int]" = field(default_factory=itertools.count)

    def __call__(self) -> int:
        return _MONDAY_MORNING + next(self.seconds) * 1_000_000


@dataclass
class FixedIds:
    """Public ids that count up."""

    numbers: "itertools.count[int]" = field(default_factory=itertools.count)

    def __call__(self) -> str:
        number = next(self.numbers)
        return uuid7(_MONDAY_MORNING + number * 1_000, number.to_bytes(10, "big"))


@dataclass
class Seats:
    """Opens one desk in a folder for several people, with one clock and one row of ids."""

    folder: Path
    clock: FixedTime = field(default_factory=FixedTime)
    new_id: FixedIds = field(default_factory=FixedIds)

    def __call__(self, who: str) -> Desk:
        folders = Locations(self.folder, self.folder, self.folder / "cache", self.folder / "log")
        settings = Settings(str(self.folder / "sample.sqlite3"), who, "textual-dark", "", 30, (), folders)
        return open_desk(settings, clock=self.clock, new_id=self.new_id)


def reviewed_desk(folder: Path, seats: Seats | None = None) -> Desk:
    """Give a desk in a folder on which the sample article was reviewed."""
    desk = (seats or Seats(folder))("sample reviewer")
    # The journal would hold the path of a file, which must not say where the checkout lies.
    with article().open("rb") as text:
        desk.add_article(ArticleEntry("-", parse_date(PUBLISHED), OUTLET), text)
    _review(desk)
    return desk


PUBLISHER = PublisherRow(
    "Workbench sample",
    "https://example.org/",
    "https://example.org/checks/{slug}/",
    "https://example.org/corrections",
)


def write_published(folder: Path, out: Path) -> None:
    """Write what goes out of the sample: two findings that an editor signed off, one of them corrected since and dated."""
    seats = Seats(folder)
    reviewer = reviewed_desk(folder, seats)
    reviewer.add_person(PersonEntry("sample editor", Role.EDITOR))
    reviewer.set_publisher(PUBLISHER)
    first, quoted = _number(reviewer, "first time that Russian troops"), _number(reviewer, "cannot be ruled out")
    editor = seats("sample editor")
    for number in (first, quoted):
        editor.sign_off(number)
        editor.publish(number)
    editor.edit(quoted, ClaimEdit(recheck=RecheckDate("2024-10-22", "the next annual meeting of the club")))
    editor.correct(quoted, Severity.CLARIFICATION, "We had not said that the remark was an answer to a question.")
    editor.carry_out(Order(Form.REVISIONS, out))
    for template in ("box", "assessment"):
        editor.export_findings(FindingForm.PAGES, out / template, [first], template)
    page = Order(Form.MARKDOWN, out / "pages", page=SHIPPED_PAGE)
    editor.carry_out(page._replace(article=1))
    two = page._replace(numbers=(quoted, first), title="Two findings", selection="state:published")
    editor.carry_out(two._replace(template="box"))
    for form in (FindingForm.AVERITEC, FindingForm.CSL, FindingForm.BIBTEX):
        editor.export_findings(form, out)
    editor.export_findings(FindingForm.SITE, out / "site")
    editor.export_csv(out / "claims.csv")
    for desk in (editor, reviewer):
        desk.close()


def _review(desk: Desk) -> None:
    first = _number(desk, "first time that Russian troops")
    desk.attach(
        first,
        EvidenceEntry(
            EvidenceForm.NOTE,
            Stance.REFUTES,
            note=(
                "The joint Russian-Chinese exercise Peace Mission 2005, in August 2005, was held partly on the Shandong "
                "peninsula in eastern China, with Russian troops taking part."
            ),
            title="Peace Mission 2005, from general knowledge; to be backed by a document",
        ),
    )
    desk.attach(
        first,
        EvidenceEntry(
            EvidenceForm.NOTE,
            Stance.CONTEXT,
            note="Chinese reports of 2021 spoke of the first joint exercise on Chinese soil since the pandemic, or the first of its kind.",
        ),
    )
    desk.record(
        first,
        "false",
        "Russian troops took part in Peace Mission 2005, which was held partly on Chinese soil sixteen years earlier. "
        "So “first” does not stand as worded. A narrower wording, such as the first of its kind, might.",
    )
    quoted = _number(desk, "cannot be ruled out")
    desk.attach(
        quoted,
        EvidenceEntry(
            EvidenceForm.NOTE,
            Stance.SUPPORTS,
            note="Vladimir Putin said so at the annual meeting of the Valdai Discussion Club on 22 October 2020.",
            title="Valdai Discussion Club, plenary session, transcript",
            publisher="President of Russia",
            published=parse_date("2020-10-22"),
            locator="answer to a question on a military alliance",
        ),
    )
    desk.add_media(
        quoted,
        Medium(
            MediaKind.VIDEO,
            ("https://example.org/posts/17",),
            categories=(MediaCategory.EDITED,),
            original="https://example.org/recordings/whole-answer",
            context="Made up for this sample: the whole answer, in which he also says that there is no need for an alliance now.",
            edited=("00:00:12-00:00:31",),
        ),
    )
    desk.record(
        quoted,
        "mostly_true",
        "He was asked about an alliance and said that one can well imagine it in theory. The words are a fair short form "
        "of the answer; he also said that there is no need for one now, which the article leaves out.",
    )
    desk.record(
        _number(desk, "ten strategic bombers"),
        "unproven",
        "The number and the purpose come from the Russian minister alone. The United States confirms the exercise and not "
        "what he says was rehearsed in it. No document that would show it either way was found.",
    )
    desk.skip(_number(desk, "Shoigu used the call"), SkipReason.TRIVIAL)


def _number(desk: Desk, words: str) -> int:
    (number,) = desk.claim_numbers(ClaimFilter(words=(words,)))
    return number


_SHOWN = 11
"""The claim that the picture of the README shows: one with evidence and a verdict."""


async def _picture(folder: Path) -> str:
    """Draw the terminal desk on the reviewed sample, as SVG."""
    async with driving(lambda: reviewed_desk(folder), folder, size=(120, 36)) as drive:
        drive.review.claims.go_to(_SHOWN)
        # The claim is read a moment after the cursor has come to rest.
        while drive.review.sheet is None or drive.review.sheet.number != _SHOWN:
            await drive.pilot.pause(0.05)
        await drive.settle()
        return drive.app.export_screenshot(title="Workbench")


def main() -> None:
    """Write the golden export and the picture of the README anew."""
    shutil.rmtree(FOLDER)
    FOLDER.mkdir()
    with tempfile.TemporaryDirectory() as folder:
        desk = reviewed_desk(Path(folder))
        for path in desk.export(FOLDER):
            print(path.name)  # noqa: T201 - a script
        desk.close()
    with tempfile.TemporaryDirectory() as folder:
        write_published(Path(folder), FOLDER)
    with tempfile.TemporaryDirectory() as folder:
        (FOLDER / "desk.svg").write_text(asyncio.run(_picture(Path(folder))), encoding="utf-8")


if __name__ == "__main__":
    main()
