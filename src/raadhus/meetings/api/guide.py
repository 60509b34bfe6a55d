"""The API of the guide: the same actions and queries as the pages."""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.meetings.actions.guide import approve_article, withdraw_article, write_article
from raadhus.meetings.queries.guide import article_page, guide, guide_links

router = Router()


class GuideArticleOut(Schema):
    """One article as it is approved."""

    slug: str
    number: int
    state: str
    question: str
    answer: str
    topic: str
    audience: str
    places: list[str]
    owner: str
    approved_at: datetime | None
    approved_by: str
    review_date: date | None
    url: str


class GuideArticleIn(Schema):
    """The draft of an article; a new one without `slug`."""

    slug: str = ""
    question: str
    answer: str
    topic: str
    audience: str = "employees"
    places: list[str] = []
    owner_key: str = ""
    owner_text: str = ""


class GuideLinkOut(Schema):
    """A link from a place into the guide."""

    url: str
    label: str


class GuideSlugOut(Schema):
    """The address of an article."""

    slug: str


class GuideApprovalIn(Schema):
    """The version that was read, and when it is to be looked at again."""

    number: int
    review_date: date | None = None


class GuideReasonIn(Schema):
    """Why an article is withdrawn."""

    reason: str


@router.get("guide", response=list[GuideArticleOut])
@door("meetings.read_guide")
def articles(request: HttpRequest, text: str = "", topic: str = "") -> list[Any]:
    """Return the approved articles that the caller may read."""
    found = guide(viewer=actor_of(request), text=text, topic=topic, now=timezone.now())
    return [one for under in found.topics for one in under.articles]


@router.get("guide/places/{place}", response=list[GuideLinkOut])
@door("meetings.read_guide")
def links(request: HttpRequest, place: str) -> list[Any]:
    """Return the articles that are linked from a place."""
    return list(guide_links(viewer=actor_of(request), place=place, now=timezone.now()))


@router.get("guide/articles/{slug}", response=GuideArticleOut)
@door("meetings.read_guide")
def one_article(request: HttpRequest, slug: str) -> Any:
    """Return one article."""
    return article_page(viewer=actor_of(request), slug=slug, now=timezone.now()).shown


@router.post("guide/articles", response=GuideSlugOut)
@door("meetings.write_guide")
def write(request: HttpRequest, said: GuideArticleIn) -> dict[str, str]:
    """Write the draft of an article."""
    return {"slug": write_article(actor=actor_of(request), **said.dict(), now=timezone.now())}


@router.post("guide/articles/{slug}/approval", response=GuideSlugOut)
@door("meetings.approve_guide")
def approve_guide_article(request: HttpRequest, slug: str, said: GuideApprovalIn) -> dict[str, str]:
    """Approve a draft."""
    approve_article(actor=actor_of(request), slug=slug, **said.dict(), now=timezone.now())
    return {"slug": slug}


@router.post("guide/articles/{slug}/withdrawal", response=GuideSlugOut)
@door("meetings.approve_guide")
def withdraw_guide_article(request: HttpRequest, slug: str, said: GuideReasonIn) -> dict[str, str]:
    """Take an article out of the guide."""
    withdraw_article(actor=actor_of(request), slug=slug, reason=said.reason, now=timezone.now())
    return {"slug": slug}
