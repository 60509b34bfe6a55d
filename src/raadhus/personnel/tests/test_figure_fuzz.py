"""T9, further: whatever bytes stand in an address, only what is published answers, and to nobody what is another's; nor by views and mails."""

from itertools import product
from urllib.parse import quote_from_bytes, urlencode

import pytest
from django.core import mail
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.cast import STAGE_CREW

from raadhus.core.organisation.public import create_person, create_unit
from raadhus.kernel.roles import Role
from raadhus.personnel.actions.digesting import send_digests
from raadhus.personnel.actions.saving import Wish, save_view
from raadhus.personnel.models import Release, SavedView
from raadhus.personnel.tests.test_figure_leaks import (
    DOORS,
    MAY,
    _drawer,  # noqa: F401 - a fixture
    asked,
    asking,  # noqa: F401 - likewise
    canaries,  # noqa: F401 - likewise
    canary_file,  # noqa: F401 - likewise
    figures_in,
    told,
)

PLAIN = {
    "maal": "average_age",
    "enhed": "skole-a",
    "opdeling": "alder",
    "periode": "2025",
    "org": "dengang",
    "billede": "",
}
API = {"measure": "average_age", "unit": "skole-a", "breakdown": "age", "period": "2025", "version": "was"}
SQL = (
    "' OR 1=1 --",
    'skole-a"; DROP TABLE figures; --',
    "skole-a' UNION SELECT * FROM figures --",
    "%' OR unit LIKE '%",
    "skole*",
    "skole-a\\0",
)
ODD = st.one_of(st.binary(max_size=12), st.text(max_size=12).map(str.encode), st.sampled_from(SQL).map(str.encode))
ANSWERS = {200, 302, 400, 404, 422}


def with_bytes(door, key, value, *, also=False):
    """Return the address of a door with bytes as they are at one of its keys, `also` with the plain value before them."""
    page, _, more = DOORS[door].partition("?")
    rest = {name: one for name, one in (API if door == "api" else PLAIN).items() if name != key or also}
    return f"{page}?{more}&{urlencode(rest)}&{key}={quote_from_bytes(value)}"


DOORS_AND_KEYS = [(door, key) for door in sorted(DOORS) for key in (API if door == "api" else PLAIN)]
ADDRESSES = st.builds(
    lambda at, value, also: with_bytes(*at, value, also=also), st.sampled_from(DOORS_AND_KEYS), ODD, st.booleans()
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ADDRESSES)
def test_odd_bytes_get_an_answer_and_no_figure_of_anothers(asking, canaries, address):  # noqa: F811 - the fixture of that name
    answer = asking[Role.UNIT_LEADER].get(address)
    assert answer.status_code in ANSWERS
    assert [one for one in figures_in(told(answer), canaries) if not MAY[Role.UNIT_LEADER](one)] == []


def test_what_is_no_address_of_the_lattice_has_no_figures_for_anybody(asking, canaries):  # noqa: F811 - the fixture of that name
    for key, value in product(API, SQL):
        answer = asking[Role.HR].get(with_bytes("api", key, value.encode()))
        assert answer.status_code in ANSWERS - {200}, (key, value)
        assert figures_in(told(answer), canaries) == []


def test_a_program_is_told_exactly_the_address_it_asked_for(asking, canaries):  # noqa: F811 - the fixture of that name
    found = figures_in(told(asking[Role.HR].get(with_bytes("api", "unit", b"skole-a"))), canaries)
    assert {(one.version, one.unit, one.measure, one.breakdown, str(one.term)) for one in found} == {
        ("was", "skole-a", "average_age", "age", "2025")
    }


@pytest.mark.parametrize("door", sorted(DOORS))
def test_the_municipality_is_there_to_be_compared_with_and_never_divided(asking, canaries, door):  # noqa: F811 - the fixture of that name
    divided = {
        "maal": "average_age",
        "enhed": "by",
        "opdeling": "alder",
        "periode": "aar",
        "org": "",
        "billede": "opdeling",
    }
    found = figures_in(told(asked(asking[Role.UNIT_LEADER], door, divided)), canaries)
    assert [one for one in found if not MAY[Role.UNIT_LEADER](one)] == []


@pytest.fixture
def follower(asking, cast, now):  # noqa: F811 - the fixture of that name
    """The leader, who subscribed to an own view before the release; what it shows was then turned to another's unit."""
    leader = cast[Role.UNIT_LEADER]
    own = {"actor": STAGE_CREW, "start": now.date(), "now": now}
    create_unit(key="cba", short_name="CBA", name="Center", parent_key=None, **own)
    create_person(key=leader.key, name=leader.name, email="u@a.example", title="", unit_key="cba", **own)
    for name in ("Egen", "Fremmed"):
        save_view(actor=leader, query="maal=average_age&enhed=skole-a", wish=Wish(name, is_subscribed=True), now=now)
    SavedView.objects.filter(name="Fremmed").update(choices="maal=average_age&enhed=kultur")
    SavedView.objects.update(subscribed_at=Release.objects.get().finished_at)
    return asking[Role.UNIT_LEADER]


def test_a_view_that_was_turned_to_anothers_unit_tells_nothing_by_page_or_mail(follower, canaries, settings, now):  # noqa: F811 - the fixture of that name
    settings.DIGEST_FIGURES = True
    send_digests(actor=STAGE_CREW, now=now)
    (one,) = mail.outbox
    pages = [reverse(f"personnel:{name}") for name in ("views", "digest", "overview")]
    pages += [reverse("personnel:change_view", args=[row.pk]) for row in SavedView.objects.all()]
    said = [str(one.message()), one.body, *(told(follower.get(page)) for page in ("/", *pages))]
    assert figures_in(one.body, canaries)
    assert [found for text in said for found in figures_in(text, canaries) if not MAY[Role.UNIT_LEADER](found)] == []
