"""A process that reads documents, kept warm for all tests of a folder."""

from collections.abc import Iterator

import pytest

from workbench.sources.capture.texts import TextReader


@pytest.fixture(scope="session")
def texts() -> Iterator[TextReader]:
    reader = TextReader()
    yield reader
    reader.close()
