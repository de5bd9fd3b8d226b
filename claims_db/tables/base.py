"""What every table has: a local key, a public id, and a version that guards against overwriting."""

from typing import Any

from sqlalchemy import Integer, MetaData
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

from claims_db.columns import DIGEST, JOURNAL, LEFT_OUT, Key, Words

SQLModel.metadata.naming_convention = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
).naming_convention

METADATA = SQLModel.metadata
"""Every table of the store."""


class Keyed(SQLModel):
    """A row with a local key that never leaves the database."""

    id: int | None = Field(default=None, primary_key=True, sa_type=Key, sa_column_kwargs={"info": {JOURNAL: LEFT_OUT}})


class Record(Keyed):
    """A row that the journal follows: it has a public id, and a version that makes late writers fail."""

    public_id: str = Field(default="", sa_type=Words, unique=True)
    version: int = Field(default=1, sa_type=Integer, nullable=False, sa_column_kwargs={"info": {JOURNAL: LEFT_OUT}})

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - SQLAlchemy calls it with the class
        """Let SQLAlchemy compare the version on every UPDATE."""
        table = getattr(cls, "__table__", None)
        return {} if table is None else {"version_id_col": table.c.version}


def reference(target: str, **options: Any) -> Any:  # noqa: ANN401 - SQLModel types its own Field so
    """Declare a column that points to another table's key, such as ``reference("claim.id", index=True)``."""
    return Field(foreign_key=target, sa_type=Key, **options)


def long_text() -> Any:  # noqa: ANN401 - as above
    """Declare a text that enters the journal as its digest."""
    return Field(default="", sa_type=Words, sa_column_kwargs={"info": {JOURNAL: DIGEST}})
