"""The answer to a list's export link: the same rows, as a file."""

from collections.abc import Iterable, Sequence

from django.http import HttpResponse

from raadhus.kernel.danish import slug
from raadhus.kernel.errors import WrongInput
from raadhus.ui.export import CSV_TYPE, XLSX_TYPE, Cell, Page, to_csv, to_xlsx


def table_file(
    kind: str, name: str, head: Sequence[str], rows: Iterable[Sequence[Cell]], further: Sequence[Page] = ()
) -> HttpResponse:
    """Return the table as a download; `kind` is "csv" or "xlsx", `name` becomes the file's name. Raises WrongInput.

    The workbook has the `further` sheets too.
    """
    if kind == "csv":
        response = HttpResponse(to_csv(head, rows), content_type=CSV_TYPE)
    elif kind == "xlsx":
        response = HttpResponse(to_xlsx(head, rows, sheet=name, further=further), content_type=XLSX_TYPE)
    else:
        raise WrongInput("Listen kan hentes som CSV eller XLSX.")
    response["Content-Disposition"] = f'attachment; filename="{slug(name) or "liste"}.{kind}"'
    return response
