"""What looks wrong as a file to take along."""

from collections.abc import Iterable

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from raadhus.refunds.queries.suspicions import SuspicionLine
from raadhus.ui.downloads import table_file
from raadhus.ui.export import Cell


def suspicion_file(kind: str, rows: Iterable[SuspicionLine]) -> HttpResponse:
    """Return the lines as CSV or XLSX. Raises WrongInput for any other kind."""
    return table_file(kind, _("mulige fejlindberetninger"), _head(), [_row(one) for one in rows])


def _head() -> tuple[str, ...]:
    return (
        _("Art"),
        _("Hvad der ligner en fejl"),
        _("Medarbejder"),
        _("Enhed"),
        _("Første fraværsdag"),
        _("Fundet"),
        _("Ladt være"),
        _("Begrundelse"),
    )


def _row(one: SuspicionLine) -> tuple[Cell, ...]:
    return (
        _(one.suspicion.label),
        one.sentence,
        one.who,
        one.unit,
        one.first,
        timezone.localdate(one.found_at),
        timezone.localdate(one.let_be_at) if one.let_be_at else None,
        one.let_be_reason,
    )
