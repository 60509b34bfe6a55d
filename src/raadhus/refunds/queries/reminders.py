"""Whom to remind today, and of what."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localdate

from raadhus.core.access.public import holders_of
from raadhus.core.organisation.public import Person, leaders_by_unit
from raadhus.kernel.roles import Role
from raadhus.refunds.models import RefundCase, ReminderRecord
from raadhus.refunds.queries.reach import alarm_days, at_level, is_watched, parents
from raadhus.refunds.rules.acting import is_quiet
from raadhus.refunds.rules.digest import Digest, Missing, digest
from raadhus.refunds.rules.organising import nearest_led
from raadhus.refunds.rules.watch import Level, Next, Recipient, level_of, told


@dataclass(frozen=True, slots=True)
class _Addressee:
    key: str
    name: str
    email: str


def due_reminders(today: date) -> tuple[Digest, ...]:
    """Return today's reminders, one a person with an e-mail address, each of what that person was not yet reminded of."""
    people, roles, missing = _told(today)
    said = _said(missing)
    base = settings.ADDRESS
    links = (f"{base}{reverse('refunds:watch')}", f"{base}{reverse('refunds:guide')}")
    digests = []
    for key, ones in missing.items():
        new = [one for one in ones if (one.case_key, key, one.step, one.level, one.deadline) not in said]
        if new:
            person = people[key]
            made = digest(
                (key, person.name, person.email), roles[key], new, today, links=links, house=settings.MUNICIPALITY
            )
            digests.append(made)
    return tuple(digests)


def _told(today: date) -> tuple[dict[str, _Addressee], dict[str, Recipient], dict[str, list[Missing]]]:
    """Return who is told, as what first, and of which steps: each step once a person, the nearest deadline first."""
    asked = _Recipients(today)
    people: dict[str, _Addressee] = {}
    roles: dict[str, Recipient] = {}
    missing: dict[str, dict[Missing, None]] = defaultdict(dict)
    for row, one in _urgent(today):
        for recipient in told(one.level, one.deadline, today):
            for person in asked.of(recipient, row):
                if not person.email:
                    continue
                people[person.key] = person
                roles.setdefault(person.key, recipient)
                missing[person.key][one] = None
    return people, roles, {key: list(ones) for key, ones in missing.items()}


def _urgent(today: date) -> Iterator[tuple[RefundCase, Missing]]:
    """Yield the cases that ring or are late and that nobody has seen to."""
    rings = at_level(Level.ALARM, today) | at_level(Level.LATE, today)
    days = alarm_days(today)
    for row in RefundCase.objects.filter(is_watched(today), rings).order_by("deadline_date", "id"):
        step, deadline = Next(row.next_step), row.deadline_date
        acted_on = localdate(row.acted_at) if row.acted_at else None
        if deadline is not None and not is_quiet(acted_on, step, deadline, today):
            level = level_of(step, deadline, row.first_date, days, today)
            yield row, Missing(str(row.pk), step, level, deadline)


class _Recipients:
    """Who plays which part on a day; the organisation is read once."""

    def __init__(self, today: date) -> None:
        self._parents = parents(today)
        self._led = leaders_by_unit(today)
        self._hr = tuple(_Addressee(one.person_key, one.name, one.email) for one in holders_of(Role.HR, today))

    def of(self, recipient: Recipient, row: RefundCase) -> tuple[_Addressee, ...]:
        """Return the nearest leader upwards, those of HR, or who leads the centre."""
        if recipient is Recipient.HR:
            return self._hr
        key = nearest_led(self._parents, self._led, row.unit_key) if recipient is Recipient.LEADER else row.centre_key
        return tuple(map(_addressee, self._led.get(key, ()))) if key else ()


def _addressee(person: Person) -> _Addressee:
    return _Addressee(person.key, person.name, person.email)


def _said(missing: dict[str, list[Missing]]) -> frozenset[tuple[str, str, str, str, date]]:
    """Return what these people were reminded of before."""
    rows = ReminderRecord.objects.filter(person_key__in=list(missing)).values_list(
        "case_id", "person_key", "step", "level", "deadline_date"
    )
    return frozenset((str(case), person, step, level, day) for case, person, step, level, day in rows)
