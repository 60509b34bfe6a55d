"""What the template of the writing page is given."""

import json

from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _

from raadhus.kernel.ids import new_id
from raadhus.meetings.queries.writing import WritingPage
from raadhus.meetings.rules.reading import SectionKind
from raadhus.meetings.rules.section_text import WRITTEN_KINDS
from raadhus.meetings.rules.written_recommendations import WrittenPoint
from raadhus.meetings.views.writing_words import editor_words

# Empty lines for new recommendations on a page without scripts.
_EMPTY_POINTS = 3


def writing_context(page: WritingPage) -> dict[str, object]:
    """Return the page, what the scripts need, and the kinds of sections; recommendations stand after the background."""
    others = [place for place, one in enumerate(page.sections) if one.kind != SectionKind.BACKGROUND]
    settings = {
        "draft": str(page.id),
        "api": f"/api/drafts/{page.id}",
        "module": static("django_prose_editor/editor.js"),
        "findings": reverse("meetings:writing_findings", args=[page.id]),
        "texts": editor_words(),
    }
    return {
        "page": page,
        "settings": json.dumps(settings, ensure_ascii=False),
        "kinds": [(kind.value, _(label)) for kind, label in WRITTEN_KINDS.items()],
        "recommendations_after": others[0] if others else len(page.sections),
        "empty_points": [WrittenPoint(str(new_id()), "") for _place in range(_EMPTY_POINTS)],
    }
