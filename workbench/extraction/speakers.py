"""Who claims each statement of what is said: names for the words of a source, and statements with their claimers."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from workbench.domain.syntax_tree import Tree
from workbench.extraction.chain import is_intermediary, is_statement, unique
from workbench.extraction.cues import STRONG, Source, leading_cue, source_before, speech_verb, turned
from workbench.extraction.holders import holder
from workbench.extraction.mentions import mentions
from workbench.extraction.naming import called
from workbench.extraction.papers import FINDING
from workbench.extraction.people import Cast
from workbench.extraction.propositions import SAYING, Proposition, propositions
from workbench.extraction.reported import subject_among
from workbench.extraction.said import Giver, Said
from workbench.extraction.speech import GOES_ON
from workbench.extraction.subjects import missing_subject
from workbench.extraction.tokens import Token, tokens
from workbench.extraction.utterances import is_utterance
from workbench.extraction.verbs import clause_at, finite_verb

_GOING_ON, _READ_AS = "taken to go on in the words of ", "” read as "

_LONGEST_SUBJECT = 10
_FEWEST_SAID = 4
_NEAREST_VERBS = 4
_NEAR = 80
"""How many characters in front of ``which`` a name is looked for."""


class Stretch(NamedTuple):
    """Words that are asserted, by whom and through whom.

    ``subject`` are words from before it that a clause without one is about; ``assumed`` is what was taken for granted.
    """

    start: int
    end: int
    claimer: str
    via: tuple[str, ...]
    utterance: bool
    relative: bool = False
    quoted: bool = False
    subject: str = ""
    assumed: tuple[str, ...] = ()


class Speakers:
    """Gives claimers to what is said in a paragraph; to be asked in its order, as the cast remembers who spoke last."""

    def __init__(self, text: str, cast: Cast, tree: Tree | None, turn: Giver | None = None) -> None:
        """Take the paragraph; ``turn`` says whose words all of it is, of a speech or in a transcript."""
        self.text = text
        self.cast = cast
        self.tree = tree
        self.turn = turn
        cast.narrator = _name_of(turn, cast)

    def carried(self, said: Said) -> Said:
        """Name those who carry what is said; a later ``she`` may be one of them. To be asked before its claimer."""
        via = unique(*(self._carrier(name) for name in said.via))
        for name in via:
            self.cast.carries(name)
        return said._replace(via=via)

    def claimer(self, said: Said, before: str) -> str:
        """Give the name of whoever asserts what is said, ``before`` where that is ``who``; empty where nobody does."""
        if not said.source:
            return ""
        if tokens(said.source)[0].lower in {"who", "which"}:
            # Somebody spoken of in passing: a later ``he`` is whoever the sentence is about.
            return "" if said.source_start >= said.end else self._antecedent(said.source_start) or before
        if self._finds(said):
            self.cast.heard(self.cast.paper)
            return self.cast.paper
        own = self.turn is not None and said.source == self.turn.words
        name = self.cast.narrator if own else self.cast.resolve(self._owner(said.source))
        self.cast.heard(name)
        return name

    def _finds(self, said: Said) -> bool:
        """Say whether a paper that was just brought up is who speaks: ``An audit was ordered. It found that …``."""
        if said.source.casefold() != "it" or not self.cast.paper:
            return False
        cue = tokens(self.text, said.source_start + len(said.source), said.start)
        return any(word.lower in FINDING for word in cue[:_NEAREST_VERBS])

    def _antecedent(self, place: int) -> str:
        """Give the name that stands right in front of a ``who`` or ``which``, if one does."""
        words = tokens(self.text[max(0, place - _NEAR) : max(0, place)].rstrip(" ,"))
        named = next((mention for mention in mentions(words) if mention.last == len(words)), None)
        return "" if named is None else self.cast.person(named.name) or named.name

    def _owner(self, source: str) -> str:
        """Give the ministry in ``the ministry's statement``: a statement is nobody who claims."""
        for mark in ("'s", "’s"):
            owner, found, rest = source.partition(f"{mark} ")
            if found and rest.startswith("own "):
                return owner
            if (
                found
                and rest.split()[-1] in {"statement", "report", "letter", "lawyers", "website"}
                and "lawyers" not in rest
            ):
                return owner
        return source

    def told(self, sentence: str, said: Sequence[Said], claimer: str) -> None:
        """Remember whom a sentence is about that is the article's own, or the narrator's, for a later ``he``."""
        self.cast.read(sentence)
        own = bool(claimer) and claimer == self.cast.narrator
        if own or not any(one.source for one in said):
            self.cast.subject(sentence)

    def stretches(self, said: Said, claimer: str) -> list[Stretch]:
        """Cut what is said into statements, each with its claimer; a later clause may have a source of its own."""
        found: list[Stretch] = []
        for at, part in enumerate(propositions(self.text, said.start, said.end, self.tree)):
            says = self._says_at(part) if at else -1
            if at and not claimer and (part.joined in SAYING or says >= 0):
                claimer = self._subject_of(found[-1])
            if says >= 0:
                part = part._replace(start=says)  # noqa: PLW2901 - the verb itself is not what is said
            stretch = self._stretch(part, said, claimer, first=at == 0)
            inner = self._inner(part, later=at > 0) if at or not claimer else None
            if inner is not None:
                claimer, said = self.claimer(inner, claimer), said._replace(via=inner.via)
                stretch = self._stretch(Proposition(inner.start, inner.end), inner, claimer, first=True)
            elif not said.quoted:
                stretch = self._held(stretch)
            found.append(stretch)
        return self._names(self._with_subjects(found))

    def _carrier(self, words: str) -> str:
        """Name who carries what others say: ``he``, ``the minister`` and ``Roe, the mayor`` are whoever they stand for."""
        bare = words.split(",", maxsplit=1)[0]
        if is_intermediary(bare) or is_statement(bare):
            return self.cast.person(bare.title()) or bare
        return self.cast.resolve(self._owner(words))

    def _says_at(self, part: Proposition) -> int:
        """Give where the words begin that a speech verb brings which opens a clause, as in ``but said it closed``; or -1."""
        words = tokens(self.text, part.start, part.end, self.tree)
        if len(words) < _FEWEST_SAID or words[0].lower not in STRONG:
            return -1
        begin = 1 + (words[1].lower == "that")
        quoted = words[begin].text in {"“", '"'}
        return words[begin].start if quoted or clause_at(words, begin, len(words)) > 0 else -1

    def _with_subjects(self, found: list[Stretch]) -> list[Stretch]:
        """Add to each statement whose subject stands in the one before it what that is."""
        out = found[:1]
        for before, one in pairwise(found):
            where = missing_subject(self.tree, (before.start, before.end), one.start, one.end) if self.tree else None
            subject = "" if where is None else self.text[where[0] : where[1]]
            assumed = (f"its subject is taken to be “{subject}”",) if subject else ()
            out.append(one._replace(subject=subject, assumed=(*one.assumed, *assumed)))
        return out

    def _subject_of(self, stretch: Stretch) -> str:
        """Give who is the subject of a statement: in ``The ministry denied it, saying that …`` it is the ministry."""
        words = tokens(self.text, stretch.start, stretch.end, self.tree)
        verb = finite_verb(words, 0, len(words))
        if not 0 < verb <= _LONGEST_SUBJECT:
            return ""
        start, end = words[0].start, words[verb - 1].end
        if self.tree is not None and (within := self.tree.words(start, end)):
            subject = subject_among(self.text, self.tree, within)
            start, end = self.tree.starts[subject.start], self.tree.ends[subject.stop - 1]
        claimer = self.cast.resolve(self.text[start:end])
        self.cast.heard(claimer)
        return claimer

    def _held(self, stretch: Stretch) -> Stretch:
        """Give a statement of somebody's view to whoever holds it; an agency that tells of it carries it."""
        carried = is_intermediary(stretch.claimer)
        if self.tree is None or (stretch.claimer and not carried):
            return stretch
        held = holder(self.text, self.tree, stretch.start, stretch.end, carried=carried)
        name = "" if held is None else self.cast.resolve(held.words)
        if not name:
            return stretch
        return stretch._replace(claimer=name, via=unique(stretch.claimer, *stretch.via))

    def _inner(self, part: Proposition, *, later: bool) -> Said | None:
        """Find a source of its own in a later clause: ``..., and Roe said the road was closed``."""
        words = tokens(self.text, part.start, part.end, self.tree)
        cue = leading_cue(words, 0, len(words))
        if cue is None or cue.source is None or cue.first > 2 or cue.after >= len(words):
            return self._other(words) if later else None
        return self._said(words, cue.source, words[cue.after].start)

    def _other(self, words: Sequence[Token]) -> Said | None:
        """Find who speaks in a clause whose words are not told apart, so that they are not given to another one."""
        for verb in range(1, min(_LONGEST_SUBJECT, len(words))):
            if words[verb].lower in STRONG and speech_verb(words, verb) and not turned(words, verb):
                source = source_before(words, 0, verb)
                return None if source is None or source.first else self._said(words, source, words[0].start)
        return None

    def _said(self, words: Sequence[Token], source: Source, start: int) -> Said:
        begins = words[source.first].start
        named = self.text[begins : words[source.last - 1].end]
        return Said(start, words[-1].end, named, cue_start=begins, source_start=begins)

    def _stretch(self, part: Proposition, said: Said, claimer: str, *, first: bool) -> Stretch:
        utterance = bool(claimer) and not said.quoted and is_utterance(self.text[part.start : part.end + 1])
        start, end = part.start, part.end
        if utterance and first and said.cue_start >= 0:
            start = said.cue_start
        if utterance and self.text[end : end + 1] in {'"', "”"}:
            end += 1
        via = said.via
        if "reportedly" in self.text[part.start : part.end]:
            via = unique("reportedly", *via)
        assumed = _assumed(said.source, claimer)
        return Stretch(start, end, claimer, via, utterance, part.joined == "which", said.quoted, assumed=assumed)

    def _names(self, found: list[Stretch]) -> list[Stretch]:
        """Take ``which X called the first …`` apart from what stands before it: there X is the claimer."""
        out = []
        for one in found:
            naming = called(self.text[one.start : one.end], relative=one.relative)
            if naming is None:
                out.append(one)
                continue
            claimer = self.cast.resolve(self._owner(naming.source))
            if naming.cut > 0:
                out.append(one._replace(end=one.start + naming.cut))
            out.append(one._replace(start=one.start + naming.start, claimer=claimer, utterance=False))
        return [one for one in out if one.end > one.start]


def _name_of(turn: Giver | None, cast: Cast) -> str:
    """Give the name of whoever has a turn: in full where a label says less, as it is where it stands in no text."""
    if turn is None:
        return ""
    return cast.resolve(turn.words) if turn.start >= 0 else turn.words


def _assumed(source: str, claimer: str) -> tuple[str, ...]:
    """Tell whom a pronoun or a role was taken for; a name that stands in the text needs no telling."""
    if not claimer or not source or any(part in source for part in claimer.split()):
        return ()
    if source == GOES_ON:
        return (f"{_GOING_ON}{claimer}",)
    return (f"“{source}{_READ_AS}{claimer}",)


def is_about(assumption: str, claimer: str) -> bool:
    """Say whether an assumption tells why words were taken for somebody's."""
    return assumption == f"{_GOING_ON}{claimer}" or assumption.endswith(f"{_READ_AS}{claimer}")
