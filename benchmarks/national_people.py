# ruff: noqa: INP001, PLR2004, PLR0917 - a folder of programs; the numbers are how often things happen to invented people
"""Invented employments of 98 invented municipalities through 240 months, in the tables of personnel/rules/shapes/tables.py; no person is behind them.

600,000 posts are spread over the municipalities (log-normal), and over bottom units of 19 posts on average (log-normal too, median 14); eight bottom
units make an area, five areas a centre, and the centres the municipality. A post is held by one person after another, each for 71 months on average
(a leaving of 1.4 % a month). About every 30 months an employment changes: in pay always, in hours three times of ten, in unit once of twelve.
One person in fifty has a second employment. Absences lie in months that an employment covers whole. One unit in ten moves to another centre in 2019.
Everything is drawn with NumPy's PCG64 from the municipality's number alone, so that each can be made by itself, and is the same each time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np
from numpy.typing import NDArray

from raadhus.personnel.rules.calendar import NO_END, WorkingDays, month_of
from raadhus.personnel.rules.shapes.tables import ABSENCE_PARTS, CALENDAR, HOMES, MONTHS, STRETCHES, TABLES

Numbers = NDArray[np.int64]
MUNICIPALITIES, EMPLOYMENTS, UNIT_SIZE = 98, 600_000, 19.13
FIRST_YEAR, YEARS = 2006, 20
FIRST_MONTH, MONTHS_IN_ALL = FIRST_YEAR * 12, YEARS * 12
TENURE, UNCHANGED = 71 * 30.44, 30 * 30.44  # days on average
MOVED_ON = month_of(2019 * 12).first
OCCUPATIONS = (
    "Administration og it", "Akademikere", "Dagplejere", "Lærere", "Pædagoger", "Pædagogmedhjælpere", "SOSU-personale",
    "Socialpædagoger", "Socialrådgivere", "Sygeplejersker", "Teknisk service", "Øvrige",
)  # fmt: skip
FORMS = ("monthly", "hourly", "fleksjob", "apprentice")
DAYS = WorkingDays(FIRST_YEAR - 1, FIRST_YEAR + YEARS)
HOLIDAYS = (
    0.04,
    0.2,
    0.05,
    0.12,
    0.08,
    0.06,
    0.6,
    0.25,
    0.04,
    0.25,
    0.03,
    0.2,
)  # who is away in each month of the year


@dataclass(frozen=True)
class Municipality:
    """One invented municipality: its number and how many posts it has."""

    number: int
    posts: int

    @property
    def name(self) -> str:
        """Return "k007"."""
        return f"k{self.number:03}"


def municipalities(part: float = 1.0) -> list[Municipality]:
    """Return the municipalities, largest first; `part` of them for quick runs, spread over all sizes."""
    draw = np.random.default_rng(2026)
    weights = draw.lognormal(0, 0.6, MUNICIPALITIES)
    posts = np.rint(EMPLOYMENTS * weights / weights.sum()).astype(int)
    posts[posts.argmax()] += EMPLOYMENTS - posts.sum()
    found = sorted((Municipality(number, int(size)) for number, size in enumerate(posts)), key=lambda one: -one.posts)
    return found[:: max(1, round(1 / part))]


def write(town: Municipality, folder: Path) -> dict[str, int]:
    """Write the five tables of a municipality as Parquet in the folder, and return how many rows each has."""
    draw = np.random.default_rng([2026, town.number])
    folder.mkdir(parents=True, exist_ok=True)
    leaves = max(2, round(town.posts / UNIT_SIZE))
    stretches = _stretches(draw, town, leaves)
    connection = duckdb.connect(":memory:", config={"threads": 1, "memory_limit": "1GB"})
    connection.execute("SET enable_progress_bar = false")
    names = _names(leaves)
    counts = {
        STRETCHES: _save(connection, folder, STRETCHES, stretches, names),
        ABSENCE_PARTS: _save(connection, folder, ABSENCE_PARTS, _absences(draw, stretches), names),
    }
    rows = {HOMES: list(_homes(draw, leaves)), MONTHS: list(_months()), CALENDAR: list(DAYS.rows())}
    for table, lines in rows.items():
        columns = dict(zip((column.name for column in TABLES[table]), zip(*lines, strict=True), strict=True))
        arrays = {
            name: np.array(values, dtype=object if isinstance(values[0], str) else np.int64)
            for name, values in columns.items()
        }
        counts[table] = _save(connection, folder, table, arrays, names)
    connection.close()
    return counts


def _names(leaves: int) -> dict[str, list[str]]:
    return {
        "unit": [_leaf(leaf) for leaf in range(leaves)],
        "occupation": list(OCCUPATIONS),
        "gender": ["K", "M"],
        "form": list(FORMS),
    }


def _leaf(leaf: int) -> str:
    return f"K.{leaf // 40:02}.{leaf // 8 % 5}.{leaf % 8}"


def _homes(draw: np.random.Generator, leaves: int) -> Iterator[tuple[str, str, int, int]]:
    """Yield every unit's nodes: itself and the municipality for ever, its area and centre until it moves and from then on."""
    moves = draw.random(leaves) < 0.1
    for leaf in range(leaves):
        unit, other = _leaf(leaf), (leaf * 7 + 3) % leaves
        yield unit, unit, 1, NO_END
        yield "K", unit, 1, NO_END
        for depth in (2, 3):
            before, after = (".".join(name.split(".")[:depth]) for name in (unit, _leaf(other)))
            if moves[leaf] and before != after:
                yield before, unit, 1, MOVED_ON
                yield after, unit, MOVED_ON, NO_END
            else:
                yield before, unit, 1, NO_END


def _months() -> Iterator[tuple[int, ...]]:
    for number in range(FIRST_MONTH, FIRST_MONTH + MONTHS_IN_ALL):
        month = month_of(number)
        yield (*month, DAYS.between(month.first, month.after))


def _events(
    draw: np.random.Generator, posts: int, mean: float, most: int, first: int, after: int
) -> tuple[Numbers, Numbers]:
    """Return (post, day) of a process that happens every so many days on average, from somewhat before the first day on."""
    gaps = draw.exponential(mean, (posts, most))
    gaps[:, 0] *= -1
    days = first + np.cumsum(gaps, axis=1).astype(np.int64)
    post = np.broadcast_to(np.arange(posts)[:, None], days.shape)
    wanted = days < after
    return post[wanted], days[wanted]


def _stretches(draw: np.random.Generator, town: Municipality, leaves: int) -> dict[str, Numbers]:
    first, after = month_of(FIRST_MONTH).first, month_of(FIRST_MONTH + MONTHS_IN_ALL - 1).after
    hired_post, hired_day = _events(draw, town.posts, TENURE, 26, first, after)
    changed_post, changed_day = _events(draw, town.posts, UNCHANGED, 40, first, after)
    inside = changed_day >= first
    changed_post, changed_day = changed_post[inside], changed_day[inside]
    post = np.concatenate([hired_post, changed_post])
    day = np.concatenate([hired_day, changed_day])
    is_new = np.concatenate([np.ones(len(hired_post), bool), np.zeros(len(changed_post), bool)])
    order = np.lexsort((~is_new, day, post))
    post, day, is_new = post[order], day[order], is_new[order]
    end = np.where(np.append(post[1:] == post[:-1], False), np.append(day[1:], 0), NO_END)
    person = np.cumsum(is_new) - 1
    table = _people(draw, person, post, day, end, leaves, town.posts)
    table["person"] = person
    kept = {name: values[end > day] for name, values in table.items()}
    return _second_employments(draw, kept, leaves)


def _people(
    draw: np.random.Generator, person: Numbers, post: Numbers, start: Numbers, end: Numbers, leaves: int, posts: int
) -> dict[str, Numbers]:
    people, rows = int(person[-1]) + 1, len(person)
    first_row = np.searchsorted(person, np.arange(people))
    last_row = np.append(first_row[1:], rows) - 1
    since, left = start[first_row], end[last_row]
    born = since - (19 + 41 * draw.beta(1.2, 1.4, people)) * 365.25
    weights = draw.lognormal(0, 0.764, leaves)
    home = np.sort(draw.choice(leaves, posts, p=weights / weights.sum()))
    unit = _carried(draw, home[post], draw.integers(0, leaves, rows), first_row, person, 1 / 12)
    own = (home * 5) % len(OCCUPATIONS)
    post_job = np.where(draw.random(posts) < 0.7, own, draw.integers(0, len(OCCUPATIONS), posts))
    form = draw.choice(4, people, p=(0.88, 0.08, 0.02, 0.02))
    hours = _carried(draw, _hours(draw, people)[person], _hours(draw, rows), first_row, person, 0.3)
    pay = draw.normal(38_000, 6_000, people).clip(24_000)[person] * 1.02 ** ((start - since[person]) / 365.25)
    born_month, born_day = _calendar(born.astype(np.int64))
    since_month, since_day = _calendar(since)
    left_month, left_day = _calendar(np.minimum(left, NO_END - 1) - 1)
    left_age = np.where(left < NO_END, left_month - born_month - (left_day < born_day), -1)
    return {
        "employment": np.zeros(rows, np.int64),
        "unit": unit,
        "job": post_job[post],
        "occupation": post_job[post],
        "administrative": (post_job[post] < 2).astype(np.int64),
        "gender": (draw.random(people) > 0.77).astype(np.int64)[person],
        "form": form[person],
        "start_day": start,
        "end_day": end,
        "hours": hours,
        "main": np.ones(rows, np.int64),
        "born_month": born_month[person],
        "born_day": born_day[person],
        "paid": np.ones(rows, np.int64),
        "pay_ore": np.rint(pay * hours / 3700).astype(np.int64) * 100,
        "since_month": since_month[person],
        "since_day": since_day[person],
        "left_day": left[person],
        "left_age": left_age[person],
        "record_key": draw.integers(0, 2**31, rows),
    }


def _hours(draw: np.random.Generator, number: int) -> Numbers:
    return draw.choice(np.array([3700, 3500, 3200, 2800, 1500]), number, p=(0.55, 0.05, 0.25, 0.1, 0.05))


def _carried(
    draw: np.random.Generator, own: Numbers, other: Numbers, first_row: Numbers, person: Numbers, chance: float
) -> Numbers:
    """Return what each stretch has: the person's own from the start, and another from a change on in so many of them."""
    changes = draw.random(len(person)) < chance
    changes[first_row] = True
    at = np.maximum.accumulate(np.where(changes, np.arange(len(person)), 0))
    is_first = at == first_row[person]
    return np.where(is_first, own, other[at])


def _calendar(days: Numbers) -> tuple[Numbers, Numbers]:
    """Return the month number and the day of the month of days given as ordinals."""
    dates = (days - 719_163).astype("datetime64[D]")
    months = dates.astype("datetime64[M]")
    return months.astype(np.int64) + 1970 * 12, (dates - months.astype("datetime64[D]")).astype(np.int64) + 1


def _second_employments(draw: np.random.Generator, table: dict[str, Numbers], leaves: int) -> dict[str, Numbers]:
    chosen = (draw.random(int(table["person"].max()) + 1) < 0.02)[table["person"]]
    more = {name: values[chosen].copy() for name, values in table.items()}
    more["employment"][:], more["main"][:], more["hours"][:] = 1, 0, 1000
    more["pay_ore"] = more["pay_ore"] // 4
    more["unit"] = (more["unit"] + 1) % leaves
    more["record_key"] = draw.integers(0, 2**31, len(more["unit"]))
    return {name: np.concatenate([values, more[name]]) for name, values in table.items()}


def _absences(draw: np.random.Generator, stretches: dict[str, Numbers]) -> dict[str, Numbers]:
    """Return parts of absences in months that a stretch covers whole: sickness short and long, a child's sickness, holidays."""
    months = np.array(list(_months()))
    start = np.searchsorted(months[:, 1], stretches["start_day"])
    end = np.searchsorted(months[:, 2], stretches["end_day"], side="right")
    lengths = np.maximum(end - start, 0)
    row = np.repeat(np.arange(len(start)), lengths)
    month = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths) + start[row]
    kinds = []
    for chance, least, most, marks in (
        (0.12, 1, 5, (1, 1, 0)),
        (0.02, 9, 24, (1, 0, 0)),
        (0.02, 1, 2, (0, 1, 0)),
        (np.array(HOLIDAYS)[month % 12], 1, 16, (0, 0, 1)),
    ):
        there = np.flatnonzero(draw.random(len(row)) < chance)
        days = np.minimum(draw.integers(least, most, len(there)), months[month[there], 5])
        kinds.append((there, days, np.tile(np.array(marks), (len(there), 1))))
    there, days, marks = (np.concatenate(parts) for parts in zip(*kinds, strict=True))
    of = row[there]
    kept = (
        "person",
        "employment",
        "unit",
        "occupation",
        "gender",
        "form",
        "hours",
        "born_month",
        "born_day",
        "record_key",
    )
    return {
        **{name: stretches[name][of] for name in kept},
        "month_number": FIRST_MONTH + month[there],
        "sick": marks[:, 0],
        "short": marks[:, 1],
        "excluded": marks[:, 2],
        "units": days * stretches["hours"][of],
        "days_100": days * 100 * stretches["main"][of],
    }


def _save(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    table: str,
    arrays: dict[str, Numbers],
    names: dict[str, list[str]],
) -> int:
    """Write the arrays as Parquet; what has names is a number that becomes its name."""
    words = {
        "person": "'p' || person",
        "employment": "'e' || person || '-' || employment",
        "job": "CAST(10000 + 100 * job AS VARCHAR)",
    }
    words |= {name: f"names_of_{name}[{name} + 1]" for name in names}
    is_coded = table in {STRETCHES, ABSENCE_PARTS}
    chosen = [words.get(column.name, column.name) if is_coded else column.name for column in TABLES[table]]
    columns = ", ".join(f"{word} AS {column.name}" for word, column in zip(chosen, TABLES[table], strict=True))
    order = {STRETCHES: "ORDER BY unit, person, start_day", ABSENCE_PARTS: "ORDER BY month_number, unit"}.get(table, "")
    listed = ", ".join(f"{values!r} AS names_of_{name}" for name, values in names.items())
    target = str(folder / f"{table}.parquet").replace("'", "''")
    connection.register("arrays", arrays)
    statement = f"SELECT {columns} FROM arrays CROSS JOIN (SELECT {listed}) AS n {order}"  # noqa: S608 - names of our own
    connection.execute(f"COPY ({statement}) TO '{target}' (FORMAT parquet, COMPRESSION zstd)")
    connection.unregister("arrays")
    return len(next(iter(arrays.values())))
