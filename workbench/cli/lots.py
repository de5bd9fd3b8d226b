"""One step on several claims: which ones are meant, what came of it, which were left out and why."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.complaints import say
from workbench.cli.output import write_json, write_line
from workbench.cli.typed import STANDARD_INPUT, typed
from workbench.desk.lots import Deed, LeftOut, Lot
from workbench.domain.references import claim_reference, parse_reference
from workbench.domain.search_words import parse_filter
from workbench.errors import BadInput, ExitCode

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

Claims = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[CLAIM]...", help="One claim or several, such as C-12 C-13; - reads them from standard input."
    ),
]
ByFilter = Annotated[
    str | None,
    typer.Option("--filter", metavar="FILTER", help="Instead of naming claims: all that this filter lets through."),
]

_NAMED = 10
_BETWEEN = re.compile(r"[\s,]+")


def chosen(desk: "Desk", references: Sequence[str] | None, words: str | None) -> list[int]:
    """Give the claims that are meant, each once: those that are named, or those that a filter lets through.

    Raises:
        BadInput: a reference is none, no claim is named, or none fits.
        BadParameter: claims are named and a filter is given as well.

    """
    if bool(references) == (words is not None):
        raise typer.BadParameter("Name the claims, such as C-12, or say which with --filter.")
    if words is not None:
        numbers = list(desk.claim_numbers(parse_filter(words)))
        if not numbers:
            raise BadInput("No claim fits the filter.", "Nothing was changed.")
        return numbers
    return claim_numbers(references or ())


def claim_numbers(references: Sequence[str]) -> list[int]:
    """Read claims' references; ``-`` reads them from standard input, and one that is named twice counts once.

    Raises:
        BadInput: one is none, or there are none.

    """
    named: list[str] = []
    for reference in references:
        named += _BETWEEN.split(typed(reference).strip()) if reference == STANDARD_INPUT else [reference]
    numbers = list(dict.fromkeys(parse_reference(one, "C") for one in named if one))
    if not numbers:
        raise BadInput("No claim is named.", "Write them as C-12 C-13.")
    return numbers


def only_one(references: Sequence[str] | None, words: str | None) -> int | None:
    """Give the claim where a single one is named, None where several may be meant."""
    if words is None and references is not None and len(references) == 1 and references[0] != STANDARD_INPUT:
        return parse_reference(references[0], "C")
    return None


def take_step(desk: "Desk", numbers: Sequence[int], deed: Deed, words: str, *, as_json: bool) -> None:
    """Take a step with claims and say so; those with which it can't be taken are left out, and named.

    Raises:
        Exit: some were left out; the step was taken with the others.
        WorkbenchError: the step was taken with none; a single claim says why itself.

    """
    if len(numbers) == 1:
        desk.do_all(numbers, deed)
        lot = Lot(tuple(numbers))
    else:
        lot = desk.do(numbers, deed)
    done = frozenset(lot.done)
    kept = [number for number in numbers if number in done]
    if as_json:
        write_json(desk.claim_rows(kept))
    elif kept:
        named = ", ".join(claim_reference(number) for number in kept)
        which = named if len(kept) <= _NAMED else f"{len(kept):,} claims"
        write_line(f"{which} {'is' if len(kept) == 1 else 'are'} {words}.")
    if lot.left_out:
        _complain(lot.left_out)
        raise typer.Exit(ExitCode.CONFLICT)


def _complain(left_out: Sequence[LeftOut]) -> None:
    say(f"{len(left_out):,} left out:")
    for one in left_out:
        reference = claim_reference(one.claim)
        say(f"  {one.reason}" if reference in one.reason else f"  {reference}: {one.reason}")
