"""Readers are told where a period was corrected and where corrections wait, and why; never which figure waits."""

import pytest

from raadhus.kernel.roles import Role
from raadhus.personnel.batch.reopening import Reopened
from raadhus.personnel.batch.wanted_again import FEW, GONE, ORGANISATION, PROTECTS, SERIES
from raadhus.personnel.queries.corrected import waiting_in
from raadhus.personnel.queries.cubes import current_cube
from raadhus.personnel.rules.disclosure.lattice import Step, Term

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


def test_hr_is_told_since_when_corrections_wait_why_and_what_could_be_done(released, cast, client_of):
    waits = {"2025": {**TERM, "waits": True, "why": "few", "since": 1}, "2024": {**TERM, "waits": True, "why": "gone"}}
    released.manifest = {"terms": {**waits, "2023": {**TERM, "waits": False}}, "files": {}}
    released.save()
    page = client_of(Role.HR).get("/personale/udgivelser/1/").content.decode()
    told = page.split('aria-label="Rettelser, der venter"')[1].split("</table>")[0]
    assert told.index("2025") < told.index("2024")
    assert "2023" not in told
    assert all(
        said in told
        for said in ("Udgivelse 1</a>", "Vides ikke", "tilsammen gælder nok personer", "kan ikke rettes mere")
    )


def test_every_reason_to_wait_has_words_and_a_remedy():
    for why in (FEW, PROTECTS, GONE, ORGANISATION, SERIES):
        (one,) = waiting_in([("2025", {"waits": True, "why": why, "since": 3})])
        assert (one.term, one.since, bool(one.why), bool(one.remedy)) == ("2025", 3, True, True)


def test_waiting_is_counted_from_the_first_release_that_held_it_back_until_it_ends():
    term = Term(2025, Step.MONTH, 1)
    waits, ends = Reopened(waits={term: FEW}), Reopened()
    first = waits.entry(7, term, {**TERM, "waits": False}, "changed")
    again = waits.entry(8, term, first, "changed once more")
    assert (first["since"], again["since"]) == (7, 7)
    assert "since" not in ends.entry(9, term, again, "enough")
    assert waits.entry(10, term, {**TERM, "waits": True}, "changed").get("since") is None


def test_a_figure_says_that_its_period_was_corrected_and_that_more_waits(released, cast, client_of, monkeypatch):
    told = {"corrected 2025": "7", "waits 2025": "protects"}
    monkeypatch.setattr(current_cube(), "about", {**current_cube().about, **told})
    client = client_of(Role.HR)
    now, before = (
        client.get(f"/personale/tal/?maal=headcount&periode={year}").content.decode() for year in (2025, 2024)
    )
    assert "Perioden er rettet i udgivelse 7." in now
    assert "Rettelser i løndata venter: nogle steder ville de fortælle om få personer." in now
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
        "terms": {"2025-05": {**TERM, "waits": True}, "2025K2": {**TERM, "waits": False, "corrected": 1}},
        "attacks": [
            {"attack": "T1", "people": 0, "cells": 0},
            {"attack": "T8", "control": "threshold_only", "caught": True},
        ],
        "files": {},
    }
    released.found = [
        "Tallene for 2025K2 er rettet efter løndata.",
        "Rettelser i løndata for 2025-05 venter: det udgivne står, som det er.",
    ]
    released.save()
    page = client_of(Role.HR).get("/personale/udgivelser/1/").content.decode()
    for told in (
        "maj 2025",
        "i denne udgivelse: 2. kvartal 2025.",
        "T1: regne en person",
        "prøve på prøven: kun en mindstegrænse",
    ):
        assert told in page
    assert page.count("Rettelser i løndata for maj 2025 venter") == 1
    assert "Tallene for 2025K2" not in page
