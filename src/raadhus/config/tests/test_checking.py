import importlib
import json

import pytest
from click.testing import CliRunner
from django.db import connection

from raadhus.config.cli import main
from raadhus.config.inspection import check_installation
from raadhus.core.audit import public as audit
from raadhus.kernel.actors import system

guards = importlib.import_module("raadhus.core.audit.migrations.0002_guards")
CREW = system("tests", "Prøverne")

pytestmark = pytest.mark.django_db


@pytest.fixture
def checked(now):
    return lambda: {one.name: one.findings for one in check_installation(actor=CREW, now=now)}


def test_an_installation_in_order_has_no_findings_in_its_data(checked):
    found = checked()
    assert {name: found[name] for name in ("migrations", "files", "audit", "disk")} == dict.fromkeys(
        ("migrations", "files", "audit", "disk"), ()
    )


def test_every_door_says_what_it_needs(checked):
    assert checked()["doors"] == ()


def test_a_guard_that_was_switched_off_is_found(checked):
    guards.execute(connection, guards.STATEMENTS[connection.vendor][0][:1])
    assert len(checked()["audit"]) == 1
    assert "audit_entry_refuses_update" in checked()["audit"][0]


def test_a_broken_chain_is_found(checked, now):
    subject = audit.Subject("unit", "sac", "SAC")
    audit.record(actor=CREW, event="audit.dropped", subject=subject, now=now)
    guards.execute(connection, guards.STATEMENTS[connection.vendor][0])
    with connection.cursor() as cursor:
        cursor.execute("UPDATE audit_entry SET event = 'audit.sealed'")
    assert "Post 1 i segment 1 er rettet: hændelsen." in checked()["audit"]


def test_debugging_is_a_finding(checked, settings):
    settings.DEBUG = True
    assert any("RAADHUS_DEBUG" in one for one in checked()["settings"])


def test_the_command_answers_in_json():
    result = CliRunner().invoke(main, ["check", "--json"])
    answer = json.loads(result.output)
    assert (answer["format"], result.exit_code) == ("raadhus-check/1", 0 if answer["ok"] else 1)
