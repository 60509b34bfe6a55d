"""`raadhus demo`: make the demonstration municipality, print the logins and serve it. Can be run again and again."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial

import click
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from raadhus.config.demonstration.chapters import last_chapters
from raadhus.config.demonstration.deciding import load_deciding
from raadhus.config.demonstration.meetings import load_bodies, load_meetings
from raadhus.config.demonstration.people import PASSWORD, load_people, logins
from raadhus.config.demonstration.sittings import load_sittings
from raadhus.config.demonstration.standing import load_standing
from raadhus.config.serving import free_place, run_server
from raadhus.core.access.public import actor_of_person
from raadhus.core.organisation.public import unit, units
from raadhus.kernel.actors import Actor, system
from raadhus.kernel.doors import ANYONE, door
from raadhus.kernel.errors import WrongInput

LOADER = system("demonstration", "Demonstrationen")


@click.command()
@click.option("--no-serve", is_flag=True, help="Indlæs kun; start ikke webserveren.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), help="Den dag, demonstrationen tager udgangspunkt i (i dag)."
)
@door(ANYONE)
def demo(*, no_serve: bool, port: int, today: datetime | None) -> None:
    """Indlæs demonstrationskommunen Eksempelkøbing og vis den i en browser."""
    if not no_serve:
        free_place("127.0.0.1", port)  # told now, and not when everything is loaded
    now = timezone.now()
    day = today.date() if today else timezone.localdate(now)
    _step("Databasen gøres klar", lambda: call_command("migrate", verbosity=0))
    if units(day) and unit("ek", day) is None:
        raise WrongInput("Databasen er ikke tom. Peg RAADHUS_DATA på en ny mappe, før demonstrationen indlæses.")
    _step("Udseendet samles", lambda: call_command("collectstatic", interactive=False, verbosity=0))
    _step("Organisation, personer og logins", lambda: _count(load_people(actor=LOADER, now=now)))
    # Invented people have no mailboxes.
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    secretary = actor_of_person("signe-holmbaek")
    _step("Et år med møder i fire organer", lambda: _meetings(secretary, day, now))
    _step("Kommende møder og sager", lambda: _count(load_sittings(actor=secretary, today=day, now=now)))
    _step("Stående beslutninger og årshjul", lambda: _count(load_standing(actor=secretary, today=day, now=now)))
    _step("Møder, der er holdt punkt for punkt", lambda: _count(load_deciding(actor=secretary, today=day, now=now)))
    for label, made in last_chapters(secretary=secretary, today=day, now=now):
        _step(label, partial(_count, made))
    _print_logins(port)
    if not no_serve:
        _ask_for_one_factor()
        run_server(address="127.0.0.1", port=port, workers=2)


def _ask_for_one_factor() -> None:
    """Invented people have no telephone to confirm a log-in with; a real installation asks for it.

    Worker processes may inherit these settings or read the environment anew, so both are told.
    """
    if "RAADHUS_MFA_ROLES" not in os.environ:
        os.environ["RAADHUS_MFA_ROLES"] = ""
        settings.MFA_ROLES = []


def _meetings(secretary: Actor, day: date, now: datetime) -> str:
    load_bodies(actor=secretary, now=now)
    return _count(load_meetings(actor=secretary, today=day, now=now))


def _count(names: Iterator[str]) -> str:
    """Work through the names and return how many; on a terminal the number is seen to grow."""
    done = 0
    for done, _ in enumerate(names, start=1):
        if sys.stdout.isatty():
            click.echo(f"{done}" + "\b" * len(str(done)), nl=False)
    return str(done)


def _step(label: str, work: Callable[[], object]) -> None:
    click.echo(f"  {label} ... ", nl=False)
    start = time.monotonic()
    result = work()
    counted = f" ({result})" if isinstance(result, str) else ""
    click.echo(f"færdig på {time.monotonic() - start:.1f} s{counted}")


def _print_logins(port: int) -> None:
    click.echo(f"\nEksempelkøbing Kommune: http://127.0.0.1:{port}/   Adgangskode til alle: {PASSWORD}\n")
    for login in logins():
        click.echo(f"  {login.role.label:34} {login.email:50} {login.name}")
    click.echo("\nAlt er opdigtet. Stop med Ctrl+C.")
