"""Where measures are made otherwise than in the release before, a new series begins, and HR says what it is called."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.core.audit.public import Subject, record
from raadhus.core.organisation.public import people
from raadhus.kernel.actors import Actor
from raadhus.kernel.danish import short_date
from raadhus.kernel.errors import WrongInput
from raadhus.personnel.models import SeriesStart
from raadhus.personnel.queries.naming_series import NAME_SERIES, series_to_name
from raadhus.personnel.rules.annotations import check_annotation
from raadhus.personnel.rules.series import LONGEST


def name_series(*, actor: Actor, text: str, start: date, now: datetime) -> SeriesStart:
    """Say what the new series is and from which day; it can be said anew until it is out. Raises NotFound and WrongInput."""
    require(actor, NAME_SERIES, unit=WHOLE_HOUSE, now=now)
    asked = series_to_name(actor, now=now)
    if start not in asked.days:
        raise WrongInput(_("Vælg en måned på listen: serien begynder i en periode, der ikke er udgivet."))
    if not text.strip():
        raise WrongInput(_("Skriv med en kort sætning, hvad der er nyt i serien."))
    defaults = {
        "start_date": start,
        "text": check_annotation(text, [one.name for one in people(localdate(now))], longest=LONGEST),
        "measures": asked.measures,
        "breakdowns": asked.breakdowns,
        "named_by": actor.name[:100],
        "named_at": now,
    }
    with transaction.atomic():
        row, _made = SeriesStart.objects.update_or_create(state=asked.state, defaults=defaults)
        subject = Subject("personnel_series", str(row.pk), row.text)
        record(actor=actor, event="personnel.series_named", subject=subject, data={"start": short_date(start)}, now=now)
    return row
