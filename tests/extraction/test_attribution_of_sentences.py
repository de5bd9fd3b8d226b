"""Who asserts what in a sentence: the words, the source as it stands there, and the chain."""

import pytest

from workbench.extraction.attribution import attribute
from workbench.extraction.quotes import quotations

CASES = [
    # sentence, [(words that begin what is said, source, via)], why
    ("Mayor Ana Reyes said the bridge cost $3m.", [("the bridge", "Mayor Ana Reyes", ())], "the cue before"),
    ("The bridge cost $3m, Reyes said.", [("The bridge", "Reyes", ())], "the cue behind"),
    ("The bridge cost $3m, said Ana Reyes, the mayor.", [("The bridge", "Ana Reyes", ())], "verb before name"),
    ("The bridge, Reyes said, had cost $3m.", [("The bridge", "Reyes", ())], "the cue inside"),
    ("In May, Reyes said the bridge cost $3m.", [("the bridge", "Reyes", ())], "a time in front is no source"),
    ("In May Reyes said the bridge cost $3m.", [("the bridge", "Reyes", ())], "the same without a comma"),
    ("Reyes, who became mayor in 2019, said the bridge cost $3m.", [("the bridge", "Reyes", ())], "a relative clause"),
    ("Reyes, 54, said the bridge cost $3m.", [("the bridge", "Reyes, 54", ())], "an age"),
    ("Ana Reyes, the mayor of Bristol, said the bridge cost $3m.", [("the bridge", "Ana Reyes, the mayor of Bristol", ())], "what she is"),
    ("According to Reyes, the bridge cost $3m.", [("the bridge", "Reyes", ())], "according to"),
    ("According to Ana Reyes, the mayor, the bridge cost $3m.", [("the bridge", "Ana Reyes", ())], "according to, explained"),
    ("According to the mayor's aide, Ana Reyes, the bridge cost $3m.", [("the bridge", "Ana Reyes", ())], "the name behind the role"),
    ("The bridge cost $3m, according to the council.", [("The bridge", "council", ())], "according to, behind"),
    ("The bridge cost $3m according to Reyes, who added that it opened two years late.",
     [("The bridge", "Reyes", ()), ("it opened", "Reyes", ())], "who goes on"),
    ("The bridge cost $3m, Reyes said, adding that it opened two years late.",
     [("The bridge", "Reyes", ()), ("it opened", "Reyes", ())], "adding"),
    ("Reyes told reporters on Monday that the bridge cost $3m.", [("the bridge", "Reyes", ())], "told people"),
    ("Reyes told Reuters the bridge cost $3m.", [("the bridge", "Reyes", ("Reuters",))], "told an agency"),
    ("The bridge cost $3m, Reyes told the BBC in an interview.", [("The bridge", "Reyes", ("BBC",))], "told, behind"),
    ("Reyes was quoted as saying by AFP that the bridge cost $3m.", [("the bridge", "Reyes", ("AFP",))], "passive"),
    ("AFP reported that Reyes said the bridge cost $3m.", [("the bridge", "Reyes", ("AFP",))], "an agency carries"),
    ('"The bridge cost $3m," Reyes was quoted as saying in a statement from her office, AFP reported.',
     [("The bridge", "Reyes", ("AFP", "a statement from her office"))], "nearest to the reader first"),
    ("The bridge cost $3m, Reyes said in a statement.", [("The bridge", "Reyes", ("a statement",))], "in a statement"),
    ("Court papers said that the firm hid $3m from its owners.", [("the firm", "Court papers", ())], "papers alone claim"),
    ('"The bridge cost $3m," she said. ', [("The bridge", "she", ())], "a pronoun"),
    ('"The bridge," Reyes said, "cost us three million."', [('"The bridge,"', "Reyes", ())], "a broken quotation"),
    ('Reyes said: "The bridge cost us $3m."', [("The bridge", "Reyes", ())], "a colon"),
    ('Reyes told the council: "We paid $3m for the bridge."', [("We paid", "Reyes", ())], "told, with a colon"),
    ('"We paid $3m for the bridge," Reyes wrote on Twitter.', [("We paid", "Reyes", ())], "wrote"),
    ("A study by Leeds University found that 40% of bees died.", [("40%", "A study by Leeds University", ())], "a study"),
    ("The judge ruled that the firm had broken the law.", [("the firm", "The judge", ())], "a ruling"),
    ("It is alleged that the firm hid $3m.", None, "nobody is named"),
    ("The firm announced a new plan for its 300 workers.", [("The firm", "", ())], "announcing a thing is no speech"),
    ("The two sides agreed to meet again in June.", [("The two", "", ())], "agreeing to do is no speech"),
    ("The charges were reported to the police in May.", [("The charges", "", ())], "reported to"),
    ("Reyes visited the port and said that it had lost 40 ships.",
     [("Reyes visited", "", ()), ("it had", "Reyes", ())], "one subject, two verbs"),
    ("As the price rose to $9, Reyes said the port had lost 40 ships.",
     [("As the price", "", ()), ("the port", "Reyes", ())], "what stands before is the article's own"),
    ("The ministry has repeatedly claimed that 40 ships were sunk.", [("40 ships", "The ministry", ())], "helpers and adverbs"),
    ("Reyes met her deputy, Jon Vance, the Defence Ministry said in a statement.",
     [("Reyes met her deputy, Jon Vance", "the Defence Ministry", ("a statement",))], "a name in front of the source is no source"),
    ('"We lost 40 ships," Ana Reyes, head of the port, told the BBC.', [("We lost", "Ana Reyes", ("BBC",))], "a name that is explained is"),
    ("A spokesman for the ministry of health said 40 people died.", [("40 people", "A spokesman for the ministry of health", ())], "a long source"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[why for _, _, why in CASES])
def test_source_and_words(case: tuple[str, list[tuple[str, str, tuple[str, ...]]] | None, str]) -> None:
    text, expected, why = case
    found = attribute(text, 0, len(text.rstrip()), quotations(text, 0, len(text)))
    if expected is None:
        assert all(not one.source or one.source == "It" for one in found), why
        return
    assert [(one.source, one.via) for one in found] == [(source, via) for _, source, via in expected], why
    for one, (begin, _, _) in zip(found, expected, strict=True):
        assert text[one.start : one.end].startswith(begin), (why, text[one.start : one.end])
