"""The pages of annotations and targets: written, refused in a sentence, removed and put back, by those who may."""

import pytest
from django.urls import reverse

from raadhus.core.audit.public import trail
from raadhus.kernel.errors import NotFound
from raadhus.kernel.roles import Role
from raadhus.personnel.actions.annotating import remove_annotation
from raadhus.personnel.models import Annotation, Target
from raadhus.personnel.queries.target_list import TargetsAsked, targets
from raadhus.personnel.tests.people_of_figures import client_as, make_leader

NOTE = {"unit": "skole", "measure": "", "month": "2025-08", "text": "Ny skole åbnet"}
AIM = {
    "unit": "skole",
    "measure": "sick_percentage",
    "direction": "at_most",
    "value": "5,0",
    "first_year": "2025",
    "last_year": "",
    "reason": "Aftalt i budgettet",
}


def post(client, name, given=None, **parts):
    return client.post(reverse(f"personnel:{name}", kwargs=parts), given or {}, follow=True)


@pytest.fixture
def hr(released, client_of):
    return client_of(Role.HR)


def test_a_note_is_written_removed_and_put_back(hr, cast, now):
    assert "Ny skole åbnet" in post(hr, "annotate", NOTE).content.decode()
    key = Annotation.objects.get().pk
    assert "Fortryd: sæt den ind igen" in post(hr, "remove_annotation", key=key).content.decode()
    assert "Ny skole åbnet" in post(hr, "restore_annotation", key=key).content.decode()
    events = [one.event for one in trail("personnel_annotation", str(key))]
    assert sorted(events) == [
        "personnel.annotated",
        "personnel.annotation_removed",
        "personnel.annotation_restored",
    ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"text": "Ansat 010190-1234"}, "CPR-nummer"),
        ({"month": "august"}, "2025-08"),
        ({"month": "1999-01"}, "Skriv en måned mellem"),
        ({"unit": "findes-ikke"}, "Marker en gyldig valgmulighed"),
    ],
)
def test_a_wrong_note_is_refused_and_nothing_is_lost(hr, change, said):
    answer = post(hr, "annotate", {**NOTE, **change})
    assert answer.status_code == 400
    assert said in answer.content.decode()
    assert (change.get("text") or NOTE["text"]) in answer.content.decode()
    assert not Annotation.objects.exists()


def test_the_form_is_filled_in_from_the_drill_down(hr):
    page = hr.get(reverse("personnel:annotate"), {"enhed": "skole", "maal": "headcount", "maaned": "2025-03"})
    for chosen in ('value="skole" selected', 'value="headcount" selected', 'value="2025-03"'):
        assert chosen in page.content.decode()


def test_a_leader_writes_at_the_own_units_only(released, now, cast):
    leader = make_leader("skole")
    client = client_as(leader)
    assert post(client, "annotate", {**NOTE, "unit": "kultur"}).status_code == 400
    assert post(client, "annotate", {**NOTE, "unit": "skole-a"}).status_code == 200
    other = Annotation.objects.create(unit_key="by", month=24300, text="x", written_by="x", written_at=now)
    with pytest.raises(NotFound):
        remove_annotation(actor=leader, key=str(other.pk), now=now)


def test_a_target_is_set_shown_with_its_state_and_put_back(hr):
    page = post(hr, "set_target", AIM).content.decode()
    assert "højst 5,0" in page
    assert "fra 2025" in page
    key = Target.objects.get().pk
    assert "Fortryd" in post(hr, "remove_target", key=key).content.decode()
    assert Target.objects.get().removed_at
    assert "Målsætningen gælder igen" in post(hr, "restore_target", key=key).content.decode()
    csv = hr.get(reverse("personnel:targets"), {"export": "csv"}).content.decode("utf-8-sig")
    assert "Skoler" in csv
    assert "Aftalt i budgettet" in csv


def test_a_new_target_ends_the_one_before_and_none_takes_anothers_years(hr):
    post(hr, "set_target", {**AIM, "first_year": "2024"})
    post(hr, "set_target", {**AIM, "first_year": "2026", "value": "4"})
    first, second = Target.objects.order_by("first_year")
    assert (first.last_year, second.last_year) == (2025, None)
    assert "allerede en målsætning fra 2024" in post(hr, "set_target", {**AIM, "first_year": "2023"}).content.decode()
    post(hr, "remove_target", key=first.pk)
    post(hr, "set_target", {**AIM, "first_year": "2025", "last_year": "2025"})
    assert "allerede en målsætning fra 2025" in post(hr, "restore_target", key=first.pk).content.decode()


def test_a_leader_sees_the_targets_above_but_not_their_figures_nor_those_beside(hr, now):
    for unit in ("by", "skole", "skole-b", "skole-a"):
        post(hr, "set_target", {**AIM, "unit": unit})
    seen = {one.unit_key: one.figure for one in targets(make_leader("skole-a"), now, TargetsAsked())}
    assert set(seen) == {"by", "skole", "skole-a"}
    assert seen["by"]
    assert seen["skole-a"]
    assert not seen["skole"]


@pytest.mark.parametrize("name", ["annotations", "targets"])
def test_an_empty_list_says_so_and_odd_filters_do_no_harm(hr, name):
    page = hr.get(reverse(f"personnel:{name}"), {"unit": "x", "measure": "y", "state": "z", "page": "-1"})
    assert "Ingen " in page.content.decode()
