"""Where templates run: what they write of a record is escaped, and they read what they are given and nothing else.

Whatever a template writes is escaped as ``workbench.export.escaping`` does it, so that a template can't let foreign
words become markup; what these filters give is Markdown already.
"""

from collections.abc import Callable, Iterable
from functools import cache

from jinja2 import PackageLoader, StrictUndefined, Template, TemplateError
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from workbench.domain.text import printable
from workbench.errors import BadInput, WorkbenchError
from workbench.export import escaping
from workbench.export.collected import Collection, CorrectedFinding, TakenIn, Unrated
from workbench.export.finding import (
    Asked,
    CitedSource,
    Corrected,
    Finding,
    Judged,
    Looked,
    MediaItem,
    Piece,
    Place,
    Requested,
)
from workbench.export.quotations import in_context

_ENDING = ".md.j2"
_LONGEST_PAGE = 20_000_000
LARGEST = 200_000
"""So many characters a template has at most."""

_OF_FINDINGS = (Finding, Place, Judged, CitedSource, Piece, Looked, Asked, Corrected, MediaItem, Requested)
_OF_PAGES = (Collection, CorrectedFinding, TakenIn, Unrated)
_READABLE: dict[type, frozenset[str]] = {
    record: frozenset(name for name in dir(record) if not name.startswith("_"))
    for record in (*_OF_FINDINGS, *_OF_PAGES)
}
"""What stands in the records that pages are made of: words, marks and further records, nothing that could be called."""


def shipped(name: str) -> Template:
    """Give a template that ships, by its name."""
    return _environment().get_template(f"{name}{_ENDING}")


def own(name: str, text: str) -> Template:
    """Read a template of the desk's own; it may include those that ship.

    Raises:
        BadInput: it is too large, or is no template.

    """
    if len(text) > LARGEST:
        raise BadInput(f"{printable(name)} is too large for a template.", "Give one of up to 200,000 characters.")
    try:
        return _environment().from_string(text)
    except TemplateError as problem:
        raise _broken(name, problem) from None


def written(name: str, template: Template, **values: object) -> str:
    """Let a template write; lines end in line feeds, one at the end.

    Raises:
        WorkbenchError: the template asks for what is not there, or for what it may not have.

    """
    try:
        return _tidy(_bounded(template.generate(values)))
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, RecursionError) as problem:
        raise _broken(name, problem) from None


def as_it_is(markdown: str) -> Markup:
    """Mark what is Markdown already; everything that comes here was escaped, or is ours."""
    return Markup(markdown)  # noqa: S704 - the class is used for its mark, not for HTML


def _bounded(parts: Iterable[str]) -> str:
    """Put a page together, up to the length that a page can have.

    Raises:
        SecurityError: the template writes on and on.

    """
    found, length = list[str](), 0
    for part in parts:
        found.append(part)
        length += len(part)
        if length > _LONGEST_PAGE:
            raise SecurityError(f"it writes more than {_LONGEST_PAGE:,} characters")
    return "".join(found)


class _Sandbox(ImmutableSandboxedEnvironment):
    """Lets a template read, and work out nothing that has no end."""

    intercepted_binops = frozenset({"**", "*"})

    def getattr(self, obj: object, attribute: str) -> object:
        """Let what a page is made of be read at once, and look closely at all else."""
        if attribute in _READABLE.get(type(obj), ()):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Refuse powers, and words that are multiplied."""
        if operator == "*" and isinstance(left, int) and isinstance(right, int):
            return super().call_binop(context, operator, left, right)
        raise SecurityError(f"{operator} is not to be had in a template")


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    environment = _Sandbox(
        loader=PackageLoader("workbench.export", "templates"),
        autoescape=True,
        finalize=_escaped,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    filters: dict[str, Callable[..., Markup]] = {
        "lines": lambda text: _joined(escaping.lines(text)),
        "quoted": lambda text: _joined([f"> {line}".rstrip() for line in escaping.lines(text)]),
        "indented": lambda text: as_it_is(str(text).replace("\n", "\n  ")),
        "plain": lambda word: as_it_is(escaping.words(str(word).replace("_", " "))),
        "link": lambda url: as_it_is(escaping.link(url)),
        "code": lambda word: as_it_is(escaping.code(word)),
        "in_context": _in_context,
        "anchor": lambda reference: as_it_is(str(reference).casefold()),
    }
    environment.filters.update(filters)
    for endless in ("center", "format"):
        # A width of ten digits would take all memory there is.
        del environment.filters[endless]
    return environment


@cache
def shipped_texts() -> tuple[str, ...]:
    """Give the texts of all templates that ship."""
    environment = _environment()
    loader = environment.loader
    names = loader.list_templates() if loader is not None else []
    return tuple(loader.get_source(environment, name)[0] for name in names) if loader is not None else ()


def _escaped(value: object) -> Markup:
    """Write what a template puts out as plain words, unless it is Markdown already."""
    if isinstance(value, Markup):
        return value
    return as_it_is("" if value is None else escaping.words(str(value)))


def _joined(lines: list[str]) -> Markup:
    return as_it_is("\n".join(lines))


def _in_context(place: Place) -> Markup:
    return as_it_is("> " + in_context(place.before, place.exact, place.after).replace("\n", "\n> "))


def _tidy(text: str) -> str:
    """Leave one empty line where a template left several."""
    found: list[str] = []
    for line in text.split("\n"):
        kept = line.rstrip()
        if kept or (found and found[-1]):
            found.append(kept)
    return "\n".join(found).strip("\n") + "\n"


def _broken(name: str, problem: Exception) -> WorkbenchError:
    line = getattr(problem, "lineno", None)
    place = f"{printable(name)}, line {line}" if line else printable(name)
    return BadInput(f"The template {place} can't be used: {printable(str(problem))}.", "Mend it.")
