"""Who says what, from the grammar of a sentence."""

import pytest

from tests.trees import tree
from workbench.extraction.attribution import attribute
from workbench.extraction.reported import reported
from workbench.extraction.reports import Form

_AHEAD = """
Officials NNS nsubj 3
have VBP aux 3
pointed VBN root 0
out RP compound:prt 3
that IN mark 7
prices NNS nsubj 7
fell VBD ccomp 3
"""
_BEHIND = """
Prices NNS nsubj 2
fell VBD root 0
in IN case 4
May NNP obl 2
, , punct 7
officials NNS nsubj 7
reckon VBP parataxis 2
"""
_ACCORDING = """
According VBG case 4
to IN fixed 1
the DT det 4
port NN obl 8
, , punct 8
ten CD nummod 7
ships NNS nsubj 8
left VBD root 0
"""
_PASSIVE = """
Workers NNS nsubj:pass 3
were VBD aux:pass 3
told VBN root 0
by IN case 6
the DT det 6
firm NN obl:agent 3
that IN mark 9
jobs NNS nsubj 9
go VBP ccomp 3
"""
_MEANT = """
Norway NNP nsubj 2
wants VBZ root 0
to TO mark 4
buy VB xcomp 2
ships NNS obj 4
"""


@pytest.mark.parametrize(
    ("rows", "source", "content", "form", "clause"),
    [
        (_AHEAD, "Officials", "prices fell", Form.SPEECH, True),
        (_BEHIND, "officials", "Prices fell in May", Form.SPEECH, True),
        (_ACCORDING, "the port", "ten ships left", Form.SPEECH, True),
        (_PASSIVE, "the firm", "jobs go", Form.SPEECH, True),
        (_MEANT, "Norway", "to buy ships", Form.THOUGHT, False),
    ],
)
def test_a_reporting_verb_has_a_speaker_and_words(
    rows: str, source: str, content: str, form: Form, clause: bool
) -> None:
    text, grammar = tree(rows)
    (found,) = reported(text, grammar, range(len(grammar.starts)))

    def words(part: range) -> str:
        return text[grammar.starts[part.start] : grammar.ends[part.stop - 1]]

    assert (words(found.source), words(found.content)) == (source, content)
    assert (found.form, found.clause) == (form, clause)


def test_grammar_finds_a_source_that_word_patterns_miss() -> None:
    text, grammar = tree(_BEHIND)
    (said,) = attribute(text, 0, len(text), (), grammar)
    assert (text[said.start : said.end], said.source) == ("Prices fell in May", "officials")


def test_what_the_article_states_beside_somebodys_words_stays_its_own() -> None:
    text, grammar = tree("""
The DT det 2
port NN nsubj 3
closed VBD root 0
in IN case 5
May NNP obl 3
; : punct 7
hints VBZ parataxis 3
the DT det 9
mayor NN nsubj 7
that IN mark 13
it PRP nsubj 13
may MD aux 13
reopen VB ccomp 7
""")
    said = attribute(text, 0, len(text), (), grammar)
    assert [(text[one.start : one.end], one.source) for one in said] == [
        ("The port closed in May ;", ""),
        ("it may reopen", "the mayor"),
    ]
