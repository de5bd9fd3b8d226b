"""Timestamps by RFC 3161: an authority signs that a digest was there at a time, and learns nothing but the digest.

The token is kept as the authority sent it, with its certificates, so that it can be verified years later, also with
``openssl ts -verify``.
"""

from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from workbench.errors import BadSetting, NotFetched, WorkbenchError
from workbench.sources.fetch import Message, fetch
from workbench.sources.named_service import limits_of
from workbench.sources.witnesses.service import SECONDS, micros

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from rfc3161_client import TimeStampResponse

_LARGEST = 200_000
_QUERY, _REPLY = "application/timestamp-query", "application/timestamp-reply"


class Token(NamedTuple):
    """A timestamp as the authority sent it, and the time in it (microseconds UTC)."""

    content: bytes
    stamped_at: int


class Stamper:
    """A timestamp authority, and the root certificates that it is trusted by."""

    def __init__(self, address: str, roots: str = "") -> None:
        _library()
        self.address = address
        self._roots = roots

    def stamp(self, content: bytes) -> Token:
        """Let the authority put a time to these bytes, and verify what it answers.

        Raises:
            NotFetched: it does not answer, or what it answers is no timestamp of these bytes that can be trusted.
            BadSetting: the root certificates can't be read.

        """
        from rfc3161_client import HashAlgorithm, TimestampRequestBuilder  # noqa: PLC0415 - only who asks for a timestamp needs it

        asked = TimestampRequestBuilder().data(content).hash_algorithm(HashAlgorithm.SHA256)
        request = asked.nonce(nonce=True).cert_request(cert_request=True).build()
        limits = limits_of(self.address, "The timestamp authority", SECONDS, _LARGEST, plain=True)
        answer = fetch(self.address, limits, Message(request.as_bytes(), "", _QUERY, _REPLY)).body
        problem = problem_of(answer, content, self._roots, request.nonce)
        if problem:
            raise NotFetched(
                f"The timestamp authority's answer is not used: {problem}.",
                "Name the file with its root certificates in the setting timestamp_roots, or another authority.",
            )
        return Token(answer, micros(_decoded(answer).tst_info.gen_time.astimezone(UTC)))


def problem_of(token: bytes, content: bytes, roots: str = "", nonce: int | None = None) -> str:
    """Say why a timestamp does not prove that these bytes were there at its time; empty where it does.

    Raises:
        WorkbenchError: the library for timestamps is not installed.
        BadSetting: the root certificates can't be read.

    """
    _library()
    from rfc3161_client import VerificationError, VerifierBuilder  # noqa: PLC0415 - as above

    try:
        answer = _decoded(token)
    except ValueError as problem:
        return f"it can't be read: {problem}"
    builder = VerifierBuilder()
    for certificate in _certificates(roots):
        builder = builder.add_root_certificate(certificate)
    if nonce is not None:
        builder = builder.nonce(nonce)
    try:
        builder.build().verify_message(answer, content)
    except (VerificationError, ValueError) as problem:
        return str(problem).rstrip(".")
    return ""


def _library() -> None:
    try:
        import rfc3161_client  # noqa: PLC0415, F401 - as above
    except ImportError:
        raise WorkbenchError(
            "Timestamps need a library that is not installed.", "pip install 'claim-workbench[timestamps]'"
        ) from None


def _decoded(token: bytes) -> "TimeStampResponse":
    from rfc3161_client import decode_timestamp_response  # noqa: PLC0415 - as above

    return decode_timestamp_response(token)


def _certificates(roots: str) -> "list[Certificate]":
    """Read the root certificates, the usual ones where no file is named."""
    import certifi  # noqa: PLC0415 - as above
    from cryptography.x509 import load_pem_x509_certificates  # noqa: PLC0415 - as above

    path = Path(roots or certifi.where())
    try:
        return load_pem_x509_certificates(path.read_bytes())
    except (OSError, ValueError):
        raise BadSetting(
            f"The root certificates in {path} can't be read.", "Name a file in PEM form in timestamp_roots."
        ) from None
