"""Saved views: each its owner's own, validated, with limits, deleted and put back."""

import pytest
from django.urls import reverse

from raadhus.kernel.errors import NotFound, WrongInput
from raadhus.kernel.roles import Role
from raadhus.personnel.actions.saving import Wish, change_view, remove_view, restore_view, save_view
from raadhus.personnel.models import SavedView
from raadhus.personnel.queries.limits_tile import limits_tile
from raadhus.personnel.queries.saved_views import saved_views
from raadhus.personnel.rules.limits import LimitKind
from raadhus.personnel.tests.people_of_figures import client_as, make_leader

QUERY = "maal=headcount&enhed=skole-a"


@pytest.fixture
def leader(released, cast):
    return make_leader("skole-a")


def test_a_view_is_saved_with_its_limit_changed_deleted_and_put_back(leader, now):
    client = client_as(leader)
    given = {"name": "Vi", "choices": QUERY, "is_subscribed": "on", "limit_kind": "over", "limit": "10"}
    page = client.post(reverse("personnel:save_view"), given, follow=True).content.decode()
    row = SavedView.objects.get()
    assert (row.choices, row.limit_value, row.owner_key) == (QUERY, 10, leader.key)
    for said in ("Antal ansatte i Skole A", "over 10", "er over grænsen"):
        assert said in page.replace("\N{NO-BREAK SPACE}", " ")
    assert 'value="10"' in client.get(reverse("personnel:change_view", args=[row.pk])).content.decode()
    client.post(reverse("personnel:change_view", args=[row.pk]), {"name": "Os", "choices": "maal=x"})
    row.refresh_from_db()
    assert (row.name, row.choices, row.limit_kind, row.subscribed_at) == ("Os", QUERY, "", None)
    assert (
        "Slettede visninger"
        in client.post(reverse("personnel:remove_view", args=[row.pk]), follow=True).content.decode()
    )
    restore_view(actor=leader, key=str(row.pk), now=now)
    assert [one.name for one in saved_views(leader, now)] == ["Os"]


@pytest.mark.parametrize(
    ("query", "wish", "said"),
    [
        ("maal=findes-ikke", Wish("x"), "ikke en visning"),
        ("periode=2025-13", Wish("x"), "ikke en visning"),
        (QUERY, Wish("  "), "navn"),
        (QUERY, Wish("x", limit="5"), "både over eller under"),
        (QUERY, Wish("x", limit_kind=LimitKind.OVER), "både over eller under"),
        (QUERY, Wish("x", limit_kind=LimitKind.OVER, limit="5,5"), "hele tal"),
    ],
)
def test_what_is_no_view_is_refused_in_a_sentence(leader, now, query, wish, said):
    with pytest.raises(WrongInput, match=said):
        save_view(actor=leader, query=query, wish=wish, now=now)


@pytest.mark.parametrize("unit", ["kultur", "findes-ikke", "skole"])
def test_a_unit_of_others_is_as_one_that_is_not_there(leader, now, unit):
    with pytest.raises(NotFound, match="Der er ingen tal her, som du har adgang til at se"):
        save_view(actor=leader, query=f"enhed={unit}", wish=Wish("x"), now=now)


def test_the_view_of_somebody_else_is_not_there(leader, cast, client_of, now):
    row = save_view(actor=leader, query=QUERY, wish=Wish("Hemmelig"), now=now)
    hr = client_of(Role.HR)
    assert "Hemmelig" not in hr.get(reverse("personnel:views")).content.decode()
    assert hr.get(reverse("personnel:change_view", args=[row.pk])).status_code == 404
    for act in (remove_view, restore_view):
        with pytest.raises(NotFound):
            act(actor=cast[Role.HR], key=str(row.pk), now=now)
    with pytest.raises(NotFound):
        change_view(actor=cast[Role.HR], key=str(row.pk), wish=Wish("x"), now=now)
    for name in ("remove_view", "restore_view"):
        hr.post(reverse(f"personnel:{name}", args=[row.pk]))
    assert SavedView.objects.get().removed_at is None


def test_a_name_stands_once_and_a_deleted_one_is_free(leader, now):
    first = save_view(actor=leader, query=QUERY, wish=Wish("Vi"), now=now)
    client = client_as(leader)
    given = {"name": "Vi", "choices": QUERY}
    assert "allerede en visning" in client.post(reverse("personnel:save_view"), given).content.decode()
    remove_view(actor=leader, key=str(first.pk), now=now)
    assert client.post(reverse("personnel:save_view"), given).status_code == 302
    client.post(reverse("personnel:restore_view", args=[first.pk]))
    first.refresh_from_db()
    assert first.removed_at


def test_a_figure_that_is_no_longer_the_owners_to_see_is_told_to_nobody(leader, now):
    save_view(actor=leader, query=QUERY, wish=Wish("Vi", limit_kind=LimitKind.OVER, limit="10"), now=now)
    SavedView.objects.update(choices="maal=headcount&enhed=kultur")
    (shown,) = saved_views(leader, now)
    assert (shown.about, shown.words, shown.limit, shown.crossed) == ("", "", "", "")
    assert limits_tile(leader, now) is None


def test_the_tile_names_the_views_beyond_their_limits(leader, now):
    assert limits_tile(leader, now) is None
    save_view(actor=leader, query=QUERY, wish=Wish("Over", limit_kind=LimitKind.OVER, limit="10"), now=now)
    save_view(actor=leader, query=QUERY, wish=Wish("Under", limit_kind=LimitKind.UNDER, limit="10"), now=now)
    tile = limits_tile(leader, now)
    assert [one.name for one in tile.context["crossed"]] == ["Over"]
    assert tile.context["total"] == 2


def test_a_hidden_figure_crosses_no_limit(released, cast, now):
    leader = make_leader("lille")
    query = "maal=sick_percentage&enhed=lille"
    save_view(actor=leader, query=query, wish=Wish("Vi", limit_kind=LimitKind.UNDER, limit="99"), now=now)
    (shown,) = saved_views(leader, now)
    assert "færre end 5" in shown.words
    assert not shown.crossed


def test_the_drill_down_leads_to_saving_and_writing_for_those_who_may(leader, client_of):
    client = client_as(leader)
    page = client.get(reverse("personnel:figure"), {"maal": "headcount", "enhed": "skole-a"}).content.decode()
    assert "/visninger/gem/?maal=headcount&amp;enhed=skole-a" in page
    assert "/bemaerkninger/ny/?enhed=skole-a&amp;maal=headcount&amp;maaned=2025-12" in page
    assert "/maalsaetninger/ny/" not in page
    assert "/bemaerkninger/ny/" not in client_of(Role.AUDITOR).get(reverse("personnel:figure")).content.decode()


def test_a_view_follows_the_newest_period(leader, now):
    save_view(actor=leader, query=f"{QUERY}&periode=2024", wish=Wish("Vi"), now=now)
    assert SavedView.objects.get().choices == f"{QUERY}&periode=aar"
