"""The keys by which indexes of web archives sort addresses: ``org,example)/path``, so that a site stands together."""

from urllib.parse import quote_from_bytes, unquote_to_bytes, urlsplit

_KEPT = "!\"$&'()*+,-./:;<=>?@[\\]^_`{|}~"
_PORTS = {"http": 80, "https": 443}


def url_key(url: str) -> str:
    """Give the key of a web address; anything else is its own key."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return _plain(url)
    if parts.scheme not in _PORTS or not host:
        return _plain(url)
    named = _bare(_ascii(host))
    reversed_host = named if ":" in named else ",".join(reversed(named.strip(".").split(".")))
    shown_port = f":{port}" if port not in {None, _PORTS[parts.scheme]} else ""
    path = _path(parts.path)
    query = _escaped(parts.query).lower()
    ordered = "&".join("=".join(pair) for pair in sorted(tuple(one.split("=", 1)) for one in query.split("&")))
    return f"{reversed_host}{shown_port}){path}{f'?{ordered}' if ordered else ''}"


def _bare(host: str) -> str:
    first, _, rest = host.partition(".")
    return rest if rest and first.startswith("www") and (first == "www" or first[3:].isdigit()) else host


def _ascii(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return _plain(host).lower()


def _path(path: str) -> str:
    kept: list[str] = []
    steps = _unquoted(path).decode("utf-8", "surrogateescape").split("/")[1:]
    for step in steps:
        if step == "..":
            del kept[-1:]
        elif step != ".":
            kept.append(step)
    joined = "/".join([*filter(None, kept[:-1]), *kept[-1:]])
    return f"/{quote_from_bytes(joined.encode('utf-8', 'surrogateescape'), safe=_KEPT).lower()}".rstrip("/") or "/"


def _escaped(words: str) -> str:
    return quote_from_bytes(_unquoted(words), safe=_KEPT)


def _plain(words: str) -> str:
    """Escape what would end the key in its line."""
    return quote_from_bytes(words.encode("utf-8", "replace"), safe=_KEPT + "%#")


def _unquoted(words: str) -> bytes:
    """Take escapes away until none is left."""
    found = words.encode("utf-8", "replace")
    while (plain := unquote_to_bytes(found)) != found:
        found = plain
    return found
