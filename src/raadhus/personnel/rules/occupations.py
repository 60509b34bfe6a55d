"""Which occupation group a job code belongs to, and from when to when (docs/rules/personnel.md)."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from raadhus.kernel.errors import WrongInput
from raadhus.kernel.words import for_catalogue

# The groups that KRL's tables of absence use.
KRL_GROUPS = (
    for_catalogue("Administration og it"),
    for_catalogue("Akademikere"),
    for_catalogue("Dagplejere"),
    for_catalogue("Lærere m.fl."),
    for_catalogue("Pædagogisk personale, daginstitution og klub"),
    for_catalogue("Pædagogmedhjælpere"),
    for_catalogue("SOSU-personale"),
    for_catalogue("Socialpædagoger"),
    for_catalogue("Socialrådgivere"),
    for_catalogue("Syge- og sundhedspersonale, basis"),
)
REST = for_catalogue("Øvrige")


class OccupationLine(NamedTuple):
    """Job codes that begin with `code` belong to `group` in [start, end)."""

    code: str
    group: str
    is_administrative: bool = False
    start: date = date.min
    end: date | None = None


class Occupation(NamedTuple):
    """What a job code is on a day."""

    group: str
    is_administrative: bool


class Occupations:
    """The municipality's list of job codes; the longest beginning that fits wins, and a code that none fits is `REST`.

    Raises WrongInput when a line ends before it starts or two lines for one code share a day.
    """

    def __init__(self, lines: Iterable[OccupationLine]) -> None:
        self._lines: dict[str, list[OccupationLine]] = {}
        for line in sorted(lines, key=lambda line: (line.code, line.start)):
            earlier = self._lines.setdefault(line.code, [])
            if line.end is not None and line.end <= line.start:
                raise WrongInput(f"Stillingskoden {line.code!r} slutter, før den begynder; ret datoerne.")
            if earlier and (earlier[-1].end is None or line.start < earlier[-1].end):
                raise WrongInput(f"Stillingskoden {line.code!r} står i to grupper den {line.start}; ret datoerne.")
            earlier.append(line)

    def on(self, job_code: str, day: date) -> Occupation:
        """Return the group of a job code on a day."""
        line = self._line(job_code, day)
        return (
            Occupation(REST, is_administrative=False)
            if line is None
            else Occupation(line.group, line.is_administrative)
        )

    def fits(self, job_code: str, day: date) -> bool:
        """Return True when some line fits the code on the day."""
        return self._line(job_code, day) is not None

    def _line(self, job_code: str, day: date) -> OccupationLine | None:
        for length in range(len(job_code), -1, -1):
            for line in self._lines.get(job_code[:length], ()):
                if line.start <= day and (line.end is None or day < line.end):
                    return line
        return None

    def changes(self, job_code: str) -> tuple[date, ...]:
        """Return the days on which the group of a job code may change, in order."""
        found = {
            day
            for length in range(len(job_code) + 1)
            for line in self._lines.get(job_code[:length], ())
            for day in (line.start, line.end)
            if day is not None and day != date.min
        }
        return tuple(sorted(found))


# The one code whose name was read in a public source; the rest are the municipality's to fill in from KRL's register.
DEFAULT_OCCUPATIONS = Occupations([OccupationLine("264", "Administration og it", is_administrative=True)])
