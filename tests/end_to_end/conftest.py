"""Folders to work in: with an article that was not taken in, and with a desk that has claims."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ARTICLE
from workbench.bootstrap import open_desk
from workbench.desk.entries import ArticleEntry, ClaimEntry
from workbench.settings import load_settings


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "ferry.txt").write_text(ARTICLE)
    yield tmp_path
    shutil.rmtree(tmp_path / "home", ignore_errors=True)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with ana's desk: three claims of an article, C-1 to C-3, and six tips after them."""
    folder = tmp_path_factory.mktemp("filled")
    (folder / "ferry.txt").write_text(ARTICLE)
    desk = open_desk(load_settings({"WORKBENCH_HOME": str(folder / "home"), "USER": "ana"}))
    desk.add_article(ArticleEntry(str(folder / "ferry.txt")))
    for day in range(1, 7):
        desk.add_claim(ClaimEntry(f"The harbour counted {day + 1} ships on day {day}."))
    desk.close()
    return folder


@pytest.fixture
def desk_folder(filled: Path, tmp_path: Path) -> Iterator[Path]:
    """Give a copy of that folder to work in."""
    shutil.copytree(filled, tmp_path, dirs_exist_ok=True)
    yield tmp_path
    shutil.rmtree(tmp_path / "home", ignore_errors=True)
