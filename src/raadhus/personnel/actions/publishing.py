"""The publication is begun, written on, built on a newer release, published and withdrawn. What is out never changes."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import JSON, record
from raadhus.kernel import changes
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import Conflict, WrongInput
from raadhus.personnel.models import Comment, Publication
from raadhus.personnel.queries.findable import NAME, publication_key
from raadhus.personnel.queries.publication_content import content_of
from raadhus.personnel.queries.publication_material import releases_for
from raadhus.personnel.queries.publications import newer_release, row_of, subject_of
from raadhus.personnel.rules.publication.content import Publishable, hash_of, to_json
from raadhus.personnel.rules.publication.outline import Kind
from raadhus.personnel.rules.publication.writing import title_of
from raadhus.ui.charts import draw_ahead

LONGEST = 20_000
_WRITE, _PUBLISH = "personnel.write_publication", "personnel.publish"


class AlreadyThere(Conflict):
    """The publication has been begun or is out already."""


class NotTheWholeYear(WrongInput):
    """No release has the whole period."""


class NotADraft(Conflict):
    """What is out is not written on."""


class NoSuchSection(WrongInput):
    """The publication has no such section."""


class TooLong(WrongInput):
    """The comment is too long."""


class MissingReason(WrongInput):
    """Withdrawing takes a reason."""


class CommentChanged(Conflict):
    """Somebody else wrote the same comment in the meantime; `newest` is theirs."""

    def __init__(self, newest: Comment) -> None:
        """Keep what is there now."""
        super().__init__(
            _("En anden har skrevet i afsnittet imens. Din tekst står her stadig; saml de to, og gem igen.")
        )
        self.newest = newest


def make_publication(*, actor: Actor, kind: str, year: int, half: int = 0, now: datetime) -> Publication:
    """Begin a publication on the newest release that has the whole period; comments of a withdrawn one come along.

    Raises AlreadyThere, NotTheWholeYear, or WrongInput for a half that is none.
    """
    require(actor, _WRITE, now=now)
    if half not in ({1, 2} if kind == Kind.WORKFORCE else {0}):
        raise WrongInput(_("Vælg første eller andet halvår til data om arbejdskraft, og intet halvår til et år."))
    title = title_of(kind, year, half)
    try:
        with transaction.atomic():
            return _begin(actor, title, {"kind": kind, "year": year, "half": half}, now)
    except IntegrityError as error:
        # Somebody else began it at the same moment.
        raise AlreadyThere(_("{title} er allerede begyndt.").format(title=title)) from error


def _begin(actor: Actor, title: str, asked: dict[str, Any], now: datetime) -> Publication:
    known = list(Publication.objects.select_for_update().filter(**asked).order_by("-version"))
    if any(one.state != "withdrawn" for one in known):
        raise AlreadyThere(_("{title} er allerede begyndt.").format(title=title))
    found = releases_for(**asked)
    if not found:
        raise NotTheWholeYear(_("Ingen udgivelse af personaletal har hele perioden for {title}.").format(title=title))
    version = known[0].version + 1 if known else 1
    row = Publication.objects.create(
        **asked, release=found[0], state="draft", made_by=actor.key, made_at=now, version=version
    )
    if known:
        _bring_comments(known[0], row)
    data: dict[str, JSON] = {"release": row.release.number, "version": row.version}
    record(actor=actor, event="personnel.publication_made", subject=subject_of(row), data=data, now=now)
    changes.announce(NAME, [publication_key(row)])
    return row


def _bring_comments(earlier: Publication, row: Publication) -> None:
    Comment.objects.bulk_create(
        Comment(
            publication=row, section=one.section, text=one.text, written_by=one.written_by, written_at=one.written_at
        )
        for one in earlier.comments.order_by("pk")
    )


def write_comment(*, actor: Actor, key: str, section: str, text: str, revision: int, now: datetime) -> Comment:
    """Write the comment of a section, begun from `revision` of it (0: there was none). The same text again changes nothing.

    Raises CommentChanged when somebody wrote it since, NotADraft, NoSuchSection or TooLong.
    """
    require(actor, _WRITE, now=now)
    written = "\n".join(text.split("\r\n")).strip()
    if len(written) > LONGEST:
        raise TooLong(_("Kommentaren har {n} tegn; der er plads til {most}.").format(n=len(written), most=LONGEST))
    with transaction.atomic():
        row = _draft(key)
        if section not in {one.key for one in content_of(row).sections}:
            raise NoSuchSection(_("Publikationen har ikke afsnittet {section}.").format(section=section))
        found = row.comments.filter(section=section).first()
        if found is not None and found.text == written:
            return found
        if (found.revision if found else 0) != revision:
            raise CommentChanged(found or Comment(publication=row, section=section, text="", revision=0))
        found = found or Comment(publication=row, section=section, revision=0)
        found.text, found.revision, found.written_by, found.written_at = written, revision + 1, actor.key, now
        found.save()
        _changed(row)
        data: dict[str, JSON] = {"section": section, "revision": found.revision}
        record(actor=actor, event="personnel.comment_written", subject=subject_of(row), data=data, now=now)
    return found


def choose_release(*, actor: Actor, key: str, number: int, now: datetime) -> Publication:
    """Build a draft on a newer release; its comments stay. Raises NotADraft or NoSuchPublication."""
    require(actor, _WRITE, now=now)
    with transaction.atomic():
        row = _draft(key)
        row.release = newer_release(row, number)
        row.save(update_fields=["release"])
        _changed(row)
        data: dict[str, JSON] = {"number": number}
        record(actor=actor, event="personnel.publication_renewed", subject=subject_of(row), data=data, now=now)
    return row


def publish(*, actor: Actor, key: str, now: datetime) -> Publication:
    """Freeze the content with its hash and let everybody read it. Raises NotADraft, or NoFigures when the release is gone."""
    require(actor, _PUBLISH, now=now)
    with transaction.atomic():
        row = _draft(key)
        content = content_of(row)
        _draw_ahead(content)
        row.content = to_json(content)
        row.content_sha256 = hash_of(row.content)
        row.state, row.published_by, row.published_at = "published", actor.key, now
        row.revision += 1
        row.save()
        data: dict[str, JSON] = {"release": row.release.number, "hash": row.content_sha256}
        record(actor=actor, event="personnel.published", subject=subject_of(row), data=data, now=now)
        changes.announce(NAME, [publication_key(row)])
    return row


def _draw_ahead(content: Publishable) -> None:
    """Draw the charts now, so that no reader waits for them."""
    for one in (each for section in content.sections for each in section.shown):
        if one.spec is not None:
            draw_ahead(one.spec, title=one.title, alt=one.alt)


def withdraw(*, actor: Actor, key: str, reason: str, now: datetime) -> Publication:
    """Take a publication back, for a reason that readers are told; a new one can then be made. Raises NotADraft or MissingReason."""
    require(actor, _PUBLISH, now=now)
    said = " ".join(reason.split())[:500]
    if not said:
        raise MissingReason(_("Skriv, hvorfor publikationen trækkes tilbage; læserne får det at vide."))
    with transaction.atomic():
        row = Publication.objects.select_for_update().get(pk=row_of(key).pk)
        if row.state != "published":
            raise NotADraft(_("Kun det, der er offentliggjort, kan trækkes tilbage."))
        row.state, row.withdrawn_at, row.withdrawn_reason = "withdrawn", now, said
        row.revision += 1
        row.save()
        record(actor=actor, event="personnel.unpublished", subject=subject_of(row), data={"reason": said}, now=now)
        changes.announce(NAME, [publication_key(row)])
    return row


def _draft(key: str) -> Publication:
    row = Publication.objects.select_for_update().get(pk=row_of(key).pk)
    if row.state != "draft":
        raise NotADraft(
            _("Publikationen er ikke længere en kladde og kan ikke ændres. Træk den tilbage, og lav en ny.")
        )
    return row


def _changed(row: Publication) -> None:
    row.revision += 1
    row.save(update_fields=["revision"])
