"""What became of articles that were taken in, and how that is told; the terminal desk knows it before any database."""

from pathlib import Path
from typing import NamedTuple

from workbench.desk.copy_words import copied_words, figures_words
from workbench.desk.entries import Intake
from workbench.desk.match_words import new_match_lines
from workbench.domain.references import article_reference
from workbench.errors import Failure
from workbench.extraction.language import ENGLISH, NOT_ENGLISH
from workbench.sources.folders import files_of

_NAMED = 4


class NotTakenIn(NamedTuple):
    """An article that could not be taken in, and why."""

    location: str
    failure: Failure


class Said(NamedTuple):
    """What people are told, and what goes with it."""

    message: str
    hint: str


class TakenIn(NamedTuple):
    """What became of several articles.

    Attributes:
        intakes: those that were taken in, or were there already.
        failed: those that could not be.
        left: how many were not looked at because the work was stopped.

    """

    intakes: tuple[Intake, ...]
    failed: tuple[NotTakenIn, ...]
    left: int


def articles_at(location: str) -> tuple[str, ...]:
    """Name the articles that stand for a place: those of a folder, in the order of their names, else the place itself.

    Raises:
        BadInput: a folder holds none, or can't be read.

    """
    return tuple(files_of(Path(location))) if Path(location).is_dir() else (location,)


def taken_in_words(found: TakenIn) -> Said:
    """Say what was taken in, and what its claims may repeat."""
    matches = [words for intake in found.intakes for words in new_match_lines(intake.matches)]
    foreign = [NOT_ENGLISH] if any(intake.language != ENGLISH for intake in found.intakes) else []
    figures = [words for intake in found.intakes for words in figures_words(intake.copied)]
    hint = "\n".join([*foreign, *[*figures, *matches][:_NAMED]])
    if len(found.intakes) == 1 and not found.failed and not found.left:
        (intake,) = found.intakes
        words = "is here already" if intake.known else f"taken in with {len(intake.claims)} claims"
        copied = copied_words(intake.copied, len(intake.claims))
        said = f"{article_reference(intake.article.number)} {words}."
        return Said(f"{said} {copied}".strip(), hint)
    new = [intake for intake in found.intakes if not intake.known]
    known = len(found.intakes) - len(new)
    linked = sum(len(one.copied.linked) for one in new)
    parts = [
        f"{len(new)} {'article' if len(new) == 1 else 'articles'} taken in with {sum(len(one.claims) for one in new)} claims",
        f"{linked} linked to those of articles that they are copies of" if linked else "",
        f"{known} here already" if known else "",
        f"{found.left} not looked at" if found.left else "",
    ]
    return Said("; ".join(part for part in parts if part) + ".", hint)


def failed_words(found: TakenIn) -> Failure | None:
    """Say which articles could not be taken in, and why; None where all were."""
    if not found.failed:
        return None
    first, others = found.failed[0].failure, len(found.failed) - 1
    more = ", ".join(Path(one.location).name for one in found.failed[1 : _NAMED + 1])
    words = f" {others} more: {more}{' …' if others > _NAMED else ''}." if others else ""
    return first._replace(message=f"{first.message}{words}")
