"""What a claim shows is said from the shell."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Shell


@pytest.fixture(autouse=True)
def claim(shell: Shell) -> None:
    assert shell("claim", "add", "The mayor fell off the ferry.").code == 0


def test_media_are_added_changed_listed_and_taken_off(shell: Shell) -> None:
    assert "C-1 has no media." in shell("claim", "media", "list", "C-1").err
    added = shell(
        *("claim", "media", "add", "C-1", "--kind", "video", "--link", "https://post.example/1"),
        *("--category", "edited", "--category", "missing_context", "--edited", "0:01:05 - 0:01:20"),
    )
    assert added.out == "C-1 has 1 picture, film or recording now.\n"
    assert shell("claim", "media", "change", "C-1", "1", "--context", "A lesson.").code == 0
    line = (
        "video: missing context, edited or cropped; https://post.example/1; A lesson.; edited from 00:01:05 to 00:01:20"
    )
    assert shell("claim", "media", "list", "C-1").out == f"1  {line}\n"
    assert f"media     1, {line}" in shell("show", "C-1").out
    assert shell("claim", "media", "change", "C-1", "1", "--no-category", "--link", "", "--edited", "").code == 0
    (row,) = json.loads(shell("claim", "media", "list", "1", "--json").out)
    assert row["medium"] == {
        "kind": "video",
        "links": [],
        "overlaid": "",
        "categories": [],
        "original": "",
        "no_original": "",
        "context": "A lesson.",
        "edited": [],
    }
    assert "media-without-category" in shell("lint", "C-1").out + shell("lint", "C-1").err
    assert shell("claim", "media", "remove", "C-1", "1").out == "C-1 has 0 media now.\n"
    assert "Took back the removal of media on C-1." in shell("undo").out


def test_what_can_not_be_is_refused(shell: Shell) -> None:
    both = shell(*("claim", "media", "add", "C-1", "--kind", "image", "--category", "original", "--category", "staged"))
    assert both.code == 3
    assert "Nothing is original and staged at once" in both.err
    assert shell("claim", "media", "add", "C-1", "--kind", "image", "--link", "\x1b]52;c;x").code == 3
    assert shell("claim", "media", "add", "C-9", "--kind", "image").code == 4
    for step in ("change", "remove"):
        assert shell("claim", "media", step, "C-1", "1").code == 4
    assert "C-1 has no media." in shell("claim", "media", "list", "C-1").err


def test_an_export_of_changes_sees_what_is_said_of_media(shell: Shell, tmp_path: Path) -> None:
    assert shell("record", "C-1", "false", "--rationale", "He swam.").code == 0
    export = ("export", "--template", "long", "--changed", "--out", str(tmp_path / "pages"))
    assert "1 written, 0 unchanged" in shell(*export).err
    assert "0 written, 1 unchanged" in shell(*export).err
    shell(
        "claim", "media", "add", "C-1", "--kind", "audio", "--category", "transformed", "--no-original", "None known."
    )
    done = shell(*export)
    assert "1 written, 0 unchanged" in done.err
    page = Path(done.out.strip()).read_text("utf-8")
    assert "## The audio recording\n\n- **Transformed.** What is seen or heard in it was changed" in page
    assert "- No original: None known.\n" in page
