"""Which column of a payroll's file is which field, and what its codes mean: saved for each source, and checked when it is saved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from raadhus.core.workforce.rules.rows import Subject
from raadhus.core.workforce.rules.vocabulary import AbsenceKind, EmploymentForm
from raadhus.kernel.errors import WrongInput

# Our own choice: more than that does not leave a municipality from one file to the next.
MOST_GONE_PERCENT = 30


class FieldKind(StrEnum):
    """How a cell is read."""

    TEXT = "text"
    DAY = "day"
    HOURS = "hours"
    KRONER = "kroner"
    CODE = "code"
    FRACTION = "fraction"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of ours: its name, how it is read, whether it must be there, and its Danish label."""

    name: str
    kind: FieldKind
    label: str
    is_required: bool = False


EMPLOYMENT_FIELDS = (
    Field("employment", FieldKind.TEXT, "Ansættelse", is_required=True),
    Field("person", FieldKind.TEXT, "Person (pseudonym)", is_required=True),
    Field("name", FieldKind.TEXT, "Navn"),
    Field("unit", FieldKind.TEXT, "Enhed", is_required=True),
    Field("start", FieldKind.DAY, "Fra", is_required=True),
    Field("last", FieldKind.DAY, "Til og med"),
    Field("weekly_hours", FieldKind.HOURS, "Timer om ugen"),
    Field("fraction", FieldKind.FRACTION, "Beskæftigelsesgrad"),
    Field("form", FieldKind.CODE, "Ansættelsesform"),
    Field("job_code", FieldKind.TEXT, "Stillingskode"),
    Field("job_title", FieldKind.TEXT, "Stilling"),
    Field("agreement", FieldKind.TEXT, "Overenskomst"),
    Field("hired", FieldKind.DAY, "Ansat siden"),
    Field("leave_reason", FieldKind.TEXT, "Fratrædelsesårsag"),
    Field("born", FieldKind.DAY, "Fødselsdato"),
    Field("gender", FieldKind.TEXT, "Køn"),
    Field("monthly_pay", FieldKind.KRONER, "Månedsløn"),
    Field("left", FieldKind.DAY, "Fratrådt (rækken siger kun det)"),
)
ABSENCE_FIELDS = (
    Field("employment", FieldKind.TEXT, "Ansættelse", is_required=True),
    Field("first", FieldKind.DAY, "Første fraværsdag", is_required=True),
    Field("last", FieldKind.DAY, "Sidste fraværsdag"),
    Field("code", FieldKind.CODE, "Fraværskode", is_required=True),
    Field("absence", FieldKind.TEXT, "Fraværets nummer"),
    Field("weekly_hours_away", FieldKind.HOURS, "Timer væk om ugen"),
    Field("registered", FieldKind.DAY, "Registreret"),
)
FIELDS: Mapping[Subject, Sequence[Field]] = {
    Subject.EMPLOYMENTS: EMPLOYMENT_FIELDS,
    Subject.ABSENCES: ABSENCE_FIELDS,
}


@dataclass(frozen=True, slots=True)
class CodeMeaning:
    """What a payroll's absence code is, and whether payroll sends a notification for it by itself."""

    kind: AbsenceKind
    sends_notification: bool = True


@dataclass(frozen=True, slots=True)
class SourceMapping:
    """How one source's files are read.

    `columns` gives the file's heading for each of our fields. `codes` are absence codes, `forms` forms of employment.
    `units` translates payroll's words for units into the organisation's keys or short names, where they differ.
    `full_time_hours` turns a fraction into hours. `is_complete` says that a file holds everything the source has, so that
    what is no longer in it is gone; a file that lacks more than `most_gone_percent` of what is known is taken to be half a file and refused.
    """

    subject: Subject
    columns: Mapping[str, str]
    codes: Mapping[str, CodeMeaning] = field(default_factory=dict)
    forms: Mapping[str, EmploymentForm] = field(default_factory=dict)
    full_time_hours: int = 37
    is_complete: bool = False
    units: Mapping[str, str] = field(default_factory=dict)
    most_gone_percent: int = MOST_GONE_PERCENT


def checked(mapping: SourceMapping) -> SourceMapping:
    """Return the mapping. Raises WrongInput when a required field has no column, a column is used twice or a field is unknown."""
    known = {one.name: one for one in FIELDS[mapping.subject]}
    for name in mapping.columns:
        if name not in known:
            raise WrongInput(f"Feltet »{name}« kendes ikke.")
    missing = next((one for one in known.values() if one.is_required and not mapping.columns.get(one.name)), None)
    if missing:
        raise WrongInput(f"Vælg den kolonne, der indeholder »{missing.label}«.")
    used = [column for column in mapping.columns.values() if column]
    twice = next((column for column in used if used.count(column) > 1), None)
    if twice:
        raise WrongInput(f"Kolonnen »{twice}« er valgt to gange.")
    if mapping.subject is Subject.EMPLOYMENTS and not {"weekly_hours", "fraction"} & {
        name for name, column in mapping.columns.items() if column
    }:
        raise WrongInput("Vælg en kolonne med timer om ugen eller med beskæftigelsesgrad.")
    if mapping.subject is Subject.ABSENCES and not mapping.codes:
        raise WrongInput("Skriv, hvad mindst én fraværskode betyder.")
    return mapping


def mapping_to_json(mapping: SourceMapping) -> dict[str, Any]:
    """Return the mapping as JSON values."""
    return {
        "subject": mapping.subject.value,
        "columns": dict(mapping.columns),
        "codes": {
            code: {"kind": one.kind.value, "sends_notification": one.sends_notification}
            for code, one in mapping.codes.items()
        },
        "forms": {code: form.value for code, form in mapping.forms.items()},
        "full_time_hours": mapping.full_time_hours,
        "is_complete": mapping.is_complete,
        "units": dict(mapping.units),
        "most_gone_percent": mapping.most_gone_percent,
    }


def mapping_from_json(data: Mapping[str, Any]) -> SourceMapping:
    """Return the mapping of JSON values. Raises WrongInput when it has not the form of one."""
    try:
        return SourceMapping(
            subject=Subject(data["subject"]),
            columns={str(name): str(column) for name, column in data["columns"].items()},
            codes={
                str(code): CodeMeaning(AbsenceKind(one["kind"]), bool(one.get("sends_notification", True)))
                for code, one in data.get("codes", {}).items()
            },
            forms={str(code): EmploymentForm(form) for code, form in data.get("forms", {}).items()},
            full_time_hours=int(data.get("full_time_hours", 37)),
            is_complete=bool(data.get("is_complete", False)),
            most_gone_percent=int(data.get("most_gone_percent", MOST_GONE_PERCENT)),
            units={str(word): str(unit) for word, unit in data.get("units", {}).items()},
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise WrongInput("Kildens opsætning har ikke den rette form.") from error
