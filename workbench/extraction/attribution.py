"""Who says it: find the source, the cue and the words that are said, and the chain between claimer and reader."""

import re
from typing import NamedTuple

from workbench.extraction.lexicon import AGENCIES, CALLS, FINDS, FINITE, INTERMEDIARY, SPEECH


class Attribution(NamedTuple):
    """What a sentence says of its own source.

    Attributes:
        start, end: the words that are said, without cue and source.
        source: the words that name who says it, such as ``he`` or ``the ministry``; empty where nobody does.
        cue_start: where source and cue begin, for a claim that includes them.
        via: through whom, the one nearest to the reader first.
        continued: the whole of it is quoted and names no source, so the one who spoke last goes on.

    """

    start: int
    end: int
    source: str = ""
    cue_start: int = -1
    via: tuple[str, ...] = ()
    continued: bool = False


_LEAD = re.compile(
    r"(?:But|And|Yet|However|Still|Meanwhile|Separately|Earlier|Later|In addition|Also|Nevertheless|Instead|Moreover|Additionally),?\s+"
)
_ACCORDING = re.compile(r"According to (?P<source>[^,\"“”]{2,120}), ", re.IGNORECASE)
_TAIL_ACCORDING = re.compile(
    r",?[\"”]?,? (?:according to|as reported by|as told to) (?P<source>[^,\"“”]{2,140})(?:, (?P<more>[^\"“”]{0,160}))?[.!]?[\"”]?$"
)
_ADVERB = r"(?:(?:also|then|later|further|previously|repeatedly|recently|once|has|have|had|himself|herself|themselves|publicly|reportedly|earlier) ){0,3}"
_QUOTED_AS = r"(?:was|were|is|are) (?:also )?(?:quoted|cited|reported) (?:[^,\"“”]{0,40} )?(?:as saying|saying)"
_TOLD = r"(?:told|tells|informed|assured|reminded) (?P<told>[^,\"“”]{2,60}?)(?= that|[,\"“”.]|$)"
_LEADING = re.compile(
    rf"(?P<source>[^\"“”;:]{{1,140}}?),? {_ADVERB}(?P<cue>{_QUOTED_AS}|{_TOLD}|(?:{SPEECH}))(?P<aside> (?:on|in|at|during|after|to|last|this|earlier|from|of|about)\b[^,\"“”]{{0,90}}?)?"
    rf"(?:,? that |(?=[:,]? ?[\"“])|:? )"
)
_STUDY = re.compile(
    rf"(?P<source>(?:A|An|The|One|New)? ?[^,\"“”;:]{{0,80}}\b(?:study|survey|poll|report|analysis|data|figures|statistics|research|audit|investigation|review|census)\b[^,\"“”;:]{{0,60}}?) (?:{_ADVERB})(?:{FINDS}) (?:that )?",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    rf"(?P<mark>,|[,.!?]?[\"”]|[,.!?][\"”],?) (?:(?P<source>[^,\"“”;:]{{1,120}}?) {_ADVERB}(?P<cue>{_QUOTED_AS}|{_TOLD}|(?:{SPEECH}))|(?P<cue2>(?:{SPEECH})) (?P<source2>[^,\"“”;:]{{2,120}}))"
    rf"(?P<rest>(?:,? [^\"“”]{{0,200}})?)[.!]?$"
)
_CALLED = re.compile(
    rf"(?:,| for| in| as)? (?:which|that|what) (?P<source>[^,\"“”;:]{{2,80}}?) {_ADVERB}(?:{CALLS}) (?:it )?(?:as )?"
)
_PASSIVE = re.compile(r"(?:It is|It was) (?:alleged|claimed|reported|said|believed|estimated) that ")
_AGENCY_REPORTED = re.compile(
    rf",? (?P<agency>(?:the )?(?:[A-Z][\w-]+ ){{0,2}}(?:{AGENCIES}|news agency|state media|state television|local media))(?: news agency)? (?:reported|reports|said|quoted \w+ as saying)[.]?$"
)
_OPEN, _CLOSE = '"“«', '"”»'
_STATEMENT = re.compile(
    r"\b(?:in|through|via|by) (?P<what>(?:a|an|the|its|his|her|their) (?:[\w-]+ ){0,3}(?:statement|press release|letter|tweet|post|interview|memo|email|court filing|"
    r"lawsuit|affidavit|blog post|report|testimony|remarks)(?: (?:from|by|of) (?:the |his |her |its )?[\w’' -]{2,40}?(?=[,.]|$| on | after | that | carried))?)"
)
_WHEN = re.compile(r" (?=(?:on|in|at|after|during|last|this|earlier|through|via|to) )")
_LONGEST_SOURCE = 14
_PRONOUN_SOURCE = frozenset({"he", "she", "they", "it", "we", "who"})


def attribute(sentence: str) -> Attribution:
    """Find the source of a sentence; offsets are inside it."""
    begin = lead.end() if (lead := _LEAD.match(sentence)) else 0
    end = len(sentence)
    reported = _AGENCY_REPORTED.search(sentence, begin)
    via: tuple[str, ...] = ()
    if reported and reported.start() - begin > 20:
        via, end = (_clean(reported["agency"]),), reported.start()
    elif tail := _TAIL_ACCORDING.search(sentence, begin):
        return _according_tail(sentence, begin, tail)
    if lead_in := _ACCORDING.match(sentence, begin):
        inner = _inner(sentence, lead_in.end(), end)
        source = _clean(lead_in["source"])
        if inner is not None and (INTERMEDIARY.search(source) or inner.source):
            return inner._replace(via=(*via, source, *inner.via))
        return Attribution(lead_in.end(), _stop(sentence, end), source, begin, via)
    inner = _inner(sentence, begin, end)
    if inner is not None:
        return inner._replace(via=_unique((*via, *inner.via)))
    if via:
        return Attribution(begin, end, via[0], begin, ())
    return Attribution(begin, _stop(sentence, end), continued=_all_quoted(sentence[begin:end]))


class Naming(NamedTuple):
    """``which X called …``: where that begins, where the words begin that are X's, and X."""

    cut: int
    start: int
    source: str


def called(sentence: str) -> Naming | None:
    """Find ``which X called …`` in a sentence."""
    match = _CALLED.search(sentence)
    if match is None or not _is_source(match["source"]):
        return None
    return Naming(match.start(), match.end(), _clean(match["source"]))


def _inner(sentence: str, begin: int, end: int) -> Attribution | None:
    return _trailing(sentence, begin, end) or _leading(sentence, begin, end) or _study(sentence, begin, end)


def _according_tail(sentence: str, begin: int, tail: re.Match[str]) -> Attribution:
    source = _clean(tail["source"])
    inner = _inner(sentence, begin, tail.start())
    if inner is not None and inner.source:
        return inner._replace(via=_unique((source, *inner.via)), end=min(inner.end, tail.start()))
    return Attribution(begin, tail.start(), source, begin, ())


def _trailing(sentence: str, begin: int, end: int) -> Attribution | None:
    for match in _TRAILING.finditer(sentence, begin, end):
        source = match["source"] or _WHEN.split(match["source2"] or "", maxsplit=1)[0]
        rest = (match["source2"] or "").removeprefix(source) + (match["rest"] or "")
        if not _is_source(source) or match.start() - begin < 8 or " that " in f"{rest} ":
            continue
        said_end = match.start() + (0 if match["mark"].startswith((",", '"', "”")) else 1)
        return Attribution(begin, said_end, _clean(source), begin, _via(rest, match["told"]))
    return None


def _leading(sentence: str, begin: int, end: int) -> Attribution | None:
    match = _LEADING.match(sentence, begin, end)
    if match is None or not _is_source(match["source"]) or len(sentence[match.end() : end].split()) < 3:
        return None
    aside = (match["aside"] or "") + " " + _before_comma(match["source"])
    return Attribution(match.end(), _stop(sentence, end), _subject(match["source"]), begin, _via(aside, match["told"]))


def _study(sentence: str, begin: int, end: int) -> Attribution | None:
    match = _STUDY.match(sentence, begin, end)
    if match is None or FINITE.search(match["source"]):
        return None
    return Attribution(match.end(), _stop(sentence, end), _clean(match["source"]), begin, ())


def _is_source(words: str) -> bool:
    """Say whether words can name who speaks: short, and no clause of their own."""
    subject = _subject(words)
    if not subject or len(subject.split()) > _LONGEST_SOURCE:
        return False
    return subject.casefold() in _PRONOUN_SOURCE or (
        FINITE.search(subject) is None
        and subject.split()[-1].casefold() not in {"to", "and", "of", "the", "not", "there", "this", "that", "which"}
    )


def _subject(words: str) -> str:
    """Take the subject out of ``In a statement, the ministry`` and ``Wei Fenghe, the Chinese minister``."""
    parts = [part.strip() for part in words.split(",") if part.strip()]
    if not parts:
        return ""
    first = parts[0].split()[0].casefold()
    opening = first in {
        "in",
        "on",
        "at",
        "during",
        "after",
        "before",
        "since",
        "last",
        "speaking",
        "asked",
        "while",
        "as",
        "for",
        "with",
        "by",
        "when",
        "despite",
        "earlier",
    }
    return _clean(parts[-1] if opening and len(parts) > 1 else parts[0])


def _before_comma(words: str) -> str:
    head, comma, _ = words.partition(",")
    return head if comma else ""


def _via(words: str, told: str | None) -> tuple[str, ...]:
    carriers = [_clean(match.group()) for match in INTERMEDIARY.finditer(words)]
    if told and INTERMEDIARY.search(told):
        carriers.append(_clean(told))
    carriers.extend(
        match["what"].strip()
        for match in _STATEMENT.finditer(words)
        if "remarks" not in match["what"] and not INTERMEDIARY.search(match["what"])
    )
    return _unique(tuple(carriers))


def _unique(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def _clean(words: str) -> str:
    return re.sub(r"^(?:the|a|an) ", "", words.strip(' ,.;:"“”'), flags=re.IGNORECASE)


def _stop(sentence: str, end: int) -> int:
    """Leave out the full stop and the closing quotation marks at the end."""
    while end > 0 and sentence[end - 1] in " .!,;:":
        end -= 1
    return end


def _all_quoted(words: str) -> bool:
    bare = words.strip(" .,")
    return len(bare) > 2 and bare[0] in _OPEN and (bare[-1] in _CLOSE or not any(mark in bare[1:] for mark in _CLOSE))
