"""`{% load danish %}`: dates, numbers and money as the reader writes them, Danish or English."""

from datetime import date, datetime
from decimal import Decimal

from django import template
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language

from raadhus.kernel import danish

register = template.Library()


def _reads_danish() -> bool:
    return (get_language() or "da").startswith("da")


def _local(moment: datetime) -> datetime:
    return timezone.localtime(moment) if timezone.is_aware(moment) else moment


@register.filter
def long_date(value: date | None) -> str:
    """Write "2. juni 2025"; nothing for None."""
    if value is None:
        return ""
    day = _local(value).date() if isinstance(value, datetime) else value
    return danish.long_date(day) if _reads_danish() else date_format(day, "j F Y")


@register.filter
def weekday_date(value: date | None) -> str:
    """Write "mandag den 2. juni 2025"; nothing for None."""
    if value is None:
        return ""
    day = _local(value).date() if isinstance(value, datetime) else value
    return danish.weekday_date(day) if _reads_danish() else date_format(day, "l j F Y")


@register.filter
def short_date(value: date | None) -> str:
    """Write "02.06.2025", for tables; nothing for None."""
    if value is None:
        return ""
    return danish.short_date(_local(value).date() if isinstance(value, datetime) else value)


@register.filter
def date_and_time(value: datetime | None) -> str:
    """Write "2. juni 2025 kl. 09.00" in local time; nothing for None."""
    if value is None:
        return ""
    moment = _local(value)
    return danish.date_and_time(moment) if _reads_danish() else date_format(moment, "j F Y, H:i")


@register.filter
def clock(value: datetime | None) -> str:
    """Write "09.00" in local time; nothing for None."""
    return "" if value is None else danish.clock(_local(value))


@register.filter
def number(value: Decimal | float | None, decimals: int | None = None) -> str:
    """Write "1.234,5"; nothing for None."""
    if value is None:
        return ""
    return (
        danish.number(value, decimals) if _reads_danish() else str(number_format(value, decimals, force_grouping=True))
    )


@register.filter
def kroner(ore: int | None) -> str:
    """Write an amount in øre as "496.769,80 kr."; nothing for None."""
    if ore is None:
        return ""
    if _reads_danish():
        return danish.kroner(ore)
    return f"DKK {number_format(Decimal(ore) / 100, 2, force_grouping=True)}"


@register.filter
def percent(share: Decimal | float | None, decimals: int = 1) -> str:
    """Write a share such as 0.146 as "14,6 %"; nothing for None."""
    if share is None:
        return ""
    return (
        danish.percent(share, decimals) if _reads_danish() else f"{number_format(Decimal(str(share)) * 100, decimals)}%"
    )
