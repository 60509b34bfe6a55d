"""The golden municipality as an installation of its own, and what is asked inside it by forks."""

import os
import shutil
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
ONE_MONTH = QUICK | {"raadhus.personnel.batch.laying_out:terms_wanted": f"{STEPS}:only_november"}
TWO_MONTHS = QUICK | {"raadhus.personnel.batch.laying_out:terms_wanted": f"{STEPS}:november_and_december"}


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


def with_one_release(house):
    """Let the municipality release its figures once, and keep a copy of the installation beside it."""
    code, *told = house.run("personnel", "publish", patched=ONE_MONTH)
    assert code == 0, told
    shutil.copytree(house.data, house.data.with_name("kept"))


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
    answer = _hr().get(address)
    return answer.status_code, answer.content.decode()


def damaged():
    """Return what is said of releases whose files are not what they were."""
    from raadhus.personnel.queries.intact import damaged_releases  # noqa: PLC0415 - likewise

    return list(damaged_releases())


def _hr():
    from django.contrib.auth import get_user_model  # noqa: PLC0415 - likewise
    from django.test import Client  # noqa: PLC0415 - likewise

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(get_user_model().objects.get(person_key="hanne-hassel"))
    return client


def invented_figures():
    """Let the release be of figures by month for three years, as a whole municipality has them."""
    from django.conf import settings  # noqa: PLC0415 - likewise

    from raadhus.personnel.models import Release  # noqa: PLC0415 - likewise
    from raadhus.personnel.tests.made_cube import FIRST_YEAR, LAST_YEAR, make_cube  # noqa: PLC0415 - likewise

    path = settings.PERSONNEL_FOLDER / "published" / "1" / "cube.duckdb"
    path.unlink()
    make_cube(path)
    Release.objects.update(first_month=FIRST_YEAR * 12, last_month=LAST_YEAR * 12 + 11)


def every_door():
    """Return what each door that reads answers HR: the pages that take nothing, and those of a figure in each of its forms."""
    from django.urls import reverse  # noqa: PLC0415 - likewise

    from raadhus.personnel.urls import urlpatterns  # noqa: PLC0415 - likewise

    plain = [reverse(f"personnel:{one.name}") for one in urlpatterns if one.name and not one.pattern.regex.groupindex]
    figure = "?maal=sick_percentage&enhed=skole"
    forms = [f"/personale/tal/{figure}{more}" for more in ("", "&export=csv", "&export=xlsx", "&export=parquet")]
    charts = [f"/personale/{name}{figure}" for name in ("diagram.svg", "diagram.png", "indlejret/", "sammenlign/")]
    api = [f"/api/personnel/{name}" for name in ("measures", "units", "figures?measure=headcount&unit=by", "releases")]
    everything = [f"/personale/alt.{kind}" for kind in ("csv", "xlsx", "parquet")]
    return {one: _hr().get(one).status_code for one in (*plain, *forms, *charts, *api, *everything)}


def published_year():
    """Make the year's publication and let it out; return what the public page and the workbook answer, and whom a mail would go to."""
    from datetime import UTC, datetime  # noqa: PLC0415 - likewise

    from django.test import Client  # noqa: PLC0415 - likewise

    from raadhus.kernel.actors import Actor, ActorKind  # noqa: PLC0415 - likewise
    from raadhus.personnel.actions import publishing  # noqa: PLC0415 - likewise

    hr, now = Actor(ActorKind.PERSON, "hanne-hassel", "Hanne Hassel"), datetime.now(UTC)
    row = publishing.make_publication(actor=hr, kind="year", year=2025, now=now)
    publishing.publish(actor=hr, key=str(row.pk), now=now)
    reader = Client(SERVER_NAME="127.0.0.1")
    return [reader.get(f"/personale/publikation/2025/{more}").status_code for more in ("", "fil/xlsx/")]
