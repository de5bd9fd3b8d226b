"""Read again what led a parser up the garden path: past tenses that it took for participles, or the other way round.

English writes most of both alike, so that ``The port closed in May`` can be a port that was closed. What stands
between commas tells which it is, and comes too late for a parser that reads from left to right.
"""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from workbench.domain.syntax_tree import Tree

_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_PAST = frozenset({"VBD", "VBN"})
_BEHIND = frozenset({"punct", "obl", "advmod"})


class Link(NamedTuple):
    """What a word is, and which word it belongs to."""

    tag: str
    relation: str
    head: int


def read_again(tree: Tree) -> Tree:
    """Give a tree in which such sentences are read as they end."""
    new: dict[int, Link] = {}
    for word, head in enumerate(tree.heads):
        if word == head:
            new |= next((links for reading in _READINGS if (links := reading(tree, word))), {})
    if not new:
        return tree
    old = map(Link, tree.tags, tree.relations, tree.heads)
    tags, relations, heads = zip(*(new.get(word, link) for word, link in enumerate(old)), strict=True)
    return replace(tree, tags=tags, relations=relations, heads=heads)


def _uttered(tree: Tree, cue: int) -> dict[int, Link]:
    """Read ``The port closed in May, Ann Lee said.`` as what she said: a comma is in front of her name, none behind it."""
    comma = next((word for word in range(cue - 1, -1, -1) if tree.relations[word] == "punct"), -1)
    ends = all(tree.relation(child) in _BEHIND for child in tree.children(cue) if child > cue)
    noun = next((child for child in tree.children(cue) if child < comma and tree.relation(child) == "nsubj"), None)
    if tree.tags[cue] not in _FINITE or comma == cue - 1 or not ends or noun is None:
        return {}
    verb = tree.relation_of_child(noun, "acl")
    named = [word for word in range(comma + 1, cue) if not comma < tree.heads[word] < cue]
    if verb is None or not noun < verb < comma or tree.tags[verb] != "VBN" or tree.subtree(verb).start != verb:
        return {}
    if len(named) != 1 or tree.relation(named[0]) not in {"nsubj", "appos"}:
        return {}
    return {
        verb: Link("VBD", "ccomp", cue),
        noun: Link(tree.tags[noun], "nsubj", verb),
        named[0]: Link(tree.tags[named[0]], "nsubj", cue),
    }


def _stated_behind(tree: Tree, root: int) -> dict[int, Link]:
    """Read ``The company founded in 1990, Smith says, has 40 workers.`` as what the company has, not as its founding."""
    front = tree.relation_of_child(root, "ccomp")
    inserted = tree.relation_of_child(root, "parataxis")
    verb, cue = (front, root) if front is not None and front < root else (root, inserted)
    if verb is None or cue is None or cue < verb or tree.tags[cue] not in _FINITE:
        return {}
    stated = next((child for child in tree.children(cue) if child > cue and tree.relation(child) == "ccomp"), None)
    noun = tree.relation_of_child(verb, "nsubj")
    if noun is None or stated is None or tree.tags[stated] not in _FINITE or tree.tags[verb] not in _PAST:
        return {}
    between = range(cue + 1, stated)
    commas_alone = bool(between) and all(tree.relations[word] == "punct" for word in between)
    if not commas_alone or tree.relation_of_child(verb, "obj", "aux") or tree.relation_of_child(stated, "nsubj"):
        return {}
    return {
        stated: Link(tree.tags[stated], "root", stated),
        noun: Link(tree.tags[noun], "nsubj", stated),
        verb: Link("VBN", "acl", noun),
        cue: Link(tree.tags[cue], "parataxis", stated),
    }


def _interrupted(tree: Tree, noun: int) -> dict[int, Link]:
    """Read ``Prices, according to the bank, rose by 3%.`` as a sentence: no participle has its source in front of it."""
    if not tree.tags[noun].startswith("NN"):
        return {}
    reach = tree.subtree(noun)
    commas = [word for word in range(noun + 1, reach.stop) if tree.relations[word] == "punct"]
    for first, second in pairwise(commas):
        according, verb = first + 1, second + 1
        of_a_source = tree.tags[according] == "VBG" and tree.relation(according) == "case"
        if of_a_source and verb < reach.stop and tree.tags[verb] in _PAST:
            source = tree.heads[according]
            return {
                verb: Link("VBD", "root", verb),
                noun: Link(tree.tags[noun], "nsubj", verb),
                source: Link(tree.tags[source], "obl", verb),
            }
    return {}


_READINGS: tuple[Callable[[Tree, int], dict[int, Link]], ...] = (_uttered, _stated_behind, _interrupted)
