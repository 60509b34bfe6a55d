"""Write, approve and withdraw articles of the guide. What is approved stays as it was approved; a change is a new draft."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import JSON, Subject, record
from raadhus.core.obligations.public import Origin, create_obligation
from raadhus.kernel.actors import Actor
from raadhus.kernel.changes import announce
from raadhus.kernel.danish import slug as slug_of
from raadhus.kernel.errors import Conflict, NotFound, WrongInput
from raadhus.meetings.models import GuideArticle, GuideVersion
from raadhus.meetings.queries.guide import article_address, locked_article
from raadhus.meetings.queries.guide_search import SOURCE_NAME
from raadhus.meetings.queries.wording import said_aloud
from raadhus.meetings.rules.guide import ArticleState, Audience, check_article, check_may_approve, checked_places


@transaction.atomic
def write_article(
    *,
    actor: Actor,
    slug: str = "",
    question: str,
    answer: str,
    topic: str,
    audience: str = Audience.EMPLOYEES,
    places: Sequence[str] = (),
    owner_key: str = "",
    owner_text: str = "",
    is_example: bool = False,
    now: datetime,
) -> str:
    """Write the draft of an article, new when `slug` is empty, and return its slug. The approved version stays until this is approved."""
    require(actor, "meetings.write_guide", now=now)
    with said_aloud():
        check_article(question=question, answer=answer, topic=topic)
        wanted = checked_places(places)
    if audience not in {one.value for one in Audience}:
        raise WrongInput(_("Vælg, hvem artiklen er for."))
    article = locked_article(slug) if slug else _new_article(question, is_example, now)
    article.owner_key, article.owner_text = owner_key, owner_text.strip()[:200]
    article.save(update_fields=["owner_key", "owner_text"])
    said = {"question": question.strip(), "answer": answer.strip(), "topic": topic.strip()[:120]}
    more = {"audience": audience, "places": wanted, "author_name": actor.name[:200], "changed_at": now}
    _keep_draft(article, {**said, **more})
    _tell(actor, article, "meetings.guide_written", {"question": question.strip()}, now)
    return article.slug


def _keep_draft(article: GuideArticle, values: dict[str, object]) -> None:
    draft = article.versions.filter(state=ArticleState.DRAFT).first()
    if draft is None:
        newest = article.versions.aggregate(newest=Max("number"))["newest"] or 0
        draft = GuideVersion(article=article, number=newest + 1)
    for name, value in values.items():
        setattr(draft, name, value)
    draft.save()


def _new_article(question: str, is_example: bool, now: datetime) -> GuideArticle:  # noqa: FBT001 - as the caller has it
    base = slug_of(question)[:100] or "artikel"
    taken = set(GuideArticle.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    names = (base, *(f"{base}-{number}" for number in range(2, len(taken) + 3)))
    free = next(name for name in names if name not in taken)
    return GuideArticle.objects.create(slug=free, is_example=is_example, created_at=now)


@transaction.atomic
def approve_article(*, actor: Actor, slug: str, number: int, review_date: date | None = None, now: datetime) -> None:
    """Approve the draft that was read: it is what the guide says from now on, and the one before is superseded.

    A review date becomes an obligation of the owner, so that it is reminded of. Raises Conflict when the draft is another by now.
    """
    require(actor, "meetings.approve_guide", now=now)
    article = locked_article(slug)
    draft = article.versions.filter(number=number).first()
    if draft is None:
        raise NotFound(_("Versionen findes ikke."))
    with said_aloud():
        check_may_approve(ArticleState(draft.state))
    if review_date is not None and review_date <= localdate(now):
        raise WrongInput(_("Vælg en dag efter i dag, hvor svaret skal ses efter."))
    article.versions.filter(state=ArticleState.APPROVED).update(state=ArticleState.SUPERSEDED)
    draft.state, draft.approved_at, draft.approved_by_name = ArticleState.APPROVED, now, actor.name[:200]
    draft.review_date = review_date
    if review_date is not None:
        draft.obligation_key = _review(actor, article, draft, review_date, now)
    draft.save()
    _tell(actor, article, "meetings.guide_approved", {"question": draft.question, "number": number}, now)


def _review(actor: Actor, article: GuideArticle, draft: GuideVersion, day: date, now: datetime) -> str:
    origin = Origin("guide_article", str(article.pk), draft.question, article_address(article.slug))
    text = _("Se efter, om vejledningens svar stadig gælder: %(question)s") % {"question": draft.question}
    made = create_obligation(
        actor=actor,
        text=text,
        owner_key=article.owner_key or None,
        owner_text=article.owner_text,
        due=day.isoformat(),
        origin=origin,
        now=now,
    )
    return made.key


@transaction.atomic
def withdraw_article(*, actor: Actor, slug: str, reason: str, now: datetime) -> None:
    """Take an article out of the guide; its versions stay. Raises Conflict when it is not in it, WrongInput without a reason."""
    require(actor, "meetings.approve_guide", now=now)
    article = locked_article(slug)
    if not reason.strip():
        raise WrongInput(_("Skriv, hvorfor artiklen trækkes tilbage."))
    shown = article.versions.filter(state__in=[ArticleState.APPROVED, ArticleState.DRAFT])
    if not shown.update(state=ArticleState.WITHDRAWN, withdrawal_reason=reason.strip()):
        raise Conflict(_("Artiklen er allerede trukket tilbage."))
    _tell(actor, article, "meetings.guide_withdrawn", {"reason": reason.strip()}, now)


def _tell(actor: Actor, article: GuideArticle, event: str, data: dict[str, JSON], now: datetime) -> None:
    record(
        actor=actor, event=event, subject=Subject("guide_article", str(article.pk), article.slug), data=data, now=now
    )
    announce(SOURCE_NAME, [str(article.pk)])
