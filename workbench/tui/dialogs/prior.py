"""What is known of a prior check, to be read."""

from claims_db.rows import PriorRow
from workbench.desk.match_rows import prior_facts
from workbench.domain.references import prior_reference
from workbench.tui.dialogs.reading import ReadingDialog

_LABEL = 10
"""How much room the names of what is known have."""


class PriorDialog(ReadingDialog):
    """Shows the claim as its outlet puts it, its rating with its scale, and where it was published; nothing is fetched."""

    def __init__(self, check: PriorRow) -> None:
        facts = ((1, f"{label:<{_LABEL}}{value}") for label, value in prior_facts(check))
        super().__init__(f"Prior check {prior_reference(check.number)}", [(0, check.claim), *facts])
