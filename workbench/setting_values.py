"""What the values of settings have to look like; every error names where the value stands."""

import re

from workbench.errors import BadSetting

_ORIGIN = re.compile(r"https?://[^\s/@?#\\]{1,255}")
_ADDRESS = re.compile(r"https?://[^\s/@?#\\]{1,255}(/[^\s@?#\\]{0,1000})?")
_LONGEST_LINE = 200

_PROGRAMS = ("age", "gpg")
_AGE_RECIPIENT = re.compile(
    r"age1[0-9a-z]{10,4000}|ssh-(ed25519|rsa) [0-9A-Za-z+/]{10,4000}={0,2}( [^,\s]{1,200})?", re.ASCII
)
_GPG_RECIPIENT = re.compile(r"(0x)?([0-9A-Fa-f]{16}|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64})!?", re.ASCII)


def text(value: object, where: str) -> str:
    """Give a text that is not empty."""
    words = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(words, str) or not words.strip() or "\0" in words:
        raise BadSetting(f"{where}: a text is expected.", 'Write it in quotation marks, such as "…".')
    return words


def origins(value: object, where: str) -> str:
    """Give addresses without a path, with blanks between them."""
    words = text(value, where).split()
    if not all(_ORIGIN.fullmatch(word) for word in words):
        raise BadSetting(
            f"{where}: addresses without a path are expected, with blanks between them.",
            'Write them such as "http://127.0.0.1:8000 http://archive.lan".',
        )
    return " ".join(words)


def address(value: object, where: str) -> str:
    """Give a web address."""
    words = text(value, where).strip().rstrip("/")
    if not _ADDRESS.fullmatch(words):
        raise BadSetting(
            f"{where}: a web address without a user name or a query is expected.",
            'Write it such as "https://web.archive.org"; a key stands in the environment.',
        )
    return words


def sealing_program(value: object, where: str) -> str:
    """Give the name of a program that encrypts."""
    words = text(value, where).strip()
    if words not in _PROGRAMS:
        raise BadSetting(f"{where}: age or gpg is expected.", 'Write "age" or "gpg"; without it nothing is sealed.')
    return words


def recipients(value: object, where: str) -> str:
    """Give public keys, with commas between them."""
    given = value if isinstance(value, list) else text(value, where).split(",")
    words = [text(one, where).strip() for one in given]
    if not words or not all(_AGE_RECIPIENT.fullmatch(word) or _GPG_RECIPIENT.fullmatch(word) for word in words):
        raise BadSetting(
            f"{where}: public keys of age, or fingerprints of GPG keys, are expected.",
            'Write them such as ["age1…", "ssh-ed25519 AAAA…"], or ["0123456789ABCDEF0123456789ABCDEF01234567"].',
        )
    return ", ".join(words)


def is_line(value: object) -> bool:
    """Say whether a value is one line of text."""
    return isinstance(value, str) and 0 < len(value.strip()) <= _LONGEST_LINE and value.isprintable()
