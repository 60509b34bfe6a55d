"""The organisation as OS2mo's GraphQL answers it: `org_units`, `employees` (or `persons`) and `managers`.

The query and the fields that are read are in docs/rules/organisation.md. OS2mo's `validity.to` is the last day that
counts, ours the first that does not. Names of OS2mo's own are used in this file only.
"""

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from raadhus.core.organisation.rules.importing import ImportRow, RowKind, RowReport, RowStatus
from raadhus.kernel.errors import WrongInput
from raadhus.kernel.periods import Period

# OS2mo may leave `from` open; so far back nobody asks.
_BEGINNING = date(1900, 1, 1)
_COLLECTIONS = (
    ("org_units", RowKind.UNIT),
    ("employees", RowKind.PERSON),
    ("persons", RowKind.PERSON),
    ("managers", RowKind.LEADER),
)


class _Skipped(Exception):
    pass


def read_os2mo(data: bytes, name: str) -> tuple[list[ImportRow], list[RowReport]]:
    """Return the rows of an answer, and those that were left out or cannot be read, each with its path in `column`.

    Raises WrongInput when it is no such answer.
    """
    try:
        answer = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise WrongInput(f"{name}: filen er ikke JSON ({error}).") from error
    found = answer.get("data", answer) if isinstance(answer, dict) else None
    if not isinstance(found, dict) or not any(collection in found for collection, _ in _COLLECTIONS):
        raise WrongInput(f"{name}: filen rummer hverken org_units, employees eller managers fra OS2mo.")
    rows: list[ImportRow] = []
    reports: list[RowReport] = []
    for number, (path, kind, uuid, validity) in enumerate(_validities(found), 1):
        try:
            rows += _rows(kind, uuid, validity, number)
        except _Skipped as skipped:
            reports.append(RowReport(number, kind, uuid, RowStatus.SKIPPED, path, str(skipped)))
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
            reports.append(RowReport(number, kind, uuid, RowStatus.WRONG, path, f"Kan ikke læses: {error!r}."))
    return rows, reports


def _validities(found: dict[str, Any]) -> Iterator[tuple[str, RowKind, str, dict[str, Any]]]:
    """Yield (path, kind, uuid, validity) in the order of the file, whichever way the answer nests them."""
    for collection, kind in _COLLECTIONS:
        content = found.get(collection) or []
        objects = content.get("objects", []) if isinstance(content, dict) else content
        for index, one in enumerate(objects if isinstance(objects, list) else []):
            for place, validity in enumerate(_nested(one)):
                uuid = str(one.get("uuid") or validity.get("uuid") or "") if isinstance(validity, dict) else ""
                yield f"{collection}[{index}][{place}]", kind, uuid.lower(), validity


def _nested(one: Any) -> list[Any]:
    if not isinstance(one, dict):
        return [one]
    for wrapper in ("validities", "objects", "current"):
        if one.get(wrapper):
            inner = one[wrapper]
            return inner if isinstance(inner, list) else [inner]
    return [one]


def _rows(kind: RowKind, uuid: str, validity: dict[str, Any], number: int) -> list[ImportRow]:
    if kind is RowKind.UNIT:
        return [_unit(_required(uuid), validity, number)]
    if kind is RowKind.LEADER:
        return [_leader(validity, number)]
    return _person(_required(uuid), validity, number)


def _unit(uuid: str, validity: dict[str, Any], number: int) -> ImportRow:
    short_name = str(validity.get("user_key") or "")
    return ImportRow(
        number=number,
        kind=RowKind.UNIT,
        key=uuid,
        period=_period(validity),
        # OS2mo fills a missing user_key with the uuid.
        short_name="" if short_name.lower() == uuid else short_name,
        name=str(validity["name"]),
        parent_key=_uuid(validity, "parent"),
    )


def _person(uuid: str, validity: dict[str, Any], number: int) -> list[ImportRow]:
    """Return one row for the person, or one for each engagement; of several at a time the first is kept."""
    name = str(validity.get("name") or f"{validity['given_name']} {validity['surname']}")
    email = next((str(one["value"]) for one in validity.get("addresses") or [] if _is_email(one)), "")
    rows: list[ImportRow] = []
    for engagement in sorted(validity.get("engagements") or [], key=lambda one: not one.get("is_primary", False)):
        period = _period(engagement)
        if any(period.overlaps(row.period) for row in rows):
            continue
        title = str((engagement.get("job_function") or {}).get("name") or "")
        row = ImportRow(number, RowKind.PERSON, uuid, period, name=name, email=email, title=title)
        rows.append(_placed(row, _uuid(engagement, "org_unit")))
    return rows or [ImportRow(number, RowKind.PERSON, uuid, _period(validity), name=name, email=email)]


def _placed(row: ImportRow, unit_key: str | None) -> ImportRow:
    return ImportRow(
        row.number, row.kind, row.key, row.period, name=row.name, email=row.email, title=row.title, unit_key=unit_key
    )


def _leader(validity: dict[str, Any], number: int) -> ImportRow:
    person = _uuid(validity, "employee") or _uuid(validity, "person")
    if person is None:
        raise _Skipped("Lederstillingen er ubesat.")
    return ImportRow(number, RowKind.LEADER, person, _period(validity), unit_key=_required(_uuid(validity, "org_unit")))


def _is_email(address: dict[str, Any]) -> bool:
    return str((address.get("address_type") or {}).get("scope") or "").upper() == "EMAIL"


def _uuid(validity: dict[str, Any], name: str) -> str | None:
    """Return the uuid of a related thing, given as name_uuid, as an object or as a list with one object."""
    value = validity.get(f"{name}_uuid") or validity.get(name)
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("uuid")
    return str(value).lower() if value else None


def _required(uuid: str | None) -> str:
    if not uuid:
        raise ValueError("uuid mangler")
    return uuid


def _period(validity: dict[str, Any]) -> Period:
    limits = validity["validity"]
    end = _day(limits.get("to"))
    return Period(_day(limits.get("from")) or _BEGINNING, None if end is None else end + timedelta(days=1))


def _day(text: object) -> date | None:
    return None if text is None else datetime.fromisoformat(str(text)).date()
