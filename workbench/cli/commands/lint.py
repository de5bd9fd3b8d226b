"""``workbench lint check|rules|explain|waive``: what stands against signing off."""

from collections.abc import Sequence
from typing import Annotated

import typer
from typer.core import TyperGroup

from claims_db.vocabulary import LintLevel
from workbench.cli.complaints import say
from workbench.cli.lots import ByFilter, Claims, chosen
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Claim, Database, plain_app
from workbench.cli.output import write_indented, write_json, write_line
from workbench.cli.progress_line import progress_line
from workbench.cli.tables import write_table
from workbench.cli.typed import typed
from workbench.domain.lint.lines import counted_words, lint_lines
from workbench.domain.lint.outcome import RuleLevel
from workbench.domain.lint.rules import rule_named
from workbench.domain.references import parse_reference
from workbench.errors import BadInput, ExitCode

_CHECK = "check"


class _Checking(TyperGroup):
    """A group in which claims may follow at once: ``lint C-12`` is ``lint check C-12``."""

    def parse_args(self, context: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Put the name of the command in front of claims."""
        named = args and (args[0] in self.commands or args[0] in context.help_option_names)
        return super().parse_args(context, args if named else [_CHECK, *args])


app = plain_app("See what stands against signing off a claim; 'check' can be left out, as in 'lint C-12'.")
app.info.cls = _Checking
Rule = Annotated[str, typer.Argument(metavar="RULE", help="The rule, such as one-source-only.")]


@app.command()
def check(
    context: typer.Context,
    claims: Claims = None,
    *,
    by_filter: ByFilter = None,
    every: Annotated[bool, typer.Option("--all", help="All claims that have a verdict.")] = False,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Say which rules claims do not meet. Exit code 6 where one blocks; with --json each claim is one line."""
    if every and (claims or by_filter is not None):
        raise typer.BadParameter("--all is instead of naming claims.")
    blocked, looked = 0, set[int]()
    with open_desk(context, database) as desk, progress_line("lint") as progress:
        numbers: Sequence[int] = desk.judged_numbers() if every else chosen(desk, claims, by_filter)
        for one in desk.lint_many(numbers, progress):
            looked.add(one.claim)
            blocked += bool(one.blocking)
            if as_json:
                write_json(one)
            elif one.lines or len(numbers) == 1:
                write_indented(lint_lines(one))
        for number in numbers:
            if number not in looked:
                desk.lint(number)  # says that there is none
    if not as_json and len(numbers) != 1:
        say(counted_words(len(looked), blocked))
    if blocked:
        raise typer.Exit(ExitCode.CONFLICT)


@app.command()
def rules(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[set RULE block|warn|off]", help="Say what a rule means at this desk; for editors."),
    ] = None,
    *,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """List the rules with what they mean at this desk, or say what one means: it blocks, warns, or is off."""
    with open_desk(context, database) as desk:
        if words:
            desk.set_lint_level(*_setting(words))
        found = desk.lint_rules()
    if as_json:
        write_json(found)
    else:
        write_table(("rule", "level", "what it asks for"), [tuple(map(str, row)) for row in found])


@app.command()
def explain(context: typer.Context, rule: Rule, *, as_json: AsJson = False, database: Database = None) -> None:
    """Say what a rule asks for, and what it means at this desk."""
    name = rule_named(rule).name
    with open_desk(context, database) as desk:
        found = next(row for row in desk.lint_rules() if row.rule == name)
    if as_json:
        write_json(found)
    else:
        write_indented(_explained(found))


@app.command()
def waive(
    context: typer.Context,
    claim: Claim,
    rule: Rule,
    *,
    reason: Annotated[str, typer.Option(metavar="TEXT|-", help="Why; readers of the report see it. - reads it.")],
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Do without a rule for a claim. It holds until the claim is returned or reopened; undo takes it back; for editors."""
    number, words = parse_reference(claim, "C"), typed(reason)
    with open_desk(context, database) as desk:
        found = desk.waive(number, rule, words)
    if as_json:
        write_json(found)
    else:
        write_line(f"{rule_named(rule).name} is waived for C-{number}.")


def _setting(words: Sequence[str]) -> tuple[str, LintLevel]:
    """Read ``set RULE LEVEL``.

    Raises:
        BadInput: the words are something else.

    """
    try:
        verb, rule, level = words
        known = LintLevel(level.casefold())
    except ValueError:
        verb = ""
    if verb != "set":
        raise BadInput("Write it as: set RULE block, warn or off.", "'workbench lint rules' lists the rules.")
    return rule, known


def _explained(found: RuleLevel) -> list[tuple[int, str]]:
    known = rule_named(found.rule)
    means = {
        LintLevel.BLOCK: "It blocks: nobody signs off or publishes past it.",
        LintLevel.WARN: "It warns: whoever signs off is told.",
        LintLevel.OFF: "It is off at this desk.",
    }[found.level]
    waived = "It can be waived with a reason." if known.waivable else "It can't be waived."
    return [
        (0, found.rule),
        (1, known.explanation),
        (1, f"{means} {waived} At first it is set to {known.level.value}."),
    ]
