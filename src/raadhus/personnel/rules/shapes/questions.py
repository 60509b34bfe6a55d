"""What may be asked of an engine: seven shapes, one breakdown at a time, months in a row, by unit or node or person. Nothing else becomes SQL."""

from dataclasses import dataclass
from enum import StrEnum

from raadhus.personnel.rules.counting import Scope
from raadhus.personnel.rules.measures.definitions import MONTHS_A_YEAR, Component

STOCK_COMPONENTS = (
    Component.HEADS,
    Component.HOURS,
    Component.FULL_TIME_HEADS,
    Component.AGED_HEADS,
    Component.AGE_MONTHS,
    Component.HEADS_60_PLUS,
    Component.PAY_ORE,
    Component.PAID_HOURS,
    Component.NEW_HEADS,
    Component.ADMINISTRATIVE_HOURS,
)
ABSENCE_COMPONENTS = (
    Component.SICK_UNITS,
    Component.SHORT_SICK_UNITS,
    Component.LONG_SICK_UNITS,
    Component.SICK_DAYS_100,
    Component.POSSIBLE_UNITS,
)
COMING_COMPONENTS = (Component.HEADS_AFTER, Component.JOINED, Component.ARRIVED)
GOING_COMPONENTS = (
    Component.HEADS_BEFORE,
    Component.LEFT,
    Component.MOVED,
    Component.DEPARTED,
    Component.RETIRED,
    Component.RETIRED_AGE_MONTHS,
)


class Shape(StrEnum):
    """The seven shapes of question.

    STOCK, POSSIBLE, ABSENCE, COMING and GOING give the components of cells, or of each person's employments. CONTRIBUTORS gives the people
    behind one component of a cell: how many, how many with something, the sum, the largest and the second largest. KEYS adds up record keys.
    """

    STOCK = "stock"
    POSSIBLE = "possible"
    ABSENCE = "absence"
    COMING = "coming"
    GOING = "going"
    CONTRIBUTORS = "contributors"
    KEYS = "keys"


COMPONENTS: dict[Shape, tuple[Component, ...]] = {
    Shape.STOCK: STOCK_COMPONENTS,
    Shape.POSSIBLE: (Component.POSSIBLE_UNITS,),
    Shape.ABSENCE: ABSENCE_COMPONENTS,
    Shape.COMING: COMING_COMPONENTS,
    Shape.GOING: GOING_COMPONENTS,
}


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its shape, whom it counts and how they are split, and its first and last month by number.

    `by_node` counts every node of the homes table instead of each unit. `span` is the months between the two censuses of COMING and GOING, whose
    month is the later one. `component` is what CONTRIBUTORS looks at, and says whether KEYS are those of a reference day or of absence.
    """

    shape: Shape
    scope: Scope
    first: int
    last: int
    by_node: bool = False
    span: int = MONTHS_A_YEAR
    component: Component = Component.HEADS

    def __post_init__(self) -> None:
        """Refuse what no shape answers."""
        if self.last < self.first or self.span < 1:
            raise ValueError("Spørgsmålets sidste måned ligger før dets første, eller der er ingen måned imellem.")
        if self.component not in {*STOCK_COMPONENTS, *ABSENCE_COMPONENTS} - {Component.POSSIBLE_UNITS}:
            raise ValueError(f"{self.component} har ingen bidrag fra enkeltpersoner.")
        if self.scope.by_person and self.shape not in COMPONENTS:
            raise ValueError(f"{self.shape} har ingen svar for den enkelte person.")

    @property
    def is_about_absence(self) -> bool:
        """True when the people asked about are those with absence."""
        return self.component in ABSENCE_COMPONENTS
