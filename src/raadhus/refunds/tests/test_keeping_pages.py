"""The pages of NemRefusion's statuses, agreements and settings."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from tests.cast import NOW

from raadhus.kernel.roles import Role
from raadhus.refunds.actions.recalculating import recalculate
from raadhus.refunds.models import Agreement, NemRefusionRun, RefundCase, SettingsVersion
from raadhus.refunds.queries import assumptions

HOME = "/refusion/"
GOOD = "employment;first_absence_date;status;notified_date\nE1;01-12-2025;anmeldt;10-02-2026\n"


@pytest.fixture
def hr(client_of):
    return client_of(Role.HR)


def text_of(response):
    return response.content.decode()


def give(client, text, name="status.csv"):
    return client.post(f"{HOME}nemrefusion/", {"document": SimpleUploadedFile(name, text.encode())}, follow=True)


def test_a_file_leads_to_its_report_and_stands_in_the_list(house, hr, payroll):
    payroll.absence(date(2025, 12, 1), date(2026, 2, 27))
    recalculate(actor=house[Role.HR], today=NOW.date(), now=NOW)
    assert "sagerne er regnet om" in text_of(give(hr, GOOD))
    assert "Intet er ændret" in text_of(give(hr, GOOD))
    assert "status.csv" in text_of(hr.get(f"{HOME}nemrefusion/"))
    assert RefundCase.objects.get().notified_date == date(2026, 2, 10)


def test_a_refused_file_says_what_is_wrong_and_gives_it_as_a_file(house, hr):
    page = text_of(give(hr, GOOD.replace("anmeldt", "måske")))
    assert "Filen er afvist" in page
    assert "&#x27;måske&#x27; kendes ikke" in page
    key = NemRefusionRun.objects.get().pk
    assert "måske" in text_of(hr.get(f"{HOME}nemrefusion/{key}/?export=csv"))


def test_what_fits_nothing_is_listed(house, hr):
    assert "Alt passer" in text_of(hr.get(f"{HOME}nemrefusion/uden-fravaer/"))
    assert "passer ikke til et fravær" in text_of(give(hr, GOOD)) or NemRefusionRun.objects.get().matched == 0
    page = text_of(hr.get(f"{HOME}nemrefusion/uden-fravaer/"))
    assert "E1" in page
    assert "E1" in text_of(hr.get(f"{HOME}nemrefusion/uden-fravaer/?export=csv"))


def test_an_agreement_is_written_ended_and_removed(house, hr):
    given = {"employment": "E1", "start": "2026-01-01", "last": "2027-12-31"}
    assert "Aftalen er skrevet" in text_of(hr.post(f"{HOME}aftaler/ny/", given, follow=True))
    hr.post(f"{HOME}aftaler/ny/", {**given, "last": "2026-06-30"})
    agreement = Agreement.objects.get()
    assert agreement.end_date == date(2026, 7, 1)
    assert "30.06.2026" in text_of(hr.get(f"{HOME}aftaler/"))
    hr.post(f"{HOME}aftaler/{agreement.pk}/fjern/", {"reason": "Forkert"})
    assert "Ingen § 56-aftaler" in text_of(hr.get(f"{HOME}aftaler/"))


def test_what_is_no_agreement_is_said_and_nothing_that_was_written_is_lost(house, hr):
    page = hr.post(f"{HOME}aftaler/ny/", {"employment": "E77", "start": "2026-01-01", "last": "2028-06-30"})
    assert page.status_code == 400
    assert "højst to år" in text_of(page)
    assert "E77" in text_of(page)


def settings_form(**change):
    return {
        "start": "2026-01-01",
        "notification_days": "35",
        "alarm_days": "28",
        "wage_percent": "92",
        "threshold": "250.000,00",
        "rise_percent": "25",
        "least_cases": "5",
        "kept_months": "60",
        "reason": "Ny praksis",
        **change,
    }


def test_settings_show_each_assumption_and_rate_with_its_source(house, client_of):
    page = text_of(client_of(Role.AUDITOR).get(f"{HOME}forudsaetninger/"))
    for said in ("Helligdage på hverdage regnes med", "137,43", "Gengivet efter borger.dk", "Udledt eller", "§ 59"):
        assert said in page
    assert "Ret forudsætningerne" not in page


def test_it_is_said_that_this_year_s_rate_is_not_written_in(house, hr, monkeypatch):
    for year, is_said in ((2099, True), (None, False)):
        monkeypatch.setattr(assumptions, "year_without_rate", lambda _today, year=year: year)
        assert ("Satsen for 2099 er ikke skrevet ind" in text_of(hr.get(f"{HOME}forudsaetninger/"))) is is_said


def test_settings_are_changed_from_a_day_with_a_reason(house, hr):
    assert hr.get(f"{HOME}forudsaetninger/ret/").status_code == 200
    page = text_of(hr.post(f"{HOME}forudsaetninger/ret/", settings_form(), follow=True))
    assert "Ny praksis" in page
    row = SettingsVersion.objects.get()
    assert (row.threshold_ore, row.count_public_holidays, row.start_date) == (25_000_000, False, date(2026, 1, 1))


@pytest.mark.parametrize(
    ("change", "said"),
    [({"alarm_days": "35"}, "før fristen"), ({"threshold": "mange"}, "ikke et beløb"), ({"reason": ""}, "")],
)
def test_settings_that_cannot_be_are_refused(house, hr, change, said):
    page = hr.post(f"{HOME}forudsaetninger/ret/", settings_form(**change))
    assert page.status_code == 400
    assert said in text_of(page)
    assert not SettingsVersion.objects.exists()


def test_recalculating_and_forgetting_from_the_page(house, hr, payroll):
    payroll.absence(timezone.localdate())
    assert "1 sager er genberegnet" in text_of(hr.post(f"{HOME}genberegn/", follow=True))
    assert "intet at slette" in text_of(hr.post(f"{HOME}slet/", follow=True))


@pytest.mark.parametrize("role", [Role.UNIT_LEADER, Role.EMPLOYEE, None])
@pytest.mark.parametrize(
    "address", ["nemrefusion/", "nemrefusion/uden-fravaer/", "aftaler/", "aftaler/ny/", "forudsaetninger/"]
)
def test_others_do_not_get_in(house, client_of, role, address):
    assert client_of(role).get(f"{HOME}{address}").status_code in {302, 403}


def test_the_pages_are_written_in_english_too(house, hr):
    hr.cookies["raadhus_language"] = "en"
    for address in (
        "nemrefusion/",
        "nemrefusion/uden-fravaer/",
        "aftaler/",
        "aftaler/ny/",
        "forudsaetninger/",
        "forudsaetninger/ret/",
    ):
        assert hr.get(f"{HOME}{address}").status_code == 200
