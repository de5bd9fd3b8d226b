"""Which addresses the program may speak to: public ones only, decided when it connects.

``ipaddress`` alone calls some addresses global that lead inside (NAT64, 6to4, old site-local and others),
so the special-purpose registries of IANA are spelled out here.
"""

import ipaddress
import re
from urllib.parse import urlsplit

from workbench.domain.text import printable
from workbench.errors import NotFetched

PORTS = frozenset({80, 443, 8080, 8443})
_HEAD = re.compile(r"(https?://)([^/?]*)", re.IGNORECASE)
LONGEST_URL = 4_096

_REFUSED = tuple(
    ipaddress.ip_network(network)
    for network in (
        "168.63.129.16/32", "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "240.0.0.0/4",
        "::/96", "::ffff:0:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "2001::/23", "2002::/16", "fec0::/10", "3fff::/20", "5f00::/16",
    )
)  # fmt: skip
OWN_SERVICE = "A service of your own has to stand in the setting local_services."
_SAVE = f"Save the page and add the file. {OWN_SERVICE}"
_USER = re.compile(r"(?<=//)[^/?#\\]*@")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*+://")
_INSIDE = (
    "localhost",
    "local",
    "internal",
    "svc",
    "lan",
    "home",
    "corp",
    "intranet",
    "localdomain",
    "home.arpa",
    "test",
    "invalid",
    "onion",
)


class Address(NotFetched):
    """An address that the program does not speak to."""


def is_public(host: str) -> bool:
    """Say whether a numeric address is one of the public internet."""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    if mapped is not None:
        return is_public(str(mapped))
    inside = (
        address.is_private
        or address.is_loopback
        or address.is_link_local
        or address.is_multicast
        or address.is_reserved
        or address.is_unspecified
    )
    return (
        address.is_global
        and not inside
        and not any(address in network for network in _REFUSED if network.version == address.version)
    )


def is_address(location: str) -> bool:
    """Say whether something that was typed is a web address, or one of another kind, and no path."""
    return _ADDRESS.match(location) is not None


def shown_address(url: str) -> str:
    """Write an address into a message: cut, safe to print, without a name and a password in it."""
    return printable(_USER.sub("", url)[:120])


def one_form(url: str) -> str:
    """Give one form of an address however it was typed: scheme and host in small letters, no fragment."""
    bare = url.partition("#")[0]
    head = _HEAD.match(bare)
    if head is None:
        return url
    user, at, host = head[2].rpartition("@")
    return f"{head[1].lower()}{user}{at}{host.lower()}{bare[head.end() :]}"


def check_url(url: str, allowed: frozenset[str] = frozenset()) -> str:
    """Give the address as it will be asked for, or refuse it before any packet is sent.

    Args:
        url: what was typed, or where a page redirects to.
        allowed: origins such as ``http://127.0.0.1:8000`` that the user's settings allow exactly.

    Raises:
        Address: scheme, port, name or form is not allowed.

    """
    shown = shown_address(url)
    if len(url) > LONGEST_URL or any(ord(mark) <= 0x20 or 0x7F <= ord(mark) <= 0xA0 for mark in url) or "\\" in url:
        raise Address(f"{shown} is no address that can be fetched.", "Check it for spaces and odd characters.")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise Address(f"{shown} is no address.", "Check it.") from None
    if parts.scheme not in {"http", "https"}:
        raise Address(f"{shown} is not fetched: only http and https addresses are.", "Give a web address or a file.")
    if not host:
        raise Address(f"{shown} names no host.", "Give the whole address, such as https://example.org/page.")
    if f"{parts.scheme}://{parts.netloc}" in allowed:
        return url
    if parts.username is not None or parts.password is not None:
        raise Address(f"{shown} is not fetched: it carries a user name.", "Give the address without it.")
    if (port or (443 if parts.scheme == "https" else 80)) not in PORTS:
        raise Address(
            f"{shown} is not fetched: port {port} is not allowed.", f"Ports 80, 443, 8080 and 8443 are. {OWN_SERVICE}"
        )
    _check_name(host, shown)
    return url


def _check_name(host: str, shown: str) -> None:
    try:
        name = host.encode("idna").decode("ascii").casefold().rstrip(".")
    except UnicodeError:
        name = ""
    labels = name.split(".")
    numeric = ":" in host or _looks_numeric(labels[-1])
    if numeric and not is_public(host):
        raise Address(f"{shown} is not fetched: the address is not a public one.", _SAVE)
    inside = any(name == ending or name.endswith(f".{ending}") for ending in _INSIDE)
    if not numeric and (not name or len(labels) < 2 or inside):
        raise Address(f"{shown} is not fetched: the name is not a public one.", _SAVE)


def _looks_numeric(label: str) -> bool:
    return label.isdigit() or label.startswith("0x")
