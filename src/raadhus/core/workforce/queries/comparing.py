"""What a file from payroll changes in what is known. Nothing is written here, and nothing of it is shown to anybody."""

from raadhus.core.workforce.models import PayrollSource
from raadhus.core.workforce.queries import known
from raadhus.core.workforce.readers.whole import FileReading, Progress
from raadhus.core.workforce.rules.changes import Changes, changes, half_a_file
from raadhus.core.workforce.rules.consistency import contradictions
from raadhus.core.workforce.rules.endings import ended
from raadhus.core.workforce.rules.mapping import SourceMapping
from raadhus.core.workforce.rules.rows import Problem
from raadhus.core.workforce.rules.runs import Counts, Stage


def compared(source: PayrollSource, reading: FileReading, *, mapping: SourceMapping, tell: Progress) -> Changes:
    """Return what the file changes; what contradicts itself or what is known is added to the reading's problems.

    The caller holds the source, so that what is known stays so until the changes are written.
    """
    total, is_complete = reading.count, mapping.is_complete
    tell(Stage.COMPARING, 0, total)
    never = _ended(source, reading)
    employments = {row.employment for _line, row in reading.rows}
    told = {row.key for _line, row in reading.rows}.union(never)
    before = known.known_of(source, employments, told, is_complete=is_complete)
    tell(Stage.COMPARING, total // 3, total)
    for problem in contradictions(reading.rows, before.spans):
        reading.problems.add(problem)
    tell(Stage.COMPARING, total // 2, total)
    if reading.problems.count:
        return Changes()
    found = changes(before.fingerprints, (row for _line, row in reading.rows), is_complete=is_complete)
    if is_complete and (said := half_a_file(found, len(before.fingerprints), mapping.most_gone_percent)):
        reading.problems.add(Problem(0, "", said))
    found.gone = sorted({*found.gone, *never})
    tell(Stage.COMPARING, total, total)
    return found


def _ended(source: PayrollSource, reading: FileReading) -> set[str]:
    """Turn rows that only end an employment into its known terms with that end; return the keys of terms that now never begin.

    An employment that is not known has nothing to end.
    """
    if not reading.endings:
        return set()
    lines: dict[str, int] = {}
    told = {row.employment: line for line, row in reading.rows}
    never: set[str] = set()
    terms = known.terms_known(source, {row.employment for _line, row in reading.endings})
    for line, ending in reading.endings:
        twice = lines.setdefault(ending.employment, told.get(ending.employment, line))
        if twice != line:
            reading.problems.add(Problem(line, "", f"ansættelsen står også i linje {twice}."))
            continue
        kept, dropped = ended(terms.get(ending.employment, ()), ending.last)
        reading.rows += [(line, row) for row in kept]
        never.update(dropped)
    return never


def counts_of(reading: FileReading, found: Changes) -> Counts:
    """Return what a file changed, in numbers. A row that ended nothing is unchanged."""
    told = len(found.new) + len(found.changed) + len(found.gone)
    unchanged = max(0, reading.count - told) if reading.endings else found.unchanged
    return Counts(reading.count, len(found.new), len(found.changed), unchanged, len(found.gone))
