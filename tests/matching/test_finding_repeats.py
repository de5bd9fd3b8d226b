"""What was said before is found in other words, and where nothing is like it, that is said."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.domain.priors import Prior, Repeat
from workbench.domain.progress import Stopped
from workbench.errors import WorkbenchError
from workbench.index.priors import PriorIndex, open_priors
from workbench.matching.ranking import Matcher, Ranking
from workbench.matching.weights import shipped

PRIORS = (
    Prior("bridges", "The city of Utrecht closed seven bridges in 2019.", "Did Utrecht close seven bridges?", "Mayor"),
    Prior("bridges-2020", "The city of Utrecht closed nine bridges in 2020.", "Utrecht’s nine bridges"),
    Prior("unemployment", "Unemployment rose to 5.2% in March.", "Has unemployment risen to 5.2 percent?"),
    Prior("photo", "A photograph shows a shark swimming on a flooded motorway in Houston.", "Shark on the motorway?"),
    Prior("quote", 'The senator said that "vaccines are a hoax by the pharmaceutical industry."', "Vaccines a hoax?"),
    Prior("one", "The"),
    Prior("other-script", "Премьер закрыл семь мостов в Утрехте.", ""),
    Prior("empty", ""),
)


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    pool = PriorIndex()
    pool.fill((*PRIORS, *others()))
    return Matcher(pool)


def others() -> Iterator[Prior]:
    towns, things = "Gent Lille Bonn Turin Porto Malmö Brno Cork".split(), "trams parks schools ports clinics".split()
    for number in range(400):
        town, thing = towns[number % 8], things[number % 5]
        yield Prior(f"other-{number}", f"{town} opened {number} {thing} within {number % 7 + 2} months.")


@pytest.mark.parametrize(
    ("statement", "best"),
    [
        ("7 bridges were closed by Utrecht in 2019", "bridges"),
        ("In 2020, nine bridges in Utrecht closed", "bridges-2020"),
        ("March saw unemployment of 5.2 per cent, up again", "unemployment"),
        ("OMG a shark!! swimming down the motorway #Houston pic.twitter.com/abc — Jo (@jo) August 28, 2017", "photo"),
        ("“Vaccines are a hoax by the pharmaceutical industry” says who?", "quote"),
        ("семь мостов в Утрехте", "other-script"),
    ],
)
def test_other_words_for_the_same(matcher: Matcher, statement: str, best: str) -> None:
    found = matcher.ranking(statement)
    assert found.suggested[0].prior.id == best
    assert found.repeat is not Repeat.NOTHING


def test_word_for_word_is_already_checked(matcher: Matcher) -> None:
    for prior in PRIORS[2:5]:
        found = matcher.ranking(prior.claim)
        assert found.suggested[0].prior == prior
        assert found.repeat is Repeat.CHECKED


@pytest.mark.parametrize(
    "statement",
    ["Putin cannot rule out an alliance.", "The", "😀🎉", "", "   ", "https://t.co/x", "\ud800 \0", "Nobody knows."],
)
def test_nothing_like_it(matcher: Matcher, statement: str) -> None:
    assert matcher.ranking(statement).repeat is Repeat.NOTHING


def test_probabilities_fall_with_the_score(matcher: Matcher) -> None:
    found = matcher.ranking("Utrecht closed bridges").suggested
    assert len(found) > 1
    likely = [one.probability for one in found]
    assert likely == sorted(likely, reverse=True)
    assert all(0 <= one <= 1 for one in likely)


def test_long_statements_and_long_claims() -> None:
    long = Prior("long", "Utrecht closed bridges for repairs. " * 300, "x" * 10_000)
    pool = PriorIndex()
    pool.fill((*PRIORS, long))
    assert _best(Matcher(pool).ranking(long.claim)) == "long"
    assert _best(Matcher(pool).ranking("word " * 300 + PRIORS[3].claim)) == "photo"


def test_copies_by_the_thousand() -> None:
    pool = PriorIndex()
    pool.fill(Prior(str(number), PRIORS[2].claim) for number in range(3_000))
    found = Matcher(pool).ranking(PRIORS[2].claim)
    assert len(found.suggested) == 10
    assert {one.prior.claim for one in found.suggested} == {PRIORS[2].claim}


def test_a_pool_of_one_is_not_sure_of_everything() -> None:
    pool = PriorIndex()
    pool.fill([PRIORS[2]])
    assert Matcher(pool).ranking("The number of bridges rose in Utrecht.").repeat is not Repeat.CHECKED
    assert _best(Matcher(pool).ranking(PRIORS[2].claim)) == "unemployment"


@pytest.mark.parametrize(
    ("statement", "often", "best"),
    [
        ("More trams came to Cork.", "Jo  BLOGGS", "trams-2"),
        ("More trams came to Cork. — Ann Other (@ann) August 28, 2017", "Jo Bloggs", "trams"),
        ("More trams came to Cork.", "Facebook posts", "trams"),
    ],
    ids=["nobody signed it", "somebody signed it", "a place and nobody"],
)
def test_who_was_heard_often_is_likelier_to_speak_again(statement: str, often: str, best: str) -> None:
    pool = PriorIndex()
    pool.fill(Prior(f"heard-{number}", f"Ducks are {number} years old.", claimer=often.title()) for number in range(90))
    trams = "Cork has more trams since May."
    pool.fill([Prior("trams", trams, claimer="Someone Else"), Prior("trams-2", trams, claimer=often)])
    assert pool.said_by(often) == 91
    assert _best(Matcher(pool).ranking(statement)) == best


def test_an_empty_pool() -> None:
    assert Matcher(PriorIndex()).ranking("Unemployment rose.") == Ranking((), Repeat.NOTHING)


def test_a_pool_is_kept_and_filled_again(tmp_path: Path) -> None:
    PriorIndex(tmp_path).fill(PRIORS)
    again = PriorIndex(tmp_path)
    assert again.size() == len(PRIORS)
    again.fill([*PRIORS, PRIORS[0]._replace(claim="Utrecht closed all bridges.")])
    assert again.size() == len(PRIORS)
    assert again.offers(["all", "bridges"], 1)[0].prior.claim == "Utrecht closed all bridges."


def test_one_id_twice_in_one_filling_is_one_prior() -> None:
    pool = PriorIndex()
    pool.fill([PRIORS[0], PRIORS[0]._replace(title="Newer")])
    assert pool.size() == 1
    assert pool.offers(["bridges"], 2)[0].prior.title == "Newer"


def test_it_is_asked_while_it_is_filled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.index.priors._STEP", 2)
    pool = PriorIndex()
    answers: list[int] = []

    def hear(step: str, done: int, whole: int) -> None:
        del step, whole
        answers.append(len(Matcher(pool).ranking("seven bridges in Utrecht").suggested))
        if done >= 4:
            raise Stopped

    with pytest.raises(Stopped):
        pool.fill(PRIORS, hear, len(PRIORS))
    assert answers[0] == 2
    assert pool.size() == 4


def test_the_weights_are_few_and_each_belongs_to_a_feature(matcher: Matcher) -> None:
    weights = shipped()
    assert len(weights.ranker) + len(weights.certainty) < 100
    assert 0 < weights.maybe < weights.checked < 1
    assert set(matcher.ranking("seven bridges").suggested[0].features._asdict()) >= set(weights.ranker) - {
        "index_of_best",
        "later_in_index",
    }


def test_two_programs_do_not_fill_one_folder(tmp_path: Path) -> None:
    pool, other = PriorIndex(tmp_path / "pool"), PriorIndex(tmp_path / "pool")

    def while_the_other_fills() -> Iterator[Prior]:
        yield PRIORS[0]
        with pytest.raises(WorkbenchError, match="another program"):
            other.fill(PRIORS)
        yield PRIORS[2]

    pool.fill(while_the_other_fills())
    other.reload()
    assert other.size() == 2


def test_a_damaged_folder_is_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "pool"
    PriorIndex(folder).fill(PRIORS)
    for path in folder.glob("*.*"):
        path.write_bytes(path.read_bytes()[:40])
    assert open_priors(folder).size() == 0
    PriorIndex(folder).fill(PRIORS)
    assert open_priors(folder).size() == len(PRIORS)


def _best(found: Ranking) -> str:
    return found.suggested[0].prior.id
