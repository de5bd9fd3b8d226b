"""``workbench team``: the people of a desk."""

from typing import Annotated

import typer

from claims_db.rows import ReviewerRow
from claims_db.vocabulary import Role
from workbench.cli.complaints import say
from workbench.cli.opening import open_desk, settings_for
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_json, write_line
from workbench.cli.tables import write_table

app = plain_app("The people of a desk, and what each may do.")

Name = Annotated[str, typer.Argument(metavar="NAME", help="What the desk calls the person.")]


@app.command()
def init(
    context: typer.Context,
    name: Annotated[str, typer.Option(metavar="NAME", help="What the desk calls you; your login otherwise.")] = "",
    database: Database = None,
) -> None:
    """Set a desk on a PostgreSQL server up for a team, or bring it to this version. Its database has to be yours."""
    from workbench import bootstrap  # noqa: PLC0415 - the ORM costs 400 ms, and help needs no desk

    desk = bootstrap.set_up_team(settings_for(context, database), name)
    try:
        me = desk.reviewer()
    finally:
        desk.close()
    write_line(f"The desk is set up for a team; you are {me.name}, {me.role.value}.")
    say("Bring the others in with 'workbench team add NAME --login LOGIN --role reviewer|editor|admin'.")


@app.command()
def add(
    context: typer.Context,
    name: Name,
    *,
    role: Annotated[Role, typer.Option(help="What they may do.")] = Role.REVIEWER,
    login: Annotated[
        str, typer.Option(metavar="LOGIN", help="Their login on the server; the name where none is given.")
    ] = "",
    password_prompt: Annotated[
        bool, typer.Option("--password-prompt", help="Ask for a password for the login.")
    ] = False,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Bring a person in, or change the role or login of one who is there."""
    from workbench.desk.entries import PersonEntry  # noqa: PLC0415 - help needs no desk

    password = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True) if password_prompt else ""
    with open_desk(context, database) as desk:
        person = desk.add_person(PersonEntry(name, role, login, password))
    write_json(person) if as_json else write_line(f"{person.name} is {_role(person.role)} of this desk.")


@app.command()
def remove(context: typer.Context, name: Name, as_json: AsJson = False, database: Database = None) -> None:
    """Note that a person has left: what they did stays, and they can do nothing more here."""
    with open_desk(context, database) as desk:
        person = desk.remove_person(name)
    write_json(person) if as_json else write_line(f"{person.name} has left this desk.")


@app.command("list")
def list_people(context: typer.Context, as_json: AsJson = False, database: Database = None) -> None:
    """List everybody who is or was at the desk."""
    with open_desk(context, database) as desk:
        people = desk.people()
    if as_json:
        write_json(people)
        return
    write_table(("name", "role", "login"), [(person.name, _standing(person), person.login) for person in people])


def _role(role: Role) -> str:
    return f"an {role.value}" if role.value[0] in "ae" else f"a {role.value}"


def _standing(person: ReviewerRow) -> str:
    return person.role.value if person.left_at is None else "left"
