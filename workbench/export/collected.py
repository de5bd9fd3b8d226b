"""Several claims on one page: those of an article in the order of its text, or others that somebody chose."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from claims_db.rows import ArticleReport, ArticleRow, ClaimReport
from claims_db.vocabulary import ClaimState
from workbench.domain.counted import counted
from workbench.domain.dates import instant_words
from workbench.domain.references import article_reference, claim_reference
from workbench.export.facts import standing_verdict, state
from workbench.export.finding import CitedSource, Corrected, Finding
from workbench.export.finding_of import findings_of
from workbench.export.naming import named
from workbench.export.source_list import date_text

_PAGE = "page"


@dataclass(frozen=True, slots=True)
class Unrated:
    """A claim of a page that has no rating; ``state`` says why, in words."""

    reference: str
    id: str
    statement: str
    claimer: str
    via: tuple[str, ...]
    state: str
    set_aside: bool


@dataclass(frozen=True, slots=True)
class TakenIn:
    """The article that a page is about; ``refused`` says how many stretches of its text hold no claim, by the reason."""

    reference: str
    id: str
    title: str
    outlet: str
    byline: str
    url: str
    published: str
    taken_in: str
    refused: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class CorrectedFinding:
    """A correction with the finding that was corrected."""

    reference: str
    correction: Corrected


@dataclass(frozen=True, slots=True)
class Collection:
    """What one page tells: findings, each with its own sources, and the claims beside them that have no rating.

    ``slug`` is what its file is called, ``chosen`` the words that said which claims are meant.
    """

    title: str
    slug: str
    desk: str
    findings: tuple[Finding, ...]
    unrated: tuple[Unrated, ...]
    article: TakenIn | None = None
    chosen: str = ""

    @property
    def set_aside(self) -> tuple[Unrated, ...]:
        """Those that were set aside, or are the same as another claim."""
        return tuple(one for one in self.unrated if one.set_aside)

    @property
    def waiting(self) -> tuple[Unrated, ...]:
        """Those that nobody has decided yet."""
        return tuple(one for one in self.unrated if not one.set_aside)

    @property
    def corrections(self) -> tuple[CorrectedFinding, ...]:
        """What was corrected, the earliest first."""
        found = [CorrectedFinding(one.reference, correction) for one in self.findings for correction in one.corrections]
        return tuple(sorted(found, key=lambda one: one.correction.at))

    @property
    def counts(self) -> str:
        """How many claims it tells of, and what became of them."""
        all_told = counted(len(self.findings) + len(self.unrated), "claim")
        parts = (
            (len(self.findings), "rated"),
            (len(self.set_aside), "set aside"),
            (len(self.waiting), "not decided yet"),
        )
        return f"{all_told}: {', '.join(f'{count:,} {words}' for count, words in parts if count) or 'none rated'}"


def article_collection(
    report: ArticleReport, article: ArticleRow, refused: tuple[tuple[str, int], ...] = ()
) -> Collection:
    """Put all claims of an article together, in the order of its text."""
    reference = article_reference(article.number)
    return Collection(
        title=article.title or reference,
        slug=named(f"{_PAGE}-{reference}", article.title, article.public_id),
        desk=report.desk.name,
        article=TakenIn(
            reference=reference,
            id=article.public_id,
            title=article.title,
            outlet=article.outlet,
            byline=report.byline,
            url=article.url,
            published=date_text(article.published),
            taken_in=instant_words(article.taken_in_at),
            refused=refused,
        ),
        findings=tuple(findings_of([report])),
        unrated=_unrated(report.claims),
    )


def chosen_collection(
    reports: Sequence[ArticleReport], numbers: Sequence[int], desk: str, title: str, chosen: str
) -> Collection:
    """Put claims together, in the order in which their numbers stand."""
    at = {claim_reference(number): place for place, number in enumerate(numbers)}
    claims = [claim for report in reports for claim in report.claims]
    name = f"{title}\n{chosen}".encode("utf-8", "replace")
    return Collection(
        title=title,
        slug=named(_PAGE, title, hashlib.sha256(name).hexdigest()),
        desk=desk,
        findings=tuple(sorted(findings_of(reports), key=lambda one: at[one.reference])),
        unrated=tuple(sorted(_unrated(claims), key=lambda one: at[one.reference])),
        chosen=chosen,
    )


def with_common_sources(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], tuple[CitedSource, ...]]:
    """Let the sources of findings be numbered through, each once; give the findings so, and the sources.

    A confidential one has a number for each finding: that two rest on the same is nobody's to know.
    """
    cited: list[CitedSource] = []
    known: dict[CitedSource, int] = {}
    numbered = []
    for finding in findings:
        numbers: dict[int, int] = {}
        for source in finding.sources:
            bare = replace(source, number=0)
            if source.confidential or bare not in known:
                cited.append(replace(source, number=len(cited) + 1))
                known[bare] = len(cited)
            numbers[source.number] = known[bare]
        sources = tuple(cited[number - 1] for number in numbers.values())
        evidence = tuple(
            one if one.source is None else replace(one, source=numbers[one.source]) for one in finding.evidence
        )
        numbered.append(replace(finding, sources=sources, evidence=evidence))
    return tuple(numbered), tuple(cited)


def _unrated(claims: Iterable[ClaimReport]) -> tuple[Unrated, ...]:
    return tuple(_without_rating(one) for one in claims if standing_verdict(one.sheet) is None)


def _without_rating(claim: ClaimReport) -> Unrated:
    sheet = claim.sheet
    return Unrated(
        reference=claim_reference(sheet.number),
        id=sheet.public_id,
        statement=sheet.statement,
        claimer=sheet.claimer,
        via=sheet.via,
        state=state(claim),
        set_aside=sheet.state in {ClaimState.SKIPPED, ClaimState.DUPLICATE},
    )
