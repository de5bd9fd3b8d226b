"""Articles and claims that come in."""

from collections.abc import Sequence
from typing import BinaryIO

from workbench.desk import intake, many_articles
from workbench.desk.entries import ArticleEntry, ChosenWords, ClaimAdded, ClaimEntry, ImportedClaims, Intake
from workbench.desk.intake import ReadWords
from workbench.desk.seat import Seat
from workbench.desk.taken_in import TakenIn
from workbench.domain.progress import Progress, unheard


class IntakeVerbs(Seat):
    """Taking in articles, words of them, and claims by hand or from a file."""

    def add_article(self, entry: ArticleEntry, stdin: BinaryIO | None = None, progress: Progress = unheard) -> Intake:
        """Read an article, find its claims, and take both in; the same article twice is one article.

        Raises:
            BadInput: the text can't be used.
            NotFetched: the address was refused or did not answer.
            Stopped: nobody wants it any more; nothing was stored.

        """
        return intake.add_article(self._place, entry, stdin, progress)

    def add_articles(self, entries: Sequence[ArticleEntry], progress: Progress = unheard) -> TakenIn:
        """Take in several articles, each in a transaction of its own; one that can't be used holds none of them up."""
        return many_articles.add_articles(self._place, entries, progress)

    def add_claim(self, entry: ClaimEntry) -> ClaimAdded:
        """Take in a claim by hand; the very same one twice is one claim.

        Raises:
            BadInput: the statement is empty.

        """
        return intake.add_claim(self._place, entry)

    def take_in_words(self, words: ChosenWords) -> ClaimAdded:
        """Take in words of an article as a claim of it, whatever extraction made of them; undo takes it back.

        Raises:
            BadInput: there are no such words.
            Refused: they are a claim already, or the article has another text by now.

        """
        return intake.take_in_words(self._place, intake.read_words(self._place, words))

    def read_words(self, words: ChosenWords, progress: Progress = unheard) -> ReadWords:
        """Read words of an article for ``take_in_read``; this takes long, and nothing is stored.

        Raises:
            BadInput: there are no such words.
            Stopped: nobody wants it any more.

        """
        return intake.read_words(self._place, words, progress)

    def take_in_read(self, read: ReadWords) -> ClaimAdded:
        """Take in words that were read as a claim of their article; undo takes it back.

        Raises:
            Refused: they are a claim already, or the article has another text by now.

        """
        return intake.take_in_words(self._place, read)

    def import_claims(self, path: str) -> ImportedClaims:
        """Take in the claims of a CSV or JSONL file; bad rows are listed and the good ones kept.

        Raises:
            BadInput: the file can't be read as a list of claims.

        """
        return intake.import_claims(self._place, path)
