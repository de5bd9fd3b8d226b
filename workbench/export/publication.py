"""A frozen revision of a finding: its files as they went out, and the manifest that names them.

The manifest holds the SHA-256 of each file and the head of the journal when the revision was made, so that files, desk
and journal can be held against each other in years.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

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
BUNDLE = "evidence.wacz"


@dataclass(frozen=True, slots=True)
class JournalHead:
    """Where the journal stood: its last sequence, and the hash of that entry."""

    sequence: int
    hash: str


@dataclass(frozen=True, slots=True)
class Beside:
    """The evidence bundle of a revision, which lies beside its files and is made of captures that the desk keeps.

    ``pieces`` are the public ids of the evidence in it; where there is none, neither is the file, and ``sha256`` is
    empty. ``left_out`` says how many pieces are not in it, by the reason.
    """

    pieces: tuple[str, ...]
    left_out: tuple[tuple[str, int], ...]
    sha256: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Issue:
    """A revision as it goes out: the finding, its files, their manifest, and the bundle that was asked for, if any."""

    finding: Finding
    files: tuple[RenderedFile, ...]
    manifest: bytes
    beside: Beside | None = None

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


def issued(
    finding: Finding,
    publisher: PublisherRow,
    template: ReportTemplate,
    head: JournalHead,
    beside: Beside | None = None,
) -> Issue:
    """Make the files of a revision and their manifest.

    A withdrawn finding has neither ClaimReview nor MediaReview, nor has one of a desk that has not said where its pages
    are.
    """
    files = [
        RenderedFile("report.md", template.page(finding, publisher).encode("utf-8", "replace")),
        RenderedFile(FINDING, finding_bytes(finding)),
    ]
    review = claim_review(finding, publisher)
    if not finding.withdrawn and not faults(review):
        files.append(RenderedFile("claimreview.jsonld", json_ld(review)))
    reviews = media_reviews(finding, publisher)
    if reviews:
        files.append(RenderedFile("mediareview.jsonld", json_ld(together(reviews))))
    sources = cited_in([finding])
    if sources:
        files += [RenderedFile("sources.bib", bibtex(sources)), RenderedFile("sources.csl.json", csl_json(sources))]
    files.sort(key=lambda file: file.name)
    return Issue(finding, tuple(files), _manifest(finding, files, head, beside), beside)


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
    try:
        return Issue(finding_from(files[FINDING]), rendered, manifest, _beside(json.loads(manifest)))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise BadInput(
            "The manifest of this revision can't be read.", "Publish a correction to have a new one."
        ) from None


def _beside(told: Any) -> Beside | None:  # noqa: ANN401 - as JSON is
    """Read of a manifest what was bundled, None where no bundle was asked for."""
    if "evidence" not in told:
        return None
    evidence = told["evidence"]
    left_out = tuple((str(why), int(count)) for why, count in evidence["left_out"].items())
    beside = Beside(tuple(map(str, evidence["pieces"])), left_out)
    for file in told["files"]:
        if file["name"] == BUNDLE:
            return replace(beside, sha256=str(file["sha256"]), size=int(file["size"]))
    return beside


def _manifest(
    finding: Finding, files: Iterable[RenderedFile], head: JournalHead, beside: Beside | None = None
) -> bytes:
    told: dict[str, object] = {
        "schema": MANIFEST_SCHEMA,
        "claim": finding.id,
        "reference": finding.reference,
        "revision": finding.revision,
        "published": finding.published,
        "journal": {"sequence": head.sequence, "hash": head.hash},
        "files": sorted(_listed(files, beside), key=lambda one: str(one["name"])),
    }
    if beside is not None:
        told["evidence"] = {"pieces": beside.pieces, "left_out": dict(beside.left_out)}
    return (json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def _listed(files: Iterable[RenderedFile], beside: Beside | None) -> Iterator[dict[str, object]]:
    for file in files:
        yield {"name": file.name, "sha256": hashlib.sha256(file.content).hexdigest(), "size": len(file.content)}
    if beside is not None and beside.sha256:
        yield {"name": BUNDLE, "sha256": beside.sha256, "size": beside.size}
