"""The demonstration's Tal om Personale: out, on its way to the board, and quiet while there is no release."""

import shutil

from django.utils import timezone

from raadhus.config.demonstration.payroll.publications import load_publications
from raadhus.config.demonstration.people import load_people
from raadhus.kernel.actors import system
from raadhus.personnel.models import BoardStatement, Publication, Release
from raadhus.personnel.tests.made_cube import FIRST_YEAR, LAST_YEAR, make_cube


def test_the_last_whole_years_are_out_and_the_latest_is_proposed(db, now, settings, tmp_path):
    settings.PERSONNEL_FOLDER = tmp_path
    list(load_people(actor=system("demonstration", "Demonstrationen"), now=now))
    assert list(load_publications(today=now.date(), now=now)) == []
    make_cube(tmp_path / "made.duckdb")
    (tmp_path / "published" / "1").mkdir(parents=True)
    shutil.move(tmp_path / "made.duckdb", tmp_path / "published" / "1" / "cube.duckdb")
    Release.objects.create(
        number=1,
        state="published",
        first_month=FIRST_YEAR * 12,
        last_month=LAST_YEAR * 12 + 11,
        started_by="Prøverne",
        started_at=timezone.now(),
        finished_at=timezone.now(),
    )
    assert len(list(load_publications(today=now.date(), now=now))) == 4
    assert sorted(Publication.objects.values_list("year", "state")) == [
        (2024, "published"),
        (2025, "draft"),
        (2025, "published"),
    ]
    assert BoardStatement.objects.get().publication.year == 2025
    assert list(load_publications(today=now.date(), now=now)) == []
