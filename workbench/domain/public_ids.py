"""Public ids: UUID version 7, so that they sort by the time they were made."""

from uuid import UUID

RANDOM_BYTES = 10
"""How many random bytes a public id takes."""


def uuid7(micros: int, randomness: bytes) -> str:
    """Make a UUIDv7 (RFC 9562, section 5.7) from an instant and random bytes.

    The twelve bits after the milliseconds hold the fraction of the millisecond (section 6.2, method 3).

    Args:
        micros: microseconds since 1970 in UTC.
        randomness: ten bytes, of which 62 bits are used.

    """
    millis, fraction = divmod(micros, 1000)
    tail = int.from_bytes(randomness[:RANDOM_BYTES], "big") & ((1 << 62) - 1)
    value = (millis & ((1 << 48) - 1)) << 80 | 0x7 << 76 | (fraction * 4096 // 1000) << 64 | 0b10 << 62 | tail
    return str(UUID(int=value))
