"""What stands around the words of an article and is not the article's own: credits, captions, boilerplate, wire slugs."""

import re
from enum import StrEnum


class StandingLine(StrEnum):
    """What a line is that stands by itself beside the text."""

    CREDIT = "credit line"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


_CREDIT = re.compile(
    r"[(\[]?\s*(?:(?:with )?(?:inputs?|reporting|additional reporting|writing|editing|files?) (?:from|by)\b|"
    r"(?:image|photo|photograph|picture|video|graphic|file photo|credit|source)s?\s*(?::|by\b|courtesy)|"
    r"(?:reported|written|edited|compiled) by\b|(?-i:(?:By|BY) [A-Z][\w.'’-]+(?: (?:and )?[A-Z][\w.'’-]+){0,7})\s*$|©|copyright\b)",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"[—–-]{1,2} ?[^\n]{2,60}\(@\w{1,30}\),? [A-Z][a-z]{2,8} \d{1,2}, \d{4}$")
_DESK = re.compile(
    r"[(\[]?(?:additional )?(?:reporting|writing)(?: and [a-z]{2,12})? by [^;\n]{2,200};|(?:©|copyright) [^\n]{0,80}all rights reserved",
    re.IGNORECASE,
)
_HELPED = re.compile(
    r"[(\[]?[A-Z][^.\n]{3,200} contributed (?:to this (?:report|story|article)|reporting)\b[^.\n]{0,40}\.?[)\]]?$"
)
_BOILERPLATE = re.compile(
    r"(?:read (?:more|also|next|the full)|see also|also read|more (?:on|from|about) this|sign up|subscribe|follow us|click here|share this|"
    r"advertisement|related(?: articles| stories| topics)?\s*+:?\s*+$|download (?:the|our)|join (?:us|our)|watch(?: now)?:|listen(?: now)?:|"
    r"this (?:article|story|report) (?:was|is|has been|originally)|this material may not be|all rights reserved|get (?:the|our) (?:latest|best|newsletter)|"
    r"newsletter|comments?\s*$|topics?:|tags?:|updated?:|corrections?:|clarification:|editor['’]s note|published:|most (?:read|popular)|do you have a story|contact us|"
    r"have you (?:been|got)|what do you think|let us know|our standards|skip to)",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:(?:pictured|above|below|file(?: photo| picture)?|in this (?:photo|image|picture))\b ?(?:\(|:|,|—|-|taken )|(?:left|right)\b ?(?:\(|:)|"
    r"(?-i:Figure|FIGURE|Fig\.|Photo|Map|Chart|Graph|Exhibit|Table|TABLE) ?\d{1,3}(?:\.\d{1,3})?(?:[.:|—–-]|(?-i: [A-Z])|$))",
    re.IGNORECASE,
)
_CAPTION_END = re.compile(
    r"(?:[(\[/|] ?(?:(?:AP|AFP|EPA|Reuters|Getty|PA|file)?\b ?(?:photo|image|picture|images|pool|file)s?\b[^()\n]{0,60}|"
    r"[A-Z][^()\n]{1,40}/(?:AP|AFP|EPA|Reuters|Getty)[^()\n]{0,20}|credit: [^()\n]{1,80})[)\]]?|"
    r"(?<=[.!?”)] )(?-i:Photo|Photograph|Image|Picture|Credit)s?(?: by |: ?| courtesy of )(?-i:[A-Z])[^.\n]{1,60})\.?$",
    re.IGNORECASE,
)
_LONGEST_CREDIT = 16
_LONGEST = 40
_PLACE = r"[A-Z][A-Z.,'’ -]{2,40}"
_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})"
_AGENCY = r"(?:\([A-Z][A-Za-z/ .]{1,24}\)|/[A-Z][A-Za-z -]{3,24}/)"
_SLUG = re.compile(
    rf"(?:{_PLACE}(?:, [A-Z][a-z]+\.?)?(?:,? {_DAY},?(?: \d{{4}})?,?)?(?:(?: |--){_AGENCY})?|"
    rf"[A-Z][\w.’'-]{{1,20}}(?: [A-Z][\w.’'-]{{1,20}}){{0,2}}(?: \[[A-Z][\w .]{{1,20}}\])?(?:, [A-Z][a-z]+\.?)?(?:, {_DAY},?)? {_AGENCY})"
    rf"(?:\s+[—–-]{{1,2}}\s+|--|:\s+)"
)


def standing_line(line: str, words: int) -> StandingLine | None:
    """Say what a line of so many words is, without the blanks around it; None where it may be the text itself."""
    if words > _LONGEST:
        return None
    if words <= _LONGEST_CREDIT and (_CREDIT.match(line) or _SIGNED.match(line)):
        return StandingLine.CREDIT
    if _DESK.match(line) or _HELPED.match(line):
        return StandingLine.CREDIT
    if _CAPTION.match(line) or _CAPTION_END.search(line):
        return StandingLine.CAPTION
    return StandingLine.BOILERPLATE if _BOILERPLATE.match(line) else None


def behind_slug(text: str, start: int, end: int) -> int:
    """Give where a paragraph goes on behind a wire slug such as ``MOSCOW —``; its start where there is none."""
    slug = _SLUG.match(text, start, end)
    return slug.end() if slug else start
