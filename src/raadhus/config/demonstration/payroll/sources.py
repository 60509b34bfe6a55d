"""How the house reads the demonstration's payroll: our own format, and the codes of a municipality's payroll as it might have them."""

from dataclasses import replace

from raadhus.core.workforce.rules.mapping import CodeMeaning, SourceMapping
from raadhus.core.workforce.rules.profiles import OWN_ABSENCES, OWN_EMPLOYMENTS, SD_ABSENCES
from raadhus.core.workforce.rules.vocabulary import AbsenceKind

EMPLOYMENTS = OWN_EMPLOYMENTS
ABSENCES: SourceMapping = replace(
    OWN_ABSENCES,
    codes={
        **SD_ABSENCES.codes,
        # For sickness that is paid elsewhere: payroll sends no notification, which makes it easy to take by mistake.
        "799": CodeMeaning(AbsenceKind.SICKNESS, sends_notification=False),
        "GR": CodeMeaning(AbsenceKind.PREGNANCY),
        "BS": CodeMeaning(AbsenceKind.CHILD_SICK, sends_notification=False),
        "BA": CodeMeaning(AbsenceKind.PARENTAL, sends_notification=False),
        "OM": CodeMeaning(AbsenceKind.CARE_DAY, sends_notification=False),
    },
)
