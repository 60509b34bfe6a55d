"""Danish words of payroll intake that the screens and the trail share: subjects, ready-made mappings, and what a change of a mapping was."""

from collections.abc import Iterator, Mapping

from raadhus.core.workforce.rules.mapping import FIELDS, CodeMeaning, SourceMapping
from raadhus.core.workforce.rules.rows import Problem, Subject
from raadhus.core.workforce.rules.vocabulary import AbsenceKind, EmploymentForm

_SUBJECT_LABELS = {Subject.EMPLOYMENTS: "Ansættelser", Subject.ABSENCES: "Fravær"}
_PROFILE_LABELS = {
    "own_employments": "Raadhus' eget format: ansættelser",
    "own_absences": "Raadhus' eget format: fravær",
    "sd_absences": "SD Løn: fravær (én kommunes koder som udgangspunkt)",
    "opus_employments": "KMD OPUS: ansættelser (delta-XML)",
}


def subject_label(subject: Subject) -> str:
    """Return what a source's files are about, in Danish."""
    return _SUBJECT_LABELS[subject]


def profile_label(key: str) -> str:
    """Return the name of a ready-made mapping, its key when it has no other."""
    return _PROFILE_LABELS.get(key, key)


def mapping_changes(before: SourceMapping, after: SourceMapping) -> Iterator[str]:
    """Yield one Danish phrase for each thing that the new mapping says otherwise: before and after."""
    labels = {one.name: one.label for one in FIELDS[after.subject]}
    columns = _filled(before.columns), _filled(after.columns)
    for name in sorted({*columns[0], *columns[1]}):
        yield from _changed(f"kolonnen for {labels.get(name, name)}", columns[0].get(name), columns[1].get(name))
    for code in sorted({*before.codes, *after.codes}):
        yield from _changed(f"koden {code}", _meaning(before.codes.get(code)), _meaning(after.codes.get(code)))
    for code in sorted({*before.forms, *after.forms}):
        yield from _changed(f"ansættelsesformen {code}", _form(before.forms.get(code)), _form(after.forms.get(code)))
    for word in sorted({*before.units, *after.units}):
        yield from _changed(f"enheden {word}", before.units.get(word), after.units.get(word))
    yield from _changed("fuld tid", f"{before.full_time_hours} timer", f"{after.full_time_hours} timer")
    yield from _changed("hele kilden i hver fil", _yes(before.is_complete), _yes(after.is_complete))
    yield from _changed(
        "grænsen for, hvor meget der må mangle", f"{before.most_gone_percent} %", f"{after.most_gone_percent} %"
    )


def _filled(columns: Mapping[str, str]) -> Mapping[str, str]:
    return {name: column for name, column in columns.items() if column}


def _changed(what: str, before: str | None, after: str | None) -> Iterator[str]:
    if before != after:
        yield f"{what}: »{before or 'ingen'}« blev »{after or 'ingen'}«"


def _meaning(one: CodeMeaning | None) -> str | None:
    if one is None:
        return None
    return (
        f"{AbsenceKind(one.kind).label}, {'sender anmeldelse' if one.sends_notification else 'sender ikke anmeldelse'}"
    )


def _form(one: EmploymentForm | None) -> str | None:
    return None if one is None else one.label


def _yes(value: bool) -> str:  # noqa: FBT001 - a value that is turned into a word, no switch
    return "ja" if value else "nej"


def said_of(problem: Problem) -> tuple[str, str]:
    """Return what is wrong with a row, and what to do about it: the part of the sentence after a semicolon.

    What is wrong with the file as a whole begins with the file's name, which stays as it is.
    """
    wrong, _sign, advice = problem.message.partition("; ")
    wrong = f"{wrong[:1].upper() if problem.line else wrong[:1]}{wrong[1:].rstrip('.')}."
    return (
        wrong,
        f"{advice[:1].upper()}{advice[1:]}"
        if advice
        else "Ret det i lønsystemet eller i filen, og indlæs hele filen igen.",
    )
