"""`raadhus access create-account`: a login for a person; the password is never an argument."""

import os
import sys

import click
from django.utils import timezone

from raadhus.core.access.actions.accounts import create_account
from raadhus.core.access.queries.actors import command_actor
from raadhus.kernel.doors import door
from raadhus.ui.terminal import print_json


@click.command()
@click.argument("person_key")
@click.option("--name", required=True, help="Personens navn.")
@click.option("--email", required=True, help="E-mail, som der logges ind med.")
@click.option("--no-password", is_flag=True, help="Uden adgangskode: personen bruger kommunens login.")
@click.option("--json", "as_json", is_flag=True, help="Svar som JSON.")
@door("access.create_account")
def create_account_command(person_key: str, name: str, email: str, *, no_password: bool, as_json: bool) -> None:
    """Opret en konto. Adgangskoden læses fra standard input, eller der spørges efter den."""
    account = create_account(
        actor=command_actor(os.environ),
        person_key=person_key,
        name=name,
        email=email,
        password=None if no_password else _password(),
        now=timezone.now(),
    )
    if as_json:
        print_json({"person_key": account.person_key, "name": account.name, "email": account.email})
    else:
        click.echo(f"Kontoen for {account.name} er oprettet.")


def _password() -> str:
    """Return the password: asked for twice at a terminal, otherwise the first line of standard input."""
    if sys.stdin.isatty():
        answer: str = click.prompt("Adgangskode", hide_input=True, confirmation_prompt="Adgangskode igen")
        return answer
    return sys.stdin.readline().rstrip("\r\n")
