"""The ledger: a year's lost refund in figures, and its cases one by one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadhus.core.access.public import WHOLE_HOUSE, actor_of, may
from raadhus.kernel.doors import door
from raadhus.refunds.queries import ledger as queries
from raadhus.refunds.queries import lost_cases as case_queries
from raadhus.refunds.queries.board_cases import statements
from raadhus.refunds.queries.pictures import lines_picture, trend_picture
from raadhus.ui import listing
from raadhus.ui.downloads import table_file

_DIGITS = 4


@require_safe
@door("refunds.read_sums")
def ledger(request: HttpRequest) -> HttpResponse:
    """Show a year's ledger; `export` gives the table by centre, the causes, lateness and years as one file."""
    viewer, now = actor_of(request), timezone.now()
    found = queries.ledger(viewer, year=_year(request), now=now)
    if export := request.GET.get("export", ""):
        return _file(export, found)
    years = tuple((str(year), str(year)) for year in found.years)
    shown = listing.read({"year": str(found.year)}, (), (listing.Filter("year", _("Opgørelsesår"), years),))
    may_exact = found.is_exact and found.cases
    context = {
        "found": found,
        "listing": shown,
        "trend": trend_picture(found.trend, found.concern.threshold_ore, found.year),
        "centres": lines_picture(_("Tabt pr. center"), found.by_centre, found.year, found.cases),
        "causes": lines_picture(_("Årsager"), found.by_cause, found.year, found.cases),
        "lateness": lines_picture(_("Hvor meget for sent"), found.by_lateness, found.year, found.cases),
        "statements": statements(viewer, year=found.year, now=now) if found.is_exact else (),
        "cases_url": _cases_url(found.year) if may_exact and may(viewer, "refunds.read_cases", now=now) else "",
        "may_propose": bool(found.cases) and may(viewer, "refunds.propose", unit=WHOLE_HOUSE, now=now),
        "may_set_year": may(viewer, "refunds.set_earlier_year", unit=WHOLE_HOUSE, now=now),
    }
    return render(request, "refunds/ledger/ledger.html", context)


def _cases_url(year: int) -> str:
    return f"{reverse('refunds:lost_cases')}?year={year}"


def _year(request: HttpRequest) -> int | None:
    """Return the year that is asked for; what is no year is as if none was."""
    text = request.GET.get("year", "")
    return int(text) if len(text) == _DIGITS and text.isascii() and text.isdigit() and int(text) else None


def _file(kind: str, found: queries.Ledger) -> HttpResponse:
    parts = (
        (_("Center"), found.by_centre),
        (_("Årsag"), found.by_cause),
        (_("Anmeldt efter fristen"), found.by_lateness),
    )
    rows: list[tuple[str | int | float, ...]] = [
        (name, _(line.name), line.cases, line.causes, line.lost_ore / 100) for name, lines in parts for line in lines
    ]
    rows.append((_("I alt"), str(found.year), found.cases, "", found.lost_ore / 100))
    rows += [
        (_("År for år"), str(one.year), "" if one.cases is None else one.cases, one.source, one.lost_ore / 100)
        for one in found.trend
    ]
    head = (_("Opgjort efter"), _("Linje"), _("Sager"), _("Årsager eller kilde"), _("Tabt, kr."))
    return table_file(kind, _("mistet refusion {year}").format(year=found.year), head, rows)


@require_safe
@door("refunds.read_cases")
def lost_cases(request: HttpRequest) -> HttpResponse:
    """Show each lost case of a year with its law and what would have saved it; `export` gives them as a file."""
    viewer, now = actor_of(request), timezone.now()
    year = _year(request) or timezone.localdate(now).year - 1
    found = case_queries.lost_cases(viewer, year=year, now=now)
    if export := request.GET.get("export", ""):
        return _cases_file(export, year, found)
    columns = (
        listing.Column("name", _("Medarbejder")),
        listing.Column("centre", _("Center")),
        listing.Column("first", _("Fravær fra")),
        listing.Column("cause", _("Årsag")),
        listing.Column("saved", _("Hvad der ville have reddet det")),
        listing.Column("lost", _("Tabt"), numeric=True),
    )
    shown = listing.read(request.GET, columns).paged(found)
    context = {"listing": shown, "year": year, "whole": sum(one.lost_ore for one in found)}
    return render(request, "refunds/ledger/lost_cases.html", context)


def _cases_file(kind: str, year: int, found: tuple[case_queries.LostCase, ...]) -> HttpResponse:
    head = (
        _("Medarbejdernummer"),
        _("Center"),
        _("Enhed"),
        _("Fravær fra"),
        _("Årsag"),
        _("Dage for sent"),
        _("Begrundelse"),
        _("Lov"),
        _("Hvad der ville have reddet det"),
        _("Tabt, kr."),
    )
    rows = [
        (
            one.employment,
            one.centre,
            one.unit,
            one.first_date,
            _(one.cause.label),
            one.days_late,
            one.reason,
            one.law,
            one.saved_by,
            one.lost_ore / 100,
        )
        for one in found
    ]
    return table_file(kind, _("tabte refusionssager {year}").format(year=year), head, rows)
