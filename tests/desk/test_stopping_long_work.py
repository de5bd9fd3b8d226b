"""Long work that is stopped in the middle leaves everything as it was, or whole."""

from collections.abc import Callable
from pathlib import Path

import pytest

from claims_db.backups import back_up
from claims_db.rows import ClaimFilter
from workbench.desk.desk import Desk
from workbench.desk.entries import ArticleEntry, ClaimEntry
from workbench.domain.progress import Progress, Stopped


def stopping_at(share: float, step: str = "") -> Progress:
    """Give what stops work as soon as this share of it, or of one step, is done."""

    def hear(now: str, done: int, whole: int) -> None:
        if whole and done >= share * whole and step in now:
            raise Stopped

    return hear


@pytest.fixture
def two_articles(desk: Desk, tmp_path: Path) -> Desk:
    for name, text in (("one", "The mill closed in 1999."), ("two", "The road is 40 kilometres long.")):
        path = tmp_path / f"{name}.txt"
        path.write_text(text)
        desk.add_article(ArticleEntry(str(path)))
    return desk


def test_an_article_that_is_stopped_is_not_there(desk: Desk, article: Path) -> None:
    with pytest.raises(Stopped):
        desk.add_article(ArticleEntry(str(article)), progress=stopping_at(0.5))
    assert desk.articles() == ()
    assert len(desk.claim_numbers(ClaimFilter())) == 0


def test_an_export_that_is_stopped_touches_no_report(two_articles: Desk, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (first, *_) = two_articles.export(out)
    first.write_text("older")
    before = {path.name: path.read_text() for path in out.iterdir()}
    two_articles.add_claim(ClaimEntry("The bridge was closed for 40 days."))
    with pytest.raises(Stopped):
        two_articles.export(out, progress=stopping_at(0.5))
    assert {path.name: path.read_text() for path in out.iterdir()} == before


def test_an_index_whose_filling_is_stopped_is_filled_the_next_time(two_articles: Desk) -> None:
    with pytest.raises(Stopped):
        two_articles.fill_index(stopping_at(0.5))
    assert len(two_articles.search("mill").hits) > 0
    two_articles.add_claim(ClaimEntry("The mill was sold for 40 pounds."))
    with pytest.raises(Stopped):
        two_articles.fill_index(stopping_at(0.0))
    assert {hit.claim for hit in two_articles.search("sold").hits} == {3}


@pytest.mark.files_only
def test_a_backup_that_is_stopped_leaves_no_file(two_articles: Desk, tmp_path: Path) -> None:
    engine = two_articles._place.engine
    folder = tmp_path / "backups"
    folder.mkdir()

    def stop(done: int, whole: int) -> None:
        del done, whole
        raise Stopped

    with pytest.raises(Stopped):
        back_up(Path(str(engine.url.database)), folder / "desk.sqlite3", told=stop)
    assert list(folder.iterdir()) == []


def test_an_article_tells_how_far_it_was_read(desk: Desk, article: Path) -> None:
    heard = list[tuple[int, int]]()
    tell: Callable[[str, int, int], None] = lambda _, done, whole: heard.append((done, whole))  # noqa: E731
    desk.add_article(ArticleEntry(str(article)), progress=tell)
    shares = [done / whole for done, whole in heard if whole]
    assert shares == sorted(shares)
    assert shares[-1] > 0.9
