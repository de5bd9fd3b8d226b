"""What is looked for, as a query of tantivy's."""

import re
from collections.abc import Collection

import tantivy

from claims_db.rows import ClaimFilter
from claims_db.short_names import Named, ShortName, short_name
from workbench.domain.search_words import Sought, SoughtWords
from workbench.domain.searching import HitKind
from workbench.errors import BadInput
from workbench.index.documents import WORTH, one_line
from workbench.index.schema import EXACT, PRINTS, STEMS, schema, tokens
from workbench.index.standing import POSITION

_BOOST = 2.0
"""How much more a word counts that stands there in the very form that was typed."""

_SHORTEST, _LESS = 2, 0.5
"""How long the beginning of a word has to be, which too many would have otherwise, and what it counts."""

_PATTERN_MARKS = re.compile(r"([\\.+*?()|\[\]{}^$#&~-])")
"""Marks that mean something in a pattern; the index knows no other behind a backslash."""
_LATEST = 1 << 40

_MOST_PRINTS = 500
"""Of a longer text only so many are looked for, the same ones in every text."""

_KINDS = {
    Named.CLAIM: (HitKind.CLAIM, "claim"),
    Named.ARTICLE: (HitKind.ARTICLE, "article"),
    Named.EVIDENCE: (HitKind.EVIDENCE, "evidence"),
    Named.PRIOR_CHECK: (HitKind.PRIOR_CHECK, "prior"),
}
"""What a short name is of, and the field that has its number."""

_FIRST = 1_000.0
"""What a thing counts that was asked for by its short name."""


def query_of(sought: Sought, among: Collection[int] | None) -> tantivy.Query:
    """Put the query together.

    Raises:
        BadInput: none of the words can be looked for.

    """
    try:
        return _query_of(sought, among)
    except (ValueError, OverflowError):
        raise BadInput("The search index can't look for that.", "Leave out what is very long or no word.") from None


def sharing_query(prints: Collection[int]) -> tantivy.Query:
    """Ask for articles that have some of these prints; each one that an article has counts one."""
    lowest = sorted(prints)[:_MOST_PRINTS]
    each = [(tantivy.Occur.Should, tantivy.Query.const_score_query(_term(PRINTS, one), 1.0)) for one in lowest]
    return tantivy.Query.boolean_query(each)


def _query_of(sought: Sought, among: Collection[int] | None) -> tantivy.Query:
    must = [query for words in sought.words if (query := _words(words)) is not None]
    without = [query for words in sought.without if (query := _words(words)) is not None]
    without += [query for unwanted in sought.unwanted for query in _fields(unwanted)]
    bounds = [*_fields(sought.wanted), *_days(sought)]
    if among is not None:
        bounds.append(tantivy.Query.term_set_query(schema(), "claim", sorted(among)))
    if not (must or without or bounds or sought.unwanted or sought.of_claims_alone()):
        raise BadInput("There is nothing to look for.", "Signs alone are not searched; give a word or a number.")
    if sought.of_claims_alone():
        # Neither is in a state; what is asked of claims is answered with what belongs to claims.
        without += [_term("what", kind.value) for kind in (HitKind.ARTICLE, HitKind.PRIOR_CHECK)]
    return tantivy.Query.boolean_query(
        [
            (tantivy.Occur.Must, tantivy.Query.const_score_query(tantivy.Query.all_query(), 0.0)),
            *((tantivy.Occur.Must, query) for query in must),
            *((tantivy.Occur.Must, tantivy.Query.const_score_query(query, 0.0)) for query in bounds),
            *((tantivy.Occur.MustNot, query) for query in (_term("what", POSITION), *without)),
        ]
    )


def _words(words: SoughtWords) -> tantivy.Query | None:
    found = tokens(words.text)
    if not found:
        return None
    row = [token.exact for token in found]
    exact = _row(EXACT, row)
    if words.exactly:
        return exact
    name = short_name(words.text)
    if name is not None:
        return tantivy.Query.boolean_query([(tantivy.Occur.Should, query) for query in (exact, _named(name))])
    stems = _row(STEMS, [token.stem for token in found])
    either = [tantivy.Query.boost_query(exact, _BOOST), stems]
    if words.begins and (len(row) > 1 or len(row[0]) >= _SHORTEST):
        either.append(_beginning(row))
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, query) for query in either])


def _named(name: ShortName) -> tantivy.Query:
    """Look for the one thing with this short name: it stands before whatever speaks of it."""
    kind, field = _KINDS[name.what]
    one = [(tantivy.Occur.Must, query) for query in (_term("what", kind.value), _term(field, name.number))]
    return tantivy.Query.const_score_query(tantivy.Query.boolean_query(one), _FIRST)


def _beginning(words: list[str]) -> tantivy.Query:
    """Look for words of which the last is the beginning of one."""
    if len(words) > 1:
        return tantivy.Query.phrase_prefix_query(schema(), EXACT, list(words))
    pattern = _PATTERN_MARKS.sub(r"\\\1", words[0])
    return tantivy.Query.const_score_query(tantivy.Query.regex_query(schema(), EXACT, f"{pattern}.*"), _LESS)


def _row(field: str, words: list[str]) -> tantivy.Query:
    if len(words) == 1:
        return _term(field, words[0])
    return tantivy.Query.phrase_query(schema(), field, list(words))


def _term(field: str, value: str | int) -> tantivy.Query:
    return tantivy.Query.term_query(schema(), field, value)


def _fields(wanted: ClaimFilter) -> list[tantivy.Query]:
    """Narrow by what stands in the index; rating and holder are the database's to know."""
    found = []
    if wanted.states:
        found.append(_any("state", wanted.states))
    if wanted.kinds:
        found.append(_any("kind", wanted.kinds))
    if wanted.article is not None:
        found.append(_term("article", wanted.article))
    if wanted.queue:
        found.append(_term("queue", wanted.queue))
    if wanted.assigned:
        found.append(_term("assigned", wanted.assigned))
    if wanted.minimum_worth > 0:
        found.append(_between("worth", round(wanted.minimum_worth * WORTH), WORTH))
    for field, name in (("claimer", wanted.claimer), ("via", wanted.via)):
        if name:
            pattern = _PATTERN_MARKS.sub(r"\\\1", one_line(name))
            found.append(tantivy.Query.regex_query(schema(), field, f".*{pattern}.*"))
    return found


def _any(field: str, values: Collection[str]) -> tantivy.Query:
    return tantivy.Query.term_set_query(schema(), field, [str(value) for value in values])


def _days(sought: Sought) -> list[tantivy.Query]:
    found = []
    if sought.first is not None:
        found.append(_between("first", sought.first, _LATEST))
    if sought.last is not None:
        found.append(_between("last", 0, max(sought.last, 0)))
    return found


def _between(field: str, low: int, high: int) -> tantivy.Query:
    return tantivy.Query.range_query(schema(), field, tantivy.FieldType.Unsigned, low, high)
