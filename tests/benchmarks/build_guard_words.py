"""Derive the word table of the guard from a WordNet folder: meanings, wider meanings, opposites, irregular forms.

Usage: build_guard_words.py WORDNET_DICT_FOLDER

The folder holds ``data.*``, ``index.*`` and ``*.exc`` as WordNet 3.1 ships them. A word comes in where WordNet counted
it in texts, or where it is no proper name; its rare senses stay out. Meanings are numbers that two words share, or that an opposite points to.
A ``v`` stands with the words that say something of a thing more often than they name one. The last field holds the
words by which the first senses are explained, up to the first negation.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from workbench.matching.guard.lexicon import TABLE

_POS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
_SENSES = 8
_SENSES_AGAINST = 4
_UNTAGGED = 3
_EXPLAINED = 2
_EXPLAINING = 9
_COMMON = 400
_NEGATION = re.compile(
    r"\b(?:not|no|without|lacking|lack|un\w+|opposite|opposed|never|rather than|instead|absence|free from)\b"
)
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_NOTICE = (
    "#",
    "# A line is a word, its meanings, wider meanings, opposite meanings, and v where it is rather a verb, adjective or",
    "# adverb than a noun, and the words that explain it; or a form, > and its base form.",
)


class Sense(NamedTuple):
    """One synset: its words, its pointers (symbol, target, own word, target word), and its place."""

    key: str
    words: tuple[str, ...]
    pointers: tuple[tuple[str, str, int, int], ...]
    proper: frozenset[str]
    explained: tuple[str, ...]


def main() -> None:
    """Write the table."""
    folder = Path(sys.argv[1])
    told = _telling(folder / "index.sense")
    senses = {sense.key: sense for name, pos in _POS.items() for sense in _read_data(folder / f"data.{name}", pos)}
    words = {
        word: kept
        for word, keys in _words(folder).items()
        if (kept := [key for key in keys if word not in senses[key].proper])
    }
    rows = {word: _row(word, keys, senses) for word, keys in words.items()}
    told_by = _explaining(words, senses)
    counts = Counter(key for fields in rows.values() for key in {key for field in fields for key in field})
    numbers = {key: _short(number) for number, (key, times) in enumerate(counts.most_common()) if times > 1}
    lines: list[str] = []
    for word, fields in sorted(rows.items()):
        written = ["+".join(sorted(numbers[key] for key in field if key in numbers)) for field in fields]
        told_with = "+".join(told_by.get(word, ()))
        lines.append("\t".join([word, *written, "v" if word in told else "", told_with]).rstrip("\t"))
    lines += [f"{form}\t>{base}" for form, base in sorted(_irregular(folder, rows))]
    TABLE.write_text("\n".join([*_head(folder), *_NOTICE, *lines]) + "\n", "utf-8")
    print(len(rows), "words,", TABLE.stat().st_size, "bytes")


def _explaining(words: dict[str, list[str]], senses: dict[str, Sense]) -> dict[str, list[str]]:
    """Give by which words each is explained; the commonest of them say nothing."""
    spread = Counter(word for sense in senses.values() for word in set(sense.explained))
    common = {word for word, _ in spread.most_common(_COMMON)}
    found = {}
    for word, keys in words.items():
        first = [key for pos in "nvar" for key in [key for key in keys if key[0] == pos][:_EXPLAINED]]
        told = [
            one for key in first for one in senses[key].explained if one not in common and one != word and one in words
        ]
        found[word] = sorted(dict.fromkeys(told[:_EXPLAINING]))
    return found


def _head(folder: Path) -> Iterator[str]:
    for line in (folder / "data.noun").read_text("latin-1").splitlines():
        if not line.startswith("  "):
            return
        yield "#" + line[4:].rstrip()


def _telling(path: Path) -> set[str]:
    """Give the words that are verbs, adjectives or adverbs more often than nouns in the texts of WordNet."""
    counts: dict[str, Counter[bool]] = {}
    for line in path.read_text("latin-1").splitlines():
        key, *_, times = line.split()
        word, _, kind = key.partition("%")
        counts.setdefault(word.replace("_", " "), Counter())[kind[0] != "1"] += int(times) + 1
    return {word for word, count in counts.items() if count[True] > count[False]}


def _read_data(path: Path, pos: str) -> Iterator[Sense]:
    for line in path.read_text("latin-1").splitlines():
        if line.startswith("  "):
            continue
        parts = line.partition("|")[0].split()
        count = int(parts[3], base=16)
        words = tuple(word.partition("(")[0].lower().replace("_", " ") for word in parts[4 : 4 + 2 * count : 2])
        at, pointers = 5 + 2 * count, []
        for first in range(at, at + 4 * int(parts[at - 1]), 4):
            symbol, target, kind, way = parts[first : first + 4]
            kind = "a" if kind == "s" else kind
            mine, theirs = divmod(int(way, 16), 256)
            pointers.append((symbol, kind + target, mine, theirs))
        proper = frozenset(
            word.lower().replace("_", " ") for word in parts[4 : 4 + 2 * count : 2] if word[:1].isupper()
        )
        yield Sense(pos + parts[0], words, tuple(pointers), proper, _explained(line.partition("|")[2]))


def _explained(gloss: str) -> tuple[str, ...]:
    """Give the words of an explanation, without its examples."""
    said = re.sub(r"\([^)]*\)", " ", gloss.partition('"')[0])
    stop = _NEGATION.search(said)
    return tuple(re.findall(r"[a-z]{3,}", said[: stop.start()] if stop else said))


def _words(folder: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, pos in _POS.items():
        for line in (folder / f"index.{name}").read_text("latin-1").splitlines():
            if line.startswith("  "):
                continue
            parts = line.split()
            word, pointers = parts[0].replace("_", " "), int(parts[3])
            tagged, targets = int(parts[5 + pointers]), parts[6 + pointers :]
            letters = word.replace(" ", "").replace("-", "").replace("'", "")
            if not letters.isalpha() or word.count(" ") > (0 if pos == "n" and not tagged else 3):
                continue
            kept = targets[: min(_SENSES, max(tagged, _UNTAGGED))]
            found.setdefault(word, []).extend(pos + target for target in kept)
    return found


def _row(word: str, keys: list[str], senses: dict[str, Sense]) -> tuple[set[str], set[str], set[str]]:
    own, wider, against = set(keys), set[str](), set[str]()
    for key in keys:
        sense = senses[key]
        place = sense.words.index(word) + 1 if word in sense.words else 0
        own |= {target for symbol, target, mine, _ in sense.pointers if symbol in {"+", "\\"} and mine in {0, place}}
        wider |= {target for symbol, target, *_ in sense.pointers if symbol in {"@", "&"} and key[0] in "nva"}
    first = {key for pos in "nvar" for key in [key for key in keys if key[0] == pos][:_SENSES_AGAINST]}
    for key in first | (own - set(keys)) | {target for target in wider if target[0] == "a"}:
        against |= set(_opposites(senses[key]))
    up = {key for key in first if key[0] == "v"}
    for _ in range(2):
        up = {target for key in up for symbol, target, *_ in senses[key].pointers if symbol == "@"}
        for key in up:
            against |= set(_opposites(senses[key]))
    return own, wider - own, against


def _opposites(sense: Sense) -> Iterator[str]:
    return (target for symbol, target, *_ in sense.pointers if symbol == "!")


def _irregular(folder: Path, rows: dict[str, tuple[set[str], set[str], set[str]]]) -> Iterator[tuple[str, str]]:
    for name in _POS:
        for line in (folder / f"{name}.exc").read_text("latin-1").splitlines():
            form, *bases = line.split()
            for base in bases:
                if base in rows and form != base and form.isalpha():
                    yield form, base


def _short(number: int) -> str:
    written = ""
    while True:
        number, digit = divmod(number, 36)
        written = _DIGITS[digit] + written
        if not number:
            return written


if __name__ == "__main__":
    main()
