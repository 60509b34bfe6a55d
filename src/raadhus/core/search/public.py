"""What the rest of the house may use of the search. What changes is announced through raadhus.kernel.changes."""

from raadhus.core.search.actions import Rebuilt, rebuild, refresh
from raadhus.core.search.queries import Answer, Choice, Filters, Hit, search
from raadhus.core.search.rules.snippets import Fragment

__all__ = ["Answer", "Choice", "Filters", "Fragment", "Hit", "Rebuilt", "rebuild", "refresh", "search"]
