"""A text that came in, decoded, with what it says of itself."""

from dataclasses import dataclass

from claims_db.rows import DateRow


@dataclass(frozen=True)
class Document:
    """A text from outside.

    Attributes:
        text: the decoded text without a byte-order mark, line ends untouched; of a page the article's text.
        media_type: ``text/plain`` or ``text/html``.
        encoding: how the bytes were decoded.
        origin: the path as given, ``-``, or the address.
        url: where it stands on the web; empty where that is not known.
        title, outlet, byline, published, language: what it says of itself; empty where it says nothing.
        sha256: digest of the bytes that came in, in hexadecimal.

    """

    text: str
    media_type: str
    encoding: str
    origin: str
    url: str
    title: str
    outlet: str
    byline: str
    published: DateRow | None
    language: str
    sha256: str
