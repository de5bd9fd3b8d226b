"""``workbench evidence``: capture evidence, list what a claim has, look at one piece of it."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

import typer

from claims_db.rows import EvidenceCard, EvidenceRow
from claims_db.vocabulary import DraftField, EvidenceForm, QuoteVerdict, Stance
from workbench.cli.complaints import say
from workbench.cli.evidence_bundle import bundle
from workbench.cli.evidence_numbers import numbers, tolerance
from workbench.cli.evidence_recheck import recheck
from workbench.cli.evidence_witnesses import copy_words, witness, witnesses
from workbench.cli.opening import open_desk, standard_input
from workbench.cli.options import AsJson, Claim, Confidential, Database, Evidence, plain_app
from workbench.cli.output import write_indented, write_json, write_line, write_lines
from workbench.cli.progress_line import progress_line
from workbench.cli.tables import write_table
from workbench.cli.typed import kept
from workbench.desk.capture_entries import CaptureEntry, EvidenceShown
from workbench.desk.entries import EvidenceEntry
from workbench.desk.recheck_words import resting_lines
from workbench.domain.dates import instant_words, parse_date
from workbench.domain.evidence.check_words import (
    check_words,
    in_doubt,
    look_words,
    outcome_words,
    quotes_words,
    short_words,
)
from workbench.domain.evidence.number_words import notes, number_line, numbers_short
from workbench.domain.evidence.source_count import count_words, one_source_words
from workbench.domain.evidence.source_words import marked, source_facts
from workbench.domain.references import claim_reference, evidence_reference, parse_reference
from workbench.sources.addresses import is_address

app = plain_app("Capture evidence with its bytes, list what a claim has, and look at one piece of it.")

app.command()(bundle)
app.command()(numbers)
app.command()(tolerance)
app.command()(recheck)
app.command()(witness)
app.command()(witnesses)

_LABEL = 10
_CORRECTABLE = (("title", "title"), ("author", "author"), ("outlet", "publisher"))


@app.command()
def add(
    context: typer.Context,
    claim: Claim,
    location: Annotated[
        str, typer.Argument(metavar="URL|FILE|-", help="A web address, a file, or - for standard input.")
    ],
    *,
    stance: Annotated[Stance, typer.Option(help="What it does to the claim.")],
    quotation: Annotated[str, typer.Option(metavar="TEXT", help="The words of the source that matter, verbatim.")] = "",
    note: Annotated[str, typer.Option(metavar="TEXT", help="What you add.")] = "",
    locator: Annotated[str, typer.Option(metavar="PLACE", help="Page, paragraph or time in the source.")] = "",
    url: Annotated[str, typer.Option(metavar="URL", help="Where a file came from.")] = "",
    title: Annotated[str, typer.Option(metavar="TEXT", help="The source's title, in place of what it says.")] = "",
    author: Annotated[str, typer.Option(metavar="NAME", help="Who wrote it, in place of what it says.")] = "",
    publisher: Annotated[str, typer.Option(metavar="NAME", help="Who published it, in place of what it says.")] = "",
    published: Annotated[str, typer.Option(metavar="DATE", help="When, in place of what it says.")] = "",
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why it is captured.")] = "",
    obtained: Annotated[str, typer.Option(metavar="TEXT", help="How a file came to the desk.")] = "",
    confidential: Confidential = False,
    manual: Annotated[
        str,
        typer.Option(
            metavar="STATEMENT", help="A file that you saved yourself from --url, as behind a login: say what you did."
        ),
    ] = "",
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Capture a page or a file as evidence: its bytes, how they came, and the text in them."""
    number = parse_reference(claim, "C")
    said = EvidenceEntry(
        form=EvidenceForm.LINK if is_address(location) else EvidenceForm.FILE,
        stance=stance,
        excerpt=quotation,
        note=note,
        locator=locator,
        url=url,
        title=title,
        author=author,
        publisher=publisher,
        published=parse_date(published) if published else None,
        confidential=confidential,
    )
    entry = CaptureEntry(location, said, reason=reason, obtained_how=obtained, statement=manual)
    with (
        open_desk(context, database) as desk,
        kept(desk, number, DraftField.EVIDENCE, stance=stance, url=location, excerpt=quotation, note=note),
        progress_line("Capturing") as progress,
    ):
        captured = desk.capture(number, entry, standard_input(location), progress)
    if as_json:
        write_json(captured)
    else:
        write_line(f"{claim_reference(number)} has {evidence_reference(captured.number)} now.")
        _write_check(captured.card.evidence)
        _write_capture(captured.card)
    for words in (captured.problem, in_doubt(captured.card.evidence)):
        if words:
            say(words)


@app.command("list")
def list_evidence(context: typer.Context, claim: Claim, *, as_json: AsJson = False, database: Database = None) -> None:
    """List the evidence of a claim."""
    number = parse_reference(claim, "C")
    with open_desk(context, database) as desk:
        sheet = desk.claim(number)
    rows = sheet.evidence
    if as_json:
        write_json(rows)
    elif rows:
        heads = ("evidence", "stance", "form", "attached", "quote", "numbers", "last look", "source")
        write_table(heads, [_listed(row) for row in rows])
        if sheet.sources is not None:
            say(" ".join((f"{count_words(sheet.sources)}.", *one_source_words(sheet.sources))))
    else:
        say(f"{claim_reference(number)} has no evidence.")


@app.command()
def show(
    context: typer.Context,
    evidence: Evidence,
    *,
    text: Annotated[
        bool, typer.Option("--text", help="Print the text that was read from it, and nothing else.")
    ] = False,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Show a piece of evidence: what was captured, how it came, and where its title, author and date were found."""
    number = parse_reference(evidence, "E")
    with open_desk(context, database) as desk:
        found, copies = desk.evidence(number), desk.witnesses(number)
    if as_json:
        write_json(found)
    elif text:
        write_lines(found.text)
    else:
        _write_shown(found)
        for copy in copies:
            _write("copy", copy_words(copy))


def _listed(row: EvidenceRow) -> tuple[str, ...]:
    source = row.source
    words = (source.title or source.url if source else "") or row.excerpt or row.note
    return (
        evidence_reference(row.number),
        row.stance.value,
        row.form.value,
        instant_words(row.attached_at),
        short_words(row),
        numbers_short(row),
        look_words(row) or "-",
        marked(words, source) or "-",
    )


def _write_shown(found: EvidenceShown) -> None:
    card = found.card
    row = card.evidence
    write_line(f"{evidence_reference(row.number)}  {row.stance.value} {claim_reference(card.claim)}")
    _write("excerpt", row.excerpt)
    _write_check(row)
    for name, value in (
        ("place", row.locator),
        ("note", row.note),
        ("attached", f"{instant_words(row.attached_at)} by {row.attached_by}"),
        ("taken off", instant_words(card.retracted_at) if card.retracted_at is not None else ""),
    ):
        _write(name, value)
    for name, value in _about(card, found.provenance):
        _write(name, value)
    _write_capture(card)
    if found.provenance is not None:
        for name, value in _how(found.provenance):
            _write(name, value)
    elif card.capture is not None and not found.aside:
        source = card.evidence.source
        erased = source is not None and source.erased_at is not None
        say("Its files were erased." if erased else "The files of this capture are not on this machine.")
    for path in found.aside:
        say(f"A file of this capture was changed and lies in quarantine: {path}")
    for sha256 in found.missing:
        say(f"A file of this capture is not on this machine: {sha256}. Bring it back from a backup.")
    for later in found.rechecks:
        became = outcome_words(later.outcome, quotes=quotes_words(row), answered=bool(later.capture))
        _write("looked at", f"{instant_words(later.at)} by {later.by}: {became}")
        for remark in later.remarks:
            _write("", remark)
    others = [row for row in found.resting if row.evidence != card.evidence.number]
    if others:
        write_line("On the same source rest:")
        write_indented(resting_lines(others))


def _write_check(row: EvidenceRow) -> None:
    """Write how the excerpt stands to the captured text, the source's own words where they differ, and the numbers."""
    if not row.excerpt:
        return
    _write("quote", check_words(row.check))
    if row.check is not None:
        if row.check.quote is not None and row.check.verdict is not QuoteVerdict.EXACT:
            _write("source", row.check.quote.exact)
        for remark in row.check.remarks:
            _write("", remark)
    for number in row.numbers:
        _write("number", number_line(number))
        for remark in notes(number):
            _write("", remark)


def _about(card: EvidenceCard, record: Mapping[str, Any] | None) -> Iterator[tuple[str, str]]:
    """Give what is known of the source, each with where it was found, or that the desk says so."""
    source = card.evidence.source
    if source is None:
        return
    yield "address", source.url
    told = record["told"] if record is not None else {}
    if record is not None and "title" not in told and record.get("original_filename"):
        told = {**told, "title": {"value": record["original_filename"], "from": "file name"}}
    for field, column in _CORRECTABLE:
        value = str(getattr(source, column))
        yield field, _with_origin(value, told.get(field))
    yield from source_facts(source)
    yield "published", _date_with_origin(source.published.value if source.published else "", told.get("published"))


def _date_with_origin(value: str, told: Mapping[str, str] | None) -> str:
    """Give a date with where it was found: what a page says is often more exact than what is kept of it."""
    same = told is not None and told["value"][:10] == value[:10]
    return _with_origin(value, {**told, "value": value} if told and same else None)


def _with_origin(value: str, told: Mapping[str, str] | None) -> str:
    if not value:
        return ""
    return f"{value}  ({told['from'] if told and told['value'].strip() == value else 'the desk'})"


def _write_capture(card: EvidenceCard) -> None:
    capture = card.capture
    if capture is None:
        return
    cut = f", cut off ({capture.truncated})" if capture.truncated else ""
    _write("captured", f"{instant_words(capture.captured_at)}, {capture.mode.value}{cut}")
    _write("bytes", f"{capture.size:,} of {capture.media_type or 'an unknown kind'}")
    _write("sha-256", capture.sha256)
    _write("from", capture.final_url)
    _write("warc", capture.warc)
    _write("record", capture.provenance_sha256)
    _write("text", capture.text_sha256 or "none")


def _how(record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if record["http"]:
        yield "answer", f"{record['http']['status']} {record['http']['reason']} from {record['peer_ip']}"
        yield "redirects", " ".join(hop["url"] for hop in record["redirects"])
        yield "tls", " ".join(record["tls"].values()) if record["tls"] else "none"
    yield "reason", record["reason"]
    body = record["body"]
    if not body["content_types_agree"]:
        yield "type", f"declared as {body['content_type_declared']}, looks like {body['content_type_sniffed']}"
    yield "file", record.get("original_filename", "")
    yield "obtained", record.get("obtained_how", "")
    yield "statement", record.get("statement", "")
    for entry in record["derived"]:
        if entry["kind"] == "text":
            yield "read with", f"{entry['tool']} {entry['tool_version']}"
    yield "note", (record["error"] or {}).get("detail", "")


def _write(name: str, value: str) -> None:
    if value:
        write_line(f"  {name:<{_LABEL}}{value}")
