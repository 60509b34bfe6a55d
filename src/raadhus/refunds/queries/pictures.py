"""The ledger's charts: the years beside each other, and each way of telling a year up. The sentence of each is made of the same figures."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from raadhus.kernel.danish import kroner, number
from raadhus.refunds.queries.ledger import Line, told
from raadhus.refunds.queries.years import YearSum
from raadhus.refunds.rules.concern import whole_kroner
from raadhus.ui.charts import Picture, Point, Reference, bars, columns, draw_ahead

# So many years stand beside each other; the older ones are in the table of years.
_MOST_YEARS = 12


def trend_picture(sums: Sequence[YearSum], threshold_ore: int, year: int) -> Picture | None:
    """Return the years beside each other, with the threshold; the sentence is about `year`. None while no year is known."""
    shown = tuple(sums)[-_MOST_YEARS:]
    if not shown:
        return None
    points = [Point(_year(one), one.lost_ore / 100, is_marked=bool(one.source)) for one in shown]
    level = Reference(_("Giver anledning til bekymring"), threshold_ore / 100)
    return Picture(
        title=_("Tabt refusion år for år"),
        alt=trend_sentence(shown, year),
        spec=columns(
            points,
            x_title=_("Opgørelsesår"),
            y_title=_("Kroner"),
            legend=(_("Opgjort i raadhus"), _("Oplyst fra før")),
            reference=level,
        ),
        columns=(_("År"), _("Sager"), _("Tabt"), _("Kilde")),
        rows=tuple((_year(one), _cases(one), kroner(one.lost_ore), one.source or "raadhus") for one in shown),
        facts={"unit": "kr.", "period": f"{shown[0].year}-{shown[-1].year}"},
        words=frozenset({_("Kilde")}),
    )


def draw_trend(today: date) -> None:
    """Draw the years ahead of those who look: the first drawing of a process takes half a second, and no page is to wait for it."""
    found = told(year=None, exact=False, today=today)
    picture = trend_picture(found.trend, found.concern.threshold_ore, found.year)
    if picture is not None:
        draw_ahead(picture.spec, title=picture.title, alt=picture.alt)


def trend_sentence(shown: Sequence[YearSum], year: int) -> str:
    """Return the Danish sentence of what the years show: one of them, beside the one before and the highest."""
    latest = next((one for one in shown if one.year == year), shown[-1])
    before = next((one for one in shown if one.year == latest.year - 1), None)
    over = [one for one in shown if not one.is_running or one is latest]
    said = _("I %(year)s blev der tabt %(lost)s") % {"year": latest.year, "lost": whole_kroner(latest.lost_ore)}
    if before is not None:
        said += _(" mod %(lost)s i %(year)s") % {"lost": whole_kroner(before.lost_ore), "year": before.year}
    highest = max(over, key=lambda one: (one.lost_ore, one.year))
    if len(over) == 1:
        # The amount ends in "kr.", which is the sentence's point as well.
        return f"{said.removesuffix('.')}."
    if highest is latest:
        return said + _(". Det er det højeste af de %(n)s år, der er vist.") % {"n": len(over)}
    return said + _(". Det højeste, der er vist, er %(lost)s i %(year)s.") % {
        "lost": whole_kroner(highest.lost_ore),
        "year": highest.year,
    }


def lines_picture(title: str, lines: Sequence[Line], year: int, cases: int) -> Picture | None:
    """Return the lines of a year beside each other, in their order; None when there are fewer than two to compare."""
    if len(lines) < 2:  # noqa: PLR2004 - one bar compares nothing
        return None
    whole = sum(one.lost_ore for one in lines)
    first = max(lines, key=lambda one: one.lost_ore)
    share = number(round(first.lost_ore * 100 / whole)) if whole else "0"
    words = {"name": _(first.name), "share": share, "lost": whole_kroner(whole), "year": year, "n": cases}
    return Picture(
        title=title,
        alt=_("%(name)s står for %(share)s %% af de %(lost)s, der blev tabt i %(n)s sager i %(year)s.") % words,
        spec=bars([Point(_(one.name), one.lost_ore / 100) for one in lines], x_title=_("Kroner")),
    )


def _year(one: YearSum) -> str:
    return f"{one.year}*" if one.is_running else str(one.year)


def _cases(one: YearSum) -> str:
    return "–" if one.cases is None else number(one.cases)
