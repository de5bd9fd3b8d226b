"""A desk moves with its journal: from a file to a server and back, byte for byte, and the chain still fits."""

import io
from pathlib import Path

import pytest

from claims_db.engine import open_engine, reading
from claims_db.errors import StoreError
from claims_db.journal.chain import entries
from claims_db.journal.verify import verify
from tests.postgres_cluster import Cluster
from workbench.bootstrap import copy_desk
from workbench.desk.desk import Desk
from workbench.desk.entries import ArticleEntry, ChosenWords, ClaimEntry


def journal(place: str) -> list[object]:
    """Give the entries of a desk that verifies."""
    engine = open_engine(place)
    with reading(engine) as connection:
        assert list(verify(connection)) == []
        found: list[object] = list(entries(connection))
    engine.dispose()
    return found


def test_a_desk_goes_to_a_server_and_back(desk: Desk, database: Path, cluster: Cluster, tmp_path: Path) -> None:
    desk.add_claim(ClaimEntry("The ferry sank 3 times in nine years.", claimer="Inga Holm"))
    desk.record(1, "false", "The register says otherwise.")
    desk.comment(1, "Seen, @ana.")
    desk.add_article(ArticleEntry("-"), io.BytesIO(b"Who would not love the sea?"))
    desk.take_in_words(ChosenWords(1, 0, 27))
    before, back = journal(str(database)), tmp_path / "back.sqlite3"
    with cluster.database("moved") as name:
        copied = copy_desk(f"sqlite:{database}", cluster.url(name))
        assert copied.journal.sequence == len(before)
        assert journal(cluster.url(name)) == before
        with pytest.raises(StoreError, match="rows already"):
            copy_desk(str(database), cluster.url(name))
        copy_desk(cluster.url(name), str(back))
    assert journal(str(back)) == before
