"""What a year before raadhus lost is told by HR, with its source."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.core.audit.public import Subject, record
from raadhus.kernel.actors import Actor
from raadhus.kernel.danish import kroner
from raadhus.kernel.errors import WrongInput
from raadhus.refunds.models import EarlierYear
from raadhus.refunds.queries.entries import counted

FIRST_YEAR = 1990
_LARGEST = 10**13


def set_earlier_year(
    *, actor: Actor, year: int, lost_ore: int, cases: int | None = None, source: str, now: datetime
) -> EarlierYear:
    """Tell what a year lost, or tell it anew. Raises WrongInput when raadhus knows the year itself, or the source is missing."""
    require(actor, "refunds.set_earlier_year", unit=WHOLE_HOUSE, now=now)
    with transaction.atomic():
        if fault := _fault(year, lost_ore, source, localdate(now).year):
            raise WrongInput(fault)
        kept = EarlierYear.objects.select_for_update().filter(pk=year).first()
        before = kroner(kept.lost_ore) if kept else ""
        row, _created = EarlierYear.objects.update_or_create(
            year=year,
            defaults={
                "lost_ore": lost_ore,
                "cases": cases,
                "source": source.strip(),
                "set_by": actor.name,
                "set_at": now,
            },
        )
        data = {"source": row.source, "before": before, "after": kroner(lost_ore)}
        subject = Subject("earlier_year", str(year), str(year))
        record(actor=actor, event="refunds.earlier_year_set", subject=subject, data={**data}, now=now)
        return row


def _fault(year: int, lost_ore: int, source: str, this_year: int) -> str:
    first = counted().order_by("year").values_list("year", flat=True).first()
    if first is not None and year >= first:
        return _("Tabet i %(year)s er opgjort i raadhus og kan ikke oplyses. Oplys et år før %(first)s.") % {
            "year": year,
            "first": first,
        }
    if not FIRST_YEAR <= year < this_year:
        return _("Oplys et år fra %(first)s til %(last)s.") % {"first": FIRST_YEAR, "last": this_year - 1}
    if not 0 <= lost_ore < _LARGEST:
        return _("Beløbet skal være 0 kr. eller derover.")
    return "" if source.strip() else _("Skriv, hvor tallet kommer fra.")
