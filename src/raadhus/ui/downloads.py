"""The answer to a list's export link: the same rows, as a file."""

from collections.abc import Iterable, Sequence

from django.http import HttpResponse
from django.utils.text import slugify

from raadhus.kernel.errors import WrongInput
from raadhus.ui.export import CSV_TYPE, XLSX_TYPE, Cell, to_csv, to_xlsx

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"})


def table_file(kind: str, name: str, head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> HttpResponse:
    """Return the table as a download; `kind` is "csv" or "xlsx", `name` becomes the file's name. Raises WrongInput."""
    if kind == "csv":
        response = HttpResponse(to_csv(head, rows), content_type=CSV_TYPE)
    elif kind == "xlsx":
        response = HttpResponse(to_xlsx(head, rows, sheet=name), content_type=XLSX_TYPE)
    else:
        raise WrongInput("Listen kan hentes som CSV eller XLSX.")
    response["Content-Disposition"] = f'attachment; filename="{slugify(name.translate(_LETTERS)) or "liste"}.{kind}"'
    return response
