"""A database on a PostgreSQL server gets the same tables as a file."""

import warnings

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from claims_db.engine import open_engine, reading
from claims_db.migrations.runner import migrate
from claims_db.tables import METADATA
from tests.postgres_cluster import Cluster


def test_the_steps_build_the_tables_of_the_models_on_a_server(cluster: Cluster) -> None:
    with cluster.database("steps") as name:
        engine = open_engine(cluster.url(name))
        migrate(engine)
        migrate(engine)
        with warnings.catch_warnings(), reading(engine) as connection:
            warnings.simplefilter("ignore")
            assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
        engine.dispose()
