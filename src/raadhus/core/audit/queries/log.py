"""The audit log: entries by actor, event, subject and period, one entry with all that it holds, and what happened to one thing."""

import json
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from raadhus.core.audit.models import Entry, Erasure, Personal
from raadhus.core.audit.queries.events import sentence_of
from raadhus.kernel.errors import NotFound


@dataclass(frozen=True, slots=True)
class Asked:
    """What the log is narrowed to; empty means everything. Days are local, `until` included; `holds` is text in what was recorded."""

    actor: str = ""
    event: str = ""
    subject_kind: str = ""
    subject_key: str = ""
    since: date | None = None
    until: date | None = None
    holds: str = ""


@dataclass(frozen=True, slots=True)
class LogRow:
    """One entry as the list shows it."""

    sequence: int
    segment: int
    at: datetime
    actor_kind: str
    actor_key: str
    actor_name: str
    event: str
    subject_kind: str
    subject_key: str
    subject_label: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Page:
    """Some entries, and how many there are in all."""

    rows: tuple[LogRow, ...]
    total: int


def log(asked: Asked, *, first: int, count: int) -> Page:
    """Return `count` entries from the `first` (0 is the newest), and the total."""
    found = _found(asked)
    rows = found.order_by("-sequence")[first : first + count]
    return Page(tuple(_row(entry) for entry in rows), found.count())


def _found(asked: Asked) -> QuerySet[Entry]:
    wanted = {
        "actor_key": asked.actor,
        "event": asked.event,
        "subject_kind": asked.subject_kind,
        "subject_key": asked.subject_key,
        "data__contains": asked.holds,
        "at__gte": _midnight(asked.since),
        "at__lt": _midnight(asked.until + timedelta(days=1)) if asked.until and asked.until < date.max else None,
    }
    return Entry.objects.filter(**{name: value for name, value in wanted.items() if value})


def _midnight(day: date | None) -> datetime | None:
    """Return when the day began here; the first day of the calendar has no midnight in UTC, and nothing came before it."""
    return None if day in {None, date.min} else timezone.make_aware(datetime.combine(day or date.min, time.min))


def _row(entry: Entry) -> LogRow:
    fields = {name: getattr(entry, name) for name in LogRow.__slots__ if name != "sentence"}
    return LogRow(**fields, sentence=sentence_of(entry))


@dataclass(frozen=True, slots=True)
class EntryDetail:
    """One entry with what it holds. `personal` is its personal content; `personal_state` says why there is none."""

    row: LogRow
    data: dict[str, object]
    personal: dict[str, object]
    personal_state: str
    previous_mac: str
    mac: str


def entry(sequence: int) -> EntryDetail:
    """Return one entry. Raises NotFound."""
    found = Entry.objects.filter(pk=sequence).first()
    if found is None:
        raise NotFound(_("Der er ingen post %(sequence)s i revisionssporet.") % {"sequence": sequence})
    held = Personal.objects.filter(pk=sequence).first()
    state = _("Posten har intet personligt indhold.")
    if held is not None:
        state = ""
    elif Erasure.objects.filter(pk=sequence).exists():
        state = _("Det personlige indhold er slettet.")
    elif found.personal_digest:
        state = _("Det personlige indhold mangler.")
    return EntryDetail(
        row=_row(found),
        data=_values(found.data),
        personal={} if held is None else _values(held.content),
        personal_state=state,
        previous_mac=found.previous_mac,
        mac=found.mac,
    )


def _values(text: str) -> dict[str, object]:
    try:
        values = json.loads(text)
    except ValueError:
        return {"": text}
    return values if isinstance(values, dict) else {"": values}


def known_events() -> tuple[str, ...]:
    """Return the events that the log holds."""
    return tuple(Entry.objects.order_by("event").values_list("event", flat=True).distinct())


def known_actors() -> tuple[tuple[str, str], ...]:
    """Return (key, name) of everybody in the log, each key once."""
    return tuple(dict(Entry.objects.order_by("actor_key").values_list("actor_key", "actor_name").distinct()).items())


def known_subject_kinds() -> tuple[str, ...]:
    """Return the kinds of things that the log is about."""
    return tuple(Entry.objects.order_by("subject_kind").values_list("subject_kind", flat=True).distinct())


@dataclass(frozen=True, slots=True)
class TrailEntry:
    """One line of what happened to a thing: when, who, and a sentence that goes on after the name."""

    at: datetime
    actor_name: str
    sentence: str
    event: str = ""


def trail(subject_kind: str, subject_key: str) -> tuple[TrailEntry, ...]:
    """Return what was recorded about one thing, oldest first."""
    found = Entry.objects.filter(subject_kind=subject_kind, subject_key=subject_key).order_by("sequence")
    return tuple(
        TrailEntry(at=entry.at, actor_name=entry.actor_name, sentence=sentence_of(entry), event=entry.event)
        for entry in found
    )
