"""The watch list as a file to take along."""

from collections.abc import Iterable

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from raadhus.refunds.queries.watching import Watched
from raadhus.ui.downloads import table_file
from raadhus.ui.export import Cell


def watch_file(kind: str, rows: Iterable[Watched]) -> HttpResponse:
    """Return the lines as CSV or XLSX. Raises WrongInput for any other kind."""
    return table_file(kind, _("frister for refusion"), _head(), [_row(one) for one in rows])


def _head() -> tuple[str, ...]:
    return (
        _("Frist"),
        _("Dage tilbage"),
        _("Hast"),
        _("Næste skridt"),
        _("Hvad du skal gøre"),
        _("Medarbejder"),
        _("Medarbejdernummer"),
        _("Enhed"),
        _("Fravær fra"),
        _("Fraværsdag"),
        _("Art"),
        _("I fare, kr."),
        _("Handlet"),
    )


def _row(one: Watched) -> tuple[Cell, ...]:
    return (
        one.deadline,
        one.days_left,
        _(one.level.label),
        _(one.step.label),
        one.advice,
        one.name,
        one.employment,
        one.unit,
        one.first_date,
        one.day_number,
        one.kind,
        one.at_risk_ore / 100,
        timezone.localdate(one.acted_at) if one.acted_at else None,
    )
