"""Readers are told where a period was corrected and where corrections wait, and why; never which figure waits."""

import pytest

from raadhus.kernel.roles import Role
from raadhus.personnel.queries.cubes import current_cube

pytestmark = pytest.mark.django_db
TERM = {"release": 1, "input": "x", "shown": 7, "hidden": 3, "merged": 1, "holes": {}}


def test_a_release_says_where_a_period_was_corrected_and_why_corrections_wait(released, cast, client_of):
    corrected = {**TERM, "waits": False, "corrected": 1}
    waiting = {**TERM, "waits": True, "why": "few"}
    released.manifest = {"terms": {"2024": corrected, "2025": waiting, "2025-01": {**TERM, "waits": True}}, "files": {}}
    released.save()
    page = client_of(Role.HR).get("/personale/udgivelser/1/").content.decode()
    assert "rettet i udgivelse 1" in page
    assert "rettelser venter: de gælder for få personer" in page
    assert ">rettelser venter</span>" in page


def test_a_figure_says_that_its_period_was_corrected_and_that_more_waits(released, cast, client_of, monkeypatch):
    told = {"corrected 2025": "7", "waits 2025": "protects"}
    monkeypatch.setattr(current_cube(), "about", {**current_cube().about, **told})
    client = client_of(Role.HR)
    now, before = (
        client.get(f"/personale/tal/?maal=headcount&periode={year}").content.decode() for year in (2025, 2024)
    )
    assert "Perioden er rettet i udgivelse 7." in now
    assert "En rettelse i løndata venter: nogle steder ville de fortælle om få personer." in now
    assert "er rettet i udgivelse" not in before
