"""What holds for every service that the user named in the settings and that something is sent to.

It may be at a private address, because it is the user who named it. What is sent goes unencrypted only to
addresses that are not public. Keys stand in the environment, and nothing prints them.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit

from workbench.errors import BadSetting, NotFetched
from workbench.sources.addresses import is_public
from workbench.sources.guarded import Limits, Resolve, resolve


def key_in(environ: Mapping[str, str], name: str) -> str:
    """Give the key that stands in an environment variable, empty where there is none.

    Raises:
        BadSetting: it can't be a key; it is not shown.

    """
    key = environ.get(name, "")
    if not key.isascii() or any(not "!" <= mark <= "~" for mark in key):
        raise BadSetting(f"The key in {name} has spaces or odd characters.", "Set it again, without line end.")
    return key


def limits_of(address: str, what: str, seconds: float, largest: int, *, plain: bool = False) -> Limits:
    """Give the limits of asking a service; ``what`` names it where it can't be asked.

    With ``plain`` everybody may read what is sent, and what comes back is signed.
    """
    parts = urlsplit(address)
    return Limits(
        raw=largest,
        decoded=largest,
        seconds=seconds,
        allowed=frozenset({f"{parts.scheme}://{parts.netloc}"}),
        resolve=resolve if plain or parts.scheme == "https" else _only_inside(resolve, what),
    )


def _only_inside(found_by: Resolve, what: str) -> Resolve:
    """Refuse public addresses, for everybody on the way there could read what is sent."""

    def inside(host: str, port: int) -> list[tuple[str, int]]:
        found = found_by(host, port)
        if any(is_public(address) for address, _ in found):
            raise NotFetched(f"{what} is public: its address has to begin with https://.")
        return found

    return inside
