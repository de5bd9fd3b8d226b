"""Addresses stand in an index under the keys that programs for web archives look for."""

import pytest
import surt
from hypothesis import given
from hypothesis import strategies as st

from workbench.sources.url_keys import url_key


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8000/x",
        "https://www.Example.org/a?b=2&a=1#x",
        "https://example.org",
        "https://example.org/A%20b/?",
        "https://bücher.example/ü",
        "http://example.org:443/",
        "http://example.org/a/../b//c",
        "https://user@www2.example.org:8443/x/",
        "http://example.org/%2525a?x=%C3%BC&x&B=",
        "http://www.org/",
        "http://e.org/a/./",
        "http://e.org/a%2Fb?q=1%26b",
        "http://[2001:db8::1]/x",
        "urn:uuid:0190-abc",
    ],
)
def test_keys_are_those_of_the_archives(url: str) -> None:
    assert url_key(url) == surt.surt(url)


@given(st.text(max_size=40))
def test_a_key_never_ends_its_line_or_its_field(words: str) -> None:
    for url in (words, f"http://example.org/{words}"):
        assert not any(mark.isspace() for mark in url_key(url))
