"""HR's cases as a file to take along: what the viewer may see, and never a CPR number."""

from collections.abc import Iterable

from django.http import HttpResponse
from django.utils.translation import gettext as _

from raadhus.refunds.queries.shapes import CaseRow
from raadhus.ui.downloads import table_file
from raadhus.ui.export import Cell


def case_file(kind: str, rows: Iterable[CaseRow]) -> HttpResponse:
    """Return the cases as CSV or XLSX. Raises WrongInput for any other kind."""
    return table_file(kind, _("refusionssager"), _head(), [_row(one) for one in rows])


def _head() -> tuple[str, ...]:
    return (
        _("Medarbejder"),
        _("Medarbejdernummer"),
        _("Center"),
        _("Enhed"),
        _("Første fraværsdag"),
        _("Sidste fraværsdag"),
        _("Art"),
        _("Timer om ugen"),
        _("Registreret"),
        _("Anmeldt"),
        _("Anmodet"),
        _("Status i NemRefusion"),
        _("Næste skridt"),
        _("Frist"),
        _("Tabte timer"),
        _("Tabt, kr."),
        _("Årsag"),
        _("Dage for sent"),
        _("Opgørelsens år"),
        _("Dispensation"),
        _("I fare, kr."),
    )


def _row(one: CaseRow) -> tuple[Cell, ...]:
    return (
        one.name,
        one.employment,
        one.centre,
        one.unit,
        one.first,
        one.last,
        _(one.kind.label),
        one.weekly_hours,
        one.registered,
        one.written.notified,
        one.written.claimed,
        _(one.written.standing.label),
        _(one.next.label),
        one.deadline,
        one.lost_hours,
        one.lost_ore / 100,
        _(one.cause.label) if one.cause else "",
        one.days_late,
        one.year,
        _(one.written.dispensation.label),
        one.at_risk_ore / 100,
    )
