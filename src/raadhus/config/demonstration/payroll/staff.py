"""The 4,600 places of the municipality: who holds each from 2023 on, with leavers, joiners, moves and changed hours."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from raadhus.config.demonstration.payroll.people import Invented
from raadhus.config.demonstration.payroll.records import BEGINNING, Term

# Places of each unit; together 4,600.
PLACES: Mapping[str, int] = {
    "cba": 65,
    "cba-sekretariat": 40,
    "cba-hr": 45,
    "cba-it": 60,
    "spc": 90,
    "spc-havneskolen": 370,
    "spc-bakkeskolen": 340,
    "spc-lyngskolen": 300,
    "sac": 160,
    "sac-jobcenter": 260,
    "soc": 110,
    "soc-hjemmepleje-nord": 280,
    "soc-hjemmepleje-syd": 300,
    "soc-plejecenter-engen": 460,
    "fdc": 120,
    "fdc-solsikken": 220,
    "fdc-muslingen": 210,
    "fdc-rundetaarn": 230,
    "fkc": 150,
    "uuc": 90,
    "uuc-ungdomsskolen": 120,
    "ceis": 130,
    "ceis-rengoering": 200,
    "db": 100,
    "db-vej": 150,
}
_YEAR = 365.25
_DAY = timedelta(days=1)
# How often something happens to a place: once in so many years.
_LEAVES, _CHANGES_HOURS, _MOVES = 1 / 0.13, 1 / 0.06, 1 / 0.03
_CHANGED_HOURS = (3700, 3500, 3200, 3000, 2800)
_OLDEST = 12 * _YEAR


def staffed(invented: Invented, taken: Mapping[str, int], until: date) -> Iterator[list[Term]]:
    """Yield the terms of each employment of the places that are not taken, one employment at a time, up to a day."""
    chance = Random(4_600)  # noqa: S311 - invented people; nothing is secret
    for unit, places in PLACES.items():
        for _ in range(places - taken.get(unit, 0)):
            hired = _first_of_month(BEGINNING - _DAY * int(chance.random() ** 2 * _OLDEST + 120))
            yield from _place(invented, chance, unit, hired, until)


def _place(invented: Invented, chance: Random, unit: str, hired: date, until: date) -> Iterator[list[Term]]:
    """Yield those who hold one place, one after the other, without a gap."""
    day = hired
    while day <= until:
        since = max(day, BEGINNING)
        leaves = _month_end(since + _DAY * int(chance.expovariate(1 / (_LEAVES * _YEAR)) + 100))
        yield _changes(invented.hires(unit, day), chance, since, leaves)
        day = leaves + _DAY


def _changes(term: Term, chance: Random, since: date, leaves: date) -> list[Term]:
    """Return the terms of one employment: it may change its hours once and move once, and ends."""
    terms = [term]
    changes = _first_of_month(since + _DAY * int(chance.expovariate(1 / (_CHANGES_HOURS * _YEAR)) + 60))
    if term.form == "monthly" and changes < leaves:
        hours = chance.choice([one for one in _CHANGED_HOURS if one != term.hours])
        monthly = term.monthly_ore * hours // term.hours
        terms = [replace(term, last=changes - _DAY), replace(term, start=changes, hours=hours, monthly_ore=monthly)]
    moves = _first_of_month(since + _DAY * int(chance.expovariate(1 / (_MOVES * _YEAR)) + 90))
    if terms[-1].start < moves < leaves:
        near = [one for one in PLACES if one.partition("-")[0] == term.unit.partition("-")[0]]
        terms[-1:] = [
            replace(terms[-1], last=moves - _DAY),
            replace(terms[-1], start=moves, unit=chance.choice(near)),
        ]
    terms[-1] = replace(terms[-1], last=leaves, leave_reason=chance.choice(("Egen opsigelse", "Pension", "Ophør")))
    return terms


def _first_of_month(day: date) -> date:
    return day.replace(day=1)


def _month_end(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1) - _DAY
