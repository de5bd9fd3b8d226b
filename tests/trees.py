"""Trees written by hand, for tests that need a grammar and no parser."""

from workbench.domain.syntax_tree import Named, Tree


def tree(rows: str, names: tuple[Named, ...] = ()) -> tuple[str, Tree]:
    """Give a text and its tree; each line is a word, its tag, its relation and the number of its head, 0 for none.

    Words stand one blank apart.
    """
    words = [line.split() for line in rows.strip().splitlines()]
    starts, at = [], 0
    for form, *_ in words:
        starts.append(at)
        at += len(form) + 1
    heads = [int(head) - 1 if head != "0" else index for index, (*_, head) in enumerate(words)]
    made = Tree(
        tuple(starts),
        tuple(start + len(word[0]) for start, word in zip(starts, words, strict=True)),
        tuple(word[1] for word in words),
        tuple(word[2] for word in words),
        tuple(heads),
        tuple(index for index, word in enumerate(words) if word[2] == "root"),
        names,
    )
    return " ".join(word[0] for word in words), made
