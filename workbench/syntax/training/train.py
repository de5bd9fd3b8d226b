"""Train the weights of the syntax pipeline.

Usage: python -m workbench.syntax.training.train OUT --names GUM_FOLDER --plain EWT_FOLDER [--steps 12000]

A folder holds ``train.conllu`` and ``dev.conllu``. The best step on both development sets together is kept.
"""

import argparse
import random
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.syntax.training.corpus import docs
from workbench.syntax.training.treebank import Piece, pieces

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.training import Example

SEED = 7
_EVERY = 400
_WEIGHTS = {"tag_acc": 0.2, "dep_las": 0.4, "sents_f": 0.2, "ents_f": 0.2}

_META = {
    "name": "workbench_english",
    "version": "1.0.0",
    "description": "Parser that ships with Workbench; see MODEL_CARD.md",
    "license": "CC BY-SA 4.0",
    "spacy_version": ">=3.8.0,<3.9.0",
}

CONFIG = """
[nlp]
lang = "en"
pipeline = ["tok2vec","tagger","parser","ner"]

[components]

[components.tok2vec]
factory = "tok2vec"

[components.tok2vec.model]
@architectures = "spacy.Tok2Vec.v2"

[components.tok2vec.model.embed]
@architectures = "spacy.MultiHashEmbed.v2"
width = 96
attrs = ["NORM","PREFIX","SUFFIX","SHAPE"]
rows = [5000,1000,2500,1000]
include_static_vectors = false

[components.tok2vec.model.encode]
@architectures = "spacy.MaxoutWindowEncoder.v2"
width = 96
depth = 4
window_size = 1
maxout_pieces = 3

[components.tagger]
factory = "tagger"

[components.tagger.model]
@architectures = "spacy.Tagger.v2"

[components.tagger.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = 96
upstream = "tok2vec"

[components.parser]
factory = "parser"
min_action_freq = 20

[components.parser.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "parser"
extra_state_tokens = false
hidden_width = 64
maxout_pieces = 2
use_upper = true

[components.parser.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = 96
upstream = "tok2vec"

[components.ner]
factory = "ner"

[components.ner.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "ner"
extra_state_tokens = false
hidden_width = 48
maxout_pieces = 2
use_upper = true

[components.ner.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = 96
upstream = "tok2vec"
"""


def examples(nlp: "Language", found: list[Piece], vary: int | None = None) -> "Iterator[Example]":
    """Give each piece as our tokenizer cuts it, beside what the treebank says."""
    from spacy.training import Example  # noqa: PLC0415 - half a second that only training needs

    for reference in docs(nlp.vocab, found, vary=vary):
        yield Example(nlp.make_doc(reference.text), reference)


def train(out: Path, names: Path, plain: Path, steps: int) -> None:
    """Train, print the scores on the way, and write the best pipeline into a folder."""
    import spacy  # noqa: PLC0415 - half a second that only training needs
    from spacy.training.batchers import minibatch_by_words  # noqa: PLC0415
    from spacy.util import load_config_from_str  # noqa: PLC0415
    from thinc.api import compounding, fix_random_seed  # noqa: PLC0415

    fix_random_seed(SEED)
    named = list(pieces(names / "train.conllu", names=True))
    found = [*named, *pieces(plain / "train.conllu", names=False)]
    chosen_on = [*pieces(names / "dev.conllu", names=True), *pieces(plain / "dev.conllu", names=False)]
    nlp = spacy.util.load_model_from_config(load_config_from_str(CONFIG), auto_fill=True)
    nlp.meta.update(_META)
    nlp.initialize(lambda: list(examples(nlp, found)))
    held_back = list(examples(nlp, chosen_on))
    optimizer = nlp.resume_training()
    optimizer.learn_rate = 0.001
    order, best, step, epoch = random.Random(SEED), 0.0, 0, 0  # noqa: S311 - order, not secrecy
    sizes = compounding(300.0, 1500.0, 1.0005)
    while step < steps:
        epoch += 1
        batch_source = list(examples(nlp, found, vary=SEED + epoch))
        order.shuffle(batch_source)
        losses: dict[str, float] = {}
        for batch in minibatch_by_words(batch_source, size=sizes, tolerance=0.2):  # type: ignore[arg-type]
            optimizer.learn_rate = 0.001 * max(0.05, 1 - step / steps)
            nlp.update(batch, sgd=optimizer, losses=losses, drop=0.1)
            step += 1
            if step % _EVERY == 0 or step == steps:
                best = max(best, _scored(nlp, held_back, out, step, best, optimizer.averages))
            if step == steps:
                break


def _scored(nlp: "Language", held_back: "list[Example]", out: Path, step: int, best: float, averages: object) -> float:
    with nlp.use_params(averages):  # type: ignore[arg-type]
        scores = nlp.evaluate(held_back)
        total = sum(weight * (scores[name] or 0) for name, weight in _WEIGHTS.items())
        shown = "  ".join(f"{name} {scores[name] or 0:.4f}" for name in (*_WEIGHTS, "dep_uas"))
        print(f"step {step}  {shown}  all {total:.4f}", flush=True)  # noqa: T201 - what the command is for
        if total > best:
            nlp.to_disk(out)
    return total


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--names", type=Path, required=True, help="a treebank with GUM's entities")
    parser.add_argument("--plain", type=Path, required=True, help="a treebank without")
    parser.add_argument("--steps", type=int, default=12_000)
    asked = parser.parse_args()
    train(asked.out, asked.names, asked.plain, asked.steps)


if __name__ == "__main__":
    main()
