"""The guide in the one search: approved articles, each under the label of those whom it is for, and the rules' pages."""

from collections.abc import Sequence
from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate

from raadhus.core.access.public import may
from raadhus.kernel.actors import Actor
from raadhus.kernel.rooms import SearchEntry
from raadhus.meetings.guidance import guidance_pages
from raadhus.meetings.models import GuideVersion
from raadhus.meetings.rules.guide import ArticleState

SOURCE_NAME = "guide"
_LABEL = "guide:{}"


class GuideSearch:
    """The search source of the guide."""

    name = SOURCE_NAME
    label = "Vejledning"

    def entries(self, keys: Sequence[str] | None = None) -> Sequence[SearchEntry]:
        """Return the entries with these keys, or all; a key that is gone is left out."""
        rows = GuideVersion.objects.filter(state=ArticleState.APPROVED).select_related("article")
        found = [_article(row) for row in rows.order_by("topic", "question")] + _rules()
        return [one for one in found if keys is None or one.key in keys]

    def viewer_labels(self, viewer: Actor, now: datetime) -> frozenset[str]:
        """Return the labels whose entries the viewer may find."""
        everybody, employees = (_LABEL.format(one) for one in ("everybody", "employees"))
        return frozenset({everybody, employees} if may(viewer, "meetings.read_internal", now=now) else {everybody})


def _article(row: GuideVersion) -> SearchEntry:
    return SearchEntry(
        key=str(row.article_id),
        title=row.question,
        body=row.answer,
        url=reverse("guide:article", args=[row.article.slug]),
        date=localdate(row.approved_at) if row.approved_at else None,
        kind="guide_article",
        allowed=frozenset({_LABEL.format(row.audience)}),
    )


def _rules() -> list[SearchEntry]:
    return [
        SearchEntry(
            key=f"rule:{one.code}",
            title=one.title,
            body=one.markdown,
            url=reverse("guide:rule", args=[one.code]),
            date=None,
            kind="guide_article",
            allowed=frozenset({_LABEL.format("everybody")}),
        )
        for one in guidance_pages()
    ]


search_source = GuideSearch()
