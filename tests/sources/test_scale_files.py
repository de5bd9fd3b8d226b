"""Scales as people write them: what is wrong is named with its line, what is right comes back as it was."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_db.rows import RatingRow, ScaleRow
from workbench.domain.scales import DEFAULT_SCALE, LABELS, faults_of
from workbench.domain.shipped_scales import SHIPPED
from workbench.domain.text import printable
from workbench.errors import BadInput
from workbench.sources.scale_files import read_scale, scale_toml

GOOD = """# Ours
slug = "harbour"
name = "Harbour desk"

[[ratings]]
slug = "sound"
label = "Sound"
value = 5
averitec = "Supported"

[[ratings]]
slug = "leaking"
label = "Leaking"
definition = "It does not hold."
"""
TAIL = '\n[[ratings]]\nslug = "r{0}"\nlabel = "R{0}"\n'

WORDS = st.text(min_size=1, max_size=40).map(lambda text: printable(text).strip()[:40].strip()).filter(bool)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("scales")


def read(folder: Path, text: str | bytes) -> ScaleRow:
    path = folder / "one.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_scale(str(path))


def test_a_scale_is_read(folder: Path) -> None:
    found = read(folder, GOOD)
    assert (found.slug, found.name) == ("harbour", "Harbour desk")
    assert found.ratings == (
        RatingRow("sound", "Sound", "", 5, "Supported"),
        RatingRow("leaking", "Leaking", "It does not hold.", None, ""),
    )


@pytest.mark.parametrize("scale", [DEFAULT_SCALE, *SHIPPED.values()], ids=lambda scale: scale.slug)
def test_every_scale_of_ours_is_one(folder: Path, scale: ScaleRow) -> None:
    assert list(faults_of(scale)) == []
    assert read(folder, scale_toml(scale)) == scale


@given(st.lists(WORDS, min_size=2, max_size=30, unique_by=str.casefold), WORDS, st.sampled_from(["", *LABELS]))
def test_what_is_written_is_read_again(folder: Path, labels: list[str], definition: str, averitec: str) -> None:
    ratings = tuple(RatingRow(f"r{at}", label, definition, at % 5 + 1, averitec) for at, label in enumerate(labels))
    scale = ScaleRow("any", "Any", ratings)
    if not list(faults_of(scale)):
        assert read(folder, scale_toml(scale)) == scale


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("value = 5", "value = 6", "line 8: rating 1, value is 6; it goes from 1"),
        ("value = 5", "value = 0", "line 8: rating 1, value is 0"),
        ("value = 5", 'value = "5"', "line 8: rating 1, value is no whole number"),
        ("value = 5", "value = true", "line 8: rating 1, value is no whole number"),
        ('"Supported"', '"Suported"', "line 9: rating 1, averitec 'Suported' is no label of AVeriTeC; did you mean"),
        ('"leaking"', '"sound"', "line 12: rating 2, slug 'sound' is that of an earlier rating"),
        ('"Leaking"', '"SOUND"', "line 13: rating 2, label 'SOUND' is that of an earlier rating"),
        ('"Leaking"', f'"{"l" * 41}"', "line 13: rating 2, label has 41 characters; 40 at most"),
        ('"Leaking"', '""', "line 13: rating 2, label is empty"),
        ('label = "Leaking"', "", "line 11: rating 2, label is empty"),
        ('"Leaking"', '"Le\\u001b[31mak"', "line 13: rating 2, label 'Le␛[31mak' has characters that can't be shown"),
        ('"Leaking"', '"Le\\u202eak"', "line 13: rating 2, label 'Le\ufffdak' has characters that can't be shown"),
        ('"Leaking"', "7", "line 13: rating 2, label is no text"),
        ("definition =", "defnition =", "line 14: rating 2, defnition is no field here; did you mean definition?"),
        ('"harbour"', '"Harbour desk!"', "line 2: slug 'Harbour desk!' is not made of a to z"),
        ('slug = "harbour"', "", "one.toml: slug is empty"),
        ("[[ratings]]", "[[rating]]", "rating is no field here; did you mean ratings?"),
        ('"Harbour desk"', '"Harbour', "is no TOML"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(folder: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(BadInput) as refused:
        read(folder, GOOD.replace(old, new, 1))
    assert told in refused.value.message
    assert "\x1b" not in refused.value.message


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            GOOD + "".join(TAIL.format(at) for at in range(98)),
            "one.toml: a scale has 2 to 30 ratings, this one has 100",
        ),
        ('slug = "a"\nname = "A"\n', "this one has 0"),
        ('slug = "a"\nname = "A"\nratings = 3\n', "is no list of [[ratings]]"),
        (
            'slug = "a"\nname = "A"\nratings = [{slug = "b", label = "B", value = 9}, {slug = "c", label = "C"}]',
            "value is 9",
        ),
        ("x = " + "[" * 20_000, "is no TOML"),
        (b"\xff\xfe", "is not UTF-8"),
        ("#" * 100_001, "is larger than 100 kB"),
    ],
    ids=["many", "none", "number", "inline", "deep", "bytes", "large"],
)
def test_what_is_no_scale_is_refused(folder: Path, text: str | bytes, told: str) -> None:
    with pytest.raises(BadInput) as refused:
        read(folder, text)
    assert told in refused.value.message
