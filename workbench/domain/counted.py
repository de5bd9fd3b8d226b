"""How many of something there are, as people say it."""


def counted(count: int, one: str, many: str = "") -> str:
    """Say ``1 file`` or ``2,000 files``; ``many`` is the word for several where it is not the first with an s."""
    return f"1 {one}" if count == 1 else f"{count:,} {many or f'{one}s'}"
