"""Templates of HTML pages: whatever they write of a finding is escaped, and can be drawn."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from workbench.domain.dates import long_day
from workbench.domain.publisher import is_web_address
from workbench.export.escaping import address, one_line, paragraphs
from workbench.export.finding import Place
from workbench.export.method import METHOD
from workbench.export.quotations import around

_OURS_IN_BOLD = re.compile(r"\*\*(.+?)\*\*")
_NOT_IN_XML = re.compile("[\ufffe\uffff]")
_UNKNOWN = "und"


def written(template: str, **names: object) -> bytes:
    """Write a page; lines end in line feeds, one at the end."""
    text = _environment().get_template(template).render(**names)
    lines = (line.rstrip() for line in text.split("\n"))
    return ("\n".join(line for line in lines if line) + "\n").encode("utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("workbench.export.site", "templates"),
        autoescape=True,
        finalize=_drawn,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    filters: dict[str, Callable[..., object]] = {
        "paragraphs": _paragraphs,
        "linked": _linked,
        "plain": lambda word: str(word).replace("_", " "),
        "moment": _moment,
        "in_context": _in_context,
        "language": _language,
    }
    environment.filters.update(filters)
    environment.globals["method"] = [_of_ours(paragraph) for paragraph in METHOD]
    return environment


def _drawn(value: object) -> object:
    """Leave markup as it is, and nothing else that can't be drawn or written as XML; what is no markup is escaped after."""
    if isinstance(value, Markup):
        return value
    return "" if value is None else _NOT_IN_XML.sub("\ufffd", one_line(str(value)))


def _paragraphs(text: str) -> Markup:
    """Write words of several paragraphs; the ends of lines inside one are kept."""
    return _marked("\n".join(f'<p dir="auto">{"<br>".join(map(_words, block))}</p>' for block in paragraphs(text)))


def _linked(url: str, rel: str = "") -> Markup:
    """Write a web address as a link to itself; what is no whole http or https address as plain words."""
    if not is_web_address(url.strip()):
        return _words(url)
    marked = f' rel="{_words(rel)}"' if rel else ""
    return _marked(f'<a href="{_words(address(url))}"{marked}>{_words(url)}</a>')


def _moment(instant: str, *, to_the_minute: bool = False) -> Markup:
    """Write an instant or a day as people do; what is neither, such as a year alone, as it is."""
    try:
        at = datetime.fromisoformat(instant)
    except ValueError:
        return _words(instant)
    if at.tzinfo is not None:
        at = at.astimezone(UTC)
    words = long_day(at)
    if to_the_minute:
        words += f", {at.hour:02}:{at.minute:02} UTC"
    return _marked(f'<time datetime="{_words(instant)}">{words}</time>')


def _in_context(place: Place) -> Markup:
    """Write the exact words of a claim in bold between those around them."""
    before, after = around(place.before, place.after)
    left, exact, right = map(_open_ended, (before, place.exact, after))
    return _marked(f"{left}<strong>{exact}</strong>{right}")


def _language(tag: str) -> Markup:
    """Write the attributes of foreign words: their language where it is known, and the direction they run in."""
    return _marked(f' lang="{"" if tag == _UNKNOWN else _words(tag)}" dir="auto"')


def _open_ended(text: str) -> str:
    """Give words on one line with the blanks at their ends, which part them from their neighbours."""
    drawn = _words(text)
    return f"{' ' if text[:1].isspace() else ''}{drawn}{' ' if text[-1:].isspace() and drawn else ''}"


def _words(text: str) -> Markup:
    return escape(_drawn(text))


def _of_ours(paragraph: str) -> Markup:
    """Write a paragraph of our own Markdown, in which nothing but bold words is marked."""
    return _marked(_OURS_IN_BOLD.sub(r"<strong>\1</strong>", str(escape(paragraph))))


def _marked(html: str) -> Markup:
    """Mark what is HTML already; everything foreign in it was escaped."""
    return Markup(html)  # noqa: S704 - said above
