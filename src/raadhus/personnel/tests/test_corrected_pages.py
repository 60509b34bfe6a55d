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
    assert "2025 (rettet i udgivelse 7)" in now


def test_files_that_are_taken_along_tell_of_corrections_too(released, cast, client_of, monkeypatch):
    monkeypatch.setattr(current_cube(), "about", {**current_cube().about, "corrected 2025": "7"})
    answer = client_of(Role.HR).get("/personale/tal/?maal=headcount&periode=2025&export=csv")
    told = [line for line in answer.content.decode().splitlines() if "Perioden er rettet i udgivelse 7." in line]
    assert told
    assert all(";2025;" in line for line in told)


def test_a_release_speaks_of_its_periods_and_attacks_in_words_and_of_what_waits_once(released, cast, client_of):
    released.manifest = {
        "terms": {"2025-05": {**TERM, "waits": True}, "2025K2": {**TERM, "waits": False}},
        "attacks": [
            {"attack": "T1", "people": 0, "cells": 0},
            {"attack": "T8", "control": "threshold_only", "caught": True},
        ],
        "files": {},
    }
    released.found = ["Rettelser i løndata for 2025-05 venter: det udgivne står, som det er."]
    released.save()
    page = client_of(Role.HR).get("/personale/udgivelser/1/").content.decode()
    for told in ("maj 2025", "2. kvartal 2025", "T1: regne en person", "prøve på prøven: kun en mindstegrænse"):
        assert told in page
    assert page.count("Rettelser i løndata for") == 1
