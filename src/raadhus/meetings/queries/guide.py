"""The guide as a viewer may read it: the municipality's own articles, and the pages of the linter's rules."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import may
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.meetings.guidance import guidance_pages
from raadhus.meetings.models import GuideArticle, GuideVersion
from raadhus.meetings.rules.guide import ArticleState, Audience
from raadhus.ui.listing import Link
from raadhus.ui.markdown import render

_RULE = "rule:"


def article_address(slug: str) -> str:
    """Return the path of an article's page."""
    return reverse("guide:article", args=[slug])


@dataclass(frozen=True, slots=True)
class Article:
    """One version of an article as a reader sees it; `html` is safe."""

    id: UUID
    slug: str
    number: int
    state: ArticleState
    question: str
    answer: str
    html: str
    topic: str
    audience: Audience
    places: tuple[str, ...]
    owner: str
    owner_key: str
    author: str
    changed_at: datetime
    approved_at: datetime | None
    approved_by: str
    review_date: date | None
    is_due: bool
    is_example: bool

    @property
    def url(self) -> str:
        """The address of its page."""
        return article_address(self.slug)


@dataclass(frozen=True, slots=True)
class Topic:
    """Articles under one topic, by question."""

    name: str
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article with its history and what the viewer may do. `draft` waits to be approved; `shown` may be that draft."""

    shown: Article
    draft: Article | None
    history: tuple[Article, ...]
    may_write: bool
    may_approve: bool


@dataclass(frozen=True, slots=True)
class Guide:
    """The whole guide as it is read and printed."""

    topics: tuple[Topic, ...]
    rules: tuple[Link, ...]
    drafts: tuple[Article, ...]
    may_write: bool
    total: int


def _readable(viewer: Actor, now: datetime) -> Q:
    if may(viewer, "meetings.read_internal", now=now):
        return Q()
    return Q(audience=Audience.EVERYBODY)


def _versions(state: ArticleState) -> QuerySet[GuideVersion]:
    return GuideVersion.objects.filter(state=state).select_related("article").order_by("topic", "question")


def guide(*, viewer: Actor, text: str = "", topic: str = "", now: datetime) -> Guide:
    """Return the guide, narrowed to a topic and to articles and rules whose words hold every word of `text`."""
    words = text.casefold().split()
    today = localdate(now)
    found = _versions(ArticleState.APPROVED).filter(_readable(viewer, now))
    chosen = [_article(one, today) for one in (found.filter(topic=topic) if topic else found)]
    shown = [one for one in chosen if _holds(words, one.question, one.answer, one.topic)]
    rules = [] if topic else [one for one in guidance_pages() if _holds(words, one.title, one.markdown)]
    may_write = may(viewer, "meetings.write_guide", now=now)
    drafts = [_article(one, today) for one in _versions(ArticleState.DRAFT)] if may_write else []
    links = tuple(Link(reverse("guide:rule", args=[one.code]), one.title) for one in rules)
    return Guide(_topics(shown), links, tuple(drafts), may_write, len(shown) + len(rules))


def guide_topics(*, viewer: Actor, now: datetime) -> tuple[str, ...]:
    """Return the topics that have something to read."""
    found = GuideVersion.objects.filter(_readable(viewer, now), state=ArticleState.APPROVED)
    return tuple(found.order_by("topic").values_list("topic", flat=True).distinct())


def _topics(articles: Iterable[Article]) -> tuple[Topic, ...]:
    by_topic: dict[str, list[Article]] = {}
    for one in articles:
        by_topic.setdefault(one.topic, []).append(one)
    return tuple(Topic(name, tuple(under)) for name, under in by_topic.items())


def _holds(words: Sequence[str], *texts: str) -> bool:
    whole = "\n".join(texts).casefold()
    return all(word in whole for word in words)


def article_page(*, viewer: Actor, slug: str, number: int | None = None, now: datetime) -> ArticlePage:
    """Return one article: the approved version, or the one numbered for those who write the guide. Raises NotFound."""
    may_write = may(viewer, "meetings.write_guide", now=now)
    versions = [
        _article(one, localdate(now))
        for one in GuideVersion.objects.filter(_readable(viewer, now), article__slug=slug)
        .select_related("article")
        .order_by("-number")
    ]
    approved = next((one for one in versions if one.state is ArticleState.APPROVED), None)
    asked = next((one for one in versions if one.number == number), None) if number is not None else approved
    newest = versions[0] if versions and may_write else None
    shown = asked or (newest if number is None else None)
    if shown is None or (not may_write and shown.state is not ArticleState.APPROVED):
        raise NotFound(_("Artiklen findes ikke, eller den er ikke godkendt."))
    return ArticlePage(
        shown=shown,
        draft=next((one for one in versions if one.state is ArticleState.DRAFT), None) if may_write else None,
        history=tuple(versions) if may_write else (),
        may_write=may_write,
        may_approve=may(viewer, "meetings.approve_guide", now=now),
    )


def guide_links(*, viewer: Actor, place: str, now: datetime) -> tuple[Link, ...]:
    """Return the articles that are linked from a place ("recommendation", "rule:no-owner"), and the rule's own page."""
    return links_at(place, guide_index(viewer=viewer, now=now))


def guide_index(*, viewer: Actor, now: datetime) -> tuple[tuple[frozenset[str], Link], ...]:
    """Return every approved article that the viewer may read, with its places: read once for a page with many places."""
    found = _versions(ArticleState.APPROVED).filter(_readable(viewer, now))
    return tuple((frozenset(one.places), Link(article_address(one.article.slug), one.question)) for one in found)


def links_at(place: str, index: Iterable[tuple[frozenset[str], Link]]) -> tuple[Link, ...]:
    """Return the links of one place out of the index, the rule's own page first."""
    links = []
    if place.startswith(_RULE):
        code = place.removeprefix(_RULE)
        rules = [one for one in guidance_pages() if one.code == code]
        links = [Link(reverse("guide:rule", args=[one.code]), one.title) for one in rules]
    # A JSON list is asked in Python: the two databases ask it differently, and the guide is small.
    links += [link for places, link in index if place in places]
    return tuple(links)


def has_article(question: str) -> bool:
    """Return True when some version of an article asks this question."""
    return GuideVersion.objects.filter(question=question).exists()


def locked_article(slug: str) -> GuideArticle:
    """Return the article, locked until the transaction ends. Raises NotFound."""
    article = GuideArticle.objects.select_for_update().filter(slug=slug).first()
    if article is None:
        raise NotFound(_("Artiklen findes ikke."))
    return article


def _article(row: GuideVersion, today: date) -> Article:
    article = row.article
    text = render(row.answer, page_address="/hjaelp/{name}/", picture_address="/hjaelp/billeder/{name}")
    return Article(
        id=article.pk,
        slug=article.slug,
        number=row.number,
        state=ArticleState(row.state),
        question=row.question,
        answer=row.answer,
        html=text.html,
        topic=row.topic,
        audience=Audience(row.audience),
        places=tuple(row.places),
        owner=article.owner_text or article.owner_key,
        owner_key=article.owner_key,
        author=row.author_name,
        changed_at=row.changed_at,
        approved_at=row.approved_at,
        approved_by=row.approved_by_name,
        review_date=row.review_date,
        is_due=row.review_date is not None and row.review_date <= today,
        is_example=article.is_example,
    )
