"""Load a spaCy pipeline: our own weights, or what the settings name."""

from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from workbench.domain.syntax_tree import Named
from workbench.errors import BadSetting
from workbench.syntax.clear_labels import universal
from workbench.syntax.columns import Grammar, Scheme

if TYPE_CHECKING:
    from spacy.language import Language

WEIGHTS = Path(__file__).parent / "weights"
"""Where the weights stand in the package; ``MODEL_CARD.md`` beside them says what they were trained on."""

_NOT_NEEDED = [
    "lemmatizer",
    "attribute_ruler",
    "morphologizer",
    "senter",
    "textcat",
    "textcat_multilabel",
    "entity_linker",
]
_NAMES = {
    "PERSON": "PERSON",
    "PER": "PERSON",
    "ORG": "ORG",
    "GPE": "PLACE",
    "LOC": "PLACE",
    "FAC": "PLACE",
    "PLACE": "PLACE",
    "DATE": "DATE",
    "TIME": "DATE",
    "EVENT": "EVENT",
    "NORP": "THING",
    "PRODUCT": "THING",
    "WORK_OF_ART": "THING",
    "LAW": "THING",
    "LANGUAGE": "THING",
    "MISC": "THING",
    "THING": "THING",
}
"""What other pipelines call names; amounts and counts are none."""


class Loaded(NamedTuple):
    """A pipeline, and what puts its labels into ours; None where they are."""

    language: "Language"
    scheme: Scheme | None


_LOADING = Lock()
"""Threads that ask for the first time wait for one loading, not each for its own."""

_MOST_WORDS = 100_000
"""How many different words a pipeline may remember; each takes some 300 bytes."""


def ready(pipeline: str) -> Loaded:
    """Give a pipeline, loaded once for all desks of a process; arguments and errors as of ``load``.

    What it learnt of words is forgotten from time to time, or a long day would fill the memory.
    """
    with _LOADING:
        if len(_loaded(pipeline).language.vocab) > _MOST_WORDS:
            _loaded.cache_clear()
        return _loaded(pipeline)


@cache
def _loaded(pipeline: str) -> Loaded:
    language = load(pipeline)
    return Loaded(language, scheme_of(language))


def load(pipeline: str = "") -> "Language":
    """Load our weights, or the pipeline that is named: a package that is installed, or a folder.

    Raises:
        BadSetting: it isn't there, or it can't tag and parse English.

    """
    import spacy  # noqa: PLC0415 - half a second that only reading a text needs

    if not pipeline:
        return spacy.load(WEIGHTS)
    hint = "Install it into the same environment, or leave the setting 'parser' out to use the one that ships."
    try:
        language = spacy.load(pipeline, exclude=_NOT_NEEDED)
    except (OSError, ImportError, ValueError) as problem:
        reason = " ".join(str(problem).split())
        there = "isn't installed" if isinstance(problem, OSError) and "E050" in reason else f"can't be loaded: {reason}"
        raise BadSetting(f"The spaCy pipeline '{pipeline}' {there}.".replace("..", "."), hint) from None
    lacking = [needed for needed in ("tagger", "parser") if needed not in language.pipe_names]
    if language.lang != "en" or lacking:
        why = f"reads '{language.lang}', not English" if language.lang != "en" else f"has no {' and no '.join(lacking)}"
        raise BadSetting(f"The spaCy pipeline '{pipeline}' {why}.", hint)
    return language


def scheme_of(language: "Language") -> Scheme | None:
    """Give what puts a pipeline's labels into ours; None where they are."""
    relations = set(language.pipe_labels.get("parser", ()))
    names = set(language.pipe_labels.get("ner", ()))
    if "pobj" in relations:
        return lambda grammar: _named(universal(grammar))
    return None if all(_NAMES.get(name) == name for name in names) else _named


def _named(grammar: Grammar) -> Grammar:
    known = ((name, _NAMES.get(name.kind)) for name in grammar.names)
    return grammar._replace(names=tuple(Named(name.first, name.after, kind) for name, kind in known if kind))
