"""A file of reference values, recognised by what is in it: our own table (CSV or XLSX), or a table of StatBank's (CSV, PX or JSON-stat)."""

from raadhus.core.workforce.public import lines_of
from raadhus.kernel.errors import WrongInput
from raadhus.personnel.readers.reference_table import TableRead, is_reference_table, read_reference_table
from raadhus.personnel.readers.statbank import read_statbank
from raadhus.personnel.rules.benchmarks.statbank import StatTable

_WORKBOOK = b"PK\x03\x04"
_NO_TABLE = (b"<", b"%PDF")


def read_reference_file(data: bytes, name: str) -> TableRead | StatTable:
    """Return what the file holds. Raises WrongInput when it is neither."""
    if not data.strip():
        raise WrongInput(f"{name}: filen er tom; hent den igen.")
    if data.lstrip().startswith(_NO_TABLE):
        raise WrongInput(
            f"{name}: filen er en side eller et dokument og ikke en tabel; hent den som CSV, XLSX, PX eller JSON-stat."
        )
    if data.startswith(_WORKBOOK) or _is_ours(data, name):
        return read_reference_table(data, name)
    return read_statbank(data, name)


def _is_ours(data: bytes, name: str) -> bool:
    try:
        heading, _lines = lines_of(data, name)
    except WrongInput:
        return False
    return is_reference_table(heading)
