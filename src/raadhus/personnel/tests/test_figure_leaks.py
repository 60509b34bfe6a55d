"""T9: whatever is asked of pages, files, charts and API, nobody is told a figure that is not theirs to see.

Every figure of the cube is a number of its own, recognised wherever it stands: seven digits with a remainder that no difference of two has.
What each may see is said here once more, by hand.
"""

import json
import re
import zipfile
from datetime import date
from io import BytesIO

import pyarrow.parquet
import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from raadhus.core.access.public import grant_role
from raadhus.kernel.actors import system
from raadhus.kernel.roles import Role
from raadhus.personnel.engines.cube import AS_WAS, write_cube
from raadhus.personnel.models import Release
from raadhus.personnel.rules.choosing import BREAKDOWN_WORDS, VERSION_WORDS
from raadhus.personnel.rules.disclosure.lattice import Step
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.terms_in_words import last_month
from raadhus.personnel.tests.made_cube import FIRST_YEAR, LAST_YEAR, MOVED_IN, UNITS, cube_figures, cube_units

_NUMBER = re.compile(r"\d[\d.,\xa0]*\d")
# Where a drawing puts things: no figure, but as many digits.
_PLACES = re.compile(
    r'\s(?:d|transform|viewBox|[xy][12]?|width|height|clip-path|id|name="csrf\w+" value|href|src)="[^"]*"'
)
UNKNOWN = "skole-z"
LED_SINCE = MOVED_IN + 5


@pytest.fixture(scope="module")
def canaries():
    """Every published figure with its own number, and the figures by their digits."""
    figures, by_digits = [], {}
    for place, one in enumerate(cube_figures()):
        digits = 1_000_005 + 97 * 3 * place
        if one.value is not None:
            one = one._replace(value=type(one.value)(digits).scaleb(-MEASURES[one.measure].decimals))  # noqa: PLW2901 - the same figure
            by_digits[str(digits)] = one
        figures.append(one)
    assert len(str(digits)) == 7
    return figures, by_digits


@pytest.fixture(scope="module")
def canary_file(tmp_path_factory, canaries):
    path = tmp_path_factory.mktemp("canaries") / "published" / "1" / "cube.duckdb"
    path.parent.mkdir(parents=True)
    about = {
        "number": "1",
        "first_month": str(FIRST_YEAR * 12),
        "last_month": str(LAST_YEAR * 12 + 11),
        "least": "5",
    }
    write_cube(path, units=cube_units(), figures=canaries[0], about=about)
    return path


@pytest.fixture
def asking(cast, client_of, now, canary_file, settings):
    """Clients of all who ask, with the cube of canaries published."""
    settings.PERSONNEL_FOLDER = canary_file.parents[2]
    months = {"first_month": FIRST_YEAR * 12, "last_month": LAST_YEAR * 12 + 11}
    moment = timezone.now()
    Release.objects.create(number=1, state="published", started_by="P", started_at=moment, finished_at=moment, **months)
    for role, unit, start in (
        (Role.UNIT_LEADER, "skole-a", date(LED_SINCE // 12, LED_SINCE % 12 + 1, 1)),
        (Role.CENTRE_HEAD, "skole", date(2020, 1, 1)),
    ):
        key = cast[role].key
        grant_role(actor=system("tests", "P"), person_key=key, role=role, unit=unit, start=start, end=None, now=now)
    return {role: client_of(role) for role in MAY}


@pytest.fixture(autouse=True)
def _drawer(monkeypatch):
    """A drawer that writes all it was given into the picture, and keeps nothing."""
    monkeypatch.setattr("raadhus.ui.charts.drawing.vl_convert.vegalite_to_svg", _drawn)
    monkeypatch.setattr("raadhus.ui.charts.drawing._house.folder", None)


def _drawn(spec, **_settings):
    told = json.dumps(spec, ensure_ascii=False).replace("&", "").replace("<", "")
    return f'<svg xmlns="http://www.w3.org/2000/svg"><text>{told}</text></svg>'


def whole_town(one):
    return one.unit == "by" and not one.breakdown and not one.merged


def of_school_a(one):
    return whole_town(one) or (one.unit == "skole-a" and last_month(one.term) >= LED_SINCE)


def of_schools(one):
    moved = one.unit == "klub" and (one.version != AS_WAS or last_month(one.term) >= MOVED_IN)
    return whole_town(one) or one.unit in {"skole", "skole-a", "skole-b"} or moved


def all_of_it(_one):
    return True


def none_of_it(_one):
    return False


MAY = {
    Role.HR: all_of_it,
    Role.CHIEF_EXECUTIVE: all_of_it,
    Role.CENTRE_HEAD: of_schools,
    Role.UNIT_LEADER: of_school_a,
    Role.EMPLOYEE: none_of_it,
    Role.SECURITY_OFFICER: none_of_it,
    Role.PUBLIC: none_of_it,
}
DOORS = {
    "overview": "/personale/",
    "figure": "/personale/tal/",
    "compare": "/personale/sammenlign/",
    "embed": "/personale/indlejret/",
    "svg": "/personale/diagram.svg",
    "csv": "/personale/tal/?export=csv",
    "xlsx": "/personale/sammenlign/?export=xlsx",
    "parquet": "/personale/?export=parquet",
    "api": "/api/personnel/figures",
}
PERIODS = ("", "aar", "maaned", "kvartal", "2025", "2024", "2025-05", "2025-06", "2025K2", "1999", "2025-13", "x")
ADDRESSES = st.fixed_dictionaries(
    {
        "maal": st.sampled_from([*MEASURES, "", "hemmeligt"]),
        "enhed": st.sampled_from([*UNITS, UNKNOWN, "' OR 1=1", "by/", ""]),
        "opdeling": st.sampled_from(["", "", *BREAKDOWN_WORDS, "alder,koen"]),
        "periode": st.sampled_from(PERIODS),
        "org": st.sampled_from([*VERSION_WORDS, "", "engang"]),
        "billede": st.sampled_from(["", "opdeling", "enheder"]),
    }
)


def asked(client, door, address):
    if door == "api":
        words = {"breakdown": BREAKDOWN_WORDS.get(address["opdeling"], address["opdeling"])}
        words |= {"version": VERSION_WORDS.get(address["org"], "is")}
        address = {"measure": address["maal"], "unit": address["enhed"], "period": address["periode"], **words}
    if door == "compare" and address["enhed"] and address["billede"]:
        address = {**address, "sammen": address["enhed"], "enhed": "by"}
    return client.get(
        DOORS[door], {**dict(part.split("=") for part in DOORS[door].partition("?")[2:] if part), **address}
    )


def told(answer):
    """Return everything that an answer says, as text: headers, and the content unpacked."""
    content = answer.content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as archive:
            content = b"\n".join(archive.read(name) for name in archive.namelist())
    elif content.startswith(b"PAR1"):
        content = re.sub(r"\.0\b", "", str(pyarrow.parquet.read_table(BytesIO(content)).to_pylist())).encode()
    return _PLACES.sub("", f"{answer.headers}\n{content.decode()}")


def plain(answer, unit):
    """Return what an answer says without the key that was asked for, the form's token and the length, which counts both."""
    text = re.sub(rf"{UNKNOWN}|{unit}|'Content-Length': '\d+'", "", told(answer))
    return re.sub(r'value="\w{64}"', "", text)


def figures_in(text, canaries):
    digits = {re.sub(r"\D", "", found) for found in _NUMBER.findall(text)}
    digits |= {f"{one}0" for one in digits}  # a spreadsheet leaves the last nought out
    return [canaries[1][one] for one in digits if one in canaries[1]]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(DOORS)), ADDRESSES)
def test_nobody_is_told_a_figure_that_is_not_theirs(asking, canaries, door, address):
    for role in (Role.UNIT_LEADER, Role.CENTRE_HEAD, Role.EMPLOYEE):
        answer = asked(asking[role], door, address)
        assert answer.status_code in {200, 302, 400, 403, 404, 422}
        found = figures_in(told(answer), canaries)
        assert [one for one in found if not MAY[role](one)] == []
        assert answer.status_code == 200 or not found


@pytest.mark.parametrize("role", [Role.EMPLOYEE, Role.SECURITY_OFFICER, Role.PUBLIC])
@pytest.mark.parametrize("door", sorted(DOORS))
def test_who_may_read_no_figures_is_refused_at_every_door(asking, canaries, role, door):
    answer = asked(
        asking[role],
        door,
        {"maal": "headcount", "enhed": "by", "opdeling": "", "periode": "", "org": "", "billede": ""},
    )
    assert answer.status_code in {302, 401, 403}
    assert figures_in(told(answer), canaries) == []


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(DOORS)), ADDRESSES, st.sampled_from(["skole", "skole-b", "kultur", "lille"]))
def test_what_is_anothers_and_what_is_not_there_are_told_alike(asking, door, address, unit):
    client = asking[Role.UNIT_LEADER]
    answers = [asked(client, door, {**address, "enhed": key}) for key in (unit, UNKNOWN)]
    assert [one.status_code for one in answers] in ([404, 404], [400, 400], [422, 422])
    first, second = (plain(one, unit) for one in answers)
    assert first == second


def test_the_instrument_sees_the_figures_that_are_there(asking, canaries):
    address = {"maal": "average_age", "enhed": "skole", "opdeling": "alder", "periode": "", "org": "", "billede": ""}
    for door in DOORS:
        found = figures_in(told(asked(asking[Role.HR], door, address)), canaries)
        assert len(found) >= (2 if door == "svg" else 3), door


@pytest.mark.parametrize("kind", ["csv", "parquet"])
@pytest.mark.parametrize("role", [Role.UNIT_LEADER, Role.CENTRE_HEAD])
def test_everything_is_all_of_ones_own_and_nothing_else(asking, canaries, role, kind):
    own = {one for one in canaries[1].values() if MAY[role](one)}
    years = set(figures_in(told(asking[role].get(f"/personale/alt.{kind}")), canaries))
    assert years == {one for one in own if one.term.step is Step.YEAR}
    of_one = set(figures_in(told(asking[role].get(f"/personale/alt.{kind}?periode=2025")), canaries))
    assert of_one == {one for one in own if one.term.year == 2025}


def test_months_are_among_what_is_seen(canaries):
    assert {one.term.step for one in canaries[1].values() if of_school_a(one)} == set(Step)
