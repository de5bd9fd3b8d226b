"""Say where in a WARC file each answer lies, so that a program that replays it can go straight there."""

import io
from collections.abc import Iterator

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from workbench.domain.evidence.warc_entry import WarcEntry
from workbench.errors import WorkbenchError
from workbench.sources.url_keys import url_key

_ANSWERS = frozenset({"response", "resource"})


def warc_entries(content: bytes) -> Iterator[WarcEntry]:
    """Give every answer of a WARC file, in order.

    Raises:
        WorkbenchError: it can't be read.

    """
    records = ArchiveIterator(io.BytesIO(content))
    try:
        for record in records:
            offset = records.get_record_offset()
            length = records.get_record_length()
            if record.rec_type in _ANSWERS:
                said = record.rec_headers.get_header
                heard = record.http_headers
                named = heard.get_header("Content-Type") if heard else said("Content-Type")
                url = said("WARC-Target-URI")
                yield WarcEntry(
                    url_key(url),
                    url,
                    said("WARC-Date"),
                    (named or "").partition(";")[0].strip(),
                    heard.get_statuscode() if heard else "",
                    said("WARC-Payload-Digest"),
                    offset,
                    length,
                )
    except (ArchiveLoadFailed, ValueError, EOFError) as problem:
        raise WorkbenchError(f"A WARC file can't be read: {problem}.", "'workbench verify' names it.") from None
