"""Invented staff for the property tests: a few people with employments that follow, overlap and break off, and their absences."""

from datetime import date, timedelta

from hypothesis import strategies as st

from raadhus.personnel.rules.facts import Absence, Form, Kind, Settings, Terms
from raadhus.personnel.rules.occupations import OccupationLine, Occupations

FIRST = date(2022, 9, 15)
SETTINGS = Settings(known_to=date(2025, 2, 10))
UNITS = ("skole", "pleje", "park")
JOBS = ("26410", "11701", "40001", "")
OCCUPATIONS = Occupations(
    [
        OccupationLine("264", "Administration og it", is_administrative=True, end=date(2024, 3, 1)),
        OccupationLine("264", "Ledelse", is_administrative=True, start=date(2024, 3, 1)),
        OccupationLine("117", "SOSU-personale"),
    ]
)
# Any day, and more often the first or the last of a month, where the reference days and the edges of the rules lie.
_FIRSTS = [(date(2022 + month // 12, month % 12 + 1, 1) - FIRST).days for month in range(9, 38)]
_DAYS = st.integers(0, 900) | st.sampled_from([day - back for day in _FIRSTS for back in (0, 1, 2)])


@st.composite
def _employment(draw, person: str, key: str):
    """One employment: up to three terms in a row, sometimes with a hole between them."""
    start, rows = FIRST + timedelta(days=draw(_DAYS)), []
    born = draw(st.none() | st.dates(date(1955, 1, 1), date(2005, 12, 31)))
    hired = draw(st.none() | st.dates(date(2019, 1, 1), start))
    for _ in range(draw(st.integers(1, 3))):
        end = draw(st.none() | _DAYS.map(lambda days, start=start: max(FIRST, start) + timedelta(days=days // 2 + 1)))
        later = FIRST + timedelta(days=draw(_DAYS))
        end = later if end is not None and later > start else end
        row = Terms(
            person,
            key,
            draw(st.sampled_from(UNITS)),
            start,
            end,
            draw(st.sampled_from([0, 15_00, 32_00, 37_00])),
            draw(st.sampled_from(list(Form))),
            draw(st.sampled_from(JOBS)),
            hired,
            born,
            draw(st.sampled_from(["K", "M", "kvinde", ""])),
            draw(st.none() | st.integers(0, 90_000_00)),
        )
        rows.append(row)
        if end is None:
            break
        start = end + timedelta(days=draw(st.sampled_from([0, 0, 5, 40])))
    return rows


@st.composite
def _absence(draw, employment: str):
    first = FIRST + timedelta(days=draw(_DAYS))
    last = draw(st.none() | st.integers(0, 60).map(lambda days: first + timedelta(days=days)))
    return Absence(employment, first, last, draw(st.sampled_from(list(Kind))), draw(st.none() | st.integers(0, 40_00)))


@st.composite
def staffs(draw):
    """Return (terms, absences) of at most five people."""
    terms, absences = [], []
    for number in range(draw(st.integers(1, 5))):
        for which in range(draw(st.integers(1, 2))):
            key = f"e{number}{which}"
            terms.extend(draw(_employment(f"p{number}", key)))
            absences.extend(draw(st.lists(_absence(key), max_size=3)))
    return terms, absences
