"""From an article's text to candidates: every sentence ends as claim, part of a claim, or refused with a reason."""

from collections.abc import Iterable, Sequence

from claims_db.rows import DateRow, ReasonRow
from workbench.domain.amounts import amounts_in
from workbench.domain.progress import HowFar, no_step_heard
from workbench.domain.syntax_tree import Parser, Tree
from workbench.extraction.candidate import Candidate, Extraction, Refusal
from workbench.extraction.dates import resolve_dates
from workbench.extraction.kinds import kind_of
from workbench.extraction.language import ENGLISH, language_of
from workbench.extraction.markup import without_markup
from workbench.extraction.paragraph_forms import ParagraphForm
from workbench.extraction.paragraphs import Paragraph, paragraphs
from workbench.extraction.people import Cast
from workbench.extraction.quotation_marks import unified, with_partners
from workbench.extraction.quotes import Quotation, overlapping, quotations
from workbench.extraction.refusals import refusal
from workbench.extraction.said import Giver, Said
from workbench.extraction.sentences import Sentence, sentences
from workbench.extraction.speakers import Speakers, Stretch
from workbench.extraction.speech import LONGEST_SENTENCE, Speech
from workbench.extraction.statements import Setting, leading_pronoun, self_contained
from workbench.extraction.transcripts import Turn, learn_speakers, turns
from workbench.extraction.worth import Statement, check_worthiness, reasons

_BODY = frozenset({ParagraphForm.BODY, ParagraphForm.LIST})
_EARLY = 3
_FOREIGN_WORDS = 4
_LONGEST_SUBJECT = 10


class _Reading:
    """One text on its way through the stages."""

    def __init__(self, text: str, published: DateRow | None, parser: Parser | None, speaker: str, told: HowFar) -> None:
        self.text = text
        self.speaker = speaker
        self.parser = parser
        self.told = told
        self.tree: Tree | None = None
        self.published = published
        self.language = language_of(text)
        self.cast = Cast()
        self.candidates: dict[tuple[int, int], Candidate] = {}
        self.refusals: list[Refusal] = []
        self.turns: dict[int, Turn] = {}
        self.speaking = False
        self.read_sentences = 0

    def read(self) -> Extraction:
        found = paragraphs(self.text)
        running = [paragraph for paragraph in found if paragraph.form in _BODY]
        self.turns = turns(self.text, running) or self._all_spoken(running)
        bodies = []
        for paragraph in found:
            if paragraph.form in _BODY:
                turn = self.turns.get(paragraph.start)
                cut = sentences(self.text, paragraph.begins if turn is None else turn.begins, paragraph.end)
                bodies.append((paragraph, cut))
                for sentence in cut:
                    if sentence.end - sentence.start <= LONGEST_SENTENCE:
                        self.cast.learn(self.text[sentence.start : sentence.end])
            else:
                self._refuse(paragraph.start, paragraph.end, paragraph.form.value)
        learn_speakers(self.cast, self.turns.values())
        trees = self._trees([_parsed(paragraph, cut) for paragraph, cut in bodies])
        for (paragraph, cut), tree in zip(bodies, trees, strict=True):
            self.tree = tree
            self._paragraph(paragraph, cut)
            self.told(paragraph.end, len(self.text))
        ordered = sorted(self.candidates.values(), key=lambda one: (one.start, one.end))
        refused = sorted(set(self.refusals), key=lambda one: (one.start, one.end, one.reason))
        return Extraction(tuple(ordered), tuple(refused), self.language)

    def _all_spoken(self, running: Sequence[Paragraph]) -> dict[int, Turn]:
        """Give all paragraphs to whoever the text is said to be spoken by."""
        speaker = Giver(self.speaker, -1)
        return {one.start: Turn(speaker, one.begins) for one in running} if self.speaker else {}

    def _trees(self, bodies: Sequence[tuple[int, int]]) -> Iterable[Tree | None]:
        if self.parser is None or self.language != ENGLISH:
            return [None] * len(bodies)
        return self.parser.parse(self.text, bodies)

    def _paragraph(self, paragraph: Paragraph, cut: list[Sentence]) -> None:
        quotes = quotations(self.text, paragraph.start, paragraph.end)
        if self.language != ENGLISH:
            self._foreign(cut, quotes)
            return
        opens = bool(quotes) and quotes[0].start == paragraph.start
        turn = self.turns.get(paragraph.start)
        giver = None if turn is None else turn.speaker
        speakers = Speakers(self.text, self.cast, self.tree, giver)
        speech = Speech(
            self.text,
            cut,
            quotes,
            self.tree,
            speaking=self.speaking and opens,
            turn=giver,
        )
        for at, sentence in enumerate(cut):
            if sentence.end - sentence.start > LONGEST_SENTENCE:
                self._refuse(sentence.start, sentence.end, "too long to be one sentence")
                continue
            self.cast.meet(self.text[sentence.start : sentence.end])
            self._sentence(sentence, speech.said(at), speakers)
        self.speaking = speech.speaking

    def _foreign(self, cut: list[Sentence], quotes: tuple[Quotation, ...]) -> None:
        """Offer what needs no English to be seen: quotations, and sentences with numbers; nobody is named for them."""
        offered = {quote for quote in quotes if self._foreign_quotation(quote)}
        for sentence in cut:
            whole = self.text[sentence.start : sentence.end]
            quoted = overlapping(quotes, sentence.start, sentence.end)
            if len(whole) > LONGEST_SENTENCE:
                self._refuse(sentence.start, sentence.end, "too long to be one sentence")
            elif not any(one in offered and self._shares_words(one, sentence) for one in quoted):
                self._offer(Stretch(sentence.start, sentence.end, "", (), utterance=False), whole)

    def _foreign_quotation(self, quote: Quotation) -> bool:
        """Offer a quotation, and say whether it is one to offer: no mere word or two, and no whole speech."""
        words = self.text[quote.inner_start : quote.inner_end]
        if len(words.split()) < _FOREIGN_WORDS or len(words) > LONGEST_SENTENCE:
            return False
        begin = quote.inner_start + len(words) - len(words.lstrip())
        self._offer(Stretch(begin, begin + len(words.strip()), "", (), utterance=False, quoted=True), words)
        return True

    def _shares_words(self, quote: Quotation, sentence: Sentence) -> bool:
        """Say whether a sentence has more of a quotation than its mark: ``» Il est parti.`` begins with one that ended."""
        shared = self.text[max(quote.inner_start, sentence.start) : min(quote.inner_end, sentence.end)]
        return any(map(str.isalnum, shared))

    def _sentence(self, sentence: Sentence, said: list[Said], speakers: Speakers) -> None:
        whole = self.text[sentence.start : sentence.end]
        before = len(self.candidates) + len(self.refusals)
        claimer = ""
        for one in map(speakers.carried, said):
            claimer = speakers.claimer(one, claimer)
            for stretch in speakers.stretches(one, claimer):
                self._offer(stretch, whole)
        speakers.told(whole, said, claimer)
        if len(self.candidates) + len(self.refusals) == before:
            self._refuse(sentence.start, sentence.end, "states nothing")
        self.read_sentences += 1

    def _offer(self, stretch: Stretch, whole: str) -> None:
        words = self.text[stretch.start : stretch.end]
        begin = stretch.start + len(words) - len(words.lstrip())
        begin, end = with_partners(self.text, begin, begin + len(words.strip()))
        words = self.text[begin:end]
        stretch = stretch._replace(start=begin, end=end)
        if not words:
            return
        amounts = amounts_in(words)
        english = self.language == ENGLISH
        tags = () if self.tree is None else self.tree.tags_between(stretch.start, stretch.end)
        statement = Statement(
            words,
            amounts,
            stretch.claimer,
            stretch.utterance,
            self.read_sentences < _EARLY,
            english,
            stretch.quoted,
            tags,
        )
        why_not = refusal(_with_subject(statement, stretch.subject), whole)
        if why_not:
            self._refuse(stretch.start, stretch.end, why_not)
            return
        found: tuple[ReasonRow, ...] = reasons(statement)
        times = resolve_dates(self.text, stretch.start, stretch.end, self.published)
        claimer = stretch.claimer
        via = tuple(name for name in stretch.via if name.casefold() != claimer.casefold())
        person = self._leading_person(words, stretch)
        assumed = (f"“{leading_pronoun(words)}” read as {person}",) if person else ()
        setting = Setting(person, times.dates, stretch.start, stretch.subject)
        shifted = tuple(
            type(amount)(amount.start + stretch.start, amount.end + stretch.start, amount.value, amount.unit)
            for amount in amounts
        )
        candidate = Candidate(
            start=stretch.start,
            end=stretch.end,
            statement=self_contained(words, setting),
            claimer=claimer,
            via=via,
            kind=kind_of(statement),
            check_worthiness=check_worthiness(found),
            reasons=found,
            amounts=shifted,
            dates=times.dates,
            assumptions=(*stretch.assumed, *assumed, *times.assumptions),
        )
        self.candidates.setdefault((stretch.start, stretch.end), candidate)

    def _leading_person(self, words: str, stretch: Stretch) -> str:
        """Give whom a leading pronoun stands for; ``he`` in somebody's own words is somebody else, and stays open."""
        pronoun = leading_pronoun(words)
        if not pronoun or stretch.quoted is not (pronoun == "i"):
            return ""
        if pronoun == "i":
            return stretch.claimer if self.cast.person(stretch.claimer) else ""
        return self.cast.resolve(pronoun)

    def _refuse(self, start: int, end: int, reason: str) -> None:
        self.refusals.append(Refusal(start, end, reason))


def _with_subject(statement: Statement, subject: str) -> Statement:
    """Give a statement with the subject that its own words leave out, to be judged as a whole."""
    words = f"{subject} {statement.words}"
    return statement._replace(words=words, amounts=amounts_in(words)) if subject else statement


def _parsed(paragraph: Paragraph, cut: Sequence[Sentence]) -> tuple[int, int]:
    """Give what a parser has to read of a paragraph: nothing where all its sentences are too long to be any."""
    read = any(sentence.end - sentence.start <= LONGEST_SENTENCE for sentence in cut)
    return (paragraph.start, paragraph.end if read else paragraph.start)


def find_candidates(
    text: str,
    published: DateRow | None = None,
    parser: Parser | None = None,
    speaker: str = "",
    told: HowFar = no_step_heard,
) -> Extraction:
    """Find the claims of a normalised text; relative dates are read from the day of publication.

    ``speaker`` says whose words the text is where it is no article, such as a speech. Without a parser sentences are
    cut by their words alone. ``told`` hears after each paragraph how many characters of the text were read.
    """
    return _Reading(unified(without_markup(text)), published, parser, speaker, told).read()
