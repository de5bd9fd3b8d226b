"""What does not fit the journal, as lines of a table."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.cli.tables import write_table

if TYPE_CHECKING:
    from workbench.desk.care.verifying import Misfit


def write_misfits(misfits: "Sequence[Misfit]") -> None:
    """Write one line for each thing that does not fit."""
    if misfits:
        write_table(
            ("reference", "where", "what"), [(misfit.reference or "-", misfit.where, misfit.what) for misfit in misfits]
        )
