"""Figures taken along, embedded, compared and asked for by programs."""

import pytest
from django.urls import reverse

from raadhus.kernel.roles import Role
from raadhus.personnel.actions.annotating import write_annotation
from raadhus.personnel.rules.measures.catalogue import MEASURES

FIGURE, COMPARE, EMBED = (reverse(f"personnel:{name}") for name in ("figure", "compare", "embed"))
ADDRESS = {"maal": "sick_percentage", "enhed": "kultur"}


@pytest.fixture
def hr(cast, released, client_of):
    return client_of(Role.HR)


@pytest.fixture
def note(cast, released, now):
    text = "Ny bygning taget i brug"
    hr = cast[Role.HR]
    write_annotation(actor=hr, unit="kultur", measure="", month=2025 * 12 + 2, text=text, now=now)
    return text


def lines_of(answer):
    return answer.content.decode("utf-8-sig").splitlines()


def test_a_file_has_what_the_page_shows_with_the_words_of_its_holes(hr):
    answer = hr.get(FIGURE, {**ADDRESS, "export": "csv"})
    lines = lines_of(answer)
    assert answer["Content-Disposition"] == 'attachment; filename="sygefravaersprocent-i-kultur-2025.csv"'
    assert lines[0].startswith("Tal;Enhed;Organisationen;Opdelt efter;Gruppe;Periode;Værdi;Måleenhed")
    assert sum("Øvrige enheder under Kultur" in line for line in lines) == 2
    assert any("Lille hold" in line and "færre end 5 personer" in line for line in lines)


@pytest.mark.parametrize("page", ["overview", "figure", "compare"])
@pytest.mark.parametrize(("kind", "start"), [("xlsx", b"PK"), ("parquet", b"PAR1")])
def test_every_page_can_be_taken_along(hr, page, kind, start):
    assert hr.get(reverse(f"personnel:{page}"), {"export": kind}).content.startswith(start)


def test_a_kind_of_file_that_is_none_is_a_sentence(hr):
    assert hr.get(FIGURE, {"export": "pdf"}).status_code == 400


@pytest.mark.parametrize(("kind", "start"), [("svg", b"<svg"), ("png", b"\x89PNG")])
def test_the_chart_is_a_picture_with_its_sentence(hr, kind, start):
    answer = hr.get(reverse("personnel:chart", args=[kind]), ADDRESS)
    assert answer.content.startswith(start)
    assert kind == "png" or "Sygefraværsprocent i Kultur: " in answer.content.decode()


def test_a_frame_is_for_the_hosts_that_were_named_and_for_nobody_else(hr, settings):
    assert "frame-ancestors 'none'" in hr.get(EMBED, ADDRESS)["Content-Security-Policy"]
    settings.EMBED_HOSTS = ["https://intranet.example"]
    answer = hr.get(EMBED, ADDRESS)
    assert "frame-ancestors https://intranet.example" in answer["Content-Security-Policy"]
    assert "X-Frame-Options" not in answer
    assert "frame-ancestors 'none'" in hr.get(FIGURE, ADDRESS)["Content-Security-Policy"]


@pytest.mark.parametrize("refused", [(Role.PUBLIC, 401, "Log ind"), (Role.EMPLOYEE, 403, "adgang")])
def test_a_frame_whose_reader_may_not_see_the_figure_says_so_in_the_frame(hr, client_of, settings, refused):
    settings.EMBED_HOSTS = ["https://intranet.example"]
    role, status, told = refused
    client = client_of(role)
    answer = client.get(EMBED, ADDRESS, headers={"Sec-Fetch-Dest": "iframe"})
    assert (answer.status_code, told in answer.content.decode()) == (status, True)
    assert "frame-ancestors https://intranet.example" in answer["Content-Security-Policy"]
    assert "X-Frame-Options" not in answer
    assert "frame-ancestors 'none'" in client.get(EMBED, ADDRESS)["Content-Security-Policy"]


def test_a_frame_has_the_remarks_that_its_chart_marks_and_leads_out_of_itself(hr, note):
    page = hr.get(EMBED, ADDRESS).content.decode()
    assert '<base target="_top">' in page
    assert note in page


def test_units_stand_beside_each_other_with_the_municipality_and_the_year_of_the_references(hr):
    page = hr.get(COMPARE, {"enhed": "skole", "maal": ["average_age", "share_60_plus"], "periode": "2024"})
    text = page.content.decode()
    for told in (
        "Skole A",
        "Skole B",
        "Hele kommunen",
        "hele landet (Tal om Personale 2024, gengivet af andre)",
        "16\xa0%",
    ):
        assert told in text


def test_only_the_chosen_units_stand_beside_each_other(hr):
    page = hr.get(COMPARE, {"enhed": "skole", "sammen": ["skole-b"], "maal": "average_age", "export": "csv"})
    assert {line.split(";")[1] for line in lines_of(page)[1:]} == {"Skole B", "Skoler", "Prøvekøbing Kommune"}


@pytest.mark.parametrize("wrong", [{"maal": "hemmeligt"}, {"maal": list(MEASURES)[:9]}, {"sammen": ["x" * 101]}])
def test_a_comparison_that_cannot_be_is_a_sentence(hr, wrong):
    assert hr.get(COMPARE, wrong).status_code == 400


def test_every_measure_is_explained_to_every_employee(cast, client_of):
    client = client_of(Role.EMPLOYEE)
    assert "Antal ansatte" in client.get(reverse("personnel:measures")).content.decode()
    page = client.get(reverse("personnel:measure", args=["sick_percentage"])).content.decode()
    for told in ("Tælleren", "de mulige dagsværk", "Databrud", "vores fortolkning", "KRL"):
        assert told in page
    assert client.get(reverse("personnel:measure", args=["hemmeligt"])).status_code == 404


def test_a_program_gets_the_figures_of_an_address(hr):
    asked = {"measure": "sick_percentage", "unit": "lille", "period": "2025"}
    answer = hr.get("/api/personnel/figures", asked).json()
    assert (answer["release"], len(answer["figures"])) == (1, 1)
    assert answer["figures"][0]["figure"] is None
    assert "færre end 5" in answer["figures"][0]["words"]
    assert hr.get("/api/personnel/figures", {**asked, "unit": "x"}).status_code == 404


def test_a_program_gets_measures_and_units(hr):
    assert len(hr.get("/api/personnel/measures").json()) == len(MEASURES)
    units = hr.get("/api/personnel/units").json()
    assert [one["key"] for one in units[:3]] == ["by", "skole", "skole-a"]
