"""``workbench verify``."""

from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.complaints import say
from workbench.cli.misfits import write_misfits
from workbench.cli.opening import care_of
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_json, write_line
from workbench.domain.counted import counted
from workbench.domain.dates import instant_words
from workbench.errors import ExitCode

if TYPE_CHECKING:
    from workbench.desk.care.evidence import EvidenceVerification
    from workbench.desk.care.verifying import Verification

app = plain_app()


@app.command()
def verify(
    context: typer.Context,
    *,
    expect: Annotated[
        str | None,
        typer.Option(metavar="SEQUENCE:HASH", help="An entry noted earlier, which must still be in the journal."),
    ] = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Hash journal and evidence again, compare every row with them; name what does not fit, and end with code 1 then.

    Files of the evidence that were changed are put into quarantine.
    """
    from workbench.desk.care.verifying import parse_anchor  # noqa: PLC0415 - the ORM costs 400 ms

    anchor = None if expect is None else parse_anchor(expect)
    care = care_of(context, database)
    found, evidence = care.verify(anchor), care.verify_evidence()
    if as_json:
        write_json(found._replace(evidence=evidence))
    else:
        _write(found, evidence)
    if found.misfits or evidence.misfits:
        raise typer.Exit(ExitCode.FAILED)
    if anchor is None:
        say("Note the head outside this desk; 'workbench verify --expect HEAD' looks for it later.")


def _write(found: "Verification", evidence: "EvidenceVerification") -> None:
    write_misfits([*found.misfits, *evidence.misfits])
    if found.rows is None:
        say("The desk is of an earlier version: its rows can be compared when a command has opened it.")
    else:
        write_line(f"rows      {found.rows:,} compared in {found.rows_seconds:.1f} s")
    rate = found.entries / max(found.chain_seconds, 0.001)
    write_line(f"journal   {found.entries:,} entries hashed in {found.chain_seconds:.1f} s, {rate:,.0f} a second")
    if evidence.captures:
        _write_evidence(evidence)
    write_line(f"head      {found.head.sequence}:{found.head.hash}")
    write_line(f"verified  {instant_words(found.verified_at)}")
    misfits = len(found.misfits) + len(evidence.misfits) - evidence.unread
    if misfits:
        say(f"{counted(misfits, 'misfit')}. Somebody changed the file with another program, or the disk did.")
    if evidence.misfits:
        say("Files that are missing may still lie where the desk came from: copy its evidence folder here.")
    if evidence.unread:
        files = counted(evidence.unread, "file")
        say(f"{files} could not be read, so nobody can say what became of them. Check the permissions.")


def _write_evidence(evidence: "EvidenceVerification") -> None:
    rate = evidence.size / 1e6 / max(evidence.seconds, 0.001)
    words = f"{counted(evidence.captures, 'capture')}, {counted(evidence.files, 'file')}, {evidence.size / 1e6:,.1f} MB"
    write_line(f"evidence  {words} hashed in {evidence.seconds:.1f} s, {rate:,.0f} MB a second")
    if evidence.erased:
        say(f"Erased with their sources: {counted(evidence.erased, 'capture')}. The journal keeps their digests.")
    if evidence.unopened:
        files = counted(evidence.unopened, "sealed file")
        say(f"{files} can't be opened here: not checked but for damage to the seal.")
    if evidence.unsealed:
        say(
            f"Plain, of confidential sources: {counted(evidence.unsealed, 'file')}. 'workbench source confidential' seals."
        )
    if evidence.elsewhere:
        say(f"On other machines: {counted(evidence.elsewhere, 'capture')}. Run 'workbench verify' there too.")
