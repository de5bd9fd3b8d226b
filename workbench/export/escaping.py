"""Foreign words in Markdown, written so that every renderer shows them as they are."""

import re

_ALWAYS = re.compile(r"([\\`*_{}\[\]<>#|~$^&])")
_LINE_START = re.compile(r"^(\s*)(?:([-+=:])|(\d{1,9})([.)]))")
_AUTOLINK = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp|www)([:.])")
_AT = re.compile(r"(?<=\w)@(?=\w)")
_IMAGE = re.compile(r"!(?=\\\[)")
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
_URL_SAFE = re.compile(r"[^A-Za-z0-9:/?#@!$&'*+,;=%._~-]")


def words(text: str) -> str:
    """Write foreign words on one line as plain text: no link, no markup, no HTML comes out of them."""
    line = " ".join(_UNSAFE.sub("\ufffd", text.replace("\t", " ")).split())
    escaped = _ALWAYS.sub(r"\\\1", line)
    escaped = _IMAGE.sub(r"\\!", escaped)
    escaped = _AT.sub(r"\\@", _AUTOLINK.sub(r"\1\\\2", escaped))
    return _LINE_START.sub(_start, escaped)


def link(url: str) -> str:
    """Write a web address as a link to itself; anything that is no http or https address as plain words."""
    if not re.match(r"https?://[^\s/]", url, re.IGNORECASE):
        return words(url)
    return f"<{address(url)}>"


def address(url: str) -> str:
    """Write a web address with every character that could end it percent-encoded."""
    return _URL_SAFE.sub(
        lambda match: "".join(f"%{byte:02X}" for byte in match.group().encode("utf-8", "replace")), url
    )


def paragraphs(text: str) -> list[str]:
    """Write a text of one's own desk, such as a rationale, as plain paragraphs."""
    blocks = re.split(r"\n\s*\n", text.replace("\r\n", "\n"))
    return [words(block) for block in blocks if block.strip()]


def _start(match: re.Match[str]) -> str:
    if match[2]:
        return f"{match[1]}\\{match[2]}"
    return f"{match[1]}{match[3]}\\{match[4]}"
