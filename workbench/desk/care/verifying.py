"""Verify a desk's journal and rows, and say in the words people use what does not fit."""

import re
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from claims_db.engine import Engine, location, reading
from claims_db.errors import DatabaseUnavailable
from claims_db.journal.chain import hash_at, head, length
from claims_db.journal.verify import Finding, verify_chain, verify_rows
from claims_db.migrations.runner import HEAD, step
from workbench.domain.references import article_reference, claim_reference, evidence_reference
from workbench.domain.text import printable
from workbench.errors import BadInput

if TYPE_CHECKING:
    from workbench.desk.care.evidence import EvidenceVerification

_ANCHOR = re.compile(r"(\d{1,18}):([0-9a-fA-F]{64})", re.ASCII)
_REFERENCES = {"article": article_reference, "claim": claim_reference, "evidence": evidence_reference}


class Anchor(NamedTuple):
    """An entry of the journal that was noted outside the desk: its sequence and hash."""

    sequence: int
    hash: str


class Misfit(NamedTuple):
    """Something that does not fit.

    Attributes:
        reference: what people call it, or the claim it belongs to; empty where it has no such name.
        where: the entry, or the table and public id of the row.
        what: what is wrong with it.

    """

    reference: str
    where: str
    what: str


class Verification(NamedTuple):
    """What came of verifying.

    Attributes:
        entries: how many entries the journal has.
        head: its last entry, to be noted elsewhere.
        rows: how many live rows were compared; None for an older desk, whose rows can't be.
        expected: whether the noted entry is there; None where none was given.
        verified_at: when, in microseconds UTC.
        chain_seconds, rows_seconds: how long either part took.
        evidence: what came of verifying the evidence, None where it was not asked for.

    """

    entries: int
    head: Anchor
    rows: int | None
    expected: bool | None
    misfits: tuple[Misfit, ...]
    verified_at: int
    chain_seconds: float
    rows_seconds: float
    evidence: "EvidenceVerification | None" = None


def parse_anchor(text: str) -> Anchor:
    """Read an entry as ``verify`` prints the head.

    Raises:
        BadInput: it is none.

    """
    match = _ANCHOR.fullmatch(text.strip())
    if match is None:
        raise BadInput(
            f"{printable(text[:90])!r} names no entry of a journal.", "Write it as 'verify' printed it: SEQUENCE:HASH."
        )
    return Anchor(int(match[1]), match[2].lower())


def verify(engine: Engine, anchor: Anchor | None, now: int) -> Verification:
    """Hash the whole journal again and compare every live row with its last image.

    Raises:
        DatabaseUnavailable: there is no desk.
        NewerDatabase: it was written by a newer version of the program.
        DatabaseDamaged: it can't be read, or belongs to another program.

    """
    at = step(engine)
    if at is None:
        raise DatabaseUnavailable(f"There is no desk in {location(engine)}.", "'workbench add' makes one.")
    with reading(engine) as connection:
        last, entries = head(connection), length(connection)
        noted = None if anchor is None else hash_at(connection, anchor.sequence) == bytes.fromhex(anchor.hash)
        misfits = [_missed(anchor, last.sequence)] if anchor is not None and noted is False else []
        began = perf_counter()
        misfits += map(misfit_of, verify_chain(connection, in_halves=True))
        chained = perf_counter()
        rows = None
        if at == HEAD:
            rows, findings = verify_rows(connection)
            misfits += map(misfit_of, findings)
        ended = perf_counter()
    return Verification(
        entries,
        Anchor(last.sequence, last.hash.hex()),
        rows,
        noted,
        tuple(misfits),
        now,
        round(chained - began, 3),
        round(ended - chained, 3),
    )


def misfit_of(finding: Finding) -> Misfit:
    """Put a finding of the store in the words that people use."""
    names = []
    if finding.number is not None and finding.entity in _REFERENCES:
        names.append(_REFERENCES[finding.entity](finding.number))
    if finding.claim is not None and claim_reference(finding.claim) not in names:
        names.append(f"({claim_reference(finding.claim)})" if names else claim_reference(finding.claim))
    return Misfit(" ".join(names), finding.where, finding.what)


def _missed(anchor: Anchor, last: int) -> Misfit:
    ended = last < anchor.sequence
    return Misfit(
        "",
        f"journal entry {anchor.sequence}",
        f"the journal ends before it, with {last}" if ended else "it is not the entry that was noted",
    )
