"""Two releases at once, a reader and an import meanwhile, on a database server; on SQLite's file: test_rough_treatment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection, connections
from django.utils import timezone

from raadhus.core.workforce.actions.importing import import_payroll
from raadhus.kernel.errors import Conflict
from raadhus.personnel.actions.releasing import release_figures
from raadhus.personnel.batch import laying_out, making, running
from raadhus.personnel.models import Release
from raadhus.personnel.queries.cubes import current_cube
from raadhus.personnel.rules.setting import Chosen
from raadhus.personnel.tests.golden_town import CLERK, GIVEN, move_in
from raadhus.personnel.tests.house_of_gold import LAX, november_and_december, only_november

MORE = b"employment;first;last;code\na2;01-12-2025;02-12-2025;sickness\n"


def release():
    """Release what there is, in a thread of its own or here."""
    try:
        return release_figures(actor=CLERK, today=timezone.localdate(GIVEN), now=GIVEN).release.number
    finally:
        connections.close_all()


@pytest.fixture
def town(settings, tmp_path, monkeypatch):
    """The golden municipality on a server, with its first release out."""
    if connection.vendor != "postgresql":
        pytest.skip(
            "the in-memory SQLite of the tests has one connection; the processes of test_rough_treatment cover the file"
        )
    settings.PERSONNEL_FOLDER = tmp_path / "personnel"
    monkeypatch.setattr(running, "run_controls", lambda: ())
    monkeypatch.setattr(Chosen, "limits", LAX)
    monkeypatch.setattr(laying_out, "terms_wanted", only_november)
    move_in()
    assert release() == 1
    monkeypatch.setattr(laying_out, "terms_wanted", november_and_december)


@pytest.mark.django_db(transaction=True)
def test_one_of_two_releases_is_refused_and_readers_and_imports_go_on(town, monkeypatch):
    reached, go, write = Event(), Event(), making.write_cube

    def held(*arguments, **named):
        reached.set()
        assert go.wait(200)
        return write(*arguments, **named)

    monkeypatch.setattr(making, "write_cube", held)
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(release)
        assert reached.wait(200)
        with pytest.raises(Conflict, match="ved at blive udgivet"):
            release()
        assert current_cube().about["number"] == "1"
        run = import_payroll(actor=CLERK, source_key="fravaer", file_name="f.csv", data=MORE, now=GIVEN)
        go.set()
        assert (run.state, first.result()) == ("done", 2)
    assert list(Release.objects.order_by("started_at").values_list("number", "state")) == [
        (1, "published"),
        (2, "published"),
    ]
