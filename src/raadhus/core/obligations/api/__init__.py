"""The API of obligations: promises, standing decisions, the annual wheel."""

from raadhus.core.obligations.api import standing
from raadhus.core.obligations.api.promises import router

router.add_router("/standing", standing.router)

__all__ = ["router"]
