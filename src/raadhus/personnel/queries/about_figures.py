"""What figures that are taken along rest on, as a sheet of its own."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from raadhus.personnel.queries.taken_along import Row
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.ui.export import Page


def about_page(rows: Sequence[Row]) -> Page:
    """Return the sheet that says what the figures are: each measure's definition, whom it counts and where it comes from."""
    told = {row[0] for row in rows}
    head = (_("Tal"), _("Definition"), _("Hvem"), _("Måles i"), _("Version"), _("Kilde"))
    lines: list[tuple[str | int, ...]] = []
    for measure in MEASURES.values():
        if measure.title in told:
            _since, version, source = measure.versions.steps[-1]
            lines.append(
                (
                    measure.title,
                    measure.explained,
                    _(measure.population.label),
                    _(measure.unit.label),
                    version,
                    source.name,
                )
            )
    return Page(_("Om tallene"), head, lines)
