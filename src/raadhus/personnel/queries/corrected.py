"""What a reader is told of corrections: in which release a period was corrected last, and why a correction of it waits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from raadhus.personnel.engines.cube import Cube, CubeFigure
from raadhus.personnel.queries.series import series_words
from raadhus.personnel.rules.disclosure.lattice import Term


def why_words(why: str) -> str:
    """Return why corrections wait, in words; `why` is what the manifest says, empty in older ones."""
    known = {
        "few": _("de gælder for få personer"),
        "protects": _("nogle steder ville de fortælle om få personer"),
        "gone": _("grunddata bag perioden er slettet"),
        "organisation": _("organisationen er rettet bagud"),
        "series": _("målene opgøres på en ny måde"),
    }
    return known.get(why, "")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A period whose corrections wait: since which release (None where that is not known), why, and what could be done."""

    term: str
    since: int | None
    why: str
    remedy: str


def waiting_in(terms: Iterable[tuple[str, Mapping[str, Any]]]) -> tuple[Waiting, ...]:
    """Return those of a manifest's periods, in words, whose corrections wait, in their order. Which figure waits is told nobody."""
    return tuple(
        Waiting(term, one.get("since"), why_words(one.get("why", "")), remedy_words(one.get("why", "")))
        for term, one in terms
        if one["waits"]
    )


def remedy_words(why: str) -> str:
    """Return what ends the waiting, in words; empty where the reason is not known."""
    known = {
        "few": _("Intet. Den vises sammen med de næste rettelser af perioden, når de tilsammen gælder nok personer."),
        "protects": _(
            "Se efter, at rettelsen er indberettet for alle, den gælder. Den prøves igen, når løndata for perioden ændres."
        ),
        "gone": _("Tallene kan ikke rettes mere. Skriv en note ved dem, hvis forskellen betyder noget."),
        "organisation": _(
            "Er organisationens fortid rettet ved en fejl, så ret den tilbage. Ellers står tallene; skriv en note ved dem."
        ),
        "series": _(
            "De nye opgørelser gælder fra den nye serie. Skriv en note ved de gamle tal, hvis forskellen betyder noget."
        ),
    }
    return known.get(why, "")


def corrections_of(cube: Cube, term: Term) -> tuple[str, ...]:
    """Return the sentences that stand at the figures of a period."""
    found = []
    number, why = cube.about.get(f"corrected {term}"), cube.about.get(f"waits {term}")
    if number is not None:
        found.append(_("Perioden er rettet i udgivelse %(number)s.") % {"number": number})
    if why is not None:
        found.append(_("Rettelser i løndata venter: %(why)s.") % {"why": why_words(why)})
    return tuple(found)


def words_at(cube: Cube, one: CubeFigure) -> tuple[str, ...]:
    """Return what a file says beside a figure: where its series begins, and what became of its period."""
    return (*series_words(cube, one), *corrections_of(cube, one.term))


def mark_of(cube: Cube, term: Term) -> str:
    """Return what stands beside a period in a table of figures, so that nobody compares with an older print in vain."""
    number = cube.about.get(f"corrected {term}")
    if number is not None:
        return _("rettet i udgivelse %(number)s") % {"number": number}
    return _("rettelse venter") if f"waits {term}" in cube.about else ""


def term_told(one: Mapping[str, Any]) -> str:
    """Return what stands beside a period on the page of a release."""
    if not one["waits"]:
        return ""
    why = why_words(one.get("why", ""))
    return _("rettelser venter: %(why)s") % {"why": why} if why else _("rettelser venter")
