"""The golden municipality as an installation of its own, and what is asked inside it by forks."""

import os
import sqlite3
from pathlib import Path

from django.conf import settings
from django.db import connection

from raadhus.kernel.roles import Role
from raadhus.personnel.rules.disclosure.lattice import Step, Term
from raadhus.personnel.rules.disclosure.settings import Settings
from raadhus.personnel.tests.forked_house import House

STEPS = __name__
# So few people may be bounded narrowly (T5): what is tried here is not whether they are protected.
LAX = property(lambda _chosen: Settings(3, 5, 0, narrow_share=1.0))
# What other tests try is left out: the controls of the attacks, and the figures by months that say nothing more here.
QUICK = {
    "raadhus.personnel.batch.running:run_controls": "builtins:tuple",
    "raadhus.personnel.rules.setting:Chosen.limits": f"{STEPS}:LAX",
}


def made_house(folder):
    """Return the municipality with its payroll as an installation in a folder; the empty tables are those of the tests."""
    folder = Path(folder) / "data"
    folder.mkdir()
    with sqlite3.connect(folder / "raadhus.sqlite3") as file:
        connection.connection.backup(file)
    file.close()
    environment = {key: value for key, value in os.environ.items() if key != "RAADHUS_DATABASE"}
    secrets = {f"RAADHUS_{name}": getattr(settings, name) for name in ("AUDIT_KEY", "SECRET_KEY", "SIGNING_KEY")}
    own = {
        "RAADHUS_DATA": str(folder),
        "RAADHUS_CHARTS_AHEAD": "0",
        "DJANGO_SETTINGS_MODULE": "raadhus.config.settings",
    }
    house = House(folder, environment | secrets | own)
    house.ask(f"{STEPS}:moved_in")
    return house


def moved_in():
    """Let payroll's files be read, and HR have a login."""
    from tests.cast import CHARACTERS, NOW, enter  # noqa: PLC0415 - likewise

    from raadhus.personnel.tests.golden_town import move_in  # noqa: PLC0415 - this module is read before Django is ready

    enter(next(one for one in CHARACTERS if one.role is Role.HR), NOW)
    move_in()


def only_november(*_asked):
    """The terms of a release of one month."""
    return (Term(2025, Step.MONTH, 11),)


def november_and_december(*_asked):
    """The terms of the release after it."""
    return (Term(2025, Step.MONTH, 11), Term(2025, Step.MONTH, 12))


def releases():
    """Return number and state of every try."""
    from raadhus.personnel.models import Release  # noqa: PLC0415 - this module is read before Django is ready

    return list(Release.objects.order_by("started_at").values_list("number", "state"))


def figures():
    """Return every figure that is published."""
    from raadhus.personnel.queries.cubes import current_cube  # noqa: PLC0415 - likewise

    return sorted(map(str, current_cube().every()))


def page(address):
    """Return status and text of a page as HR sees it."""
    from django.contrib.auth import get_user_model  # noqa: PLC0415 - likewise
    from django.test import Client  # noqa: PLC0415 - likewise

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(get_user_model().objects.get(person_key="hanne-hassel"))
    answer = client.get(address)
    return answer.status_code, answer.content.decode()


def damaged():
    """Return what is said of releases whose files are not what they were."""
    from raadhus.personnel.queries.intact import damaged_releases  # noqa: PLC0415 - likewise

    return list(damaged_releases())
