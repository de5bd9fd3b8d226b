"""A sentence encoder tells how near texts are, whatever they are, and is refused where its folder is not right."""

import json
import os
import sys
from pathlib import Path

import pytest

from tests.semantic.tiny_model import ROSE, SANK, SIZE, UP, model, tokenizer, write_carded_model
from workbench.errors import BadInput, WorkbenchError
from workbench.semantic import encoder as encoding
from workbench.semantic import folder as folders
from workbench.semantic.encoder import PIECES, OnnxEncoder
from workbench.semantic.folder import Card, read_card, read_folder

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

STRANGE = ["", " \n", "😀🎉", "Премьер закрыл мосты", "\ud800 \0 \u202e", "a" * 10_000, "rose " * 3_000]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a model that knows two words for the same."""
    return write_carded_model(tmp_path_factory.mktemp("tiny"))


@pytest.fixture(scope="module")
def encoder(tiny: Path) -> OnnxEncoder:
    return OnnxEncoder(read_folder(tiny))


def test_other_words_for_the_same_are_near_and_nothing_else_is(encoder: OnnxEncoder) -> None:
    same, other, far = encoder.likeness(ROSE, [ROSE, UP, SANK])
    assert same == pytest.approx(1)
    assert other == pytest.approx(1)
    assert far < 0.5


def test_what_is_unrelated_is_about_zero(encoder: OnnxEncoder) -> None:
    first, *others = encoding.UNRELATED
    assert abs(sum(encoder.likeness(first, others)) / len(others)) < 0.2


def test_strange_texts_are_like_themselves_or_like_nothing(encoder: OnnxEncoder) -> None:
    for text in STRANGE:
        (itself,) = encoder.likeness(text, [text])
        assert itself == pytest.approx(1 if text.strip() else 0)
        assert all(-1 <= one <= 1 for one in encoder.likeness(text, STRANGE))
    assert encoder.likeness(ROSE, []) == ()


def test_of_a_long_text_the_beginning_counts(encoder: OnnxEncoder) -> None:
    beginning = "rose " * PIECES
    assert encoder.likeness(beginning, [f"{beginning} {SANK}"]) == (pytest.approx(1),)


def test_it_makes_no_difference_what_is_asked_with_it_or_was_asked_before(
    tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoding, "_BATCH", 12)
    monkeypatch.setattr(encoding, "_REMEMBERED", 400)
    one = OnnxEncoder(read_folder(tiny))
    texts = [SANK, UP, ROSE, *STRANGE, UP]
    together = one.likeness(ROSE, texts)
    assert [one.likeness(ROSE, [text])[0] for text in texts] == pytest.approx(list(together), abs=1e-5)
    assert one.likeness(ROSE, texts) == pytest.approx(together, abs=1e-5)


def test_the_first_piece_counts_where_the_model_says_so(tiny: Path, tmp_path: Path) -> None:
    for name in ("model.onnx", "tokenizer.json"):
        (tmp_path / name).symlink_to(tiny / name)
    pooling = tmp_path / "1_Pooling" / "config.json"
    pooling.parent.mkdir()
    pooling.write_text('{"pooling_mode_cls_token": true, "pooling_mode_mean_tokens": false}')
    assert OnnxEncoder(read_folder(tmp_path)).likeness("rose May", ["increased ferry"]) == (pytest.approx(1),)
    pooling.write_text('{"pooling_mode_max_tokens": true}')
    with pytest.raises(BadInput, match="pooling of the model is max_tokens"):
        OnnxEncoder(read_folder(tmp_path))


def test_settings_of_a_tokenizer_that_would_fill_up_every_text_are_not_used(tiny: Path, tmp_path: Path) -> None:
    found = json.loads((tiny / "tokenizer.json").read_text())
    padding = {"strategy": {"Fixed": 10**9}, "direction": "Right", "pad_to_multiple_of": None, "pad_id": 0}
    found["padding"] = {**padding, "pad_type_id": 0, "pad_token": "[UNK]"}
    found["truncation"] = {"max_length": 10**9, "strategy": "LongestFirst", "stride": 0, "direction": "Right"}
    (tmp_path / "tokenizer.json").write_text(json.dumps(found))
    (tmp_path / "model.onnx").write_bytes((tiny / "model.onnx").read_bytes())
    assert OnnxEncoder(read_folder(tmp_path)).likeness(ROSE, [UP]) == (pytest.approx(1),)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("model.onnx", b"", "model.onnx can't be used"),
        ("model.onnx", os.urandom(3_000), "model.onnx can't be used"),
        ("model.onnx", model(["a"], inputs=["input_ids", "pixels"]), "takes input_ids, pixels"),
        ("model.onnx", model(["a"]), "The model can't be used"),
        ("tokenizer.json", b"{}", "tokenizer.json can't be used"),
        ("tokenizer.json", b"\xff\xfe", "tokenizer.json can't be used"),
        ("tokenizer.json", json.dumps(tokenizer({"[UNK]": 0})).encode(), "tells no text from another"),
    ],
    ids=["empty", "noise", "other inputs", "fewer words", "no tokenizer", "no text", "one word"],
)
def test_a_broken_model_is_refused_with_what_is_wrong(
    tiny: Path, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    for each in ("model.onnx", "tokenizer.json"):
        (tmp_path / each).write_bytes((tiny / each).read_bytes())
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BadInput, match=said):
        OnnxEncoder(read_folder(tmp_path))


def test_a_model_that_was_cut_off_is_refused(tiny: Path, tmp_path: Path) -> None:
    content = (tiny / "model.onnx").read_bytes()
    (tmp_path / "tokenizer.json").write_bytes((tiny / "tokenizer.json").read_bytes())
    for end in range(1, len(content), len(content) // 7):
        (tmp_path / "model.onnx").write_bytes(content[:end])
        with pytest.raises(BadInput, match=r"can't be used|no sentence encoder"):
            OnnxEncoder(read_folder(tmp_path))


def test_weights_that_nobody_hashed_are_not_used(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = json.loads((tiny / "tokenizer.json").read_text())["model"]["vocab"]
    (tmp_path / "tokenizer.json").write_bytes((tiny / "tokenizer.json").read_bytes())
    (tmp_path / "model.onnx").write_bytes(model(words, elsewhere="weights.bin"))
    (tmp_path / "weights.bin").write_bytes(os.urandom(len(words) * SIZE * 4))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadInput, match=r"model\.onnx can't be used"):
        OnnxEncoder(read_folder(tmp_path))


def test_a_missing_library_is_named_with_what_installs_it(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tokenizers", None)
    with pytest.raises(WorkbenchError) as told:
        OnnxEncoder(read_folder(tiny))
    assert told.value.hint == "pip install 'claim-workbench[semantic]'"


def test_what_stands_in_a_folder_has_to_be_regular_files_of_a_reasonable_size(tiny: Path, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="is no folder"):
        read_folder(tiny / "model.onnx")
    with pytest.raises(BadInput, match="is no folder"):
        read_folder(Path("\0"))
    with pytest.raises(BadInput, match=r"There is no model\.onnx"):
        read_folder(tmp_path)
    os.mkfifo(tmp_path / "model.onnx")
    with pytest.raises(BadInput, match="is no regular file"):
        read_folder(tmp_path)
    (tmp_path / "model.onnx").unlink()
    with (tmp_path / "model.onnx").open("wb") as file:
        file.truncate(5 << 30)
    with pytest.raises(BadInput, match="is too large for a sentence encoder"):
        read_folder(tmp_path)
    (tmp_path / "model.onnx").unlink()
    (tmp_path / "model.onnx").symlink_to("model.onnx")
    with pytest.raises(BadInput, match="can't be read"):
        read_folder(tmp_path)


def test_a_model_may_stand_where_repositories_have_it(tiny: Path, tmp_path: Path) -> None:
    (tmp_path / "onnx").mkdir()
    (tmp_path / "onnx" / "model.onnx").write_bytes((tiny / "model.onnx").read_bytes())
    (tmp_path / "tokenizer.json").write_bytes((tiny / "tokenizer.json").read_bytes())
    assert read_folder(tmp_path).files == read_folder(tiny).files
    (tmp_path / "config.json").write_text("[" * 100_000)
    with pytest.raises(BadInput, match=r"config\.json of the model is no JSON"):
        read_folder(tmp_path)


@pytest.mark.parametrize(
    ("content", "card"),
    [
        (b"---\nlanguage: en\nlicense: apache-2.0\n---\n\n# all-Tiny\nIt is small.", Card("apache-2.0", "all-Tiny")),
        (b"# Only a name\nlicense: in the text", Card("", "Only a name")),
        (b"\xff\xfe\x00---\nlicense", Card("", "")),
        (b"---\n" * 50_000, Card("", "")),
    ],
    ids=["as usual", "no front", "noise", "fronts without end"],
)
def test_what_the_card_of_a_model_says(tmp_path: Path, content: bytes, card: Card) -> None:
    (tmp_path / folders._CARD).write_bytes(content)
    assert read_card(tmp_path) == card


def test_a_folder_without_a_card_says_nothing(tmp_path: Path) -> None:
    assert read_card(tmp_path) == Card("", "")
