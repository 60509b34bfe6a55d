"""Identified cases are deleted when their time is up; the sums and the statements stay."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.core.audit.public import Subject, record
from raadhus.kernel.actors import Actor
from raadhus.refunds.models import EarlierYear, NemRefusionNotice, NemRefusionRun, RefundCase, hold
from raadhus.refunds.queries.settings import settings_on
from raadhus.refunds.queries.visibility import counts, is_open
from raadhus.refunds.rules.keeping import kept_from_year

_BATCH = 500
SOURCE = "Talt op af raadhus, da sagerne blev slettet"


def forget(*, actor: Actor, today: date, now: datetime) -> int:
    """Delete the cases whose time is up, with notices, reminders and suspicions, and return how many there were.

    An open case is never deleted. What a year had lost stays as a sum. The trail tells how many, never whose.
    """
    require(actor, "refunds.forget", unit=WHOLE_HOUSE, now=now)
    with transaction.atomic():
        hold()
        first_kept = kept_from_year(today, settings_on(today).kept_months)
        expired = _expired(date(first_kept, 1, 1))
        _keep_sums(expired, now)
        count = _delete(expired)
        spoken_of = NemRefusionNotice.objects.filter(run=OuterRef("pk"), case__isnull=False)
        NemRefusionRun.objects.filter(~Exists(spoken_of), imported_at__year__lt=first_kept).delete()
        if count:
            record(
                actor=actor,
                event="refunds.forgotten",
                subject=Subject("refund_cases", "forgotten", "Refusionssagerne"),
                data={"count": count, "before_year": first_kept},
                now=now,
            )
    return count


def _expired(first_kept: date) -> "QuerySet[RefundCase]":
    """Return the cases of absences and losses that lie before the day, without those that are open."""
    ended = Q(last_date__lt=first_kept) | Q(last_date__isnull=True, is_gone=True, first_date__lt=first_kept)
    of_earlier_years = Q(year__isnull=True) | Q(year__lt=first_kept.year)
    return RefundCase.objects.filter(ended & of_earlier_years).exclude(is_open())


def _keep_sums(expired: "QuerySet[RefundCase]", now: datetime) -> None:
    """Add what the cases had lost to their years; what somebody has told of a year stands."""
    sums = expired.filter(counts()).values("year").annotate(lost=Sum("lost_ore"), cases=Count("pk")).order_by("year")
    for one in sums:
        told, is_new = EarlierYear.objects.get_or_create(
            year=one["year"] or 0,
            defaults={
                "lost_ore": one["lost"],
                "cases": one["cases"],
                "source": SOURCE,
                "set_by": "forget",
                "set_at": now,
            },
        )
        if not is_new and told.source == SOURCE:
            told.lost_ore, told.cases = told.lost_ore + one["lost"], (told.cases or 0) + one["cases"]
            told.save(update_fields=["lost_ore", "cases"])


def _delete(expired: "QuerySet[RefundCase]") -> int:
    keys = list(expired.values_list("pk", flat=True))
    for start in range(0, len(keys), _BATCH):
        RefundCase.objects.filter(pk__in=keys[start : start + _BATCH]).delete()
    return len(keys)
