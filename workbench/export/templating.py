"""Templates of Markdown reports: ours, and those that a desk keeps of its own.

Whatever a template writes of a finding is escaped as ``workbench.export.escaping`` does it, so that a template can't let
foreign words become markup; what these filters give is Markdown already. A template runs in a sandbox: it reads the
finding and nothing else.
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from functools import cache

from jinja2 import PackageLoader, StrictUndefined, Template, TemplateError
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from claims_db.rows import PublisherRow
from workbench.domain.publisher import page_url
from workbench.domain.text import printable
from workbench.errors import BadInput, WorkbenchError
from workbench.export import escaping
from workbench.export.finding import Asked, CitedSource, Corrected, Finding, Judged, Looked, Piece, Place, Requested
from workbench.export.footnotes import footnote_lines, mark
from workbench.export.front_matter import front_matter
from workbench.export.method import METHOD
from workbench.export.quotations import in_context

SHIPPED = ("box", "assessment", "long")
"""The templates that ship: a short box; claim, assessment and facts; the long form that says how it was checked."""

_ENDING = ".md.j2"
_LONGEST_PAGE = 20_000_000
LARGEST = 200_000
"""So many characters a template has at most."""

_HASHES = "######"
_RECORDS = frozenset({Finding, Place, Judged, CitedSource, Piece, Looked, Asked, Requested, Corrected})


class ReportTemplate:
    """A template that findings are written with."""

    def __init__(self, name: str, template: Template, text: str = "") -> None:
        self.name = name
        self._template = template
        self._text = text

    @property
    def digest(self) -> str:
        """The SHA-256 of all that pages are made with: this template, those it may include, the note on the method."""
        own = self._text or self.name
        return hashlib.sha256(json.dumps([own, *_shipped_texts(), *METHOD]).encode()).hexdigest()

    def page(self, finding: Finding, publisher: PublisherRow) -> str:
        """Write a finding on a page of its own; lines end in line feeds, one at the end.

        Raises:
            WorkbenchError: the template asks for what is not there, or for what it may not have.

        """
        return self._written(finding, publisher, front_matter(finding, page_url(publisher, finding.slug)), 1, "")

    def section(self, finding: Finding, publisher: PublisherRow) -> str:
        """Write a finding as a part of a page: its headings are one step lower, its footnotes have its own name.

        Raises:
            WorkbenchError: as ``page``.

        """
        return self._written(finding, publisher, "", 2, f"{finding.reference.casefold()}-")

    def _written(self, finding: Finding, publisher: PublisherRow, front: str, level: int, prefix: str) -> str:
        def note(number: int | None) -> Markup:
            return _as_it_is("" if number is None else f" {mark(number, prefix)}")

        def heading(depth: int = 0) -> Markup:
            return _as_it_is(_HASHES[: level + depth])

        try:
            written = self._template.generate(
                finding=finding,
                publisher=publisher,
                page=page_url(publisher, finding.slug),
                front_matter=_as_it_is(front),
                heading=heading,
                note=note,
                footnotes=_as_it_is("\n".join(footnote_lines(finding.sources, prefix))),
                method=[_as_it_is(paragraph) for paragraph in METHOD],
            )
            return _tidy(_bounded(written))
        except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, RecursionError) as problem:
            raise _broken(self.name, problem) from None


def shipped_template(name: str) -> ReportTemplate:
    """Give a template that ships.

    Raises:
        BadInput: there is none of this name.

    """
    if name not in SHIPPED:
        raise BadInput(
            f"There is no template {printable(name)}.", f"Use {', '.join(SHIPPED)}, or the path of one of your own."
        )
    return ReportTemplate(name, _environment().get_template(f"{name}{_ENDING}"))


def own_template(name: str, text: str) -> ReportTemplate:
    """Read a template of the desk's own; it may include those that ship.

    Raises:
        BadInput: it is too large, or is no template.

    """
    if len(text) > LARGEST:
        raise BadInput(f"{printable(name)} is too large for a template.", "Give one of up to 200,000 characters.")
    try:
        return ReportTemplate(name, _environment().from_string(text), text)
    except TemplateError as problem:
        raise _broken(name, problem) from None


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

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Let what a finding is made of be read at once: nothing stands in these records but words and marks."""
        return not attr.startswith("_") if type(obj) in _RECORDS else super().is_safe_attribute(obj, attr, value)

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
        "indented": lambda text: _as_it_is(str(text).replace("\n", "\n  ")),
        "plain": lambda word: _as_it_is(escaping.words(str(word).replace("_", " "))),
        "link": lambda url: _as_it_is(escaping.link(url)),
        "code": lambda word: _as_it_is(escaping.code(word)),
        "in_context": _in_context,
    }
    environment.filters.update(filters)
    return environment


@cache
def _shipped_texts() -> tuple[str, ...]:
    environment = _environment()
    loader = environment.loader
    names = loader.list_templates() if loader is not None else []
    return tuple(loader.get_source(environment, name)[0] for name in names) if loader is not None else ()


def _escaped(value: object) -> Markup:
    """Write what a template puts out as plain words, unless it is Markdown already."""
    if isinstance(value, Markup):
        return value
    return _as_it_is("" if value is None else escaping.words(str(value)))


def _joined(lines: list[str]) -> Markup:
    return _as_it_is("\n".join(lines))


def _as_it_is(markdown: str) -> Markup:
    """Mark what is Markdown already; everything that comes here was escaped, or is ours."""
    return Markup(markdown)  # noqa: S704 - the class is used for its mark, not for HTML


def _in_context(place: Place) -> Markup:
    return _as_it_is("> " + in_context(place.before, place.exact, place.after).replace("\n", "\n> "))


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
