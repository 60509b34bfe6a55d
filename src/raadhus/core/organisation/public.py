"""What the rest of the house may use of the organisation."""

from raadhus.core.organisation.actions.closing import close_unit
from raadhus.core.organisation.actions.importing import ImportReport, import_csv, import_os2mo
from raadhus.core.organisation.actions.leaderships import appoint_leader, end_leadership
from raadhus.core.organisation.actions.people import change_person, create_person, end_placement, move_person
from raadhus.core.organisation.actions.units import create_unit, move_unit, rename_unit
from raadhus.core.organisation.queries import (
    all_versions,
    ancestors,
    children,
    leaders_by_unit,
    leaders_of,
    lies_under,
    names_of,
    people,
    people_to_choose,
    person,
    unit,
    units,
    units_to_choose,
    units_under,
)
from raadhus.core.organisation.rules.people import Leadership, Person, Placement
from raadhus.core.organisation.rules.tree import CannotChange, NoSuchUnit, Unit

__all__ = [
    "CannotChange",
    "ImportReport",
    "Leadership",
    "NoSuchUnit",
    "Person",
    "Placement",
    "Unit",
    "all_versions",
    "ancestors",
    "appoint_leader",
    "change_person",
    "children",
    "close_unit",
    "create_person",
    "create_unit",
    "end_leadership",
    "end_placement",
    "import_csv",
    "import_os2mo",
    "leaders_by_unit",
    "leaders_of",
    "lies_under",
    "move_person",
    "move_unit",
    "names_of",
    "people",
    "people_to_choose",
    "person",
    "rename_unit",
    "unit",
    "units",
    "units_to_choose",
    "units_under",
]
