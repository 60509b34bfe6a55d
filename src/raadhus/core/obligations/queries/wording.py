"""A recurrence and a condition in words, in the reader's language: "hvert år i juni, 20 arbejdsdage før den 1."."""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from raadhus.core.obligations.rules.condition import Comparison, Condition
from raadhus.core.obligations.rules.recurrence import LAST_DAY, MONTHS, Recurrence, Rhythm
from raadhus.kernel.danish import number

_STEP = {Rhythm.HALF_YEARLY: 6, Rhythm.QUARTERLY: 3}


def month_name(month: int) -> str:
    """Return the name of a month, 1 to 12."""
    names = (
        _("januar"),
        _("februar"),
        _("marts"),
        _("april"),
        _("maj"),
        _("juni"),
        _("juli"),
        _("august"),
        _("september"),
        _("oktober"),
        _("november"),
        _("december"),
    )
    return names[month - 1]


def period_words(period: str) -> str:
    """Return "juni 2026" of "2026-06"; a look by hand says so."""
    year, _dash, month = period.partition("-")
    return f"{month_name(int(month))} {year}" if year.isdigit() else _("uden for årshjulet")


def recurrence_words(recurrence: Recurrence) -> str:
    """Return when it comes back, in one phrase."""
    return f"{_rhythm(recurrence)}, {_day(recurrence)}"


def _rhythm(recurrence: Recurrence) -> str:
    if recurrence.rhythm is Rhythm.EVERY_MONTHS:
        first = recurrence.first
        since = f"{month_name(first.month)} {first.year}" if first else ""
        every = ngettext("hver måned", "hver %(n)s. måned", recurrence.every) % {"n": recurrence.every}
        return _("%(every)s fra %(since)s") % {"every": every, "since": since}
    step = _STEP.get(recurrence.rhythm)
    months = recurrence.months
    if step is not None:
        months = tuple(month for month in range(1, MONTHS + 1) if (month - recurrence.months[0]) % step == 0)
    return _("hvert år i %(months)s") % {"months": _listed([month_name(month) for month in months])}


def _listed(names: list[str]) -> str:
    return (
        names[0] if len(names) == 1 else _("%(most)s og %(last)s") % {"most": ", ".join(names[:-1]), "last": names[-1]}
    )


def _day(recurrence: Recurrence) -> str:
    day = _("månedens sidste dag") if recurrence.day == LAST_DAY else _("den %(day)s.") % {"day": recurrence.day}
    shift = recurrence.shift
    if shift == 0:
        return _("første arbejdsdag") if recurrence.day == 1 else _("%(day)s eller næste arbejdsdag") % {"day": day}
    said = (
        ngettext("%(n)s arbejdsdag før %(day)s", "%(n)s arbejdsdage før %(day)s", -shift)
        if shift < 0
        else ngettext("%(n)s arbejdsdag efter %(day)s", "%(n)s arbejdsdage efter %(day)s", shift)
    )
    return said % {"n": abs(shift), "day": day}


def condition_words(condition: Condition, label: str) -> str:
    """Return when the figure gives cause, in one phrase: "når Sygefravær er over 5 %"."""
    given = {
        "figure": label or condition.figure_key,
        "low": _plain(condition.threshold),
        "high": _plain(condition.upper) if condition.upper is not None else "",
        # What the numbers stand for ("1 = ja") is told in brackets and not as a unit.
        "unit": f"({condition.unit})" if "=" in condition.unit else condition.unit,
    }
    said = {
        Comparison.OVER: _("når »%(figure)s« er over %(low)s %(unit)s"),
        Comparison.UNDER: _("når »%(figure)s« er under %(low)s %(unit)s"),
        Comparison.CHANGE: _("når »%(figure)s« har ændret sig mere end %(low)s procent fra året før"),
        Comparison.OUTSIDE: _("når »%(figure)s« er uden for %(low)s til %(high)s %(unit)s"),
    }
    return (said[condition.comparison] % given).strip()


def _plain(amount: Decimal) -> str:
    whole = amount == amount.to_integral_value()
    return number(amount.quantize(Decimal(1)) if whole else amount.normalize())
