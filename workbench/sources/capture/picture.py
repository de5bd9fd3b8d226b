"""How large a picture is, from its first bytes; nothing of it is decoded, and what it carries stays as it is."""

_SIZED = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_MOST_SEGMENTS = 500


def dimensions(content: bytes, kind: str) -> tuple[int, int]:
    """Give width and height, 0 and 0 where they can't be told."""
    if kind == "image/png" and content[12:16] == b"IHDR":
        return _big(content[16:20]), _big(content[20:24])
    if kind == "image/gif" and len(content) >= 10:
        return _little(content[6:8]), _little(content[8:10])
    if kind == "image/jpeg":
        return _jpeg(content)
    if kind == "image/webp":
        return _webp(content)
    return 0, 0


def _jpeg(content: bytes) -> tuple[int, int]:
    place = 2
    for _ in range(_MOST_SEGMENTS):
        if content[place : place + 1] != b"\xff" or place + 9 > len(content):
            return 0, 0
        marker = content[place + 1]
        if marker in _SIZED:
            return _big(content[place + 7 : place + 9]), _big(content[place + 5 : place + 7])
        place += 2 if marker in _ALONE else 1 if marker == 0xFF else 2 + _big(content[place + 2 : place + 4])
    return 0, 0


def _webp(content: bytes) -> tuple[int, int]:
    chunk = content[12:16]
    if chunk == b"VP8X" and len(content) >= 30:
        return _little(content[24:27]) + 1, _little(content[27:30]) + 1
    if chunk == b"VP8 " and content[23:26] == b"\x9d\x01\x2a":
        return _little(content[26:28]) & 0x3FFF, _little(content[28:30]) & 0x3FFF
    if chunk == b"VP8L" and len(content) >= 25:
        bits = _little(content[21:25])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return 0, 0


def _big(some: bytes) -> int:
    return int.from_bytes(some, "big")


def _little(some: bytes) -> int:
    return int.from_bytes(some, "little")
