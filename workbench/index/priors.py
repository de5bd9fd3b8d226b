"""The pool of priors: a folder of its own, from which is offered what a statement may repeat.

It can be asked while it is filled: what was written so far is offered. A writer that is killed loses its last step.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from threading import RLock

import tantivy
from thefuzz import fuzz

from workbench.domain.plain_words import words_of
from workbench.domain.priors import Offer, Prior
from workbench.domain.progress import HowFar, Progress, no_step_heard, step_of, unheard
from workbench.domain.same_words import SAME
from workbench.domain.searching import IndexLost
from workbench.domain.text import storable
from workbench.errors import WorkbenchError
from workbench.index.opening import IndexDamaged, only_writer, reading_index, remove_index
from workbench.index.prior_fields import (
    CLAIMER,
    ID,
    MARK,
    STEMS,
    claimer_key,
    mark_document,
    prior_document,
    prior_of,
    prior_schema,
    register_split,
)

Mark = Callable[[], str]
"""Says in words what a pool holds when a step is written: whoever fills it goes on from there."""

_HEAP = 200_000_000
_FIRST_STEPS, _STEP = frozenset({10_000, 50_000}), 200_000
"""How many priors are written in one step: the first ones can be found soon, many small steps would be merged at length."""

_TOLD = 5_000
"""After how many priors it is told how far it is."""

_MOST = 24
"""How many stems are looked for: the rarest, so that ten thousand words cost no more than a sentence."""

_COMMON, _FEW, _MANY = 0.3, 50, 50_000
"""What a greater share of all priors holds, or more than so many, is looked for only where nothing else is known."""

_SURE, _LIKELIEST, _ALIKE = 4, 3_000, 85
"""So many letters at the start of a word are taken to be right; so many known words are compared; and how alike."""

_REMEMBERED, _WHILE_FILLING = 1 << 17, 1 << 19
"""How many stems and counts are kept in memory, and how many stems of pieces while it is filled."""


def open_priors(folder: Path) -> "PriorIndex":
    """Open the pool in a folder; one that can't be read is made anew, and is empty."""
    try:
        return PriorIndex(folder)
    except IndexDamaged:
        with only_writer(folder) as mine:
            if mine:
                remove_index(folder)
        return PriorIndex(folder)


@contextmanager
def _readable() -> Iterator[None]:
    try:
        with reading_index():
            yield
    except IndexDamaged as problem:
        raise IndexLost from problem


class _Stems(dict[str, str]):
    """The stems of words, those that were asked for lately kept in memory."""

    def __init__(self) -> None:
        super().__init__()
        raw = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw())
        self._stemmer = raw.filter(tantivy.Filter.stemmer("english")).build()

    def __missing__(self, word: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        cut = self._stemmer.analyze(SAME.get(word, word))
        found = self[word] = cut[0] if cut else word
        return found


class _StemsOfPieces(dict[str, str]):
    """The stems of pieces of texts, with blanks between them."""

    def __init__(self, stems: _Stems) -> None:
        super().__init__()
        self._stems = stems

    def __missing__(self, piece: str) -> str:
        if len(self) >= _WHILE_FILLING:
            self.clear()
        found = self[piece] = " ".join(map(self._stems.__getitem__, words_of(piece).split()))
        return found


class PriorIndex:
    """Implements ``Pool`` on a folder, or in memory where none is given; threads may share one."""

    def __init__(self, folder: Path | None = None) -> None:
        """Open the folder, or make it.

        Raises:
            IndexDamaged: what stands there can't be read.

        """
        self._folder = folder
        with reading_index():
            if folder is None:
                self._index = tantivy.Index(prior_schema())
            else:
                folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                self._index = tantivy.Index(prior_schema(), str(folder))
            register_split(self._index)
            # Reloaded by hand where it is filled: a thread that watches the folder would outlive its folder.
            self._index.config_reader("manual", 0)
        self._stems = _Stems()
        self._lock = RLock()
        self.reload()

    def reload(self) -> None:
        """Look at what was written since."""
        with self._lock, reading_index():
            self._index.reload()
            self._searcher = self._index.searcher()
            self._held: dict[str, int] = {}
            self._marks = min(1, int(self._searcher.doc_freq(ID, MARK)))

    def mark(self) -> str:
        """Give what the pool says that it holds, empty where nobody said so."""
        if not self._marks:
            return ""
        with _readable():
            hits = self._searcher.search(tantivy.Query.term_query(prior_schema(), ID, MARK), 1, count=False).hits
            return prior_of(self._searcher.doc(hits[0][1])).claim

    def fill(self, priors: Iterable[Prior], progress: Progress = unheard, whole: int = 0) -> None:
        """Add priors; one with an id that is there already takes its place.

        Raises:
            WorkbenchError: another program is filling it.
            IndexDamaged: the folder can't be written.
            Stopped: nobody waits for it any more; what was written so far stays.

        """
        with nullcontext(enter_result=True) if self._folder is None else only_writer(self._folder) as mine:
            if not mine:
                raise WorkbenchError(
                    "Prior checks are being taken in by another program.", "Try again when it is done."
                )
            self.add(priors, step_of(progress, "filling the pool of prior checks"), whole)

    def add(
        self,
        priors: Iterable[Prior],
        told: HowFar = no_step_heard,
        whole: int = 0,
        *,
        gone: Iterable[str] = (),
        mark: Mark | None = None,
    ) -> None:
        """Add priors as ``fill`` does; whoever calls holds ``only_writer``.

        Args:
            priors: what is added.
            told: hears how many are done.
            whole: how many there are, 0 where that is not known.
            gone: the ids of those that are taken out before.
            mark: asked at each step; what it says is written with it.

        Raises:
            IndexDamaged: the folder can't be written.
            Stopped: nobody waits for it any more; what was written so far stays.

        """
        with reading_index():
            writer = self._index.writer(_HEAP, 1)
        try:
            with reading_index():
                for one in gone:
                    writer.delete_documents_by_term(ID, storable(one))
            self._write(writer, priors, told, whole, mark)
        finally:
            with reading_index():
                writer.wait_merging_threads()
            self.reload()

    def size(self) -> int:
        """Say how many priors there are."""
        return int(self._searcher.num_docs) - self._marks

    def stems(self, words: Iterable[str]) -> Iterator[str]:
        """Give what all forms of each plain word have in common."""
        return map(self._stems.__getitem__, words)

    def holding(self, stem: str) -> int:
        """Say how many priors hold a stem."""
        held = self._held
        found = held.get(stem)
        if found is None:
            if len(held) >= _REMEMBERED:
                held.clear()
            with _readable():
                found = held[stem] = int(self._searcher.doc_freq(STEMS, stem))
        return found

    def said_by(self, claimer: str) -> int:
        """Say how many priors have a claimer."""
        with _readable():
            return int(self._searcher.doc_freq(CLAIMER, claimer_key(claimer)))

    def respelt(self, word: str) -> tuple[str, ...]:
        """Give the stem that is likely to be meant by a word that no prior holds, or nothing."""
        (stem,) = self.stems((word,))
        with _readable():
            known = self._searcher.terms_with_prefix(STEMS, stem[:_SURE], None, _LIKELIEST)
        near = [(fuzz.ratio(stem, other), held, other) for other, held in known if abs(len(other) - len(stem)) <= 1]
        likeness, _, best = max(near, default=(0, 0, ""))
        return (best,) if likeness >= _ALIKE else ()

    def offers(self, words: Sequence[str], count: int) -> tuple[Offer, ...]:
        """Give the priors that share most with plain words, best first; a word counts more where it is rare.

        Raises:
            IndexLost: the folder can't be read; ``open_priors`` makes it anew.

        """
        query = self._query(words)
        if query is None or count < 1:
            return ()
        searcher = self._searcher
        with _readable():
            hits = searcher.search(query, count, count=False).hits
            return tuple(Offer(prior_of(searcher.doc(address)), float(score)) for score, address in hits)

    def _query(self, words: Sequence[str]) -> tantivy.Query | None:
        often: dict[str, int] = {}
        for stem in self.stems(words):
            often[stem] = often.get(stem, 0) + 1
        size = max(self.size(), 1)
        parts = []
        for stem, held in self._sought(often, size):
            # A rare word counts more than BM25 alone would have it: names and numbers tell one claim from another.
            weight = math.sqrt(math.log(1 + size / held)) * (1 + math.log(often[stem]))
            term = tantivy.Query.term_query(prior_schema(), STEMS, stem, "freq")
            parts.append((tantivy.Occur.Should, tantivy.Query.boost_query(term, weight)))
        return tantivy.Query.boolean_query(parts) if parts else None

    def _sought(self, stems: Iterable[str], size: int) -> list[tuple[str, int]]:
        known = sorted((held, stem) for stem in stems if (held := self.holding(stem)))
        rare = [(stem, held) for held, stem in known if held <= max(min(_COMMON * size, _MANY), _FEW)]
        return rare[:_MOST] or [(stem, held) for held, stem in known[:3]]

    def _write(
        self, writer: tantivy.IndexWriter, priors: Iterable[Prior], told: HowFar, whole: int, mark: Mark | None
    ) -> None:
        stems = _StemsOfPieces(self._stems)
        fresh, seen = self.size() == 0, set[int]()
        for done, prior in enumerate(priors, 1):
            # To take out what is not there would cost as much as to write it.
            known = hash(prior.id)
            with reading_index():
                if not fresh or known in seen:
                    writer.delete_documents_by_term(ID, storable(prior.id))
                writer.add_document(prior_document(prior, stems))
            seen.add(known)
            if done in _FIRST_STEPS or done % _STEP == 0:
                self._commit(writer, mark)
                self.reload()
            if done % min(_STEP, _TOLD) == 0:
                told(done, max(whole, done))
        self._commit(writer, mark)

    @staticmethod
    def _commit(writer: tantivy.IndexWriter, mark: Mark | None) -> None:
        with reading_index():
            if mark is not None:
                writer.delete_documents_by_term(ID, MARK)
                writer.add_document(mark_document(mark()))
            writer.commit()
