"""From an article's text to candidates: every sentence ends as claim, part of a claim, or refused with a reason."""

import re
from typing import NamedTuple

from claims_db.rows import DateRow, ReasonRow
from workbench.domain.amounts import amounts_in
from workbench.extraction.attribution import Attribution, attribute, called
from workbench.extraction.candidate import Candidate, Extraction, Refusal
from workbench.extraction.dates import resolve_dates
from workbench.extraction.language import language_of
from workbench.extraction.lexicon import FINITE, SUPERLATIVE
from workbench.extraction.paragraphs import ParagraphForm, paragraphs
from workbench.extraction.people import Cast
from workbench.extraction.propositions import Proposition, propositions
from workbench.extraction.sentences import sentences
from workbench.extraction.statements import self_contained
from workbench.extraction.worth import Statement, check_worthiness, kind_of, reasons, refusal

_LONGEST_SENTENCE = 3_000
_FRAGMENT = re.compile(r"[\"“](?P<words>[^\"“”]{4,90})[\"”]")
_UNKNOWN_LANGUAGE = ReasonRow("language_not_supported", -0.15)


class _Stretch(NamedTuple):
    """Words that are said, by whom and through whom."""

    start: int
    end: int
    claimer: str
    via: tuple[str, ...]
    utterance: bool


class _Reading:
    """One text on its way through the stages."""

    def __init__(self, text: str, published: DateRow | None) -> None:
        self.text = text
        self.published = published
        self.language = language_of(text)
        self.cast = Cast()
        self.candidates: dict[tuple[int, int], Candidate] = {}
        self.refusals: list[Refusal] = []

    def read(self) -> Extraction:
        for paragraph in paragraphs(self.text):
            if paragraph.form is not ParagraphForm.BODY:
                self.refusals.append(Refusal(paragraph.start, paragraph.end, paragraph.form.value))
                continue
            for sentence in sentences(self.text, paragraph.start, paragraph.end):
                self._sentence(sentence.start, sentence.end)
        found = sorted(self.candidates.values(), key=lambda one: (one.start, one.end))
        return Extraction(tuple(found), tuple(self.refusals), self.language)

    def _sentence(self, start: int, end: int) -> None:
        words = self.text[start:end]
        if len(words) > _LONGEST_SENTENCE:
            self.refusals.append(Refusal(start, end, "too long to be one sentence"))
            return
        self.cast.learn(words)
        offered = False
        for stretch in self._stretches(start, words):
            offered = self._offer(stretch, words) or offered
        if not attribute(words).source:
            self.cast.subject(words)
        if not offered and not any(refused.start >= start for refused in self.refusals[-4:]):
            self.refusals.append(Refusal(start, end, "states nothing"))

    def _stretches(self, start: int, words: str) -> list[_Stretch]:
        said = attribute(words)
        claimer = self._claimer(said)
        parts = propositions(self.text, start + said.start, start + said.end)
        found = [self._stretch(part, start, words, said, claimer) for part in parts]
        naming = called(words)
        if naming is not None and SUPERLATIVE.search(words, naming.start):
            cut, at = start + naming.cut, start + naming.start
            found = [one._replace(end=min(one.end, cut)) for one in found if one.start < cut]
            end = start + len(words.rstrip(' .!"”'))
            found.append(_Stretch(at, end, self._possessor(naming.source), said.via, utterance=False))
        return [one for one in found if one.end > one.start]

    def _stretch(self, part: Proposition, start: int, words: str, said: Attribution, claimer: str) -> _Stretch:
        utterance = bool(claimer) and _is_utterance(self.text[part.start : part.end])
        begin = (
            start + said.cue_start
            if utterance and said.cue_start >= 0 and part.start == start + said.start
            else part.start
        )
        end = part.end
        if utterance and self.text[end : end + 1] in {'"', "”"}:
            end += 1
        return _Stretch(begin, min(end, start + len(words)), claimer, said.via, utterance)

    def _claimer(self, said: Attribution) -> str:
        if said.source:
            name = self._possessor(said.source)
            self.cast.heard(name)
            return name
        return self.cast.last if said.continued else ""

    def _possessor(self, source: str) -> str:
        owner, mark, _ = (
            source.partition("'s statement") if "'s statement" in source else source.partition("’s statement")
        )
        return self.cast.resolve(f"the {owner}" if mark and owner[:1].islower() else owner)

    def _offer(self, stretch: _Stretch, whole: str) -> bool:
        words = self.text[stretch.start : stretch.end]
        amounts = amounts_in(words)
        statement = Statement(words, amounts, stretch.claimer, stretch.utterance)
        why_not = refusal(statement, whole)
        if self.language == "und" and not amounts:
            why_not = why_not or "language not supported"
        if why_not:
            self.refusals.append(Refusal(stretch.start, stretch.end, why_not))
            return False
        found = reasons(statement)
        if self.language == "und":
            found = (*found, _UNKNOWN_LANGUAGE)
        times = resolve_dates(self.text, stretch.start, stretch.end, self.published)
        shifted = tuple(
            type(amount)(amount.start + stretch.start, amount.end + stretch.start, amount.value, amount.unit)
            for amount in amounts
        )
        self.candidates.setdefault(
            (stretch.start, stretch.end),
            Candidate(
                stretch.start,
                stretch.end,
                self_contained(words, stretch.claimer),
                stretch.claimer,
                stretch.via,
                kind_of(statement),
                check_worthiness(found),
                found,
                shifted,
                times.dates,
                times.assumptions,
            ),
        )
        return True


def find_candidates(text: str, published: DateRow | None = None) -> Extraction:
    """Find the claims of a normalised text; relative dates are read from the day of publication."""
    return _Reading(text, published).read()


def _is_utterance(words: str) -> bool:
    """Say whether the words carry a quoted fragment that is itself a statement, such as ``"cannot be ruled out"``."""
    match = _FRAGMENT.search(words)
    if match is None or len(match["words"]) > 0.7 * len(words):
        return False
    return FINITE.search(match["words"]) is not None
