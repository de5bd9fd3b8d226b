"""Measure weights on a treebank, all of it and each genre of it.

Usage: python -m workbench.syntax.training.figures WEIGHTS FILE.conllu [--names]
"""

import argparse
import re
import time
from collections import defaultdict
from pathlib import Path

from workbench.syntax.training.corpus import docs
from workbench.syntax.training.treebank import Piece, pieces

_GENRE = re.compile(r"GUM_([a-z]+)_|([a-z]+)-")
_SHOWN = {"tag_acc": "tags", "dep_uas": "UAS", "dep_las": "LAS", "sents_f": "sentences F1", "ents_f": "names F1"}


def main() -> None:
    """Print the figures."""
    import spacy  # noqa: PLC0415 - half a second that only measuring needs
    from spacy.training import Example  # noqa: PLC0415

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("--names", action="store_true", help="the treebank marks entities")
    asked = parser.parse_args()
    nlp = spacy.load(asked.weights)
    by_genre: dict[str, list[Piece]] = defaultdict(list)
    for piece in pieces(asked.treebank, names=asked.names):
        match = _GENRE.match(piece.document)
        by_genre[(match[1] or match[2]) if match else "other"].append(piece)
        by_genre["all"].append(piece)
    print(f"{'genre':<14}{'words':>8}" + "".join(f"{name:>14}" for name in _SHOWN.values()))  # noqa: T201
    for genre, found in sorted(by_genre.items()):
        references = list(docs(nlp.vocab, found))
        scores = nlp.evaluate([Example(nlp.make_doc(one.text), one) for one in references])
        shown = "".join(f"{scores[name] or 0:>14.3f}" for name in _SHOWN)
        print(f"{genre:<14}{sum(map(len, references)):>8}{shown}")  # noqa: T201
        if genre == "all":
            for kind, score in sorted((scores["ents_per_type"] or {}).items()):
                print(f"  {kind:<12} P {score['p']:.3f}  R {score['r']:.3f}  F1 {score['f']:.3f}")  # noqa: T201
    texts = [one.text for one in docs(nlp.vocab, by_genre["all"])]
    began = time.process_time()
    words = sum(len(doc) for doc in nlp.pipe(texts))
    print(f"{words / (time.process_time() - began):,.0f} words a CPU second")  # noqa: T201


if __name__ == "__main__":
    main()
