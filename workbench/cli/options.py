"""Options and arguments that several commands take."""

from typing import Annotated

import typer

Database = Annotated[
    str | None, typer.Option("--database", metavar="PATH|URL", help="The desk to work at; before or after the command.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Article = Annotated[str, typer.Argument(metavar="ARTICLE", help="The article, such as A-3.")]
Claim = Annotated[str, typer.Argument(metavar="CLAIM", help="The claim, such as C-12.")]
Evidence = Annotated[str, typer.Argument(metavar="EVIDENCE", help="The evidence, such as E-40.")]
From = Annotated[
    str, typer.Option("--from", metavar="DATE", help="From this day, month or year on; without it, from the first.")
]
To = Annotated[str, typer.Option("--to", metavar="DATE", help="Up to this day, month or year; without it, up to now.")]
Token = Annotated[
    int | None,
    typer.Option(metavar="NUMBER", help="The token that 'take' gave; a save with one that ended is refused."),
]
OfQueue = Annotated[str | None, typer.Option("--queue", metavar="NAME", help="The queue; the desk's own at first.")]
AndNext = Annotated[
    bool, typer.Option("--next", help="Take the next claim in the same step, as the terminal desk does.")
]
Text = Annotated[
    str, typer.Argument(metavar="PATH|URL|-", help="A text or HTML file, a web address, or - for standard input.")
]
Published = Annotated[
    str, typer.Option(metavar="DATE", help="When it was published: 2021-11-23, 2021-11, 2021 or 23 November 2021.")
]
Speaker = Annotated[
    str,
    typer.Option(
        metavar="NAME", help="Whose words the text is, of a speech or a press release; its claims are theirs."
    ),
]

Confidential = Annotated[
    bool,
    typer.Option("--confidential", help="Nobody outside of the desk may learn of the source; exports never name it."),
]
WithModel = Annotated[
    bool, typer.Option("--model", help="Send the text to the model that the settings name, and offer what it proposes.")
]


def plain_app(words: str = "") -> typer.Typer:
    """Begin a command, or with words of help a group of commands."""
    return typer.Typer(help=words or None, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
