"""Sources for reference managers: CSL-JSON and BibTeX."""

import json
import subprocess

import pytest

from tests.export.example_finding import finding
from tests.export.markdown_readers import HOSTILE
from tests.installed_programs import needs
from workbench.export.citations import bibtex, cited_in, csl_json


def test_a_source_is_cited_with_its_archived_copy_and_its_bytes() -> None:
    (source,) = cited_in([finding(), finding()])
    (item,) = json.loads(csl_json([source]))
    assert item == {
        "id": "ssource1",
        "type": "webpage",
        "title": "Joint drills on the Shandong peninsula",
        "author": [{"literal": "A. Writer"}],
        "publisher": "Example Post",
        "issued": {"date-parts": [[2005, 8, 18]]},
        "accessed": {"date-parts": [[2021, 11, 23]]},
        "URL": "https://example.org/drills",
        "archive_location": "https://archive.example/2005/drills",
    }


def test_bibtex_says_the_same() -> None:
    text = bibtex(cited_in([finding()])).decode()
    assert text.startswith("@online{ssource1,\n")
    for line in (
        "  author = {{A. Writer}},",
        "  title = {Joint drills on the Shandong peninsula},",
        "  date = {2005-08-18},",
        "  url = {https://example.org/drills},",
        "  urldate = {2021-11-23},",
    ):
        assert line in text.splitlines()


def test_confidential_sources_are_in_neither() -> None:
    sources = cited_in([finding()])
    assert b"SECRET" not in csl_json(sources) + bibtex(sources)
    assert b"secret" not in csl_json(sources) + bibtex(sources)


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_words_stay_inside_of_their_field(payload: str) -> None:
    text = bibtex(cited_in([finding(lambda words: f"{words} {payload}")])).decode()
    depth = 0
    for at, mark in enumerate(text):
        escaped = text[at - 1 : at] == "\\" and text[at - 2 : at - 1] != "\\"
        depth += 0 if escaped else {"{": 1, "}": -1}.get(mark, 0)
        assert depth >= 0
    assert depth == 0
    assert text.count("\n@") == 0


def test_pandoc_reads_both_and_finds_the_same_source() -> None:
    needs("pandoc")
    sources = cited_in([finding(lambda words: f"{words} {{50}}% & ~ #1")])
    read = [
        json.loads(
            subprocess.run(
                ["pandoc", "--from", form, "--to", "csljson"], input=text, capture_output=True, check=True
            ).stdout
        )[0]
        for form, text in (("csljson", csl_json(sources)), ("biblatex", bibtex(sources)))
    ]
    assert _letters(read[0]["title"]) == _letters(read[1]["title"])
    assert read[0]["URL"] == read[1]["URL"]
    assert read[0]["issued"] == read[1]["issued"]


def _letters(title: str) -> str:
    """Give a title without what biblatex makes of capitals and spaces in titles."""
    return title.replace("\u00a0", " ").casefold()
