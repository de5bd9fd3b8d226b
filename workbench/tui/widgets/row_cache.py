"""Pages of claims that a list has seen; pages that are missing are asked for once."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence

from claims_db.rows import ClaimRow

PAGE = 128
"""How many claims make a page."""

_KEPT = 48

Fetch = Callable[[int, Sequence[int]], None]
"""Asks for a page, by its place in the list, with the numbers of its claims."""


class RowCache:
    """The rows of a list of claim numbers, page by page, the pages used last kept.

    Args:
        fetch: called for a page that is missing or out of date; the answer goes to ``fill``.
    """

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._pages: OrderedDict[int, dict[int, ClaimRow]] = OrderedDict()
        self._current: set[int] = set()
        self._asked: set[int] = set()
        self.numbers: array[int] = array("q")

    def __len__(self) -> int:
        return len(self.numbers)

    def show(self, numbers: "array[int]") -> None:
        """Take another list; its rows are asked for as they are looked at.

        Rows that are known are shown until the newer ones are there, where the list is the same.
        """
        if numbers != self.numbers:
            self._pages.clear()
        self.numbers = numbers
        self._current.clear()
        self._asked.clear()

    def row(self, place: int) -> ClaimRow | None:
        """Give the claim at a place of the list, None until its page is there."""
        page = place // PAGE
        if page not in self._current and page not in self._asked:
            self._asked.add(page)
            self._fetch(page, self.numbers[page * PAGE : (page + 1) * PAGE])
        rows = self._pages.get(page)
        return rows.get(self.numbers[place]) if rows is not None else None

    def fill(self, page: int, rows: Sequence[ClaimRow]) -> None:
        """Take a page that was asked for; the list may be another one by now, then it is not used."""
        if page not in self._asked:
            return
        self._asked.discard(page)
        self._current.add(page)
        self._pages[page] = {row.number: row for row in rows}
        self._pages.move_to_end(page)
        while len(self._pages) > _KEPT:
            dropped, _ = self._pages.popitem(last=False)
            self._current.discard(dropped)

    def failed(self, page: int) -> None:
        """Forget that a page was asked for, so that it can be asked for again."""
        self._asked.discard(page)
