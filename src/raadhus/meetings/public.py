"""What the rest of the house may use of meetings. Re-exports only."""

from raadhus.meetings.actions.bodies import BodyExists, create_body
from raadhus.meetings.actions.guide import approve_article, write_article
from raadhus.meetings.actions.importing import import_document
from raadhus.meetings.actions.publishing import publish_meeting
from raadhus.meetings.actions.readings import confirm_reading
from raadhus.meetings.actions.suggestions import confirm_obligation
from raadhus.meetings.queries.guide import has_article
from raadhus.meetings.queries.review import review_page
from raadhus.meetings.rules.imports import ImportStatus
from raadhus.meetings.rules.profiles import Profile

__all__ = [
    "BodyExists",
    "ImportStatus",
    "Profile",
    "approve_article",
    "confirm_obligation",
    "confirm_reading",
    "create_body",
    "has_article",
    "import_document",
    "publish_meeting",
    "review_page",
    "write_article",
]
