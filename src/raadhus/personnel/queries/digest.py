"""Whom to tell about the newest release, and what: only what the receiver may see at this moment."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from raadhus.core.access.public import actor_of_person, require
from raadhus.core.organisation.public import person
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotAllowed, NotFound
from raadhus.personnel.models import DigestRecord, Release, SavedView
from raadhus.personnel.queries.annotations import month_label
from raadhus.personnel.queries.cubes import cube_of, newest_release
from raadhus.personnel.queries.reach import Reach
from raadhus.personnel.queries.saved_views import SAVE, crossed, newest_of
from raadhus.personnel.rules.digest import Digest, DigestLine, digest


def owners_due(release: Release) -> tuple[str, ...]:
    """Return who subscribed before the release and was not told of it yet."""
    told = DigestRecord.objects.filter(release_number=release.number or 0, sent_at__isnull=False).values("owner_key")
    rows = SavedView.objects.filter(removed_at=None, subscribed_at__lte=release.finished_at).exclude(owner_key__in=told)
    return tuple(rows.order_by("owner_key").values_list("owner_key", flat=True).distinct())


def due_digests(now: datetime) -> tuple[Digest, ...]:
    """Return the mails about the newest release that are due, one a person."""
    release = newest_release()
    if release is None:
        return ()
    made = (digest_of(owner, release, now) for owner in owners_due(release))
    return tuple(one for one in made if one is not None)


def digest_of(owner: str, release: Release, now: datetime) -> Digest | None:
    """Return the mail to one person; None without an open account, an e-mail address, or anything that may be seen today."""
    known = person(owner)
    if known is None or not known.email:
        return None
    try:
        return _made(actor_of_person(owner), known.email, release, now, before=release.finished_at)
    except (NotFound, NotAllowed):
        return None


def preview(viewer: Actor, now: datetime) -> tuple[Digest | None, datetime | None]:
    """Return the viewer's own mail about the newest release as it would look now, and when it was sent, if it was."""
    require(viewer, SAVE, now=now)
    release = newest_release()
    if release is None:
        return None, None
    known = person(viewer.key)
    sent = DigestRecord.objects.filter(owner_key=viewer.key, release_number=release.number or 0).first()
    made = _made(viewer, known.email if known else "", release, now, before=None)
    return made, sent.sent_at if sent else None


@override("da")
def _made(actor: Actor, email: str, release: Release, now: datetime, *, before: datetime | None) -> Digest | None:
    cube = cube_of(release)
    reach = Reach(actor, cube, now)
    rows = SavedView.objects.filter(owner_key=actor.key, removed_at=None, subscribed_at__isnull=False)
    lines = []
    for row in (rows.filter(subscribed_at__lte=before) if before else rows).order_by("name", "id"):
        found = newest_of(row, reach, cube)
        if found is not None:
            words = f"{found.words}{f' – {said}' if (said := crossed(row, found)) else ''}"
            url = f"{settings.ADDRESS}{reverse('personnel:figure')}?{row.choices}"
            lines.append(DigestLine(row.name, found.about, url, words if settings.DIGEST_FIGURES else ""))
    if not lines:
        return None
    return digest(
        (actor.key, actor.name, email),
        (release.number or 0, month_label(release.last_month or 0)),
        lines,
        views_url=f"{settings.ADDRESS}{reverse('personnel:views')}",
        house=settings.MUNICIPALITY,
    )
