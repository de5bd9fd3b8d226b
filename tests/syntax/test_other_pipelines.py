"""Pipelines that the user has installed: their labels in our scheme, and what is said where one can't be used."""

from pathlib import Path

import pytest
import spacy

from workbench.domain.syntax_tree import Named
from workbench.errors import BadSetting
from workbench.syntax.clear_labels import universal
from workbench.syntax.columns import Grammar
from workbench.syntax.parser import ShippedParser
from workbench.syntax.pipelines import WEIGHTS, load, scheme_of


def grammar(rows: str, names: tuple[Named, ...] = ()) -> Grammar:
    """Give a grammar; each line is a word, its tag, its relation and the number of its head, 0 for none."""
    found = [line.split() for line in rows.strip().splitlines()]
    forms, tags, relations, numbers = zip(*found, strict=True)
    heads = tuple(int(number) - 1 if number != "0" else at for at, number in enumerate(numbers))
    return Grammar(forms, tags, relations, heads, names)


@pytest.mark.parametrize(
    ("clear", "ours"),
    [
        pytest.param(
            "He PRP nsubj 2 \n lives VBZ ROOT 0 \n in IN prep 2 \n Oslo NNP pobj 3",
            "He PRP nsubj 2 \n lives VBZ root 0 \n in IN case 4 \n Oslo NNP obl 2",
            id="a noun stands above its preposition",
        ),
        pytest.param(
            "mayor NN ROOT 0 \n of IN prep 1 \n the DT det 4 \n town NN pobj 2",
            "mayor NN root 0 \n of IN case 4 \n the DT det 4 \n town NN nmod 1",
            id="below a noun it is nmod",
        ),
        pytest.param(
            "came VBD ROOT 0 \n out RB prep 1 \n of IN prep 2 \n it PRP pobj 3",
            "came VBD root 0 \n out RB case 4 \n of IN case 4 \n it PRP obl 1",
            id="two prepositions in a row",
        ),
        pytest.param(
            "It PRP nsubjpass 3 \n was VBD auxpass 3 \n sunk VBN ROOT 0 \n by IN agent 3 \n ice NN pobj 4",
            "It PRP nsubj:pass 3 \n was VBD aux:pass 3 \n sunk VBN root 0 \n by IN case 5 \n ice NN obl:agent 3",
            id="who did it in the passive",
        ),
        pytest.param(
            "Tea NN nsubj 2 \n is VBZ ROOT 0 \n not RB neg 2 \n hot JJ acomp 2 \n . . punct 2",
            "Tea NN nsubj 4 \n is VBZ cop 4 \n not RB advmod 4 \n hot JJ root 0 \n . . punct 4",
            id="what is said stands above to be",
        ),
        pytest.param(
            "says VBZ ROOT 0 \n Tea NN nsubj 3 \n is VBZ ccomp 1 \n tea NN attr 3",
            "says VBZ root 0 \n Tea NN nsubj 4 \n is VBZ cop 4 \n tea NN ccomp 1",
            id="also in a clause",
        ),
        pytest.param(
            "There EX expl 2 \n is VBZ ROOT 0 \n a DT det 4 \n way NN attr 2",
            "There EX expl 2 \n is VBZ root 0 \n a DT det 4 \n way NN nsubj 2",
            id="what there is is the subject",
        ),
        pytest.param(
            "tea NN ROOT 0 \n , , punct 1 \n milk NN conj 1 \n and CC cc 3 \n rum NN conj 3",
            "tea NN root 0 \n , , punct 1 \n milk NN conj 1 \n and CC cc 5 \n rum NN conj 1",
            id="all members of a list below the first",
        ),
        pytest.param(
            "wants VBZ ROOT 0 \n to TO aux 3 \n go VB xcomp 1",
            "wants VBZ root 0 \n to TO mark 3 \n go VB xcomp 1",
            id="to of an infinitive",
        ),
        pytest.param(
            "left VBD ROOT 0 \n after IN prep 1 \n selling VBG pcomp 2 \n it PRP dobj 3",
            "left VBD root 0 \n after IN mark 3 \n selling VBG advcl 1 \n it PRP obj 3",
            id="a clause behind a preposition",
        ),
        pytest.param(
            "what WP dobj 4 \n he PRP nsubj 4 \n was VBD aux 4 \n looking VBG ROOT 0 \n for IN prep 4",
            "what WP obj 4 \n he PRP nsubj 4 \n was VBD aux 4 \n looking VBG root 0 \n for IN case 4",
            id="a preposition alone stays",
        ),
    ],
)
def test_other_labels_are_read_as_ours(clear: str, ours: str) -> None:
    assert universal(grammar(clear)) == grammar(ours)


def test_a_pipeline_that_is_not_installed_is_named() -> None:
    with pytest.raises(BadSetting, match="'en_nowhere_lg' isn't installed") as caught:
        list(ShippedParser("en_nowhere_lg").parse("Prices fell.", [(0, 12)]))
    assert "setting 'parser'" in caught.value.hint


def test_a_pipeline_is_not_loaded_before_a_text_is_read() -> None:
    assert list(ShippedParser("en_nowhere_lg").parse("", [])) == []


@pytest.mark.parametrize(
    ("language", "why"), [("en", "has no tagger and no parser"), ("de", "reads 'de', not English")]
)
def test_a_pipeline_that_cannot_do_it_is_refused(tmp_path: Path, language: str, why: str) -> None:
    spacy.blank(language).to_disk(tmp_path / "other")
    with pytest.raises(BadSetting, match=why):
        load(str(tmp_path / "other"))


def test_a_folder_that_holds_no_pipeline_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="can't be loaded"):
        load(str(tmp_path))


def test_a_pipeline_with_our_labels_is_taken_as_it_is() -> None:
    assert scheme_of(load()) is None
    text = "The minister said on Monday that prices in Norway had fallen."
    assert list(ShippedParser(str(WEIGHTS)).parse(text, [(0, len(text))])) == list(
        ShippedParser().parse(text, [(0, len(text))])
    )


def test_the_labels_of_another_pipeline_come_out_as_ours(tmp_path: Path) -> None:
    other = spacy.blank("en")
    parser, ner, tagger = (other.add_pipe(name) for name in ("parser", "ner", "tagger"))
    for label in ("prep", "pobj", "dobj", "nsubj"):
        parser.add_label(label)  # type: ignore[attr-defined]
    for label in ("GPE", "NORP", "MONEY"):
        ner.add_label(label)  # type: ignore[attr-defined]
    tagger.add_label("NN")  # type: ignore[attr-defined]
    other.initialize()
    other.to_disk(tmp_path / "other")
    scheme = scheme_of(load(str(tmp_path / "other")))
    assert scheme is not None
    names = (Named(0, 1, "GPE"), Named(1, 2, "MONEY"), Named(2, 3, "NORP"))
    found = scheme(grammar("Oslo NNP nsubj 2 \n paid VBD ROOT 0 \n Danes NNPS dobj 2", names))
    assert found.relations == ("nsubj", "root", "obj")
    assert found.names == (Named(0, 1, "PLACE"), Named(2, 3, "THING"))
    text = "Prices in Oslo fell."
    (tree,) = ShippedParser(str(tmp_path / "other")).parse(text, [(0, len(text))])
    assert tree.starts == (0, 7, 10, 15, 19)
