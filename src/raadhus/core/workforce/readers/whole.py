"""A whole file of payroll's, read: its rows, and what is wrong with it. Nothing here knows the database."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import islice

from raadhus.core.workforce.readers.payroll import lines_of
from raadhus.core.workforce.rules.mapping import SourceMapping
from raadhus.core.workforce.rules.reading import RowReader
from raadhus.core.workforce.rules.rows import AbsenceRow, EmploymentRow, EndingRow, Problem, Problems
from raadhus.core.workforce.rules.runs import Stage
from raadhus.kernel.errors import WrongInput

# What is being done, how many rows of it are done, and how many there are (0 when that is not known).
Progress = Callable[[Stage, int, int], None]
_PORTION = 20_000
_NEW_LINE = b"\n"


@dataclass(slots=True)
class FileReading:
    """What a file told: rows with their lines, employments that it says have ended, and what is wrong."""

    rows: list[tuple[int, AbsenceRow | EmploymentRow]] = field(default_factory=list)
    endings: list[tuple[int, EndingRow]] = field(default_factory=list)
    problems: Problems = field(default_factory=Problems)
    # How many rows the file itself has.
    count: int = 0


def read_file(
    data: bytes,
    name: str,
    mapping: SourceMapping,
    *,
    accept_cpr: bool,
    units: Mapping[str, str],
    tell: Progress,
) -> FileReading:
    """Return what the file tells by the mapping. What is wrong with the file as a whole is a problem of line 0."""
    reading = FileReading()
    try:
        heading, lines = lines_of(data, name)
        reader = RowReader(mapping, heading, accept_cpr=accept_cpr, name=name, units=units)
        reading.problems = reader.problems
        rows, total = reader.rows(lines), data.count(_NEW_LINE)
        while portion := list(islice(rows, _PORTION)):
            _sort(portion, reading)
            reading.count += len(portion)
            tell(Stage.READING, reading.count, max(total, reading.count))
    except WrongInput as error:
        reading.problems.add(Problem(0, "", str(error)))
    if not reading.count and not reading.problems.count:
        reading.problems.add(Problem(0, "", f"{name}: der er ingen rækker i filen."))
    return reading


def _sort(portion: list[tuple[int, AbsenceRow | EmploymentRow | EndingRow]], reading: FileReading) -> None:
    """Put the rows where they belong; almost no file has endings."""
    if any(isinstance(row, EndingRow) for _, row in portion):
        reading.endings += [(line, row) for line, row in portion if isinstance(row, EndingRow)]
    reading.rows += [(line, row) for line, row in portion if not isinstance(row, EndingRow)]
