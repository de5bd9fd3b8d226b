"""All rules, in the order in which they are listed."""

from collections.abc import Mapping
from difflib import get_close_matches
from types import MappingProxyType

from claims_db.vocabulary import LintLevel
from workbench.domain.lint import about_media, about_sides, about_sources, about_words, about_work
from workbench.domain.lint.rule import Rule
from workbench.domain.text import printable
from workbench.errors import BadInput

_BLOCK, _WARN = LintLevel.BLOCK, LintLevel.WARN

RULES: tuple[Rule, ...] = (
    Rule(
        "false-without-refuting",
        "A rating that says the claim is wrong needs evidence that refutes it.",
        _BLOCK,
        about_sides.false_without_refuting,
    ),
    Rule(
        "true-without-supporting",
        "A rating that says the claim is right needs evidence that supports it.",
        _BLOCK,
        about_sides.true_without_supporting,
    ),
    Rule(
        "excerpt-not-found",
        "Every excerpt that was compared has to stand in what was captured, in those words.",
        _BLOCK,
        about_sources.excerpt_not_found,
    ),
    Rule(
        "capture-rotten",
        "The files of every capture have to be there, as large as when they were kept, and not in quarantine.",
        _BLOCK,
        about_sources.rotten_capture,
    ),
    Rule(
        "open-comments",
        "What was said in the discussion has to be marked as dealt with.",
        _BLOCK,
        about_work.open_comments,
    ),
    Rule(
        "own-verdict",
        "Whoever recorded a verdict, or one that agrees with it, can't be the one who signs it off.",
        _BLOCK,
        about_work.own_verdict,
        waivable=False,
    ),
    Rule(
        "one-source-only",
        "A verdict should rest on two sources that are independent of each other, unless its only one is primary; "
        "copies of one agency's story are one source.",
        _WARN,
        about_sources.one_source_only,
    ),
    Rule(
        "secondary-only",
        "A verdict should rest on a primary source where there is one.",
        _WARN,
        about_sources.secondary_only,
    ),
    Rule(
        "no-other-side",
        "Evidence for the other side should be looked for and shown; where there is none, a waiver says so.",
        _WARN,
        about_sides.no_other_side,
    ),
    Rule(
        "newer-than-claim",
        "What was false when it was said is shown by something that was known then, not by later news alone.",
        _WARN,
        about_sides.newer_than_the_claim,
    ),
    Rule(
        "not-captured",
        "Links and files should be captured, so that the verdict can be defended when the source is gone.",
        _WARN,
        about_sources.not_captured,
    ),
    Rule(
        "source-changed",
        "A source that was not as before when it was looked at again should be decided on anew.",
        _WARN,
        about_sources.source_changed,
    ),
    Rule(
        "recheck-due",
        f"A page that was captured should be looked at again after {about_sources.RECHECK_DAYS} days.",
        _WARN,
        about_sources.recheck_due,
    ),
    Rule(
        "recheck-date-passed",
        "A claim whose day to be checked again has come should be looked at anew, and given a later day or none.",
        _WARN,
        about_work.recheck_date_passed,
    ),
    Rule(
        "verdict-in-statement",
        "The statement should say what was claimed, and not what the desk thinks of it.",
        _WARN,
        about_words.verdict_in_statement,
    ),
    Rule(
        "long-statement",
        f"ClaimReview advises {about_words.ADVISED} characters for a claim at most.",
        _WARN,
        about_words.long_statement,
    ),
    Rule(
        "number-in-no-evidence",
        "Every number of the rationale should stand in the claim or in its evidence, within the desk's tolerance.",
        _WARN,
        about_words.number_in_no_evidence,
    ),
    Rule(
        "no-reply-asked",
        "Whoever is rated as wrong should have been asked for a reply.",
        _WARN,
        about_work.nobody_asked,
    ),
    Rule(
        "media-without-category",
        "Of each picture, film and recording it should be said what became of it: nothing, cut, changed, staged.",
        _WARN,
        about_media.without_category,
    ),
    Rule(
        "altered-without-original",
        "Where a picture, film or recording was altered, the original should be linked, or it should be said why none is.",
        _WARN,
        about_media.without_original,
    ),
    Rule(
        "media-without-context",
        "Where a picture, film or recording misses context, a sentence should say what it shows.",
        _WARN,
        about_media.without_context,
    ),
)

BY_NAME: Mapping[str, Rule] = MappingProxyType({rule.name: rule for rule in RULES})


def rule_named(name: str) -> Rule:
    """Give the rule of this name.

    Raises:
        BadInput: there is none.

    """
    known = BY_NAME.get(name.strip().casefold().replace("_", "-").replace(" ", "-"))
    if known is None:
        near = get_close_matches(name.casefold(), BY_NAME, n=1)
        hint = f"Did you mean {near[0]}?" if near else "'workbench lint rules' lists them."
        raise BadInput(f"There is no rule {printable(name[:40])!r}.", hint)
    return known
