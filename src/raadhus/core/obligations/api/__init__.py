"""The API of obligations: promises, standing decisions, the annual wheel, the board's view."""

from raadhus.core.obligations.api import following, standing
from raadhus.core.obligations.api.promises import router

router.add_router("/standing", standing.router)
router.add_router("/following", following.router)

__all__ = ["router"]
