"""Who may do what to which table of a desk on a server, as the statements that grant it.

Everything is refused that is not granted here. A table with a column that names its author takes rows in the
connected person's name alone, and lets nobody but the author change or remove them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from sqlalchemy import Table

from claims_db.rows import Medium
from claims_db.server.names import group, quoted
from claims_db.tables import METADATA
from claims_db.vocabulary import Role

AUTHORS = ("reviewer_id", "signed_off_by_id", "published_by_id", "corrected_by_id", "taken_in_by_id")
"""The columns that name a row's author; the first one that a table has counts."""

ME = "(SELECT current_reviewer())"
_MY_ROLE = "(SELECT current_reviewer_role())"
_EDITS = f"{_MY_ROLE} IN ('editor', 'admin')"
_ADMIN = f"{_MY_ROLE} = 'admin'"
_RETRACTED = ("retracted_at", "version")
_ANSWERED = ("state", "job", "archived_url", "archived_at", "same_bytes", "problem", "answered_at", "version")
_ERASABLE = (
    *("confidential", "salt", "excerpt", "locator", "note"),
    *("quote_exact", "quote_prefix", "quote_suffix", "quote_remarks"),
)
_OF_CHECKS = (
    *(
        "claim_text",
        "claimer",
        "said_on",
        "said_on_precision",
        "said_on_zone",
        "rating",
        "rating_name",
        "worst",
        "best",
    ),
    *("outlet", "url", "title", "reviewed", "reviewed_precision", "reviewed_zone", "language", "version"),
)
_OF_OWN_COMMENT = f"(SELECT reviewer_id FROM comment WHERE comment.id = comment_id) = {ME}"


@dataclass(frozen=True)
class Rights:
    """What the groups may do to one table.

    Attributes:
        insert, update, delete: the lowest role that may, None for nobody.
        given: the columns that a new row may name, none for all of them.
        columns: the columns that may be changed, none for all of them but the keys.
        reads, inserts, updates, deletes: what has to be so for a row, beyond its author; "" for nothing.
        authored: whether a row is its author's.

    """

    insert: Role | None = Role.REVIEWER
    update: Role | None = None
    delete: Role | None = None
    columns: tuple[str, ...] = ()
    reads: str = ""
    inserts: str = ""
    updates: str = ""
    deletes: str = ""
    authored: bool = True
    given: tuple[str, ...] = ()


_KEPT = frozenset({"id", "public_id", "number"})
_BLIND = (
    f"CASE WHEN reviewer_id = {ME} OR {_ADMIN} THEN true "
    "WHEN (SELECT claim.state <> 'second_review' OR claim.round <> verdict.round FROM claim WHERE claim.id = claim_id) "
    "THEN true ELSE has_own_verdict(claim_id, round) END"
)
_BLIND_JOURNAL = (
    f"CASE WHEN entity <> 'verdict' OR actor = (SELECT current_reviewer_id()) OR {_ADMIN} THEN true "
    "ELSE (SELECT claim.state <> 'second_review' OR has_own_verdict(claim.id, claim.round) "
    "FROM claim WHERE claim.public_id = journal.claim) IS NOT false END"
)

_CLAIM = (
    *("state", "kind", "priority", "deadline", "demand", "legal", "assigned_to_id", "assignment_note"),
    *(
        "postponed_until",
        "recheck_on",
        "recheck_reason",
        "round",
        "judgements",
        "cluster_id",
        "duplicate_of_id",
        "version",
    ),
    *("statement", "claimer_id", "via", "worth", "reasons", "assumptions", "position", "fold"),
)

_WORDS = ("start", "end", "source_start", "source_end", "exact", "prefix", "suffix", "version")

RIGHTS = MappingProxyType(
    {
        "appearance": Rights(update=Role.REVIEWER, columns=_WORDS),  # which words, is the trigger's
        "claim": Rights(update=Role.REVIEWER, columns=_CLAIM),
        "claimer_group": Rights(insert=Role.EDITOR, update=Role.EDITOR, delete=Role.EDITOR),
        "cluster": Rights(update=Role.REVIEWER),
        "comment": Rights(
            update=Role.REVIEWER,
            columns=("resolved_at", "resolved_by_id", *_RETRACTED),
            updates="true",  # whose column may be changed by whom is the trigger's
        ),
        "desk": Rights(
            insert=Role.ADMIN,
            update=Role.EDITOR,
            columns=(
                *("second_ratings", "second_names", "second_legal", "second_share"),
                *("tolerance_share", "tolerance_about", "scale_id", "version"),
                *("publisher_name", "publisher_url", "publisher_pages", "publisher_corrections"),
            ),
        ),
        "draft": Rights(
            update=Role.REVIEWER,
            delete=Role.REVIEWER,
            columns=("body", "saved_at"),
            reads=f"reviewer_id = {ME} OR "
            f"EXISTS (SELECT 1 FROM lease WHERE lease.claim_id = draft.claim_id AND lease.reviewer_id = {ME})",
        ),
        "evidence": Rights(
            update=Role.REVIEWER,
            columns=(*_RETRACTED, *_ERASABLE),  # words are only erased, says the trigger
            updates=f"reviewer_id = {ME} OR {_EDITS}",
        ),
        "finding": Rights(
            insert=Role.EDITOR,
            update=Role.EDITOR,
            delete=Role.EDITOR,
            columns=("verdict_id", "signed_off_by_id", "signed_off_at", "note", "version"),
            updates="true",
        ),
        "journal": Rights(
            reads=_BLIND_JOURNAL,
            inserts="true",
            given=(
                "action",
                "group_id",
                "reverses",
                "entity",
                "public_id",
                "claim",
                "payload_version",
                "before",
                "after",
            ),
            authored=False,
        ),
        "lease": Rights(
            update=Role.REVIEWER,
            columns=("reviewer_id", "token", "taken_at", "expires_at", "version"),
            updates="true",
        ),
        "lint_rule": Rights(insert=Role.EDITOR, update=Role.EDITOR, delete=Role.EDITOR),
        "match": Rights(update=Role.REVIEWER, columns=_RETRACTED),
        "media_item": Rights(
            update=Role.REVIEWER,
            columns=(*Medium._fields, *_RETRACTED),
            updates="true",  # whoever knows more says so
        ),
        "mention": Rights(
            update=Role.REVIEWER,
            delete=Role.REVIEWER,
            columns=("seen_at", "version"),
            inserts=_OF_OWN_COMMENT,
            deletes=_OF_OWN_COMMENT,
        ),
        "correction": Rights(insert=Role.EDITOR),
        "correction_request": Rights(
            update=Role.REVIEWER,
            columns=("outcome", "outcome_at", "outcome_url", "note", "printed", *_RETRACTED),
            updates="true",  # whoever learns what came of it writes it down
        ),
        "publication": Rights(insert=Role.EDITOR),
        "place": Rights(update=Role.REVIEWER, delete=Role.REVIEWER, columns=("rank", "nudge", "waiting", "version")),
        "prior_check": Rights(update=Role.REVIEWER, columns=_OF_CHECKS),
        "queue": Rights(insert=Role.EDITOR, update=Role.EDITOR, delete=Role.EDITOR),
        "rating": Rights(insert=Role.EDITOR, delete=Role.EDITOR),
        "reviewer": Rights(insert=Role.ADMIN, update=Role.ADMIN),
        "recheck": Rights(
            update=Role.EDITOR,
            columns=("exact", "prefix", "suffix", "remarks", "version"),  # words are only erased, says the trigger
            updates="true",
        ),
        "reply_request": Rights(
            update=Role.REVIEWER,
            columns=("answer", "answered_at", *_RETRACTED),
            updates="true",  # whoever gets the answer writes it down
        ),
        "search_entry": Rights(update=Role.REVIEWER, columns=_RETRACTED),
        "saved_search": Rights(
            update=Role.REVIEWER,
            delete=Role.REVIEWER,
            columns=("form", "words", "version"),
            reads=f"reviewer_id = {ME}",
        ),
        "scale": Rights(insert=Role.EDITOR, update=Role.EDITOR, delete=Role.EDITOR, columns=("retired_at", "version")),
        "skip": Rights(update=Role.REVIEWER, columns=_RETRACTED),
        "source": Rights(update=Role.REVIEWER),
        "tag": Rights(delete=Role.REVIEWER),
        "verdict": Rights(update=Role.REVIEWER, columns=_RETRACTED, reads=_BLIND),
        "waiver": Rights(insert=Role.EDITOR, update=Role.EDITOR, columns=_RETRACTED),
        "witness": Rights(update=Role.REVIEWER, columns=_ANSWERED, updates="true"),  # whoever asks again
    }
)
"""The tables whose rights are not those of every other: rows that are written once, by their authors."""


def statements(database: str) -> Iterator[str]:
    """Give the statements that take all rights away and grant what is right; the tables' owner runs them."""
    groups = ", ".join(quoted(group(database, role)) for role in Role)
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, {groups}"
    yield f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM PUBLIC, {groups}"
    reviewer = quoted(group(database, Role.REVIEWER))
    yield f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {reviewer}"
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {reviewer}"
    for name, table in sorted(METADATA.tables.items()):
        rights = RIGHTS.get(name, Rights())
        yield from _grants(database, table, rights)
        yield from _policies(table, rights)


def _grants(database: str, table: Table, rights: Rights) -> Iterator[str]:
    name = quoted(table.name)
    if rights.insert:
        yield f"GRANT INSERT{_columns(rights.given)} ON {name} TO {quoted(group(database, rights.insert))}"
    if rights.update:
        changed = rights.columns or tuple(column.name for column in table.c if column.name not in _KEPT)
        known = tuple(column for column in changed if column in table.c)
        yield f"GRANT UPDATE{_columns(known)} ON {name} TO {quoted(group(database, rights.update))}"
    if rights.delete:
        yield f"GRANT DELETE ON {name} TO {quoted(group(database, rights.delete))}"


def _columns(names: tuple[str, ...]) -> str:
    return f" ({', '.join(map(quoted, names))})" if names else ""


def _policies(table: Table, rights: Rights) -> Iterator[str]:
    name = quoted(table.name)
    for policy in ("reads", "inserts", "updates", "deletes"):
        yield f"DROP POLICY IF EXISTS {policy} ON {name}"
    author = next((column for column in AUTHORS if column in table.c), "") if rights.authored else ""
    if not (author or rights.reads or rights.inserts or rights.updates or rights.deletes):
        yield f"ALTER TABLE {name} DISABLE ROW LEVEL SECURITY"
        return
    own = f"{quoted(author)} = {ME}" if author else "true"
    released = f" OR {quoted(author)} IS NULL" if author and table.c[author].nullable else ""
    yield f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY"
    yield f"CREATE POLICY reads ON {name} FOR SELECT USING ({rights.reads or 'true'})"
    yield f"CREATE POLICY inserts ON {name} FOR INSERT WITH CHECK ({rights.inserts or own})"
    checked = "true" if rights.columns and author not in rights.columns else own + released
    yield (f"CREATE POLICY updates ON {name} FOR UPDATE USING ({rights.updates or own}) WITH CHECK ({checked})")
    yield f"CREATE POLICY deletes ON {name} FOR DELETE USING ({rights.deletes or own})"
