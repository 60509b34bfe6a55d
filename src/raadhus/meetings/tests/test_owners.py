"""Who is meant to own a suggested obligation: a person of the organisation where the words say so, otherwise the words."""

from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils.timezone import localdate
from tests.cast import NOW

from raadhus.core.obligations.public import of_origin
from raadhus.core.organisation.public import create_person
from raadhus.kernel.roles import Role
from raadhus.meetings.models import SuggestedObligation
from raadhus.meetings.queries.owners import chosen_owner, owner_choices, suggested_owner
from raadhus.meetings.queries.review import review_page
from raadhus.meetings.tests.papers import open_item, reading


@pytest.fixture
def choices(house, now):
    return owner_choices(localdate(now))


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("SAC", "cecilie-ceder"),
        ("sac", "cecilie-ceder"),
        ("Social- og Arbejdsmarkedscenter", "cecilie-ceder"),
        ("Uffe Urt", "uffe-urt"),
        ("FDC", None),
        ("CBA", None),
        ("forvaltningen", None),
        ("", None),
    ],
)
def test_a_units_short_name_means_its_leader_and_a_name_its_person(choices, now, words, key):
    found = suggested_owner(words, choices, localdate(now))
    assert (found.key if found else None) == key


def test_a_label_and_a_name_that_one_person_has_are_that_person(choices):
    assert {chosen_owner(text, choices).key for text in ("Uffe Urt (SAC-M)", " uffe urt ")} == {"uffe-urt"}


def test_two_of_the_same_name_are_never_guessed_between(house, now):
    given = {"email": "", "title": "", "start": localdate(now), "now": now}
    create_person(actor=house[Role.ADMINISTRATOR], key="uffe-urt-2", name="Uffe Urt", unit_key="sac-myndighed", **given)
    choices = owner_choices(localdate(now))
    assert chosen_owner("Uffe Urt", choices) is None
    assert chosen_owner("Uffe Urt (SAC-M)", choices) is None
    assert chosen_owner("Uffe Urt (SAC-M) [uffe-urt-2]", choices).key == "uffe-urt-2"


@pytest.fixture
def suggested(house, import_paper):
    promise = open_item().obligations[0]
    return import_paper(reading(items=(open_item(obligations=(replace(promise, owner="SAC"),)),))).meeting_id


def test_the_page_offers_the_leader_of_the_unit_that_the_document_names(suggested, house, now):
    page = review_page(viewer=house[Role.SECRETARY], meeting_id=suggested, now=now)
    assert [one.owner for one in page.suggestions] == ["Cecilie Ceder (SAC)"]


@pytest.mark.parametrize(
    ("owner", "made"),
    [
        ("Cecilie Ceder (SAC)", ("cecilie-ceder", "Cecilie Ceder", "Byrådet", "2026-09")),
        ("Et konsulenthus", ("", "Et konsulenthus", "Byrådet", "2026-09")),
    ],
)
def test_the_form_makes_the_obligation_a_persons_or_keeps_the_words(suggested, house, client_of, owner, made):
    one = SuggestedObligation.objects.get()
    sent = {"text": one.text, "owner": owner, "to_body": "Byrådet", "due": "2026-09"}
    client_of(Role.SECRETARY).post(reverse("meetings:obligation_confirm", args=[suggested, one.pk]), sent)
    (found,) = of_origin(house[Role.SECRETARY], "agenda_item", str(one.item_id), now=NOW)
    assert (found.owner_key, found.owner, found.to_body, found.due) == made
