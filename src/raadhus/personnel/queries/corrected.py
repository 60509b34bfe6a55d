"""What a reader is told of corrections: in which release a period was corrected last, and why a correction of it waits."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from raadhus.personnel.engines.cube import Cube
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


def corrections_of(cube: Cube, term: Term) -> tuple[str, ...]:
    """Return the sentences that stand at the figures of a period."""
    found = []
    number, why = cube.about.get(f"corrected {term}"), cube.about.get(f"waits {term}")
    if number is not None:
        found.append(_("Perioden er rettet i udgivelse %(number)s.") % {"number": number})
    if why is not None:
        found.append(_("En rettelse i løndata venter: %(why)s.") % {"why": why_words(why)})
    return tuple(found)


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
