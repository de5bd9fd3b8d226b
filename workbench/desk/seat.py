"""What every part of the desk's class stands on."""

from workbench.desk.workplace import Workplace


class Seat:
    """One reviewer's seat at one desk."""

    def __init__(self, place: Workplace) -> None:
        self._place = place
