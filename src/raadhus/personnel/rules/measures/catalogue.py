"""Every measure by its key, in the order they are shown: one definition for page, publication, API and case."""

from raadhus.kernel.errors import WrongInput
from raadhus.personnel.rules.measures.absence import ABSENCE
from raadhus.personnel.rules.measures.definitions import Measure
from raadhus.personnel.rules.measures.movement import MOVEMENT
from raadhus.personnel.rules.measures.stock import STOCK

MEASURES: dict[str, Measure] = {measure.key: measure for measure in (*STOCK, *MOVEMENT, *ABSENCE)}


def measure_of(key: str) -> Measure:
    """Return the measure with this key. Raises WrongInput on a key that is none."""
    try:
        return MEASURES[key]
    except KeyError as error:
        raise WrongInput(f"{key!r} er ikke et mål; vælg et af {', '.join(MEASURES)}.") from error
