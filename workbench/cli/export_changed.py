"""What changed of an export: since a date, or since the last export into the same folder."""

from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.complaints import say
from workbench.cli.opening import some
from workbench.cli.output import write_json, write_line
from workbench.desk.exported import left_out_words, since_instant

if TYPE_CHECKING:
    from workbench.desk.changed_exports import ChangedExport
    from workbench.desk.desk import Desk

Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="Only findings that changed or went out since, such as 2026-11-20."),
]
Changed = Annotated[
    bool,
    typer.Option("--changed", help="Only what changed since the last export with --changed into this folder."),
]


def check_changed(*, since: str | None, changed: bool, each: bool, revisions: bool, by_name: bool) -> None:
    """See that what changed can be told of this export: ``each`` says that every finding has a file of its own.

    Raises:
        BadParameter: it can't.

    """
    if since is not None and changed:
        raise typer.BadParameter("Only one of --since and --changed can be given.")
    if since is not None and not (each or revisions):
        raise typer.BadParameter("--since is for --template, and for --format claimreview, mediareview and revisions.")
    if changed and not each:
        raise typer.BadParameter("--changed is for --template, and for --format claimreview and mediareview.")
    if changed and by_name:
        raise typer.BadParameter("--changed keeps a whole folder up to date; choose with --filter, or leave it out.")


def instant_of(desk: "Desk", since: str) -> int:
    """Read the date since which findings changed.

    Raises:
        BadInput: it is no date, or one to come.

    """
    return since_instant(some(since, "--since"), desk.now(), desk.desk().time_zone)


def tell_changed(done: "ChangedExport", *, as_json: bool) -> None:
    """Name what was written and removed, and count what stayed."""
    written, unchanged, removed, kept = ([str(path) for path in some_of] for some_of in done[:4])
    if as_json:
        write_json({"written": written, "unchanged": unchanged, "removed": removed, "kept": kept})
    for path in () if as_json else written:
        write_line(path)
    if done.remark:
        say(done.remark)
    for path in removed:
        say(f"Removed, no part of the export any more: {path}")
    for path in kept:
        say(f"No part of the export any more, but changed since it was written, and left: {path}")
    for reason, count in done.left_out:
        say(left_out_words(reason, count))
    say(f"{len(written)} written, {len(unchanged)} unchanged, {len(removed)} removed.")
