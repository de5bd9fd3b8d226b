"""A frozen revision of a finding: its files as they went out, and the manifest that names them.

The manifest holds the SHA-256 of each file and the head of the journal when the revision was made, so that files, desk
and journal can be held against each other in years.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

import rfc8785

from claims_db.rows import PublisherRow
from workbench.errors import BadInput
from workbench.export.citations import bibtex, cited_in, csl_json
from workbench.export.claim_review import claim_review
from workbench.export.claim_review_rules import faults
from workbench.export.finding import Finding
from workbench.export.finding_json import finding_bytes, finding_from
from workbench.export.json_ld import json_ld
from workbench.export.media_review import media_reviews, together
from workbench.export.rendered import RenderedFile
from workbench.export.templating import ReportTemplate

SCHEMA = "workbench/publication/1"
MANIFEST_SCHEMA = "workbench/manifest/1"
MANIFEST = "manifest.json"
FINDING = "finding.json"


@dataclass(frozen=True, slots=True)
class JournalHead:
    """Where the journal stood: its last sequence, and the hash of that entry."""

    sequence: int
    hash: str


@dataclass(frozen=True, slots=True)
class Issue:
    """A revision as it goes out: the finding, its files, and their manifest."""

    finding: Finding
    files: tuple[RenderedFile, ...]
    manifest: bytes

    @property
    def manifest_sha256(self) -> str:
        """The digest of the manifest, which the desk keeps beside the publication."""
        return hashlib.sha256(self.manifest).hexdigest()

    @property
    def folder(self) -> str:
        """What the folder of the revision is called."""
        return f"{self.finding.published[:10]}_{self.finding.slug}_v{self.finding.revision}"

    def every_file(self) -> tuple[RenderedFile, ...]:
        """Give the files with the manifest."""
        return (*self.files, RenderedFile(MANIFEST, self.manifest))


def issued(finding: Finding, publisher: PublisherRow, template: ReportTemplate, head: JournalHead) -> Issue:
    """Make the files of a revision and their manifest.

    A withdrawn finding has neither ClaimReview nor MediaReview, nor has one of a desk that has not said where its pages
    are.
    """
    files = [
        RenderedFile("report.md", template.page(finding, publisher).encode("utf-8", "replace")),
        RenderedFile(FINDING, finding_bytes(finding) + b"\n"),
    ]
    review = claim_review(finding, publisher)
    if not finding.withdrawn and not faults(review):
        files.append(RenderedFile("claimreview.jsonld", json_ld(review)))
    beside = media_reviews(finding, publisher)
    if beside:
        files.append(RenderedFile("mediareview.jsonld", json_ld(together(beside))))
    sources = cited_in([finding])
    if sources:
        files += [RenderedFile("sources.bib", bibtex(sources)), RenderedFile("sources.csl.json", csl_json(sources))]
    files.sort(key=lambda file: file.name)
    return Issue(finding, tuple(files), _manifest(finding, files, head))


def issue_content(issue: Issue) -> str:
    """Give a revision as the desk keeps it: with the text of every file, so that it can be written again as it was."""
    files = {file.name: file.content.decode("utf-8") for file in issue.every_file()}
    return rfc8785.dumps({"schema": SCHEMA, "files": files}).decode("utf-8")


def issue_from(content: str) -> Issue:
    """Read a revision as the desk keeps it.

    Raises:
        BadInput: it is none, as of a desk that an earlier version published.

    """
    try:
        kept = json.loads(content)
        known = kept["schema"] == SCHEMA and isinstance(kept["files"], dict)
        files = {str(name): str(text).encode("utf-8") for name, text in kept["files"].items()} if known else {}
    except (ValueError, KeyError, TypeError):
        files = {}
    if FINDING not in files or MANIFEST not in files:
        raise BadInput(
            "This revision was published by an earlier version, which kept no files of it.",
            "Publish a correction to have the finding in the form of today.",
        )
    manifest = files.pop(MANIFEST)
    rendered = tuple(RenderedFile(name, files[name]) for name in sorted(files))
    return Issue(finding_from(files[FINDING]), rendered, manifest)


def _manifest(finding: Finding, files: Iterable[RenderedFile], head: JournalHead) -> bytes:
    told = {
        "schema": MANIFEST_SCHEMA,
        "claim": finding.id,
        "reference": finding.reference,
        "revision": finding.revision,
        "published": finding.published,
        "journal": {"sequence": head.sequence, "hash": head.hash},
        "files": [
            {"name": file.name, "sha256": hashlib.sha256(file.content).hexdigest(), "size": len(file.content)}
            for file in files
        ],
    }
    return (json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()
