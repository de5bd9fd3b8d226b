"""Papers that find something out: the audit that ``It found`` is said of."""

from collections.abc import Sequence

from workbench.extraction.roles import BODIES
from workbench.extraction.tokens import Token
from workbench.extraction.verbs import finite_verb

FINDING = frozenset(
    "found finds showed shows concluded concludes revealed reveals suggested suggests estimated estimates uncovered "
    "indicated indicates".split()
)
"""Verbs of what a paper says rather than those who ordered it."""

_PAPERS = frozenset(
    "audit report study survey inquiry review investigation analysis poll inspection census assessment probe inquest".split()
)
_DETERMINERS = frozenset("a an the its his her their this that another one first second".split())
_READ = frozenset(
    "reviewed read examined rejected dismissed criticised criticized considered studied disputed denied questioned ignored "
    "buried shelved withdrew".split()
)
"""What is done to a paper by others, who may then find something themselves."""

_LONGEST = 5


def paper_in(words: Sequence[Token]) -> str:
    """Give the paper that a sentence brings up last, with whoever made it; nothing where it brings up none."""
    for at in range(len(words) - 1, 0, -1):
        if words[at].lower not in _PAPERS or (at + 1 < len(words) and words[at + 1].lower in BODIES | _PAPERS):
            continue
        near = range(at - 1, max(-1, at - 1 - _LONGEST), -1)
        first = next((one for one in near if words[one].lower in _DETERMINERS or words[one].lower.endswith("'s")), -1)
        if first < 0 or not all(words[one].is_word for one in range(first, at)):
            continue
        if any(word.lower in _READ for word in words[:first]):
            return ""
        last = _maker(words, at + 1)
        return " ".join(word.text for word in words[first + 1 : last])
    return ""


def _maker(words: Sequence[Token], behind: int) -> int:
    """Give where ``by Leeds University`` ends behind a paper; right behind it where nobody is named."""
    if behind >= len(words) or words[behind].lower not in {"by", "from"}:
        return behind
    ahead = range(behind + 1, min(behind + 2 + _LONGEST, len(words)))
    stop = next((at for at in ahead if not words[at].is_word), -1)
    return stop if stop > behind + 1 and finite_verb(words, behind, stop) < 0 else behind
