"""A sentence encoder that onnxruntime runs. The only module that loads onnxruntime and tokenizers."""

import hashlib
import os
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from itertools import combinations
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from workbench.domain.text import printable, storable
from workbench.errors import BadInput, WorkbenchError
from workbench.semantic.folder import ModelFolder

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

Vector = npt.NDArray[np.float32]

PIECES = 256
"""So many pieces of words of a text are read."""

_LONGEST = 4_000
"""What stands behind this many characters is not cut into pieces."""

_BATCH = 512
"""So many pieces, with what fills them up, are read at once: it bounds the memory."""

_DIMENSIONS = 4_096
_THREADS = 2
_REMEMBERED = 64 * 1024 * 1024
"""Bytes of vectors that are kept in memory."""

UNRELATED = (
    "Unemployment rose to 5.2% in March.",
    "The ferry sank in the harbour at night.",
    "She never studied medicine in Vienna.",
    "A photograph shows a shark on the motorway.",
    "Vaccines are tested on thousands of people.",
    "The club sold its best player to Spain.",
    "Wolves came back to the woods of the north.",
    "This phone can be charged in ten minutes.",
)
"""Sentences that have nothing to do with each other: how like they are is where an encoder's scale begins."""

_SAME = 0.98
_TAKEN = frozenset({"input_ids", "attention_mask", "token_type_ids"})
_ANOTHER = "Use a sentence encoder that takes input_ids and attention_mask, as those of sentence-transformers do."
_SENTENCE = "sentence_embedding"
_CLS, _MEAN = "cls_token", "mean_tokens"


class _Loaded(NamedTuple):
    """A model that is ready: ``output`` is what is asked of it, ``given`` what it takes."""

    session: "InferenceSession"
    tokenizer: "Tokenizer"
    given: frozenset[str]
    output: str
    pooling: str


class OnnxEncoder:
    """Gives the likeness of texts; what was read before is remembered."""

    def __init__(self, folder: ModelFolder) -> None:
        """Load a model.

        Raises:
            BadInput: it can't be loaded, or is no sentence encoder.
            WorkbenchError: onnxruntime or tokenizers is not installed.

        """
        self._model = _loaded(folder)
        self._known: OrderedDict[bytes, Vector] = OrderedDict()
        self._lock = Lock()
        self._usual = self._cosine_of_unrelated()

    def likeness(self, text: str, others: Sequence[str]) -> tuple[float, ...]:
        """Give for each of some other texts how near it is to one text; see ``Encoder``."""
        mine, *theirs = self.vectors((text, *others))
        return tuple(self._likeness(mine, one) for one in theirs)

    def _likeness(self, one: Vector, other: Vector) -> float:
        if not (one.any() and other.any()):
            return 0.0
        return max(-1.0, min(1.0, (float(one @ other) - self._usual) / (1 - self._usual)))

    def _cosine_of_unrelated(self) -> float:
        vectors = self.vectors(UNRELATED)
        usual = float(np.mean([one @ other for one, other in combinations(vectors, 2)]))
        if usual > _SAME or not all(one.any() for one in vectors):
            raise BadInput("The model tells no text from another.", _ANOTHER)
        return usual

    def vectors(self, texts: Sequence[str]) -> list[Vector]:
        """Give a vector of length 1 for each text, of zeros for one that says nothing."""
        keys = [hashlib.blake2b(storable(text).encode(), digest_size=16).digest() for text in texts]
        with self._lock:
            found = {key: self._known[key] for key in keys if key in self._known}
            new = {key: text for key, text in zip(keys, texts, strict=True) if key not in found}
            found.update(zip(new, _read(self._model, list(new.values())), strict=True))
            self._remember(found)
        return [found[key] for key in keys]

    def _remember(self, found: dict[bytes, Vector]) -> None:
        for key, vector in found.items():
            self._known[key] = vector
            self._known.move_to_end(key)
        while self._known and len(self._known) * next(iter(self._known.values())).nbytes > _REMEMBERED:
            self._known.popitem(last=False)


def _loaded(folder: ModelFolder) -> _Loaded:
    try:
        import onnxruntime  # noqa: PLC0415 - an extra, and 100 ms
        from tokenizers import Tokenizer  # noqa: PLC0415 - as above
    except ImportError:
        raise WorkbenchError(
            "The libraries of the sentence encoder are not installed.", "pip install 'claim-workbench[semantic]'"
        ) from None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = _THREADS
    options.log_severity_level = 4
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # Weights in further files would be looked for in the working folder, which may hold anybody's; nobody hashed them.
    options.add_session_config_entry("session.model_external_initializers_file_folder_path", os.devnull)
    # What was once the largest batch would be held for good.
    options.enable_cpu_mem_arena = False
    try:
        tokenizer = Tokenizer.from_str(folder.tokenizer.decode("utf-8"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(min(PIECES, folder.words or PIECES))
    except Exception as problem:  # noqa: BLE001 - the library has no error of its own
        raise _unusable("tokenizer.json", problem) from None
    try:
        session = onnxruntime.InferenceSession(folder.model, options, providers=["CPUExecutionProvider"])
    except Exception as problem:  # noqa: BLE001 - the library's errors have nothing else in common
        raise _unusable("model.onnx", problem) from None
    given = frozenset(one.name for one in session.get_inputs())
    if "input_ids" not in given or not given <= _TAKEN:
        raise BadInput(f"The model takes {printable(', '.join(sorted(given)))}: it is no sentence encoder.", _ANOTHER)
    outputs = [one.name for one in session.get_outputs()]
    return _Loaded(session, tokenizer, given, _SENTENCE if _SENTENCE in outputs else outputs[0], _pooling(folder))


def _pooling(folder: ModelFolder) -> str:
    if folder.pooling <= {_MEAN}:
        return _MEAN
    if folder.pooling == {_CLS}:
        return _CLS
    raise BadInput(
        f"The pooling of the model is {printable(', '.join(sorted(folder.pooling)))}.", "cls or mean is known."
    )


def _unusable(name: str, problem: Exception) -> BadInput:
    words = printable(" ".join(str(problem).split()))[:200]
    return BadInput(f"{name} can't be used: {words}", "Get the model anew from where it was published.")


def _read(model: _Loaded, texts: Sequence[str]) -> list[Vector]:
    if not texts:
        return []
    try:
        pieces = [one.ids for one in model.tokenizer.encode_batch([storable(text[:_LONGEST]) for text in texts])]
        found: dict[int, Vector] = {}
        for batch in _batches([len(one) for one in pieces]):
            found.update(zip(batch, _run(model, [pieces[at] for at in batch]), strict=True))
    except Exception as problem:  # noqa: BLE001 - as above
        raise _unusable("The model", problem) from None
    size = len(next(iter(found.values()), np.zeros(1)))
    # A text of blanks alone means nothing, whatever the model makes of it.
    return [found[at] if at in found and texts[at].strip() else np.zeros(size, np.float32) for at in range(len(texts))]


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Give the places of texts that are read together: those of about the same length, so that little is filled up."""
    batch: list[int] = []
    for at in sorted((at for at, length in enumerate(lengths) if length), key=lambda at: lengths[at]):
        if batch and (len(batch) + 1) * lengths[at] > _BATCH:
            yield batch
            batch = []
        batch.append(at)
    if batch:
        yield batch


def _run(model: _Loaded, pieces: Sequence[Sequence[int]]) -> Vector:
    longest = max(map(len, pieces))
    ids = np.array([[*one, *[0] * (longest - len(one))] for one in pieces], np.int64)
    mask = np.array([[1] * len(one) + [0] * (longest - len(one)) for one in pieces], np.int64)
    every = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
    given = {name: value for name, value in every.items() if name in model.given}
    (told,) = model.session.run([model.output], given)
    vectors = _pooled(np.asarray(told, np.float32), mask, model.pooling)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(np.nan_to_num(vectors / np.where(lengths > 0, lengths, 1.0), posinf=0.0, neginf=0.0), np.float32)


def _pooled(told: Vector, mask: npt.NDArray[np.int64], pooling: str) -> Vector:
    if told.ndim == 3 and told.shape[:2] == mask.shape:
        told = told[:, 0] if pooling == _CLS else (told * mask[:, :, None]).sum(1) / mask.sum(1, keepdims=True)
    if told.ndim != 2 or len(told) != len(mask) or not 1 <= told.shape[1] <= _DIMENSIONS:
        raise ValueError(f"it answers with a shape of {told.shape}")
    return np.asarray(told, np.float32)
