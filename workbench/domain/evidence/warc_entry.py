"""What an index of an archive says of an answer in a WARC file."""

from typing import NamedTuple


class WarcEntry(NamedTuple):
    """One answer of a WARC file.

    Attributes:
        key: what indexes sort its address by.
        url: what was asked, or the name of what a person brought.
        date: when, as the record says it.
        media_type: what the answer says it is, without parameters.
        status: the status of an HTTP answer, empty for anything else.
        digest: of its payload, as the record says it.
        offset, length: where the record lies in the file.

    """

    key: str
    url: str
    date: str
    media_type: str
    status: str
    digest: str
    offset: int
    length: int
