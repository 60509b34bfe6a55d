"""From a question to SQL in DuckDB's dialect: whole numbers only, aggregates SUM, COUNT and MAX only, no division (docs/decisions/1802).

No value from outside is ever written into a statement: what stands in it comes from enums and whole numbers of this module's own.
"""

from raadhus.personnel.rules.counting import AGE_BANDS, UNKNOWN, Breakdown
from raadhus.personnel.rules.facts import Form, Settings
from raadhus.personnel.rules.measures.definitions import MONTHS_A_YEAR, Component
from raadhus.personnel.rules.shapes.questions import (
    ABSENCE_COMPONENTS,
    COMING_COMPONENTS,
    GOING_COMPONENTS,
    STOCK_COMPONENTS,
    Question,
    Shape,
)
from raadhus.personnel.rules.shapes.tables import ABSENCE_PARTS, CALENDAR, HOMES, MONTHS, STRETCHES

_AGE = "m.number - r.born_month - CASE WHEN m.day_of_month < r.born_day THEN 1 ELSE 0 END"
_EMPLOYED = "m.number - r.since_month - CASE WHEN m.day_of_month < r.since_day THEN 1 ELSE 0 END"
_THERE = "r.start_day <= m.reference_day AND m.reference_day < r.end_day"


def sql_of(question: Question) -> str:
    """Return the statement; its rows are month, place, value, and then the numbers in the order of the shape's components."""
    return _WRITERS[question.shape](question)


def _flag(condition: str, then: str = "1") -> str:
    return f"CASE WHEN {condition} THEN {then} ELSE 0 END"


def _places(question: Question) -> dict[str, str]:
    """Return the columns that say whose numbers a row has, with their expressions, in the order of the counting's cells."""
    settings = question.scope.settings
    columns = {
        "month_number": "m.number",
        "place": "h.node" if question.by_node else "r.unit",
        "breakdown_value": _value(question.scope.breakdown, settings),
    }
    if question.scope.by_person:
        split = (Breakdown.OCCUPATION, Breakdown.AGE, Breakdown.GENDER, Breakdown.CONTRACT)
        columns |= {f"{breakdown.value}_value": _value(breakdown, settings) for breakdown in split}
        columns |= {"person": "r.person", "employment": "r.employment"}
    return columns


def _grouped(question: Question) -> str:
    return ", ".join(_places(question))


def _value(breakdown: Breakdown, settings: Settings) -> str:
    """Return the expression of the breakdown's value; the same bands and words as the counting by Python."""
    match breakdown:
        case Breakdown.OCCUPATION:
            return "r.occupation"
        case Breakdown.AGE:
            bands = " ".join(
                f"WHEN {_AGE} >= {int(year) * MONTHS_A_YEAR} THEN '{name}'" for year, name in reversed(AGE_BANDS)
            )
            return f"CASE WHEN r.born_month < 0 THEN '{UNKNOWN}' {bands} ELSE '{UNKNOWN}' END"
        case Breakdown.GENDER:
            return f"CASE WHEN r.gender = '' THEN '{UNKNOWN}' ELSE r.gender END"
        case Breakdown.CONTRACT:
            full = int(settings.full_time_hours)
            words = f"WHEN r.hours >= {full} THEN 'full-time' ELSE 'part-time'"
            return f"CASE WHEN r.form = '{Form.HOURLY.value}' THEN 'hourly' {words} END"
        case _:
            return "''"


def _stock_expressions(question: Question) -> dict[Component, str]:
    settings = question.scope.settings
    is_aged = "r.main = 1 AND r.born_month >= 0"
    return {
        Component.HEADS: "r.main",
        Component.HOURS: "r.hours",
        Component.FULL_TIME_HEADS: _flag(f"r.hours >= {int(settings.full_time_hours)}", "r.main"),
        Component.AGED_HEADS: _flag(is_aged),
        Component.AGE_MONTHS: _flag(is_aged, _AGE),
        Component.HEADS_60_PLUS: _flag(f"{is_aged} AND {_AGE} >= {60 * MONTHS_A_YEAR}"),
        Component.PAY_ORE: "r.pay_ore",
        Component.PAID_HOURS: "r.paid * r.hours",
        Component.NEW_HEADS: _flag(f"{_EMPLOYED} < {int(settings.new_months)}", "r.main"),
        Component.ADMINISTRATIVE_HOURS: "r.administrative * r.hours",
    }


_ABSENCE_EXPRESSIONS = {
    Component.SICK_UNITS: "r.sick * r.units",
    Component.SHORT_SICK_UNITS: "r.sick * r.units * r.short",
    Component.LONG_SICK_UNITS: "r.sick * r.units * (1 - r.short)",
    Component.SICK_DAYS_100: "r.sick * r.days_100",
    Component.POSSIBLE_UNITS: "0 - r.excluded * r.units",
}


def _base(question: Question, table: str, condition: str, columns: str, *, reach: int = 0) -> str:
    """Return the rows of a table that the question is about, each with its month, place and value. `reach` takes so many months before as well."""
    forms = ", ".join(f"'{form.value}'" for form in sorted(question.scope.forms))
    home, at_home = "", ""
    if question.by_node:
        home = f" CROSS JOIN {HOMES} AS h"
        at_home = " AND h.unit = r.unit AND h.start_day <= m.reference_day AND m.reference_day < h.end_day"
    places = ", ".join(f"{column} AS {name}" for name, column in ({"person": "r.person"} | _places(question)).items())
    return (
        f"SELECT {places}, {columns} FROM {table} AS r CROSS JOIN {MONTHS} AS m{home} "
        f"WHERE {condition} AND r.form IN ({forms}) "
        f"AND m.number >= {int(question.first) - reach} AND m.number <= {int(question.last)}{at_home}"
    )


def _listed(expressions: dict[Component, str], components: tuple[Component, ...]) -> str:
    return ", ".join(f"{expressions[component]} AS x_{component.value}" for component in components)


def _sums(components: tuple[Component, ...]) -> str:
    return ", ".join(_sum(f"x_{component.value}", component.value) for component in components)


def _sum(expression: str, name: str) -> str:
    """Return a sum as BIGINT: some engines make a wider number of it."""
    return f"CAST(SUM({expression}) AS BIGINT) AS n_{name}"


def _stock(question: Question) -> str:
    base = _base(question, STRETCHES, _THERE, _listed(_stock_expressions(question), STOCK_COMPONENTS))
    return f"SELECT {_grouped(question)}, {_sums(STOCK_COMPONENTS)} FROM ({base}) AS b GROUP BY {_grouped(question)}"


def _absence(question: Question) -> str:
    columns = _listed(_ABSENCE_EXPRESSIONS, ABSENCE_COMPONENTS)
    base = _base(question, ABSENCE_PARTS, "r.month_number = m.number", columns)
    return f"SELECT {_grouped(question)}, {_sums(ABSENCE_COMPONENTS)} FROM ({base}) AS b GROUP BY {_grouped(question)}"


def _possible(question: Question) -> str:
    """Return whole months by the month's own number of working days, and the calendar's only where a stretch begins or ends."""
    whole = "r.hours > 0 AND r.start_day <= m.first_day AND m.after_day <= r.end_day"
    places = _grouped(question)
    rows = (
        f"SELECT {places}, units FROM ({_base(question, STRETCHES, whole, 'm.working_days * r.hours AS units')}) AS w "
        f"UNION ALL SELECT {places}, worked AS units FROM ({_broken_months(question)}) AS p"
    )
    units = _sum("units", Component.POSSIBLE_UNITS.value)
    return f"SELECT {places}, {units} FROM ({rows}) AS g WHERE units > 0 GROUP BY {places}"


def sql_of_broken_months(question: Question) -> str:
    """Return what POSSIBLE has besides the month's working days times the hours of STOCK: it lies in the months in which a stretch begins or ends."""
    places = _grouped(question)
    units = _sum("worked - counted", Component.POSSIBLE_UNITS.value)
    rows = _broken_months(question)
    return f"SELECT {places}, {units} FROM ({rows}) AS g WHERE worked <> counted GROUP BY {places}"


def _broken_months(question: Question) -> str:
    """Return the stretches' months that they do not cover whole: time by the calendar, and the whole month's of those there on the reference day."""
    part = (
        "r.hours > 0 AND r.start_day < m.after_day AND m.first_day < r.end_day "
        "AND (m.first_day < r.start_day OR r.end_day < m.after_day)"
    )
    columns = (
        "r.hours AS hours, GREATEST(r.start_day, m.first_day) AS from_day, LEAST(r.end_day, m.after_day) AS until_day, "
        f"{_flag(_THERE, 'm.working_days * r.hours')} AS counted"
    )
    return (
        f"SELECT {_grouped(question)}, (u.working_before - f.working_before) * b.hours AS worked, counted "
        f"FROM ({_base(question, STRETCHES, part, columns)}) AS b "
        f"JOIN {CALENDAR} AS f ON f.day = b.from_day JOIN {CALENDAR} AS u ON u.day = b.until_day"
    )


def _present(question: Question) -> str:
    """Return who is there on the reference day of each month and of the census before it, each by the main employment."""
    columns = f"r.unit AS unit, r.job AS job, r.left_day AS left_day, r.left_age AS left_age, {_AGE} AS age, r.born_month AS born_month, 1 AS found"
    return _base(question, STRETCHES, f"{_THERE} AND r.main = 1", columns, reach=int(question.span))


def _other_census(question: Question, months: str) -> str:
    """Return the join to the same person at the other census. An engine gives null or 0 where there is none, so `found` is asked for, never null."""
    plain = Question(
        question.shape, question.scope._replace(by_person=False), question.first, question.last, span=question.span
    )
    return (
        f"LEFT JOIN (SELECT month_number {months} {int(question.span)} AS other_month, person, unit, job, found FROM ({_present(plain)}) AS p) AS o "
        "ON o.person = b.person AND o.other_month = b.month_number"
    )


def _carried(question: Question, month: str = "b.month_number") -> str:
    columns = {name: f"b.{name}" for name in _places(question)} | {"month_number": month}
    return ", ".join(f"{column} AS {name}" for name, column in columns.items())


def _coming(question: Question) -> str:
    found = "COALESCE(o.found, 0) = 1"
    expressions = {
        Component.HEADS_AFTER: "1",
        Component.JOINED: _flag(f"NOT {found}"),
        Component.ARRIVED: _flag(f"{found} AND o.unit <> b.unit"),
    }
    rows = (
        f"SELECT {_carried(question)}, {_listed(expressions, COMING_COMPONENTS)} FROM ({_present(question)}) AS b {_other_census(question, '+')} "
        f"WHERE b.month_number >= {int(question.first)}"
    )
    return f"SELECT {_grouped(question)}, {_sums(COMING_COMPONENTS)} FROM ({rows}) AS g GROUP BY {_grouped(question)}"


def _going(question: Question) -> str:
    found = "COALESCE(o.found, 0) = 1"
    of_age = int(question.scope.settings.retired_from_age) * MONTHS_A_YEAR
    retired = f"NOT {found} AND b.born_month >= 0 AND b.age >= {of_age} AND b.left_day <= a.reference_day"
    expressions = {
        Component.HEADS_BEFORE: "1",
        Component.LEFT: _flag(f"NOT {found}"),
        Component.MOVED: _flag(f"{found} AND (o.unit <> b.unit OR o.job <> b.job)"),
        Component.DEPARTED: _flag(f"{found} AND o.unit <> b.unit"),
        Component.RETIRED: _flag(retired),
        Component.RETIRED_AGE_MONTHS: _flag(retired, "b.left_age"),
    }
    rows = (
        f"SELECT {_carried(question, month='a.number')}, {_listed(expressions, GOING_COMPONENTS)} FROM ({_present(question)}) AS b "
        f"JOIN {MONTHS} AS a ON a.number = b.month_number + {int(question.span)} {_other_census(question, '-')} "
        f"WHERE a.number >= {int(question.first)} AND a.number <= {int(question.last)}"
    )
    return f"SELECT {_grouped(question)}, {_sums(GOING_COMPONENTS)} FROM ({rows}) AS g GROUP BY {_grouped(question)}"


def _rows_behind(question: Question, columns: str) -> str:
    """Return the rows of the reference day, or of the month's absence, whichever the question's component is about."""
    if question.is_about_absence:
        return _base(question, ABSENCE_PARTS, "r.month_number = m.number", columns)
    return _base(question, STRETCHES, _THERE, columns)


def _contributors(question: Question) -> str:
    expressions = _ABSENCE_EXPRESSIONS if question.is_about_absence else _stock_expressions(question)
    base = _rows_behind(question, f"{expressions[question.component]} AS amount_part")
    each = (
        f"SELECT {_grouped(question)}, person, CAST(SUM(amount_part) AS BIGINT) AS amount FROM ({base}) AS b "
        f"GROUP BY {_grouped(question)}, person"
    )
    ranked = (
        f"SELECT {_grouped(question)}, amount, ROW_NUMBER() OVER (PARTITION BY {_grouped(question)} ORDER BY amount DESC, person) AS standing "
        f"FROM ({each}) AS e"
    )
    second = "CAST(MAX(CASE WHEN standing = 2 THEN amount ELSE 0 END) AS BIGINT) AS n_second"
    return (
        f"SELECT {_grouped(question)}, CAST(COUNT(*) AS BIGINT) AS n_people, {_sum(_flag('amount > 0'), 'contributing')}, "
        f"{_sum('amount', 'amount')}, CAST(MAX(amount) AS BIGINT) AS n_largest, {second} FROM ({ranked}) AS t GROUP BY {_grouped(question)}"
    )


def _keys(question: Question) -> str:
    base = _rows_behind(question, "r.record_key AS record_key")
    return f"SELECT {_grouped(question)}, {_sum('record_key', 'keys')} FROM ({base}) AS b GROUP BY {_grouped(question)}"


_WRITERS = {
    Shape.STOCK: _stock,
    Shape.POSSIBLE: _possible,
    Shape.ABSENCE: _absence,
    Shape.COMING: _coming,
    Shape.GOING: _going,
    Shape.CONTRIBUTORS: _contributors,
    Shape.KEYS: _keys,
}
