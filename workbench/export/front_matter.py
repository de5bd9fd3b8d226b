"""The front matter of a finding's page, as Hugo, Jekyll and Astro read it: YAML in which every foreign word is quoted.

A string of JSON is one of YAML (YAML 1.2, section 1.3), as long as nothing stands in it that YAML does not allow.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator

from workbench.export.escaping import drawable, shortened
from workbench.export.finding import CitedSource, Finding
from workbench.export.finding_json import finding_bytes


def front_matter(finding: Finding, url: str) -> str:
    """Write the front matter of a finding; ``url`` is that of its page, empty where it is not known."""
    lines = [*_of_page(finding), *_of_claim(finding), *_of_verdict(finding, url), *of_sources(finding.sources)]
    return "\n".join(["---", *lines, "---", ""])


def text(words: str) -> str:
    """Write foreign words as a quoted string on one line."""
    return json.dumps(" ".join(drawable(words).split()), ensure_ascii=False)


def _of_page(finding: Finding) -> Iterator[str]:
    yield f"title: {text(finding.statement)}"
    if finding.first_published:
        yield f"date: {finding.first_published}"
        yield f"lastmod: {finding.published}"
    yield f"slug: {text(finding.slug)}"
    yield f"draft: {'false' if finding.published else 'true'}"
    yield f"description: {text(shortened(_described(finding)))}"
    yield f"tags: [{', '.join(map(text, finding.tags))}]"
    if finding.language != "und":
        yield f"lang: {text(finding.language)}"


def _described(finding: Finding) -> str:
    if finding.withdrawn and finding.corrections:
        return f"Withdrawn. {finding.corrections[-1].reason}"
    return f"{finding.rating.label}. {finding.rationale}"


def _of_claim(finding: Finding) -> Iterator[str]:
    yield "claim:"
    yield f"  text: {text(finding.statement)}"
    if finding.claimer.strip():
        yield f"  speaker: {text(finding.claimer)}"
    place = finding.first_place
    said = finding.said_on or (place.published if place else "")
    if said:
        yield f"  date: {text(said)}"
    if place is not None and place.url:
        yield f"  url: {text(place.url)}"


def _of_verdict(finding: Finding, url: str) -> Iterator[str]:
    rating = finding.rating
    yield "verdict:"
    yield f"  slug: {text(rating.slug)}"
    yield f"  label: {text(rating.label)}"
    yield f"  scale: {text(rating.scale)}"
    if rating.value is not None:
        yield f"  value: {rating.value}"
    yield f"check_id: {text(finding.id)}"
    if finding.revision is not None:
        yield f"revision: {finding.revision}"
    if finding.withdrawn:
        yield "withdrawn: true"
    if url:
        yield f"canonical: {text(url)}"
    yield f"finding_sha256: {text(finding_sha256(finding))}"


def finding_sha256(finding: Finding) -> str:
    """Give the digest of all that a finding says."""
    return hashlib.sha256(finding_bytes(finding)).hexdigest()


def of_sources(sources: Iterable[CitedSource]) -> Iterator[str]:
    """Write the sources that may be named."""
    named = [one for one in sources if not one.confidential]
    if named:
        yield "sources:"
    for one in named:
        facts = {
            "title": one.title,
            "url": one.url,
            "archived_url": one.archived_url,
            "sha256": one.sha256,
            "accessed": one.retrieved_at,
        }
        yield f"  - id: {text(one.id)}"
        yield from (f"    {name}: {text(value)}" for name, value in facts.items() if value)
