"""A post is taken apart: what it says, its tags, who signed it; addresses are no words."""

from workbench.matching.asked import asked


def test_a_post() -> None:
    one = asked(
        "Four Million Dollars for @TeenVogue in 6 years? #DraftOurDaughters pic.twitter.com/th6dzeR8uz "
        "— Roland John (@JohnBar39844923) October 13, 2018"
    )
    assert set(one.tagged) == {"teen", "vogue", "draft", "our", "daughters"}
    assert {"roland", "john", "october", "2018"} <= set(one.signed)
    assert one.pictured
    assert not {"pic", "com", "roland", "october"} & set(one.words)


def test_a_sentence_has_no_signature() -> None:
    one = asked("The budget — a disaster (so they say) — grew by 5%.")
    assert one.words == ("the", "budget", "a", "disaster", "so", "they", "say", "grew", "by", "5", "percent")
    assert one.signed == one.tagged == ()


def test_addresses_alone_are_nothing() -> None:
    assert asked("https://t.co/roKeW25944 pic.twitter.com/x www.example.org").words == ()
