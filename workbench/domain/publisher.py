"""Who publishes a desk's findings: what of it is usable, and the address of a finding's page."""

import re

from claims_db.rows import PublisherRow
from workbench.domain.text import printable
from workbench.errors import BadInput

PUBLISHER_FIELDS = (("name", "Publisher"), ("url", "Home page"), ("pages", "Pages"), ("corrections", "Corrections"))
"""What is said of a publisher, each with its name for people."""

SLUG = "{slug}"
"""Stands in the pattern of addresses where a finding's own name goes."""

_WEB_ADDRESS = re.compile(
    r"https?://(?P<host>\[[0-9a-f:.]+\]|[^\s/?#@:\\\[\]\"'<>]+)(?::\d{1,5})?(?:[/?#][^\s\\\"<>]*)?", re.IGNORECASE
)
_LONGEST = 2_000
_SHORTENERS = frozenset(
    {"bit.ly", "t.co", "tinyurl.com", "goo.gl", "ow.ly", "is.gd", "buff.ly", "rebrand.ly", "cutt.ly"}
)


def check_publisher(publisher: PublisherRow) -> None:
    """See that addresses are such, and that each finding would have a page of its own on the publisher's site.

    Raises:
        BadInput: one can't be used.

    """
    for name, address in (("home page", publisher.url), ("policy on corrections", publisher.corrections)):
        if address and not is_web_address(address):
            raise BadInput(f"{printable(address)} is no address of a {name}.", "Give it as https://…")
    if not publisher.pages:
        return
    if not is_web_address(publisher.pages.replace(SLUG, "a")) or publisher.pages.count(SLUG) != 1:
        raise BadInput(
            f"{printable(publisher.pages)} is no address of pages.",
            f"Give it as https://…, with {SLUG} once where the name of a finding stands.",
        )
    host = _host(publisher.pages)
    if host in _SHORTENERS:
        raise BadInput(f"{host} shortens addresses.", "Give the address at which the pages are read in the end.")
    if publisher.url and not _same_site(host, _host(publisher.url)):
        raise BadInput(
            f"The pages are on {host}, the home page is on {_host(publisher.url)}.",
            "The pages must be on the publisher's own site, as readers of ClaimReview ask for.",
        )


def page_url(publisher: PublisherRow, slug: str) -> str:
    """Give the address of a finding's page, empty where the desk has not said where its pages are."""
    return publisher.pages.replace(SLUG, slug)


def is_web_address(address: str) -> bool:
    """Say whether this is a whole http or https address."""
    return len(address) <= _LONGEST and _WEB_ADDRESS.fullmatch(address) is not None


def _host(address: str) -> str:
    found = _WEB_ADDRESS.fullmatch(address.replace(SLUG, "a"))
    return found["host"].casefold().removeprefix("www.") if found else ""


def _same_site(one: str, other: str) -> bool:
    return one == other or one.endswith(f".{other}")
