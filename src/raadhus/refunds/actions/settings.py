"""Assumptions and thresholds are set from a day on, with a reason."""

from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.core.audit.public import Subject, record
from raadhus.kernel.actors import Actor
from raadhus.kernel.danish import short_date
from raadhus.refunds.models import SettingsVersion
from raadhus.refunds.queries.reasons import needed_reason
from raadhus.refunds.queries.settings import SettingsOn, settings_on
from raadhus.refunds.rules.setting import Chosen, checked_settings


def set_settings(*, actor: Actor, start: date, chosen: Chosen, reason: str, now: datetime) -> SettingsOn:
    """Let the settings be so from a day on; a version that begins on the same day is replaced. Returns what then holds that day.

    Cases follow at the next recalculation. Raises WrongInput for what may not be chosen.
    """
    require(actor, "refunds.set_settings", unit=WHOLE_HOUSE, now=now)
    values = asdict(checked_settings(chosen, start))
    said = needed_reason(reason)
    with transaction.atomic():
        defaults = {**values, "reason": said, "set_by": actor.name[:100], "set_at": now}
        row, _made = SettingsVersion.objects.update_or_create(start_date=start, defaults=defaults)
        record(
            actor=actor,
            event="refunds.settings_set",
            subject=Subject("refund_settings", str(row.pk), f"forudsætningerne fra {short_date(start)}"),
            data={"start": short_date(start), "reason": said, **values},
            now=now,
        )
    return settings_on(start)
