"""What is refused, and why."""

import pytest

from workbench.domain.amounts import amounts_in
from workbench.extraction.refusals import refusal
from workbench.extraction.worth import Statement


def judged(words: str, claimer: str = "", *, quoted: bool = False) -> Statement:
    return Statement(words, amounts_in(words), claimer, utterance=False, quoted=quoted)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("what will it take for them to learn?", "question"),
        ("one voter wondered why nobody had asked her", "question"),
        ("we are sorry", "too short"),
        ("I hope that everybody will be kind", "feeling or wish"),
        ("Parents everywhere deserve much better than this", "opinion or wish"),
        ("their long friendship is particularly important to the port", "opinion or wish"),
        ("what is really fun about it is the sound", "opinion or wish"),
        ("time will tell whether they were right", "vague rhetoric"),
        ("the firm declined to comment on the plans", "no comment"),
        ("his office would neither confirm nor deny the report", "no comment"),
        ("the report could not be independently verified by the paper", "says that it is unverified"),
        ("please send us your stories and pictures today", "instruction or greeting"),
        ("the mayor urged people to be careful near the river", "advice or invitation"),
        ("shoppers can look forward to a bright season", "advice or invitation"),
        ("That would help the farmers of the region", "supposition"),
        ("if we were any louder, nobody would hear us", "supposition"),
        ("groups faced off in pairs", "too vague to check"),
        ("My fellow Americans, thank you all", "instruction or greeting"),
        ("this release contains forward-looking statements of the firm", "boilerplate"),
        ("she met him", "too short"),
        ("Taxes are rising", ""),
        ("Crime is down", ""),
        ("Reyes won Leeds", ""),
        ("The picture was faked", ""),
        ("we hired 400 people last year", ""),
        ("The council closed the harbour in May", ""),
        ("the minister urged people to save 40 litres a day", ""),
        ("the mayor urged the council to close the harbour", ""),
    ],
)
def test_refusals(words: str, reason: str) -> None:
    assert refusal(judged(words), words) == reason


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("But I was able to work my way out of it", "too vague to check"),
        ("It’s starting to feel like home again", "too vague to check"),
        ("It killed the fish in the river", ""),
        ("They met Ana Reyes in the harbour", ""),
        ("We closed the plant in the valley", ""),
    ],
)
def test_somebodys_own_words_need_something_to_look_up(words: str, reason: str) -> None:
    assert refusal(judged(words, "Ana Reyes", quoted=True), words) == reason


@pytest.mark.parametrize(
    ("words", "claimer", "reason"),
    [
        ("will increase trust and openness", "Ana Reyes", "vague promise"),
        ("will increase trust and openness", "", ""),
        ("will increase pay by 4 percent", "Ana Reyes", ""),
    ],
)
def test_a_promise_counts_where_it_can_be_kept_or_broken(words: str, claimer: str, reason: str) -> None:
    assert refusal(judged(words, claimer), words) == reason
