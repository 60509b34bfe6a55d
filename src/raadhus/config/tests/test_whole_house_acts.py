"""What is done to everybody's payroll and refunds at once is nothing for whoever has the right in one unit only."""

from datetime import date
from functools import partial

import pytest
from django.utils import timezone

from raadhus.config.demonstration.people import email_of
from raadhus.core.access.public import create_account, grant_role
from raadhus.core.workforce.actions.importing import import_payroll
from raadhus.kernel.actors import Actor, ActorKind, system
from raadhus.kernel.errors import NotAllowed
from raadhus.kernel.roles import Role
from raadhus.refunds.actions.earlier_years import set_earlier_year
from raadhus.refunds.actions.proposing import propose_statement
from raadhus.refunds.actions.recalculating import recalculate
from raadhus.refunds.actions.reminding import remind
from raadhus.refunds.actions.statuses import import_statuses

pytestmark = pytest.mark.django_db
CREW = system("crew", "Scenefolket")
TODAY = date(2026, 3, 2)
FILE = {"file_name": "a.csv", "data": b""}
ACTS = {
    "import": partial(import_payroll, source_key="own", **FILE),
    "statuses": partial(import_statuses, **FILE),
    "recalculate": partial(recalculate, today=TODAY),
    "remind": partial(remind, today=TODAY),
    "earlier year": partial(set_earlier_year, year=2019, lost_ore=1, source="Regnskabet"),
    "propose": partial(propose_statement, year=2025),
}


@pytest.fixture
def hr_of_one_unit():
    now = timezone.now()
    who = {"person_key": "helle-hyld", "name": "Helle Hyld", "email": email_of("helle-hyld")}
    create_account(actor=CREW, **who, password="egernet-samler-paa-agern", now=now)
    grant_role(actor=CREW, person_key="helle-hyld", role=Role.HR, unit="sac", start=TODAY, now=now)
    return Actor(ActorKind.PERSON, "helle-hyld", "Helle Hyld")


@pytest.mark.parametrize("name", ACTS)
def test_hr_of_one_unit_does_not_act_for_all(hr_of_one_unit, name):
    with pytest.raises(NotAllowed):
        ACTS[name](actor=hr_of_one_unit, now=timezone.now())
