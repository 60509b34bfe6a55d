"""The absences of data/refusion.toml as payroll's records: those that lost refund, and those that are open around today."""

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from raadhus.config.demonstration.payroll.people import Invented
from raadhus.config.demonstration.payroll.records import Approved, Payroll, Remarked, Spell, Step

ORDINARY = "790"
_DAY = timedelta(days=1)


@cache
def _told() -> dict[str, list[dict[str, Any]]]:
    text = (files("raadhus.config.demonstration") / "data" / "refusion.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def story_units() -> list[str]:
    """Return the unit of each story, in order: so many places of the unit's staff are taken."""
    return [row["unit"] for chapter in ("lost", "open") for row in _told()[chapter]]


def stories(invented: Invented, today: date) -> Iterator[tuple[str, Payroll]]:
    """Yield the unit and the records of each story: one employment of an invented person who stays."""
    for row in _told()["lost"]:
        yield row["unit"], _lost(row, invented)
    for row in _told()["open"]:
        yield row["unit"], _open(row, invented, today)


def _lost(row: dict[str, Any], invented: Invented) -> Payroll:
    employment = invented.employment()
    term = invented.stays(employment, row["unit"], hours=row["hours"])
    spell = Spell(
        employment=employment,
        number="1",
        first=row["first"],
        last=row["last"],
        code=row.get("code", ORDINARY),
        registered=row["registered"],
        told_first=row.get("told_first"),
        told_code=row.get("told_code", ""),
    )
    made = Payroll([term], [spell])
    if "notified" in row:
        made.steps.append(Step(employment, row["first"], row["notified"], row["claimed"]))
    if "agreement_from" in row:
        made.agreements.append(Approved(employment, row["agreement_from"]))
    if "cause" in row:
        made.remarks.append(Remarked(employment, row["first"], cause=row["cause"], remark=row["remark"]))
    return made


def _open(row: dict[str, Any], invented: Invented, today: date) -> Payroll:
    employment = invented.employment()
    first = today - _DAY * (row["day"] - 1)
    spell = Spell(
        employment=employment,
        number="2",
        first=first,
        last=None,
        code=row.get("code", ORDINARY),
        registered=_after(first, row.get("registered")),
        away=row.get("away"),
    )
    made = Payroll([invented.stays(employment, row["unit"], hours=row["hours"], form=row.get("form", ""))], [spell])
    if "notified" in row:
        made.steps.append(Step(employment, first, _after(first, row["notified"]), None))
    if "agreement_from" in row:
        made.agreements.append(Approved(employment, min(row["agreement_from"], first - 30 * _DAY)))
    if "acted" in row:
        made.remarks.append(Remarked(employment, first, acted=True))
    if "before" in row:
        made.spells.insert(0, _just_before(employment, first, row["before"]))
    return made


def _just_before(employment: str, first: date, days: int) -> Spell:
    """Return an absence of so many days that ends the day before."""
    begun = first - days * _DAY
    return Spell(employment, "1", begun, first - _DAY, ORDINARY, begun)


def _after(first: date, days: int | None) -> date | None:
    return None if days is None else first + days * _DAY
