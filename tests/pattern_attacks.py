"""Every regular expression of the program, and texts that are made from it to make it backtrack."""

import ast
import importlib
import pkgutil
import re
import signal
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from types import FrameType, ModuleType
from typing import Any, NamedTuple

import workbench

_METHODS = frozenset({"match", "fullmatch", "search", "finditer", "findall", "sub", "split"})
_AT_BEGINNING = frozenset({"match", "fullmatch"})
_MANY = 8
"""From how many repetitions on a quantifier is one that can be pumped."""

_COMMON = (
    " ",
    "a",
    "A",
    "1",
    "\n",
    '"',
    "-",
    ".",
    ",",
    "A ",
    "a ",
    "1 ",
    "1,",
    "a.",
    "“",
    "a\n",
    "\n ",
    "said ",
    "the ",
)
_BREAKS = ("", "\x00", " x", "\n\n")


class Known(NamedTuple):
    """A pattern of the program: where it stands, and the methods of it that are called."""

    where: str
    pattern: re.Pattern[str]
    methods: frozenset[str]


def known_patterns() -> list[Known]:
    """Find all patterns of the package: those that its modules hold, and those that stand in a call."""
    found: dict[str, Known] = {}
    modules = [(module, ast.parse(Path(module.__file__ or "").read_text("utf-8"))) for module in _modules()]
    for module, tree in modules:
        names = {id(held): name for name, held in vars(module).items()}
        for held in _held(vars(module).values(), depth=3):
            name = names.get(id(held), "")
            _add(found, Known(f"{module.__name__}:{name or 'in a table'}", held, _uses(tree, name)))
    for module, tree in modules:
        for method, pattern in _in_calls(tree):
            _add(found, Known(f"{module.__name__}: re.{method}", pattern, frozenset({method})))
    return list(found.values())


def _add(found: dict[str, Known], known: Known) -> None:
    before = found.setdefault(known.pattern.pattern, known)
    found[known.pattern.pattern] = before._replace(methods=before.methods | known.methods)


def _modules() -> Iterator[ModuleType]:
    for one in pkgutil.walk_packages(workbench.__path__, "workbench."):
        if not one.name.endswith("__main__") and ".training" not in one.name:
            yield importlib.import_module(one.name)


def _held(values: Iterable[object], depth: int) -> Iterator[re.Pattern[str]]:
    for value in values:
        if isinstance(value, re.Pattern):
            if isinstance(value.pattern, str):
                yield value
        elif depth and isinstance(value, Mapping):
            yield from _held([*value.keys(), *value.values()], depth - 1)
        elif depth and isinstance(value, tuple | list | frozenset):
            yield from _held(value, depth - 1)


def _uses(tree: ast.Module, name: str) -> frozenset[str]:
    """Give the methods that are called on a name; what is done with it in another way may be a search."""
    methods = {id(node.value): node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    loads = (
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load)
    )
    called = frozenset(methods.get(id(node), "search") for node in loads)
    return frozenset(one if one in _METHODS else "search" for one in called) if name else frozenset({"search"})


def _in_calls(tree: ast.Module) -> Iterator[tuple[str, re.Pattern[str]]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or not node.args:
            continue
        given = node.args[0]
        of_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
        if of_re and node.func.attr in _METHODS and isinstance(given, ast.Constant) and isinstance(given.value, str):
            flags = re.IGNORECASE if "IGNORECASE" in ast.dump(node) else 0
            yield node.func.attr, re.compile(given.value, flags)


class Attack(NamedTuple):
    """A text that grows: a beginning, what is repeated, and an end at which a match breaks."""

    before: str
    pump: str
    after: str

    def text(self, size: int) -> str:
        return self.before + self.pump * (size // len(self.pump)) + self.after


def attacks(pattern: re.Pattern[str]) -> list[Attack]:
    """Make texts from a pattern: what each quantifier repeats, after what leads there, up to where nothing fits."""
    parsed = _parser.parse(pattern.pattern, pattern.flags)
    whole = _example(parsed)
    pumps = {("", one) for one in (*_COMMON, whole, whole[:-1], whole + " ", *whole)}
    pumps |= set(_pumps(parsed, ""))
    pumps |= {("", one) for _, one in pumps} | {("", one + other) for _, one in list(pumps)[:12] for other in " a1"}
    return [Attack(before, pump, after) for before, pump in sorted(pumps) if pump for after in _BREAKS]


Parsed = Any
"""What the parser of ``re`` gives; it has no types of its own."""


def _pumps(parsed: Parsed, before: str) -> Iterator[tuple[str, str]]:
    for code, value in parsed:
        if code in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
            _, most, body = value
            if most >= _MANY:
                yield from ((before, one) for one in _bodies(body))
            yield from _pumps(body, before)
        elif code is codes.SUBPATTERN:
            yield from _pumps(value[3], before)
        elif code is codes.ATOMIC_GROUP:
            yield from _pumps(value, before)
        elif code is codes.BRANCH:
            for one in value[1]:
                yield from _pumps(one, before)
        elif code in {codes.ASSERT, codes.ASSERT_NOT}:
            yield from _pumps(value[1], before)
        before += _example([(code, value)])


def _bodies(parsed: Parsed) -> set[str]:
    """Give examples of what is repeated, each alternative and each kind of character of a set once."""
    found = {_example(parsed)}
    for code, value in parsed:
        if code is codes.BRANCH:
            found |= {_example(one) for one in value[1]}
        elif code is codes.IN:
            found |= {_of_set([one]) for one in value if one[0] is not codes.NEGATE}
        elif code is codes.SUBPATTERN:
            found |= _bodies(value[3])
    return {one for one in found if one}


def _example(parsed: Parsed) -> str:
    """Give a short text that fits, as far as that can be told from the pattern alone."""
    return "".join(_example_of(code, value) for code, value in parsed)


def _example_of(code: object, value: Any) -> str:  # noqa: ANN401 - as ``Parsed``
    if code is codes.LITERAL:
        return chr(value)
    if code is codes.NOT_LITERAL:
        return "a" if value != ord("a") else "b"
    if code is codes.ANY:
        return "a"
    if code is codes.IN:
        return _of_set(value)
    if code is codes.BRANCH:
        return _example(value[1][0])
    if code is codes.SUBPATTERN:
        return _example(value[3])
    if code is codes.ATOMIC_GROUP:
        return _example(value)
    if code in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
        return _example(value[2]) * max(int(value[0]), 1)
    return ""


_CATEGORIES = {"DIGIT": "1", "SPACE": " ", "WORD": "a", "NOT_DIGIT": "a", "NOT_SPACE": "a", "NOT_WORD": " "}


def _of_set(value: Parsed) -> str:
    if value[0][0] is codes.NEGATE:
        refused = re.compile("[" + "".join(map(re.escape, _members(value[1:]))) + "\x00]")
        return next((one for one in "a 1A.,\"'\n-" if refused.match(one) is None), "~")
    return next(iter(_members(value)), "")


def _members(value: Parsed) -> Iterator[str]:
    for code, what in value:
        if code is codes.LITERAL:
            yield chr(what)
        elif code is codes.RANGE:
            yield chr(what[0])
        elif code is codes.CATEGORY:
            yield _CATEGORIES[str(what).removeprefix("CATEGORY_")]


class TooLong(Exception):
    """A match that did not end in time."""


@contextmanager
def ended_within(seconds: float) -> Iterator[None]:
    """Break off what takes longer; the matcher of ``re`` lets signals in."""

    def stop(_: int, __: FrameType | None) -> None:
        raise TooLong

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def work(known: Known, text: str) -> Callable[[], object]:
    """Give what the program does with a pattern at worst: all matches of a text, or those at its beginning."""
    if known.methods <= _AT_BEGINNING:
        return lambda: [getattr(known.pattern, method)(text) for method in sorted(known.methods)]
    return lambda: sum(1 for _ in known.pattern.finditer(text))


class Growth(NamedTuple):
    """How the work of a pattern grew with a text: processor time of a size, and of four times that size."""

    known: Known
    attack: Attack
    small: float
    large: float
    size: int

    @property
    def ratio(self) -> float:
        """Give by how much it grew; 4 is linear, 16 is quadratic."""
        return self.large / max(self.small, 1e-7)

    @property
    def ms_per_kb(self) -> float:
        return self.large * 1_000 / (self.size / 1_000)


NEVER = float("inf")
LIMIT = 9
"""Growth from a quarter of a text to the whole of it that is still linear on a busy machine."""


def growth(known: Known, attack: Attack, size: int) -> Growth:
    """Measure one attack on a text of a size; what does not end counts as endless."""
    small = spent(work(known, attack.text(size // 4)))
    large = NEVER if small == NEVER else spent(work(known, attack.text(size)))
    return Growth(known, attack, small, large, size)


def backtracking(known: Known, size: int, enough: float) -> Growth | None:
    """Give an attack on a pattern whose work grows faster than its text, if there is one.

    Args:
        known: the pattern.
        size: characters of the text.
        enough: seconds of processor time below which nothing is compared: the clock is too coarse for less.

    """
    for attack in attacks(known.pattern):
        first = spent(work(known, attack.text(size)))
        if first < enough:
            continue
        if first == NEVER and spent(work(known, attack.text(size))) == NEVER:
            return Growth(known, attack, 0, NEVER, size)
        found = min((growth(known, attack, size) for _ in range(3)), key=lambda one: one.large)
        if found.large == NEVER or (found.large >= enough and found.ratio > LIMIT):
            return found
    return None


def spent(action: Callable[[], object], seconds: float = 1.0) -> float:
    """Give the processor time of a call, which is broken off where it takes too long."""
    began = time.process_time()
    try:
        with ended_within(seconds):
            action()
    except TooLong:
        return NEVER
    return time.process_time() - began
