"""What every test may ask for, in the product and in tests/."""

import importlib
import os
import re
import shutil
import uuid
from pathlib import Path

import hypothesis
import pytest
from django.db import connection, transaction
from django.db.backends.base.operations import BaseDatabaseOperations
from hypothesis.internal.conjecture import providers
from tests.fixed import noise_key, set_clock

guards = importlib.import_module("raadhus.core.audit.migrations.0002_guards")
signed = importlib.import_module("raadhus.meetings.models.guards")

# Several test processes share the processors already; linear algebra on more threads on top would only fight over them.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# Pages and commands read the clock, and what they say changes with the day.
set_clock()

# How long an example takes says how busy the machine is, and nothing about the code.
# A change is judged by the examples that the change before it was judged by; `make search` looks for new ones.
_UNHURRIED = {"deadline": None, "suppress_health_check": [hypothesis.HealthCheck.too_slow]}
hypothesis.settings.register_profile("house", derandomize=True, **_UNHURRIED)
hypothesis.settings.register_profile("search", **_UNHURRIED)
hypothesis.settings.load_profile(os.environ.get("RAADHUS_EXAMPLES", "house"))
if hypothesis.settings.default.derandomize:
    # Examples also take up numbers and words of whichever of our modules are read by then: with each change, and in each order, others.
    no_words = providers._local_constants  # noqa: SLF001 - no setting for it; empty until a test asks
    assert not len(no_words)
    providers._get_local_constants = lambda: no_words  # noqa: SLF001 - likewise

_DATABASE_FIXTURES = {"db", "transactional_db", "django_db_reset_sequences", "live_server", "cast"}

pytest_plugins = ["tests.cast", "tests.browser"]


def pytest_collection_modifyitems(items):
    """Mark what touches the database, so that it can be run again on PostgreSQL; what no engine can change is not."""
    for item in items:
        if item.get_closest_marker("any_engine"):
            continue
        if item.get_closest_marker("django_db") or _DATABASE_FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.database)


@pytest.fixture(scope="session")
def shared_dir():
    """The folder of real documents that lies beside the checkout; without it the test is skipped."""
    folder = Path(os.environ.get("RAADHUS_SHARED", Path(__file__).parent.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("needs the shared folder beside the checkout (RAADHUS_SHARED)")
    return folder


@pytest.fixture(autouse=True, scope="session")
def _a_flush_may_empty_the_audit_trail():
    """The database refuses to empty the audit trail and signed minutes; between two tests with real transactions it must be emptied all the same."""
    original = BaseDatabaseOperations.execute_sql_flush

    def flush(operations, sql_list):
        lift, make = guards.STATEMENTS[connection.vendor]
        with transaction.atomic():
            guards.execute(connection, lift)
            signed.lift_guards(connection)
            # search's own tables beside Django's go with theirs
            original(operations, [re.sub(r"^(TRUNCATE .*?);?$", r"\1 CASCADE;", statement) for statement in sql_list])
            guards.execute(connection, make)
            signed.set_guards(connection)

    BaseDatabaseOperations.execute_sql_flush = flush
    yield
    BaseDatabaseOperations.execute_sql_flush = original


@pytest.fixture(autouse=True)
def _quick_passwords(settings):
    """Argon2id is slow on purpose; only the tests of the hasher itself need it."""
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.MD5PasswordHasher",
        "django.contrib.auth.hashers.Argon2PasswordHasher",
    ]


@pytest.fixture(autouse=True)
def _files_of_its_own(settings):
    """A test's rows are rolled back and its files are not, so each test keeps its files in a folder of its own."""
    kept = settings.STORAGES["documents"]
    folder = settings.DATA / "tests" / uuid.uuid4().hex
    options = {**kept["OPTIONS"], "location": folder}
    settings.STORAGES = {**settings.STORAGES, "documents": {**kept, "OPTIONS": options}}
    yield
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(autouse=True)
def _noise_of_its_own(monkeypatch):
    """A test's figures get the same noise each time."""
    monkeypatch.setattr("raadhus.personnel.batch.store._new_key", noise_key)


@pytest.fixture(autouse=True)
def _no_words_by_chance(request, monkeypatch):
    """A form's secret is 64 letters at random: one time in sixty they hold a given word of two letters that a test says is not on the page."""
    if "live_server" not in request.fixturenames:
        monkeypatch.setattr("django.middleware.csrf._get_new_csrf_string", lambda: "x" * 32)


@pytest.fixture(autouse=True)
def _patient_pages(monkeypatch):
    """A page that looks files through tells after two seconds how far it is; on a slow machine that would be any page."""
    monkeypatch.setattr("raadhus.meetings.views.publishing._PATIENCE_SECONDS", 600)
