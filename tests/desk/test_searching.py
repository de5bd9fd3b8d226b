"""Search on both kinds of database: what is found, what agrees with the filters, and what nobody may find."""

import contextlib
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from claims_db.rows import SecondReviewRule
from claims_db.vocabulary import EvidenceForm, Priority, Stance
from tests.conftest import OpenDesk
from workbench.desk.desk import Desk
from workbench.desk.entries import ArticleEntry, ChosenWords, ClaimEdit, ClaimEntry, EvidenceEntry
from workbench.domain.dates import parse_date
from workbench.domain.progress import Progress, Stopped
from workbench.domain.search_words import parse_filter
from workbench.domain.searching import Found, HitKind
from workbench.errors import BadInput, WorkbenchError
from workbench.index.opening import open_index
from workbench.settings import Settings

SECRET = "The harbour log of 3 May lists four sinkings."


def found(desk: Desk, words: str) -> list[str]:
    """Give what a search finds, as kind and number, in no order."""
    return sorted(f"{hit.kind.value} {hit.evidence or hit.claim or hit.article}" for hit in desk.search(words).hits)


def marked(answer: Found) -> list[str]:
    """Give the marked words of the first hit."""
    passage = answer.hits[0].passage
    return [passage.text[mark.start : mark.end] for mark in passage.marks]


HUSHED = EvidenceEntry(
    EvidenceForm.LINK,
    Stance.REFUTES,
    excerpt="Whispered excerpt.",
    url="https://example.org/zanzibar",
    title="Hushed title",
)


def indexed(settings: Settings, *words: str) -> set[str]:
    """Give those of some words that stand in the files of the index, also of what was taken out of it.

    They are packed, so looking for their bytes finds none of them.
    """
    opened = [index for index in map(open_index, index_folders(settings)) if index is not None]
    return {word for word in words for index in opened if index.searcher().doc_freq("exact", word)}


def index_folders(settings: Settings) -> list[Path]:
    """Give the folder of the search index, where there is one; the pool of matches lies beside it."""
    every = (settings.folders.cache / "index").glob("*-v*[0-9]")
    return [one for one in every if one.is_dir() and "-pool-" not in one.name]


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """Give a desk with three claims by hand, C-1 to C-3."""
    desk.add_claim(
        ClaimEntry("The ferries sank three times in nine years.", claimer="Inga Holm", said_on=parse_date("2021-11-23"))
    )
    desk.add_claim(ClaimEntry("Bridges were closed for 40 days.", claimer="Jonas Berg", via=("Reuters",)))
    desk.add_claim(ClaimEntry("A ferry was sold for 48,000 crowns.", said_on=parse_date("2019")))
    return desk


def test_words_are_found_in_any_form_and_phrases_just_so(filled: Desk) -> None:
    assert found(filled, "ferry") == ["claim 1", "claim 3"]
    assert found(filled, "ferry sink") == []
    assert found(filled, "FERRY sold") == ["claim 3"]
    assert found(filled, '"the ferries sank"') == ["claim 1"]
    assert found(filled, '"the ferry sank"') == []
    assert found(filled, "48,000") == ["claim 3"]
    assert found(filled, "ferry -sold") == ["claim 1"]
    assert found(filled, 'ferry -"nine years"') == ["claim 3"]


def test_what_was_looked_for_is_marked_in_the_stored_text(filled: Desk) -> None:
    answer = filled.search("ferry years")
    assert answer.hits[0].heading == "The ferries sank three times in nine years."
    assert marked(answer) == ["ferries", "years"]
    assert marked(filled.search("holm")) == ["Holm"]
    assert filled.search("holm").hits[0].passage.part == "claimer"


def test_what_messages_speak_of_is_found_by_its_short_name(filled: Desk, article: Path) -> None:
    filled.add_claim(ClaimEntry("C-2 is what the engineers called the crane."))
    number = filled.add_article(ArticleEntry(str(article))).article.number
    filled.attach(1, EvidenceEntry(EvidenceForm.NOTE, Stance.REFUTES, note="A photo of the wreck."))
    (evidence,) = filled.claim(1).evidence
    assert filled.search("c-2").hits[0].claim == 2
    assert found(filled, "C-2") == ["claim 2", "claim 4"]
    assert found(filled, '"C-2"') == ["claim 4"]
    assert [hit.claim for hit in filled.search("C-2", typing=True).hits] == [2, 4]
    assert found(filled, f"E-{evidence.number}") == [f"evidence {evidence.number}"]
    assert found(filled, f"A-{number}") == [f"article {number}"]
    assert "claim 2" not in found(filled, "-C-2 kind:quantity")

    def listed(words: str) -> list[int]:
        return sorted(filled.claim_numbers(parse_filter(words)))

    assert listed("c-2") == [2, 4]
    assert listed(f"E-{evidence.number}") == [1]
    assert listed(f"A-{number}") == listed(f"article:A-{number}") != []
    assert 2 not in listed("-C-2")


def test_articles_evidence_and_verdicts_are_found(filled: Desk, article: Path) -> None:
    number = filled.add_article(ArticleEntry(str(article))).article.number
    filled.attach(1, EvidenceEntry(EvidenceForm.NOTE, Stance.REFUTES, note="A photo of the wreck."))
    filled.record(1, "false", "The register disagrees.")
    evidence = filled.claim(1).evidence[0].number
    assert found(filled, "photo wreck") == [f"evidence {evidence}"]
    assert found(filled, "registers disagreed") == ["verdict 1"]
    assert f"article {number}" in found(filled, "council comment")
    hit = next(hit for hit in filled.search("request comment").hits if hit.kind is HitKind.ARTICLE)
    assert filled.article(number).text[hit.passage.start :].startswith(hit.passage.text)
    assert [hit.passage.text[a:b] for a, b in hit.passage.marks] == ["request", "comment"]


@pytest.mark.parametrize(
    "words",
    [
        "state:queued",
        "state:open",
        "state:recorded",
        "kind:quantity",
        "claimer:inga",
        "claimer:berg via:reut",
        "worth:0.5",
        "queue:desk",
        "assigned:ben",
        "assigned:ana",
        "rating:false",
        "holder:ana",
        "article:A-1",
        'claimer:"o. Å (x)*"',
        "state:open,recorded kind:other,quantity",
        "on:2021",
        "on:2021-11",
        "before:2021-11-24",
        "after:2018 before:2020",
        "on:2019",
        "on:2019-12-31",
        "before:2019-12",
        "after:2023-11-13 -claimer:berg",
        "on:2023-11-14 state:queued",
        "state:queued -holder:ana -article:A-1",
    ],
)
def test_fields_mean_what_they_mean_in_filters(filled: Desk, open_as: OpenDesk, article: Path, words: str) -> None:
    open_as("ben")
    filled.add_article(ArticleEntry(str(article)))
    filled.add_claim(ClaimEntry("It rained.", claimer="O. å (X)* Ltd"))
    filled.record(2, "false", "No.", queue=None)
    filled.assign([3], "ben", "")
    filled.take(1)
    listed = sorted(filled.claim_numbers(parse_filter(words)))
    everything = sorted(filled.claim_numbers(parse_filter("")))
    searched = sorted(hit.claim or 0 for hit in filled.search(words).hits if hit.kind is HitKind.CLAIM)
    assert searched == listed
    if " " not in words.replace("o. Å (x)*", "") and ":20" not in words:
        others = sorted(hit.claim or 0 for hit in filled.search(f"-{words}").hits if hit.kind is HitKind.CLAIM)
        assert (
            others == sorted(filled.claim_numbers(parse_filter(f"-{words}"))) == sorted(set(everything) - set(listed))
        )


def test_dates_bound_what_is_found(filled: Desk) -> None:
    assert found(filled, "ferry on:2021") == ["claim 1"]
    assert found(filled, "ferry before:2020") == ["claim 3"]
    assert found(filled, "ferry after:2019 before:2021-11-23") == []
    assert found(filled, "ferry on:2019-06-01") == []
    assert found(filled, "closed on:2023-11-14") == ["claim 2"]


def test_changes_are_found_at_once_and_what_is_taken_back_goes(filled: Desk, article: Path) -> None:
    assert found(filled, "photo") == []
    filled.attach(1, EvidenceEntry(EvidenceForm.NOTE, Stance.REFUTES, note="A photo."))
    assert len(found(filled, "photo")) == 1
    filled.undo()
    assert found(filled, "photo") == []
    filled.redo()
    assert len(found(filled, "photo")) == 1
    number = filled.add_article(ArticleEntry(str(article))).article.number
    text = filled.article(number).text
    start, end = text.index("Who would"), text.index("the sea?") + len("the sea?")
    before = found(filled, '"love the sea"')
    added = filled.take_in_words(ChosenWords(number, start, end)).claim
    assert f"claim {added}" in found(filled, '"love the sea"')
    filled.undo()
    assert found(filled, '"love the sea"') == before


def test_a_first_verdict_is_found_by_nobody_until_the_second_is_given(filled: Desk, open_as: OpenDesk) -> None:
    filled.set_second_review_rule(SecondReviewRule(ratings=("false",)))
    ben, cid = open_as("ben"), open_as("cid")
    ben.record(1, "false", SECRET)
    for blind in (filled, cid):
        assert found(blind, "harbour log") == []
        assert found(blind, "rating:false") == []
        assert found(blind, "state:second_review") == ["claim 1"]
    assert found(ben, "rating:false") == ["claim 1"]
    cid.record(1, "false", "Both logs say so.")
    assert found(filled, "harbour log") == ["verdict 1"]
    cid.undo()
    assert found(ben, "sinkings") == []
    for blind in (filled, cid):
        assert found(blind, "harbour log") == []
        assert found(blind, "four sinkings") == []


def test_a_verdict_that_is_kept_back_again_is_not_found_while_the_index_is_behind(
    filled: Desk, open_as: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled.set_second_review_rule(SecondReviewRule(ratings=("false",)))
    ben, cid = open_as("ben"), open_as("cid")
    ben.record(1, "false", SECRET)
    cid.record(1, "false", "Both logs say so.")
    assert found(filled, "harbour log") == ["verdict 1"]
    cid.undo()
    monkeypatch.setattr(type(filled._place.index()), "refresh", lambda *_: False)
    answer = filled.search("harbour log")
    assert answer == Found((), more=False, behind=True)


def test_what_is_confidential_is_not_in_the_index(filled: Desk, settings: Settings) -> None:
    filled.attach(1, replace(HUSHED, confidential=True))
    for words in ("whispered", "hushed", "zanzibar"):
        assert found(filled, words) == []
    assert indexed(settings, "whispered", "hushed", "zanzibar") == set()


@pytest.mark.parametrize("late", [False, True], ids=["at once", "by a machine that hears of it later"])
def test_what_becomes_confidential_leaves_the_files_of_the_index(
    filled: Desk, settings: Settings, *, late: bool
) -> None:
    filled.attach(1, HUSHED)
    assert found(filled, "whispered") == ["evidence 1"]
    assert indexed(settings, "whispered", "hushed", "zanzibar") == {"whispered", "hushed", "zanzibar"}
    elsewhere = settings.folders.cache.with_name("elsewhere")
    shutil.copytree(settings.folders.cache, elsewhere)
    filled.make_source_confidential(1)
    assert indexed(settings, "whispered", "hushed", "zanzibar") == set()
    if late:
        shutil.rmtree(settings.folders.cache)
        elsewhere.rename(settings.folders.cache)
    assert found(filled, "whispered") == []
    assert found(filled, "ferry") == ["claim 1", "claim 3"]
    assert indexed(settings, "whispered", "hushed", "zanzibar") == set()


def test_no_more_is_given_than_was_asked_for(filled: Desk) -> None:
    answer = filled.search("ferry", 1)
    assert (len(answer.hits), answer.more) == (1, True)
    assert not filled.search("ferry", 2).more
    for limit in (0, -1, 1001):
        with pytest.raises(BadInput, match="That many hits"):
            filled.search("ferry", limit)


@pytest.mark.parametrize("words", ["", "  ", "%", "-- ...", "order:newest", "-on:2021", "on:never", "nofield:x"])
def test_what_can_not_be_looked_for_is_said(filled: Desk, words: str) -> None:
    with pytest.raises(BadInput) as refused:
        filled.search(words)
    assert refused.value.hint


def index_files(settings: Settings) -> list[Path]:
    return [path for folder in index_folders(settings) for path in folder.iterdir() if path.is_file()]


def test_a_lost_index_is_made_anew(filled: Desk, settings: Settings, open_as: OpenDesk) -> None:
    assert found(filled, "ferry") == ["claim 1", "claim 3"]
    shutil.rmtree(settings.folders.cache)
    assert found(filled, "ferry") == ["claim 1", "claim 3"]
    shutil.rmtree(settings.folders.cache)
    assert found(open_as(), "ferry") == ["claim 1", "claim 3"]


@pytest.mark.parametrize("how", ["cut", "emptied", "overwritten", "removed"])
@pytest.mark.parametrize("ending", ["json", "term", "idx", "pos", "store", "fast", "fieldnorm"])
def test_a_damaged_index_is_made_anew(
    filled: Desk, settings: Settings, open_as: OpenDesk, how: str, ending: str
) -> None:
    assert found(filled, "ferry") == ["claim 1", "claim 3"]
    damaged = [path for path in index_files(settings) if path.suffix == f".{ending}"]
    assert damaged
    for path in damaged:
        content = path.read_bytes()
        path.unlink()
        if how != "removed":
            new = {"cut": content[: len(content) // 2], "emptied": b"", "overwritten": b"\xff" * len(content)}[how]
            path.write_bytes(new)
    later = open_as()
    assert found(later, '"a ferry" sold') == ["claim 3"]
    later.add_claim(ClaimEntry("Snow fell."))
    assert found(later, "snow") == ["claim 4"]
    assert found(filled, "snow") == ["claim 4"]


def test_an_index_of_other_fields_is_made_anew_and_older_ones_go(
    filled: Desk, settings: Settings, open_as: OpenDesk
) -> None:
    import tantivy

    found(filled, "ferry")
    folder = index_folders(settings)[0]
    older = folder.with_name(folder.name.rpartition("-v")[0] + "-v0")
    newer = folder.with_name(folder.name.rpartition("-v")[0] + "-v99")
    for path in (older, newer):
        shutil.copytree(folder, path)
    shutil.rmtree(folder)
    folder.mkdir()
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("other")
    tantivy.Index(builder.build(), str(folder))
    assert found(open_as(), "ferry") == ["claim 1", "claim 3"]
    assert (older.exists(), newer.exists()) == (False, True)


@pytest.mark.files_only
def test_after_an_older_backup_came_back_the_index_follows_it(
    filled: Desk, settings: Settings, tmp_path: Path, open_as: OpenDesk
) -> None:
    kept = tmp_path / "kept.sqlite3"
    filled._place.engine.dispose()
    shutil.copy(settings.database, kept)
    filled.add_claim(ClaimEntry("Snow fell."))
    assert found(filled, "snow") == ["claim 4"]
    filled.close()
    for path in Path(settings.database).parent.glob("desk.sqlite3*"):
        path.unlink()
    shutil.copy(kept, settings.database)
    desk = open_as()
    assert found(desk, "snow") == []
    desk.add_claim(ClaimEntry("Hail fell."))
    desk.add_claim(ClaimEntry("Sleet fell."))
    assert found(desk, "hail") == ["claim 4"]
    assert found(desk, "snow") == []


def test_while_another_process_fills_the_index_it_is_read_on(filled: Desk, settings: Settings) -> None:
    from workbench.index.opening import only_writer

    found(filled, "ferry")
    filled.add_claim(ClaimEntry("Another ferry sank."))
    folder = index_folders(settings)[0]
    with only_writer(folder) as mine:
        assert mine
        answer = filled.search("ferry")
        assert answer.behind
        assert {hit.claim for hit in answer.hits} == {1, 3}
    assert found(filled, "ferry") == ["claim 1", "claim 3", "claim 4"]


def test_a_cache_that_can_not_be_written_is_said(filled: Desk, settings: Settings) -> None:
    shutil.rmtree(settings.folders.cache, ignore_errors=True)
    settings.folders.cache.parent.mkdir(parents=True, exist_ok=True)
    settings.folders.cache.write_text("no folder")
    with pytest.raises(WorkbenchError, match="search index") as refused:
        filled.search("ferry")
    assert refused.value.hint


def test_marks_of_priority_do_not_hide_a_claim(filled: Desk) -> None:
    sheet = filled.claim(1)
    filled.mark(1, sheet.marks(), sheet.marks()._replace(priority=Priority.URGENT))
    assert found(filled, "sank") == ["claim 1"]


def test_while_somebody_types_the_last_word_may_be_unfinished(filled: Desk) -> None:
    assert found(filled, "ferr") == []
    assert found(filled, "ferr*") == ["claim 1", "claim 3"]
    filled.fill_index()

    def typed(words: str) -> list[int]:
        return sorted(hit.claim or 0 for hit in filled.search(words, typing=True).hits)

    assert typed("ferr") == [1, 3]
    assert typed("ferr sold") == []
    assert typed("sold ferr") == [3]
    assert typed("48,0") == [3]
    assert typed("ferries") == [1, 3]
    assert typed('"ferr') == []
    hit = filled.search("sold fer", typing=True).hits[0]
    assert [hit.passage.text[a:b] for a, b in hit.passage.marks] == ["ferry", "sold"]


def test_an_index_that_is_stopped_while_it_is_filled_goes_on_from_there(
    filled: Desk, open_as: OpenDesk, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workbench.index import filling

    monkeypatch.setattr(filling, "_CLAIMS", 1)
    monkeypatch.setattr(filling, "_STEP", 1)
    filled.add_article(ArticleEntry(str(article), link=False))
    heard: list[int] = []

    def stop_at(most: int) -> Progress:
        def progress(_step: str, done: int, _whole: int) -> None:
            heard.append(done)
            if done >= most:
                raise Stopped

        return progress

    assert filled.search("ferry", typing=True) == Found((), more=False, behind=True)
    with pytest.raises(Stopped):
        filled.fill_index(stop_at(2))
    part = filled.search("sank", typing=True)
    assert (part.behind, [hit.claim for hit in part.hits]) == (True, [1])
    filled.edit(1, ClaimEdit(statement="The ships sank."))
    filled.add_claim(ClaimEntry("Snow fell."))
    heard.clear()
    assert open_as().fill_index(stop_at(1_000))
    assert heard[0] == 3
    assert found(filled, "sank") == ["claim 1"]
    assert found(filled, "ships") == ["claim 1"]
    assert found(filled, "snow") == [f"claim {max(filled.claim_numbers(parse_filter('')))}"]
    assert "article 1" in found(filled, "council comment")


def test_a_full_disk_costs_nothing_of_an_index(
    filled: Desk, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workbench.index import filling

    found(filled, "ferry")
    before = {path: path.read_bytes() for path in index_files(settings) if path.name == "meta.json"}
    filled.add_claim(ClaimEntry("Another ferry sank."))

    def full(*_: object) -> None:
        raise ValueError("No space left on device (os error 28)")

    with monkeypatch.context() as patched:
        patched.setattr(filling, "write_standing", full)
        with pytest.raises(WorkbenchError, match="can't be written"):
            filled.search("ferry")
    assert {path: path.read_bytes() for path in before} == before
    assert found(filled, "ferry") == ["claim 1", "claim 3", "claim 4"]


@pytest.mark.parametrize(
    "words",
    [
        '"',
        "field:",
        "^ferry~2*",
        "*",
        "ferry*",
        "a" * 2_000,
        "a-" * 1_000,
        "claimer:" + "(" * 1_900,
        "claimer:.*",
        "claimer:\\",
        "article:A-99999999999999999999",
        "worth:nan",
        "\u202eyrref\u202c",
        "عبّارة",
        "\x00\ud800",
        "[ferry TO sank]",
        "-claimer:[a-z",
        "on:0001",
        "after:9999",
        "before:0001",
    ],
)
def test_hostile_words_are_looked_for_or_refused_and_cost_nothing(filled: Desk, settings: Settings, words: str) -> None:
    found(filled, "ferry")
    before = {path.name for path in index_files(settings)}
    for typing in (False, True):
        with contextlib.suppress(BadInput):
            filled.search(words, typing=typing)
    with contextlib.suppress(BadInput):
        filled.claim_numbers(parse_filter(words))
    assert {path.name for path in index_files(settings)} == before
    assert found(filled, "ferry") == ["claim 1", "claim 3"]


@pytest.mark.parametrize("mark", [*"!#$%&'()*+,-./:;<=>?@[]^_`{|}~’“—…", "\0", "\u202e", "\ud800", "😀"], ids=ascii)
def test_no_mark_in_a_name_ends_a_search(filled: Desk, mark: str) -> None:
    """Nor does one mean anything but itself: ``O’Neill`` is found, and ``.`` stands for no other letter."""
    filled.add_claim(ClaimEntry("It rained.", claimer=f"O{mark}Neill"))
    filled.add_claim(ClaimEntry("It snowed.", claimer="OxNeill"))
    found = {hit.heading for hit in filled.search(f"claimer:O{mark}Neill").hits}
    assert "It snowed." not in found
    assert found == {"It rained."}
