"""The publications: which there are, one of them, what is out, and whether the figures still are those of the release."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from raadhus.core.access.public import may, require
from raadhus.core.audit.public import Subject
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.kernel.ids import is_id
from raadhus.personnel.models import Comment, Publication, Release
from raadhus.personnel.queries.cubes import NoFigures
from raadhus.personnel.queries.publication_content import content_of
from raadhus.personnel.queries.publication_material import material_of, releases_for
from raadhus.personnel.rules.publication.comparing import Difference, differences
from raadhus.personnel.rules.publication.content import Publishable, from_json, hash_of
from raadhus.personnel.rules.publication.issues import issue_of, parse_issue
from raadhus.personnel.rules.publication.writing import title_of

READ, READ_DRAFTS = "personnel.read_published", "personnel.read_drafts"


class NoSuchPublication(NotFound):
    """There is no such publication, or not for this viewer."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A publication in the list."""

    row: Publication
    title: str
    issue: str


@dataclass(frozen=True, slots=True)
class Check:
    """Whether a publication still is what its release says.

    `is_intact`: the content is what was hashed. `differs` is None where the release's file is gone. `is_frozen`: the records behind the release are
    deleted, so that the figures can no longer be made anew.
    """

    is_intact: bool
    is_frozen: bool
    differs: tuple[Difference, ...] | None


@dataclass(frozen=True, slots=True)
class Shown:
    """One publication with its content; `newer` are the releases that a draft could be built on instead."""

    row: Publication
    title: str
    issue: str
    content: Publishable
    comments: Mapping[str, Comment]
    check: Check | None
    newer: tuple[Release, ...]


def subject_of(row: Publication) -> Subject:
    """Return what the trail calls a publication."""
    return Subject("publication", str(row.pk), title_of(row.kind, row.year, row.half))


def publications(viewer: Actor, *, now: datetime) -> tuple[Listed, ...]:
    """Return what is out, and to those who may see them drafts and what was withdrawn; the latest year first."""
    require(viewer, READ, now=now)
    rows = Publication.objects.select_related("release").order_by("-year", "kind", "-half", "-version")
    if not may(viewer, READ_DRAFTS, now=now):
        rows = rows.filter(state="published")
    return tuple(listed(row) for row in rows)


def listed(row: Publication) -> Listed:
    """Return a publication as the list has it."""
    return Listed(row, title_of(row.kind, row.year, row.half), issue_of(row.kind, row.year, row.half))


def published(viewer: Actor, issue: str, *, now: datetime) -> Shown:
    """Return what is out under an address such as "2025" or "2025-1". Raises NoSuchPublication, saying when it was withdrawn."""
    require(viewer, READ, now=now)
    found = parse_issue(issue)
    if found is None:
        raise NoSuchPublication(_("Publikationen findes ikke."))
    kind, year, half = found
    rows = Publication.objects.filter(kind=kind, year=year, half=half).order_by("-version")
    row = rows.filter(state="published").first()
    if row is None:
        withdrawn = rows.filter(state="withdrawn").first()
        if withdrawn is not None:
            words = _("{title} er trukket tilbage: {reason}").format(
                title=title_of(kind, year, half), reason=withdrawn.withdrawn_reason
            )
            raise NoSuchPublication(words)
        raise NoSuchPublication(_("{title} er ikke offentliggjort.").format(title=title_of(kind, year, half)))
    return Shown(row, title_of(kind, year, half), issue, from_json(row.content), {}, None, ())


def publication(viewer: Actor, key: str, *, now: datetime) -> Shown:
    """Return one publication as its makers see it. Raises NoSuchPublication, or NoFigures when a draft's release is gone."""
    require(viewer, READ_DRAFTS, now=now)
    row = row_of(key)
    named = listed(row)
    is_draft = row.state == "draft"
    return Shown(
        row,
        named.title,
        named.issue,
        content_of(row),
        {one.section: one for one in row.comments.all()},
        None if is_draft else checked(row),
        tuple(_newer(row)) if is_draft else (),
    )


def newest(viewer: Actor, issue: str, *, now: datetime) -> Shown:
    """Return the publication of an address such as "2025" that is not withdrawn, as its makers see it. Raises NoSuchPublication."""
    require(viewer, READ_DRAFTS, now=now)
    kind, year, half = parse_issue(issue) or ("", 0, 0)
    row = Publication.objects.filter(kind=kind, year=year, half=half).exclude(state="withdrawn").first()
    if row is None:
        raise NoSuchPublication(_("Publikationen findes ikke."))
    return publication(viewer, str(row.pk), now=now)


def row_of(key: str) -> Publication:
    """Return a publication by its key. Raises NoSuchPublication."""
    row = Publication.objects.select_related("release").filter(pk=key).first() if is_id(key) else None
    if row is None:
        raise NoSuchPublication(_("Publikationen findes ikke."))
    return row


def _newer(row: Publication) -> Iterator[Release]:
    for one in releases_for(row.kind, row.year, row.half):
        if (one.number or 0) > (row.release.number or 0):
            yield one


def check(viewer: Actor, key: str, *, now: datetime) -> Check:
    """Compare a publication that went out with its release. Raises NoSuchPublication, also for a draft."""
    require(viewer, READ_DRAFTS, now=now)
    row = row_of(key)
    if row.state == "draft":
        raise NoSuchPublication(_("Kladden er skrevet af udgivelsen, som den er; der er intet at sammenligne."))
    return checked(row)


def checked(row: Publication) -> Check:
    """Compare what went out with the cube of its release, figure by figure."""
    frozen = row.release.frozen_date is not None
    try:
        material = material_of(row.release, kind=row.kind, year=row.year, half=row.half)
    except NoFigures:
        return Check(hash_of(row.content) == row.content_sha256, is_frozen=True, differs=None)
    found = tuple(differences(dict(from_json(row.content).figures), material.told))
    return Check(hash_of(row.content) == row.content_sha256, frozen, found)


def between_releases(viewer: Actor, key: str, number: int, *, now: datetime) -> tuple[Release, tuple[Difference, ...]]:
    """Return a newer release and what changes when the draft is built on it. Raises NoSuchPublication."""
    require(viewer, READ_DRAFTS, now=now)
    row = row_of(key)
    newer = newer_release(row, number)
    year, half = row.year, row.half
    before, after = (material_of(one, kind=row.kind, year=year, half=half) for one in (row.release, newer))
    return newer, tuple(differences(before.told, after.told))


def newer_release(row: Publication, number: int) -> Release:
    """Return the newer release of this number that has the whole period. Raises NoSuchPublication."""
    found = next((one for one in _newer(row) if one.number == number), None)
    if found is None:
        raise NoSuchPublication(
            _("Udgivelse {number} er ikke nyere, eller den har ikke hele perioden.").format(number=number)
        )
    return found
