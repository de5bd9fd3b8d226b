"""How it is told that an article is a wire copy of another."""

from collections.abc import Iterator

from workbench.desk.copy_entries import Copied, CopyOf
from workbench.domain.evidence.changes import ChangeKind
from workbench.domain.references import article_reference, claim_reference

_NAMED = 4


def copied_words(copied: Copied, new: int) -> str:
    """Say of which article a new one is a copy, and how many of its claims are linked; empty where it is none."""
    if not copied.copies:
        return "" if not copied.unseen else f"Copies were not looked for: {copied.unseen}"
    linked = f"{len(copied.linked)} {_claims(len(copied.linked))} linked"
    return f"This is a copy of {copy_words(copied.copies)}: {linked}, {new} {'is' if new == 1 else 'are'} new."


def copy_words(copies: tuple[CopyOf, ...]) -> str:
    """Name the article of which one is a copy, and what share of its words that has; others are counted."""
    first, *others = copies
    more = f" and {len(others)} more" if others else ""
    return f"{article_reference(first.article)} ({first.copy.of_copy:.0%} of its words){more}"


def figures_words(copied: Copied) -> Iterator[str]:
    """Say of new claims that they are claims of the original with other figures."""
    for one in copied.changed:
        figures = "; ".join(str(change) for change in one.changes if change.kind is ChangeKind.NUMBER)
        yield f"{claim_reference(one.claim)} is {claim_reference(one.original)} with other figures: {figures}"


def copy_lines(article: int, copies: tuple[CopyOf, ...]) -> Iterator[str]:
    """Write the articles of which one is a copy, or that came in later as copies of it, and which figures differ."""
    if not copies:
        yield f"{article_reference(article)} is no copy of any other article, and none is a copy of it."
    for one in copies:
        outlet = f", {one.outlet}" if one.outlet else ""
        is_copy = "is a copy of" if one.article < article else "has a copy in"
        yield f"{article_reference(article)} {is_copy} {copy_words((one,))}: {one.title}{outlet}"
        figures = one.copy.figures
        for change in figures[:_NAMED]:
            yield f"  other figures: “{change.words}” for “{change.original_words}”"
        if len(figures) > _NAMED:
            yield f"  and {len(figures) - _NAMED} more"


def _claims(count: int) -> str:
    return "claim is" if count == 1 else "claims are"
