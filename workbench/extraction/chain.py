"""The chain of intermediaries between a claimer and the reader: agencies, statements, court papers, hearsay."""

import re

_AGENCIES = (
    r"Reuters|AP|AFP|ANI|PTI|TASS|Tass|Interfax|Xinhua|RIA(?: Novosti)?|DPA|dpa|ANSA|EFE|UPI|Kyodo|Yonhap|Bloomberg|"
    r"(?:The )?Associated Press|Agence France-Presse|Press Association|PA Media|CNN|BBC|NBC|CBS|ABC News|Fox News|Sky News|NPR|Al Jazeera|Der Spiegel|"
    r"Politico|Axios|(?:The )?(?:[A-Z][a-z]+ ){1,3}(?:Times|Post|Journal|Herald|Tribune|Guardian|Telegraph|Mail)|(?:The )?Guardian"
)
_PRESS = r"news agenc(?:y|ies)|state media|state television|state TV|newspapers?|broadcaster|wire service|news outlets?|media reports?|local media|media agency"
_PAPERS = r"court (?:papers|documents|filings?|records)|(?:police|charging|legal) documents|(?:a|an|the) (?:indictment|affidavit|lawsuit|complaint)"

INTERMEDIARY = re.compile(
    rf"\b(?:{_AGENCIES})\b(?:(?:['’]s)? news agency)?|\b(?:[A-Z][\w-]+ ){{0,2}}(?:{_PRESS})\b|\b(?:{_PAPERS})\b"
)
"""What carries words from somebody else."""

_HEAD = r"statement|press release|press conference|news conference|letter|tweet|post|interview|memo|email|filing|blog post|report|testimony|briefing"
_STATEMENT = re.compile(
    rf"\b(?:in|through|via|by|at) (?P<what>(?:a|an|the|its|his|her|their) (?:[\w-]+ ){{0,3}}(?:{_HEAD})\b"
    r"(?: (?:from|by|of) (?:the |his |her |its |their )?[\w’' -]{2,40}?(?=[,.]|$| on | after | that | carried))?)"
)
_OWN = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)
_NO_CARRIER = re.compile(r"interview|press conference|news conference|briefing|report$")


def is_intermediary(words: str) -> bool:
    """Say whether a source is one that carries other people's words: an agency, a newspaper, court papers."""
    match = INTERMEDIARY.search(words)
    return match is not None and len(words) - len(match.group()) <= 24 and match.end() >= len(words.rstrip()) - 12


def is_statement(words: str) -> bool:
    """Say whether what carries words is a statement or letter, as ``carriers`` gives it."""
    return _STATEMENT.fullmatch(f"in {words}") is not None or _STATEMENT.match(f"in the {words}") is not None


def carriers(words: str) -> tuple[str, ...]:
    """Give the intermediaries that words around a cue name, in the order in which they stand.

    ``in an interview with Reuters`` is Reuters; ``in a statement from the ministry`` is the statement.
    """
    found = [(match.start(), clean(match.group())) for match in INTERMEDIARY.finditer(words)]
    for match in _STATEMENT.finditer(words):
        what = match["what"]
        if not _NO_CARRIER.search(what) and not INTERMEDIARY.search(what):
            found.append((match.start(), what if what.startswith(("a ", "an ")) else clean(what)))
    return unique(*(name for _, name in sorted(found)))


def unique(*names: str) -> tuple[str, ...]:
    """Give the names in order, each once, empty ones left out."""
    return tuple(dict.fromkeys(name for name in names if name))


def clean(words: str) -> str:
    """Strip marks and a leading article."""
    return _OWN.sub("", words.strip(' ,.;:"“”'))
