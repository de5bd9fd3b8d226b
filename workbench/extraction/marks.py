"""What in a statement speaks for or against checking it: named marks that are there or not.

Marks of words are told from the words alone; marks of grammar need the parts of speech (Penn Treebank tags).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from workbench.extraction.lexicon import (
    ACCUSATION,
    CAUSAL,
    COMPARISON,
    INSTITUTION,
    OPINION,
    RULE,
    SUPERLATIVE,
    TREND,
)
from workbench.extraction.tokens import FINITE


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})", re.IGNORECASE)


_MEASURE = _words(
    r"(?:million|billion|trillion|percent|per cent|dollars?|thousand|hundred|half|majority|most|every|average|number of|amount|rates?)\b|%"
)
_PUBLIC = _words(
    r"(?:taxe?s?|jobs?|health ?care|insurance|medicare|social security|deficit|debt|budget|unemployment|trade|oil|energy|crime|drugs?|"
    r"schools?|education|war|troops|nuclear|terror\w*|immigra\w*|border|wages?|income|economy|spending|welfare|poverty|abortion|guns?|"
    r"military|weapons?|missiles?|vaccin\w+|virus\w*|climate|emissions|police|elections?|refugees?|inflation|technology|safety)\b"
)
_DEED = _words(
    r"(?:voted?|signed|passed|vetoed|supported|opposed|proposed|introduced|promised|said|called|cut|raised|created|built|lost|spent|"
    r"sent|appointed|sponsored)\b"
)
_FUTURE = _words(r"(?:will|going to|gonna|shall|\w+['’]ll)\b")
_WANTING = _words(r"(?:think|believe|feel|hope|want|wish|guess|suppose|like to|love|need to|have to|got to|ought)\b")
_VALUE = _words(
    r"(?:right|wrong|good|bad|great|important|better|strong|proud|fair|best|worst|honest|serious|terrible|leadership|values|freedom|"
    r"faith|dream|opportunity|future|hope)\b"
)
_CONDITION = _words(r"(?:if|whether)\b")
_ADDRESSED = _words(r"(?:you|your|yours)\b")
_OTHERS = _words(r"(?:he|she|they|his|her|their|him|them)\b")
_TIME = _words(r"(?:years?|months?|weeks?|days?|decades?|century|ago|since|last|today|yesterday|already)\b")
_PEOPLE_AT_LARGE = _words(r"(?:people|americans?|country|nation|world|families|children|men|women)\b")
_THERE = re.compile(r"^\W*(?:there(?:['’]s| is| are| was| were)|it['’]?s|that['’]?s)\b", re.IGNORECASE)
_OPENER = re.compile(r"^\W*(?:well|look|let|now|so|and|but|thank|okay|yes|no|i['’]m|i am)\b", re.IGNORECASE)
_I = re.compile(r"\bI\b")
_DIGIT = re.compile(r"\d")
_ASKED = re.compile(r"\?[^\w?]*+$")
_NAMES = frozenset({"NNP", "NNPS"})
_NOUNS = frozenset({"NN", "NNS"})


def _share(tags: Sequence[str], wanted: frozenset[str], least: int) -> bool:
    return sum(tag in wanted for tag in tags) >= least


OF_WORDS: Mapping[str, Callable[[str], bool]] = MappingProxyType(
    {
        "number": lambda words: _DIGIT.search(words) is not None,
        "measure": lambda words: _MEASURE.search(words) is not None,
        "first_or_most": lambda words: SUPERLATIVE.search(words) is not None,
        "comparison": lambda words: COMPARISON.search(words) is not None,
        "trend": lambda words: TREND.search(words) is not None,
        "cause": lambda words: CAUSAL.search(words) is not None,
        "rule_or_law": lambda words: RULE.search(words) is not None,
        "accusation_or_harm": lambda words: ACCUSATION.search(words) is not None,
        "institution": lambda words: INSTITUTION.search(words) is not None,
        "public_matter": lambda words: _PUBLIC.search(words) is not None,
        "deed_in_office": lambda words: _DEED.search(words) is not None,
        "time": lambda words: _TIME.search(words) is not None,
        "about_others": lambda words: _OTHERS.search(words) is not None,
        "people_at_large": lambda words: _PEOPLE_AT_LARGE.search(words) is not None,
        "first_person": lambda words: _I.search(words) is not None,
        "addressed": lambda words: _ADDRESSED.search(words) is not None,
        "to_come": lambda words: _FUTURE.search(words) is not None,
        "condition": lambda words: _CONDITION.search(words) is not None,
        "thinks_or_wants": lambda words: _WANTING.search(words) is not None,
        "opinion_words": lambda words: OPINION.search(words) is not None,
        "judgement_words": lambda words: _VALUE.search(words) is not None,
        "question": lambda words: _ASKED.search(words) is not None,
        "opens_talk": lambda words: _OPENER.search(words) is not None,
        "there_is": lambda words: _THERE.search(words) is not None,
        "says_little": lambda words: len(words.split()) < 9,
        "says_much": lambda words: len(words.split()) >= 12,
        "runs_on": lambda words: len(words.split()) >= 25,
    }
)
"""Marks of the words of a statement."""

OF_GRAMMAR: Mapping[str, Callable[[Sequence[str]], bool]] = MappingProxyType(
    {
        "past": lambda tags: "VBD" in tags,
        "done": lambda tags: "VBN" in tags,
        "may_or_must": lambda tags: "MD" in tags,
        "counts": lambda tags: "CD" in tags,
        "several_numbers": lambda tags: tags.count("CD") > 1,
        "names_somebody": lambda tags: _share(tags, _NAMES, 1),
        "several_names": lambda tags: _share(tags, _NAMES, 3),
        "things": lambda tags: _share(tags, _NOUNS, 2),
        "many_things": lambda tags: _share(tags, _NOUNS, 4),
        "compares": lambda tags: "JJR" in tags or "RBR" in tags,
        "no_verb": lambda tags: not FINITE.intersection(tags),
    }
)
"""Marks of the grammar of a statement; each takes its tags."""


def marks(words: str, tags: Sequence[str]) -> list[str]:
    """Name the marks of a statement, in the order in which they stand here."""
    found = [name for name, test in OF_WORDS.items() if test(words)]
    return found + [name for name, test in OF_GRAMMAR.items() if tags and test(tags)]
