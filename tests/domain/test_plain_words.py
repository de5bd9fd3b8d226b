"""Words are the same however they are written."""

import pytest

from workbench.domain.plain_words import plain_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The U.S. and the US’s budget", "the usa and the usa budget"),
        ("Trust us", "trust us"),
        ("the United States", "the usa"),
        ("$1,000.50 or 70%", "1000.50 or 70 percent"),
        ("$40bn, 4.5mn or 70percent of the 1st", "40 billion 4.5 million or 70 percent of the 1st"),
        ("Obama’s wife doesn't", "obama wife doesnt"),
        ("Seven états", "7 etats"),
        ("over 3 a.m.", "over 3 am"),
        ("ended.Then it", "ended then it"),
        ("日本語", "日本 本語"),
        ("हिन्दी भाषा", "हिन्दी भाषा"),
        ("😀 … ?!", ""),
        ("", ""),
    ],
)
def test_words_of_a_text(text: str, words: str) -> None:
    assert plain_words(text) == words.split()


def test_a_word_that_never_ends_is_cut() -> None:
    assert [len(word) for word in plain_words("a" * 100_000)] == [60]
