"""Ready-made mappings: our own documented format, and starting points for SD Løn and KMD OPUS (docs/formats/workforce.md).

SD's codes are those that one municipality has published; every municipality has its own, so they are a suggestion to be
looked through. The layout of SD's absence extract is not published, so the columns are the municipality's to choose.
"""

from raadhus.core.workforce.rules.mapping import ABSENCE_FIELDS, EMPLOYMENT_FIELDS, CodeMeaning, SourceMapping
from raadhus.core.workforce.rules.rows import Subject
from raadhus.core.workforce.rules.vocabulary import AbsenceKind, EmploymentForm

OWN_EMPLOYMENTS = SourceMapping(
    subject=Subject.EMPLOYMENTS,
    columns={one.name: one.name for one in EMPLOYMENT_FIELDS},
    forms={form.value: form for form in EmploymentForm},
)
OWN_ABSENCES = SourceMapping(
    subject=Subject.ABSENCES,
    columns={one.name: one.name for one in ABSENCE_FIELDS},
    codes={kind.value: CodeMeaning(kind, sends_notification=kind.is_own_sickness) for kind in AbsenceKind},
)
SD_ABSENCES = SourceMapping(
    subject=Subject.ABSENCES,
    columns={
        "employment": "Tjenestenummer",
        "first": "Startdato",
        "last": "Slutdato",
        "code": "Fraværskode",
        "registered": "Registreringsdato",
    },
    codes={
        "790": CodeMeaning(AbsenceKind.SICKNESS),
        "590": CodeMeaning(AbsenceKind.WORK_INJURY),
        "526": CodeMeaning(AbsenceKind.PARTIAL_SICKNESS),
        "525": CodeMeaning(AbsenceKind.SICKNESS_SECTION_56),
        "522": CodeMeaning(AbsenceKind.PARTIAL_SICKNESS_SECTION_56),
    },
)
# A delta tells of those who changed: what is not in it is as it was. Its codes of contracts differ from place to place, so they are
# kept as words and no form is read from them.
OPUS_EMPLOYMENTS = SourceMapping(
    subject=Subject.EMPLOYMENTS,
    columns={
        "employment": "employee",
        "person": "person",
        "name": "name",
        "unit": "orgUnit",
        "start": "entryDate",
        "last": "leaveDate",
        "fraction": "fraction",
        "job_code": "positionId",
        "job_title": "position",
        "agreement": "workContractText",
        "left": "left",
    },
)
PROFILES = {
    "own_employments": OWN_EMPLOYMENTS,
    "own_absences": OWN_ABSENCES,
    "sd_absences": SD_ABSENCES,
    "opus_employments": OPUS_EMPLOYMENTS,
}
