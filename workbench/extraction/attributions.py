"""All that a paragraph says that somebody says, thinks or judges: source and content, whole quotations together."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from workbench.domain.syntax_tree import Tree
from workbench.extraction.quotes import Quotation, QuoteForm, inside
from workbench.extraction.reported import Form, reported
from workbench.extraction.said import Said


class Stretch(NamedTuple):
    """Characters of a text, half-open."""

    start: int
    end: int


class Attribution(NamedTuple):
    """Words that are somebody's, in one or more stretches; ``source`` is where they are named, if anywhere."""

    source: Stretch | None
    content: tuple[Stretch, ...]
    form: Form


def spoken(said: Iterable[Said], quotes: tuple[Quotation, ...]) -> list[Attribution]:
    """Put together what one cue brings: a quotation of several sentences, before the cue and behind it."""
    found: list[tuple[Said, list[Stretch]]] = []
    for one in said:
        if not one.source:
            continue
        here = _with_marks(one, quotes)
        if found and _same_speech(found[-1][0], one):
            found[-1][1].append(here)
        else:
            found.append((one, [here]))
    return [Attribution(_named(one), tuple(parts), Form.SPEECH) for one, parts in found]


def _same_speech(before: Said, one: Said) -> bool:
    return one.source_start >= 0 and one.source_start == before.source_start


def _named(one: Said) -> Stretch | None:
    return Stretch(one.source_start, one.source_start + len(one.source)) if one.source_start >= 0 else None


def _with_marks(one: Said, quotes: tuple[Quotation, ...]) -> Stretch:
    start, end = one.start, one.end
    first, last = inside(quotes, start), inside(quotes, end - 1)
    if first is not None and first.form is QuoteForm.DIRECT and first.inner_start == start:
        start = first.start
    if last is not None and last.form is QuoteForm.DIRECT and last.inner_end == end:
        end = last.end
    return Stretch(start, end)


def attributions(
    text: str, tree: Tree | None, said: Sequence[Said], quotes: tuple[Quotation, ...]
) -> list[Attribution]:
    """Give the attributions of a paragraph: its speech, and what the grammar finds besides."""
    found = spoken(said, quotes)
    if tree is None:
        return found
    found = [one._replace(source=_described(tree, one)) for one in found]
    known = tuple(found)
    for one in reported(text, tree, range(len(tree.starts))):
        if _in_speech(tree.starts[one.cue], quotes):
            continue
        source = _stretch(tree, one.source) if one.source else None
        new = Attribution(source, (_stretch(tree, one.content),), one.form)
        if not any(_same(new, other) for other in known):
            found.append(new)
    return found


def _described(tree: Tree, one: Attribution) -> Stretch | None:
    """Give a source with what is said of it right behind: ``Jane Roe, a clerk in York``."""
    within = tree.words(*one.source) if one.source is not None else range(0)
    if one.source is None or not within:
        return one.source
    end = one.source.end
    for word in within:
        for child in tree.children(word):
            reach = tree.subtree(child)
            beside = within.stop <= reach.start <= within.stop + 1 and tree.relation(child) in {"appos", "acl"}
            described = Stretch(one.source.start, tree.ends[reach.stop - 1])
            if beside and not any(_meet(described, part) for part in one.content):
                end = max(end, described.end)
    return Stretch(one.source.start, end)


def _same(one: Attribution, other: Attribution) -> bool:
    """Say whether two attributions are readings of one: the same source, and words in common."""
    if one.source is None or other.source is None or not _meet(one.source, other.source):
        return False
    return any(_meet(here, there) for here in one.content for there in other.content)


def _meet(one: Stretch, other: Stretch) -> bool:
    return one.start < other.end and other.start < one.end


def _in_speech(at: int, quotes: tuple[Quotation, ...]) -> bool:
    quote = inside(quotes, at)
    return quote is not None and quote.form is QuoteForm.DIRECT


def _stretch(tree: Tree, words: range) -> Stretch:
    return Stretch(tree.starts[words.start], tree.ends[words.stop - 1])
