"""Find in a claim what turns it round and what weakens it."""

from itertools import pairwise

from workbench.matching.guard import cues
from workbench.matching.guard.opposites import ends
from workbench.matching.guard.polarity import Cue
from workbench.matching.guard.words import Word, phrase_at

_KINDS = (
    ("debunk", cues.DEBUNK),
    ("denial", cues.DENIAL),
    ("plain", cues.PLAIN),
    ("nearly", cues.NEARLY),
    ("implicit", cues.IMPLICIT),
)
_LOOSE = frozenset("in to of for with by on from".split())
_STANDING = frozenset("in at on under".split())
_BOUNDS = frozenset({"less_than", "more_than", "fewer_than"})
_TAKEN_UP = frozenset({"rumour", "rumor", "myth"})
_LABELS = frozenset({"verdict"})
_DESPITE = frozenset("despite contrary notwithstanding".split())
_BREAK = frozenset(",;:.")
_OBJECT, _GOVERNED = 4, 7
_LESS = frozenset({"fewer", "fewest", "lesser"})
_LIES = frozenset({"lie", "lies"})
_TOLD_A_LIE = _LIES | {"lied", "lying"}
_LIED, _WHEN = frozenset({"lied", "lying"}), frozenset({"when", "saying", "claiming", "in"})
_JUDGED = frozenset("a an be is are was were total outright blatant complete pure another big simply".split())
_PLACES = frozenset("in on at under beneath behind between near over".split())
_STOPPING = frozenset("stop cease quit drop finish halt".split())
_SOFT = (
    ("plan", cues.PLAN),
    ("future", cues.FUTURE),
    ("maybe", cues.MAYBE),
    ("charged", cues.CHARGED),
    ("convicted", cues.CONVICTED),
    ("more_than", cues.MORE_THAN),
    ("less_than", cues.LESS_THAN),
    ("about", cues.ABOUT),
    ("all", cues.ALL),
    ("most", cues.MOST),
    ("many", cues.MANY),
    ("some", cues.SOME),
    ("few", cues.FEW),
    ("none", cues.NONE),
    ("only", cues.ONLY),
    ("obliged", cues.OBLIGED),
    ("advised", cues.ADVISED),
    ("rank", cues.RANKS),
    ("not_only", frozenset({"not_only", "not_just"})),
    ("first", cues.FIRST | cues.UNSEEN),
    ("saying", cues.SAYING),
)


class Marks:
    """What turns a claim round and what weakens it; an expression becomes a base form of its first word."""

    def __init__(self, plain: str, words: list[Word], taken: frozenset[int], bounding: frozenset[int]) -> None:
        self.cues: list[Cue] = []
        self.soft: dict[str, list[int]] = {}
        self.words = list(words)
        self._plain, self._taken, self._bounding = plain, taken, bounding
        at = 0
        while at < len(words):
            at = self._mark(at)

    def _mark(self, at: int) -> int:
        """Mark the word or expression that begins here, and give the place after it."""
        phrase = phrase_at(self.words, at)
        after = at + phrase.count("_") + 1
        word = self.words[at]
        if (phrase in _BOUNDS and after not in self._taken) or (phrase == "far_from" and word.lower != "far"):
            phrase, after = "", at + 1
        forms = (phrase,) if phrase else (word.lower, *word.bases)
        skipped = phrase in cues.SKIPPED
        kind = (
            ""
            if skipped or (at in self._taken and not phrase)
            else self._kind(at, after, forms, named=word.name and not phrase)
        )
        if kind and at not in self._bounding and not (kind == "plain" and after == at + 1 and self._just_negated(at)):
            self.cues.append(Cue(at, after, kind, phrase or word.lower))
        if at not in self._taken and at not in self._bounding and (not word.name or phrase):
            for name, group in _SOFT:
                if not group.isdisjoint(forms):
                    self.soft.setdefault(name, []).append(at)
        if phrase and not skipped:
            self._join(at, after, phrase, kind)
        return after

    def _just_negated(self, at: int) -> bool:
        return bool(self.cues) and self.cues[-1].after == at and self.cues[-1].kind == "plain"

    def _kind(self, at: int, after: int, forms: tuple[str, ...], *, named: bool) -> str:
        """Give in what way a word or expression turns a claim round, or nothing."""
        words, word = self.words, self.words[at]
        kind = "" if named else next((name for name, group in _KINDS if not group.isdisjoint(forms)), "")
        if kind == "debunk" and _of_a_thing(words, at, after, forms):
            return ""
        if word.lower == "nor" and any(cue.text in {"neither", "not"} for cue in self.cues):
            return ""
        if word.lower == "no" and self._plain[word.end : word.end + 1] == ",":
            return "debunk"
        if kind == "debunk" and "lie" in forms and word.lower not in _TOLD_A_LIE:  # lay in bed
            return ""
        if kind == "debunk" and word.lower in _LIES and not _told_a_lie(words, at):
            return ""
        if kind == "debunk" and word.lower in _LIED and _WHEN.isdisjoint(one.lower for one in words[after : after + 2]):
            return ""
        colon = self._plain[word.end : word.end + 1] == ":"
        if (word.lower in _TAKEN_UP and colon) or (word.lower in _LABELS and not colon):
            return ""
        if kind == "nearly" and word.lower in _LESS:
            return ""
        if kind in {"debunk", "denial", "plain", "nearly"}:
            return kind
        if not named and (far := self._said_not_to_be(at, after, forms)):
            return far
        if kind:
            return kind
        ending = after < len(words) and words[after].lower.endswith("ing") and not _STOPPING.isdisjoint(forms)
        too = word.lower == "too" and at + 2 < len(words) and words[at + 1].content and words[at + 2].lower == "to"
        lifting = not cues.LIFTING.isdisjoint(forms) and _near_a_ban(words, at)
        against = word.lower == "against" and any(
            not cues.ADVISING.isdisjoint(one.bases) and _BREAK.isdisjoint(self._plain[one.end : word.start])
            for one in words[max(0, at - _GOVERNED) : at]
        )
        kept = against or self._kept_from(at, forms) or self._ended_before(at)
        return "implicit" if ending or too or lifting or kept else ""

    def _ended_before(self, at: int) -> bool:
        """Say whether something ended before it could be done: ``exploded before reaching orbit``."""
        behind = self.words[at + 1 : at + 3]
        doing = bool(behind) and (behind[0].lower.endswith("ing") or behind[-1].lower == "could")
        return (
            self.words[at].lower == "before"
            and doing
            and any(not cues.ENDED.isdisjoint(word.bases) for word in self.words[max(0, at - _OBJECT) : at])
        )

    def _said_not_to_be(self, at: int, after: int, forms: tuple[str, ...]) -> str:
        """Tell a denial of what is claimed, and what holds ``despite`` it: ``rejects accusations``, ``despite reports``."""
        if not cues.ABSURD.isdisjoint(forms) and any(not cues.CLAIMED.isdisjoint(word.bases) for word in self.words):
            return "debunk"
        ahead = any(not cues.CLAIMED.isdisjoint(word.bases) for word in self.words[after : after + _OBJECT])
        if ahead and self.words[at].lower in _DESPITE:
            return "debunk"
        return "denial" if ahead and not cues.REJECTING.isdisjoint(forms) else ""

    def _kept_from(self, at: int, forms: tuple[str, ...]) -> bool:
        """Say whether a verb keeps something from being done: ``kept the race from being run``."""
        if cues.KEEPING.isdisjoint(forms):
            return False
        ahead = self.words[at + 1 : at + 11]
        return any(word.lower == "from" and after.lower.endswith("ing") for word, after in pairwise(ahead))

    def _join(self, at: int, after: int, phrase: str, kind: str) -> None:
        words = self.words
        inner = [one for one in words[at:after] if one.content]
        forms = (phrase, *inner[0].bases) if len(inner) == 1 and not kind and _loose(phrase) else (phrase,)
        words[at] = words[at]._replace(bases=forms, content=bool(inner), end=words[after - 1].end, positive=())
        for place in range(at + 1, after):
            words[place] = words[place]._replace(content=False, name=False)


def _of_a_thing(words: list[Word], at: int, after: int, forms: tuple[str, ...]) -> bool:
    """Say whether a judging word stands before a thing, as in ``a false start``."""
    if cues.JUDGING.isdisjoint(forms) or after >= len(words):
        return False
    behind = words[after]
    return behind.content and cues.RUMOUR.isdisjoint(behind.bases) and behind.start - words[at].end == 1


def _told_a_lie(words: list[Word], at: int) -> bool:
    """Say whether a ``lie`` is said of a claim; a bomb lies somewhere, and a lie goes round the world."""
    behind = words[at + 1 : at + 2]
    before = words[at - 1].lower if at else ""
    return before in _JUDGED and not (behind and (behind[0].content or behind[0].lower in _PLACES))


def _near_a_ban(words: list[Word], at: int) -> bool:
    return any(not cues.BANS.isdisjoint(word.bases) for word in words[max(0, at - 6) : at + 5] if word is not words[at])


def _loose(phrase: str) -> bool:
    """Say whether an expression means much what its word means alone, as ``allow_in`` does and ``turn_down`` does not."""
    return not ends(phrase) or phrase.rpartition("_")[2] in _LOOSE or phrase.partition("_")[0] in _STANDING
