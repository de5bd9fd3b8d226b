"""What makes evidence, looked at before anything is read or fetched: forms ask it as well."""

from urllib.parse import urlsplit

from claims_db.vocabulary import EvidenceForm
from workbench.desk.entries import EvidenceEntry
from workbench.domain.text import printable, storable
from workbench.errors import BadField


def check_entry(entry: EvidenceEntry) -> None:
    """See that what was given makes evidence; what can't be known without reading a file or an address is not looked at.

    Raises:
        BadField: it doesn't; says which part of it.

    """
    if entry.form is EvidenceForm.LINK and not entry.url.strip():
        raise BadField("url", "A link needs an address.", "Give the address of the source.")
    if entry.form is EvidenceForm.FILE and not entry.path.strip():
        raise BadField("path", "A file needs a path.", "Give the path of the file on this machine.")
    if entry.form is EvidenceForm.QUOTATION and not storable(entry.excerpt).strip():
        raise BadField("excerpt", "A quotation needs the words quoted.", "Put the words into the excerpt, verbatim.")
    if entry.confidential and not any((entry.url, entry.path, entry.title, entry.author, entry.publisher)):
        raise BadField("title", "Only a source can be confidential.", "Name it: a title is enough.")
    if entry.form is EvidenceForm.NOTE and not storable(entry.note).strip():
        raise BadField("note", "A note needs words.", "Say what you know and from where.")
    if entry.url.strip():
        check_address(entry.url.strip())
    if entry.archived_url.strip():
        check_archived(entry.archived_url.strip())


def check_archived(address: str) -> None:
    """Refuse what is no web address as the place of an archived copy, and name it as that.

    Raises:
        BadField: it is none.

    """
    try:
        check_address(address)
    except BadField as problem:
        raise BadField("archived_url", f"Archived at: {problem.message}", problem.hint) from None


def check_address(address: str) -> None:
    """Refuse what is no web address.

    Raises:
        BadField: it is none.

    """
    try:
        parts = urlsplit(address)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.netloc or any(mark.isspace() for mark in address):
        raise BadField(
            "url", f"{printable(address[:80])!r} is no web address.", "Addresses start with http:// or https://."
        )
