"""Figures as files: CSV, XLSX and Parquet."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.utils.translation import gettext as _

from raadhus.kernel.danish import slug
from raadhus.kernel.errors import WrongInput
from raadhus.personnel.engines.parquet_file import PARQUET_TYPE, to_parquet
from raadhus.personnel.queries.about_figures import about_page
from raadhus.personnel.queries.taken_along import Row, columns, heads
from raadhus.ui.downloads import table_file

KINDS = ("csv", "xlsx", "parquet")


def figure_file(kind: str, name: str, rows: Sequence[Row]) -> HttpResponse:
    """Return the rows as a download named `name`. Raises WrongInput on a kind that is none."""
    if kind not in KINDS:
        raise WrongInput(_("Tallene kan hentes som CSV, XLSX eller Parquet."))
    named = columns()
    if kind != "parquet":
        return table_file(kind, name, heads(named), rows, (about_page(rows),))
    response = HttpResponse(to_parquet(named, rows), content_type=PARQUET_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{slug(name) or "personaletal"}.parquet"'
    return response
