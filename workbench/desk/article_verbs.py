"""Articles that are taken in again, and articles that are copies of others."""

from typing import TYPE_CHECKING, BinaryIO

from workbench.desk.seat import Seat
from workbench.domain.progress import Progress, unheard

if TYPE_CHECKING:
    from workbench.desk.copy_entries import CopyOf
    from workbench.desk.refetch_entries import ArticleDifference, Refetched


class ArticleVerbs(Seat):
    """Revisions and wire copies."""

    def refetch_article(
        self,
        number: int,
        location: str = "",
        stdin: BinaryIO | None = None,
        progress: Progress = unheard,
        *,
        replaced: bool = False,
    ) -> "Refetched":
        """Take an article in again, from where it came or from where its new text is; the texts before stay as they are.

        Claims whose words still say the same are placed in the new text; words that it did not have are new claims.

        Args:
            number: the article's number.
            location: where its new text is, empty for its address, or the file it was read from.
            stdin: standard input, for a location of ``-``.
            progress: hears how far it is.
            replaced: whether a text that has nothing of the older one is taken all the same.

        Raises:
            NotFound: there is no such article.
            BadInput: it has no address, the text can't be used, or nothing of the older text is in it.
            NotFetched: the address was refused or did not answer.
            Conflict: somebody else took it in again meanwhile.
            Stopped: nobody wants it any more; nothing was stored.

        """
        from workbench.desk import refetching  # noqa: PLC0415 - loads what compares texts

        return refetching.refetch(self._place, number, location, stdin, progress, replaced=replaced)

    def article_copies(self, number: int, progress: Progress = unheard) -> "tuple[CopyOf, ...]":
        """Give the articles of which an article is a wire copy, and what it has of each, the one it has most of first.

        Which of two came first is not asked: each is a copy of the other.

        Raises:
            NotFound: there is no such article.
            WorkbenchError: the search index can't be kept.
            Stopped: nobody waits for it any more.

        """
        from workbench.desk import copies  # noqa: PLC0415 - as above

        return copies.article_copies(self._place, number, progress)

    def article_difference(
        self, number: int, older: int | None = None, newer: int | None = None
    ) -> "ArticleDifference":
        """Set two texts of an article against each other, the latest and the one before where none are named.

        Raises:
            NotFound: there is no such article or text.
            BadInput: there is none before it.

        """
        from workbench.desk import refetching  # noqa: PLC0415 - as above

        return refetching.differences(self._place, number, older, newer)
