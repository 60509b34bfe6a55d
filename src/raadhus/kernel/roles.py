"""The roles of the house. A role is granted to a person with a scope (a unit and all below, or everything) and a period."""

from enum import StrEnum


class Role(StrEnum):
    """One role; `label` is its Danish name on the screens."""

    SECRETARY = "secretary"
    CHIEF_EXECUTIVE = "chief_executive"
    CENTRE_HEAD = "centre_head"
    UNIT_LEADER = "unit_leader"
    HR = "hr"
    SECURITY_OFFICER = "security_officer"
    DPO = "dpo"
    PREPAREDNESS_LEAD = "preparedness_lead"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"
    EMPLOYEE = "employee"
    PUBLIC = "public"

    @property
    def label(self) -> str:
        """The Danish name."""
        return _LABELS[self]


_LABELS = {
    Role.SECRETARY: "Direktionssekretær",
    Role.CHIEF_EXECUTIVE: "Kommunaldirektør",
    Role.CENTRE_HEAD: "Centerchef",
    Role.UNIT_LEADER: "Leder af en enhed",
    Role.HR: "HR",
    Role.SECURITY_OFFICER: "Informationssikkerhedskoordinator",
    Role.DPO: "Databeskyttelsesrådgiver",
    Role.PREPAREDNESS_LEAD: "Beredskabsansvarlig",
    Role.AUDITOR: "Revisor",
    Role.ADMINISTRATOR: "Systemadministrator",
    Role.EMPLOYEE: "Medarbejder",
    Role.PUBLIC: "Offentligheden",
}

# Every person with a login is at least an employee; everybody, logged in or not, is the public.
EVERYONE = frozenset(Role)
EMPLOYEES = EVERYONE - {Role.PUBLIC}
BOARD = frozenset({Role.SECRETARY, Role.CHIEF_EXECUTIVE})
