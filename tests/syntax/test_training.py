"""How the weights are trained: reading treebanks, keeping apart what is scored, and a training of two steps."""

from pathlib import Path

import pytest

from workbench.domain.syntax_tree import Named
from workbench.syntax.parser import ShippedParser
from workbench.syntax.training.held_apart import shared
from workbench.syntax.training.names import Name
from workbench.syntax.training.train import train
from workbench.syntax.training.treebank import pieces, text_of

_ROWS = """# newdoc id = GUM_news_bridge
# newpar
# text = Inga Holm didn't sell the "Old Bridge" in May 2021.
1	Inga	Inga	PROPN	NNP	_	5	nsubj	_	Entity=(1-person-new-nnnnn-cf1-1,2-coref
2	Holm	Holm	PROPN	NNP	_	1	flat	_	Entity=1)
3-4	didn't	_	_	_	_	_	_	_	_
3	did	do	AUX	VBD	_	5	aux	_	_
4	n't	not	PART	RB	_	5	advmod	_	_
5	sell	sell	VERB	VB	_	0	root	_	_
6	the	the	DET	DT	_	9	det	_	Entity=(2-object-new-nnnnn-cf2-3,4-sgl
7	"	"	PUNCT	``	_	9	punct	_	SpaceAfter=No
8	Old	Old	PROPN	NNP	_	9	compound	_	_
9	Bridge	Bridge	PROPN	NNP	_	5	obj	_	Entity=2)|SpaceAfter=No
10	"	"	PUNCT	''	_	9	punct	_	_
11	in	in	ADP	IN	_	12	case	_	_
12	May	May	PROPN	NNP	_	5	obl	_	Entity=(3-time-new-nnnnn-cf3-1-sgl
13	2021	2021	NUM	CD	_	12	nmod	_	Entity=(4-time-new-nnnnn-cf4-1-sgl)3)|SpaceAfter=No
14	.	.	PUNCT	.	_	5	punct	_	_

# text = She kept it.
1	She	she	PRON	PRP	_	2	nsubj	_	Entity=(1-person-giv:act-nnnnn-cf1-1-ana)
2	kept	keep	VERB	VBD	_	0	root	_	_
3	it	it	PRON	PRP	_	2	obj	_	SpaceAfter=No
4	.	.	PUNCT	.	_	2	punct	_	_

# newpar
# text = Nobody complained.
1	Nobody	nobody	PRON	NN	_	2	nsubj	_	_
2	complained	complain	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

"""


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    for name in ("train", "dev"):
        (tmp_path / f"{name}.conllu").write_text(_ROWS, encoding="utf-8")
    return tmp_path


def test_a_treebank_is_read_by_paragraphs_as_it_was_written(treebank: Path) -> None:
    first, second = pieces(treebank / "train.conllu", names=True)
    assert first.document == second.document == "GUM_news_bridge"
    assert [text_of(one.words) for one in (*first.sentences, *second.sentences)] == [
        'Inga Holm didn\'t sell the "Old Bridge" in May 2021.',
        "She kept it.",
        "Nobody complained.",
    ]


def test_names_are_proper_nouns_and_times(treebank: Path) -> None:
    first, _ = pieces(treebank / "train.conllu", names=True)
    assert first.sentences[0].names == (Name(0, 2, "PERSON"), Name(7, 9, "THING"), Name(11, 13, "DATE"))
    assert first.sentences[1].names == (), "a pronoun is no name"
    (unmarked, _) = pieces(treebank / "train.conllu", names=False)
    assert unmarked.sentences[0].names is None


def test_what_is_scored_and_was_trained_on_is_named(treebank: Path, tmp_path: Path) -> None:
    scored, other = tmp_path / "scored.jsonl", tmp_path / "other.txt"
    scored.write_text('{"text": ["INGA HOLM didn’t sell the Old Bridge, in May 2021!"]}\n', encoding="utf-8")
    other.write_text("She kept it. Nobody complained.", encoding="utf-8")
    assert not list(shared([treebank / "train.conllu"], [other])), "a few common words are no sign"
    (found,) = shared([treebank / "train.conllu"], [scored])
    assert (found.scored, found.document) == (scored, "GUM_news_bridge")


@pytest.mark.filterwarnings("ignore")
def test_two_steps_of_training_write_weights_that_parse(
    treebank: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("train", "dev"):  # relations that hardly occur are not learnt
        (treebank / f"{name}.conllu").write_text(_ROWS * 30, encoding="utf-8")
    train(tmp_path / "weights", treebank, treebank, steps=2)
    assert "dep_las" in capsys.readouterr().out
    (tree,) = ShippedParser(str(tmp_path / "weights")).parse("Inga Holm kept it.", [(0, 18)])
    assert tree.starts == (0, 5, 10, 15, 17)
    assert all(isinstance(name, Named) for name in tree.names)
