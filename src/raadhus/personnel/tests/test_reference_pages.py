"""The pages of reference values and of those who are served: the list, the steps of an import, and growth beside growth."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from raadhus.kernel.roles import Role
from raadhus.personnel.models import ReferenceImport, ReferenceRow, ServedRow
from raadhus.personnel.tests.test_importing_references import FRA, GOOD, HEAD, people

LIST, SERVED = "/personale/sammenligningstal/", "/personale/dem-vi-betjener/"


@pytest.fixture
def hr(client_of):
    return client_of(Role.HR)


def text_of(response):
    return response.content.decode()


def give(client, data, address=LIST, **more):
    data = data if isinstance(data, bytes) else data.encode()
    return client.post(f"{address}indlaes/", {"document": SimpleUploadedFile("tal.csv", data), **more})


def go_on(client, page, address=LIST, **more):
    """Post what the page's own form holds, and what is chosen."""
    held = dict(
        re.findall(r'<input type="hidden" name="(name|packed|ages|source|seen)" value="([^"]*)"', text_of(page))
    )
    return client.post(f"{address}indlaes/", {**held, **more}, follow=True)


def test_the_list_says_whose_each_value_is_and_how_well_it_is_known(cast, client_of):
    page = text_of(client_of(Role.UNIT_LEADER).get(f"{LIST}?definition=share_60_plus"))
    assert "Direktionens referat 02-06-2025" in page
    assert "kun gengivet af andre" in page
    assert "Indlæs en fil" not in page
    assert "version 2 af 2" in text_of(client_of(Role.HR).get(f"{LIST}?year=2018"))


def test_one_value_has_its_versions_and_what_it_is_held_against(cast, hr):
    page = hr.get(f"{LIST}?source=KRL&year=2018")
    address = re.search(r'href="(/personale/sammenligningstal/et/[^"]*)"', text_of(page))[1].replace("&amp;", "&")
    shown = text_of(hr.get(address))
    assert ("11,9" in shown, "12,0" in shown, "Sygedagsværk pr. fuldtidsansat" in shown) == (True, True, True)
    assert hr.get(f"{LIST}et/?unit=uger").status_code == 404


def test_what_the_list_is_fetched_as_can_be_taken_in_again_and_changes_nothing(cast, hr):
    for kind in ("csv", "xlsx"):
        file = hr.get(f"{LIST}?export={kind}").content
        page = text_of(give(hr, file))
        assert "0 nye og 0 rettede" in page
        assert 'name="take_in"' not in page


def test_our_own_table_is_seen_first_and_then_taken_in(cast, hr):
    page = give(hr, HEAD + GOOD)
    assert ("6,1" in text_of(page), ReferenceRow.objects.count()) == (True, 0)
    done = text_of(go_on(hr, page, take_in="1"))
    assert ("Filen er indlæst" in done, ReferenceRow.objects.count()) == (True, 1)
    key = ReferenceImport.objects.get().pk
    assert hr.post(f"{LIST}indlaest/{key}/fortryd/", {"reason": " "}).status_code == 400
    undone = text_of(hr.post(f"{LIST}indlaest/{key}/fortryd/", {"reason": "Forkert fil"}, follow=True))
    assert ("Forkert fil" in undone, ReferenceRow.objects.count()) == (True, 0)


def test_wrong_rows_are_told_one_by_one_and_nothing_can_be_taken_in(cast, hr):
    page = give(hr, HEAD + GOOD.replace("6,1", "610") + GOOD.replace("2024", "2099"))
    assert page.status_code == 400
    assert ("over 100 %" in text_of(page), "2099" in text_of(page)) == (True, True)
    assert 'name="take_in"' not in text_of(page)


def test_a_statbank_table_is_taken_in_when_its_variables_are_chosen_and_seen(cast, hr):
    page = give(hr, FRA)
    assert "kun Egen sygdom" in text_of(page)
    chosen = {
        "variable0": "=Kommuner",
        "variable1": "=Egen sygdom",
        "variable2": "=Dagsværk pr. fuldtidsansat",
        "variable3": "year",
        "definition": "sick_days_per_full_time",
        "source": "DST",
        "origin": "Statistikbanken, FRA020",
    }
    unseen = go_on(hr, page, take_in="1", **chosen)
    assert ("2 nye" in text_of(unseen), ReferenceRow.objects.count()) == (True, 0)
    other = go_on(hr, unseen, take_in="1", **{**chosen, "source": "KRL"})
    assert ReferenceRow.objects.count() == 0
    go_on(hr, go_on(hr, other, **chosen), take_in="1", **chosen)
    assert list(ReferenceRow.objects.values_list("source", "year").order_by("year")) == [("DST", 2023), ("DST", 2024)]


def test_a_lost_file_leads_back_and_a_broken_one_is_told(cast, hr):
    assert "gik tabt" in text_of(hr.post(f"{LIST}indlaes/", {"name": "a", "packed": "x!"}, follow=True))
    assert "filen er tom" in text_of(give(hr, b""))


def test_those_who_are_served_stand_beside_the_staff_of_the_municipality(released, cast, hr):
    page = give(hr, people(more=1, years=("2023K1", "2025K1")), SERVED, ages="0-5, 80+", source="Danmarks Statistik")
    assert "børn på 0-5 år" in text_of(page)
    assert "Filen er indlæst" in text_of(go_on(hr, page, SERVED, take_in="1"))
    shown = text_of(hr.get(SERVED)).replace("\xa0", " ")
    assert "børn på 0-5 år: 10,0 % flere; " in shown
    assert "(Danmarks Statistik)." in shown
    assert "Årsværk i Prøvekøbing Kommune:" in shown
    assert "2023K1" not in shown
    assert "Eksempelby;børn på 0-5 år;2025;66" in text_of(hr.get(f"{SERVED}?export=csv"))


def test_without_people_or_figures_the_page_says_so(cast, hr):
    assert "Ingen folketal" in text_of(hr.get(SERVED))
    page = give(hr, people(), SERVED, ages="0-5", source="opdigtet")
    go_on(hr, page, SERVED, take_in="1")
    assert ServedRow.objects.count() == 2
    assert "endnu ikke udgivet" in text_of(hr.get(f"{SERVED}?area=Ukendt&first=x&last=99999"))


def test_only_hr_comes_to_the_import(cast, client_of):
    for role in (Role.CENTRE_HEAD, Role.AUDITOR, None):
        assert client_of(role).get(f"{LIST}indlaes/").status_code in {302, 403}


@pytest.mark.parametrize("odd", ["%00", "%FF%FE", "9" * 3000, "'%22;--"])
def test_an_odd_question_is_answered(cast, hr, odd):
    hr.raise_request_exception = False
    for address in (
        f"{LIST}?year={odd}",
        f"{LIST}et/?unit=days&year={odd}&source={odd}",
        f"{SERVED}?first={odd}&area={odd}",
    ):
        assert hr.get(address).status_code < 500
