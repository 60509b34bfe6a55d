"""The page of minutes that are put up or signed: what they say, who has answered, and what the viewer may do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import may
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.meetings.models import Meeting, MinutesStatement, MinutesVersion
from raadhus.meetings.queries.disclosing import disclose_row
from raadhus.meetings.queries.locked import live_version, uuid_of
from raadhus.meetings.queries.minutes_versions import SignatoryRow, completeness_of, signatories_of
from raadhus.meetings.queries.naming import shown_label
from raadhus.meetings.queries.shapes import ItemShown, item_shown
from raadhus.meetings.queries.sight import Sight, seen_meeting, sight_of
from raadhus.meetings.rules.profile_rules import SignatureRule
from raadhus.meetings.rules.signing.demands import Completeness, must_sign
from raadhus.meetings.rules.signing.statements import Act
from raadhus.meetings.writer.printed import printed


@dataclass(frozen=True, slots=True)
class SignatoryShown:
    """One line of the list: who, as what, whether the rule asks for it, and what was said as the viewer may see it."""

    id: str
    name: str
    part: str
    on_behalf_of: str
    present: bool
    is_asked: bool
    act: Act | None
    at: datetime | None
    remark: str
    has_hidden_remark: bool
    objection: str
    reply: str
    approves: bool | None
    is_open_objection: bool


@dataclass(frozen=True, slots=True)
class SigningPage:
    """Minutes that are put up or signed, for a viewer. `own` is the viewer's own line, None for others."""

    meeting_id: UUID
    label: str
    body: str
    body_key: str
    is_public: bool
    is_published: bool
    version: MinutesVersion
    rule: str
    title: str
    facts: tuple[tuple[str, str], ...]
    items: tuple[ItemShown, ...]
    people: tuple[SignatoryShown, ...]
    own: SignatoryShown | None
    completeness: Completeness
    has_open_objection: bool
    may: Mapping[str, bool]


def signing_page(*, viewer: Actor, meeting_id: str | UUID, now: datetime) -> SigningPage:
    """Return the page. Who sees closed items sees all of it, with a trace. Raises NotFound."""
    sight = sight_of(viewer, now)
    meeting = seen_meeting(meeting_id, sight)
    version = live_version(meeting)
    rows = signatories_of(version) if version else ()
    is_insider = sight.sees_closed(meeting.body_id) or any(one.row.person_key == viewer.key for one in rows)
    if version is None or (version.completed_at is None and not is_insider):
        raise NotFound(_("Referatet er ikke lagt frem til godkendelse."))
    paper = printed(disclose_row(viewer, meeting, sight, now, preview=False))
    rule = SignatureRule(version.rule)
    people = {one.row.person_key: _person(one, rule, sight, meeting) for one in rows}
    # Those without a log-in share an empty key, so the list itself is made of the rows.
    return SigningPage(
        meeting_id=meeting.pk,
        label=shown_label(meeting),
        body=meeting.body.name,
        body_key=meeting.body_id,
        is_public=meeting.published_at is not None and meeting.body.is_public,
        is_published=meeting.published_at is not None,
        version=version,
        rule=rule.label,
        title=paper.title,
        facts=paper.facts,
        items=tuple(item_shown(item, meeting.pk) for item in paper.items),
        people=tuple(_person(one, rule, sight, meeting) for one in rows),
        own=people.get(viewer.key),
        completeness=completeness_of(version, rows, localdate(now)),
        has_open_objection=any(one.has_open_objection for one in rows),
        may=_may(viewer, now),
    )


def _may(viewer: Actor, now: datetime) -> Mapping[str, bool]:
    verbs = (
        "withdraw_minutes",
        "complete_minutes",
        "answer_objection",
        "put_up_minutes",
        "read_closed",
        "publish_meeting",
    )
    return {verb: may(viewer, f"meetings.{verb}", now=now) for verb in verbs}


def _person(one: SignatoryRow, rule: SignatureRule, sight: Sight, meeting: Meeting) -> SignatoryShown:
    row, approval, answer = one.row, one.approval, one.answer
    closed = sight.sees_closed(meeting.body_id)
    shows_remark = answer is not None and (closed or answer.remark_is_public)
    objects = approval is not None and not approval.approves and closed
    return SignatoryShown(
        id=str(row.pk),
        name=row.name,
        part=one.signer.part.label,
        on_behalf_of=row.on_behalf_of,
        present=row.present,
        is_asked=must_sign(one.signer, rule),
        act=one.signer.answer,
        at=answer.made_at if answer else None,
        remark=answer.remark_text if answer and shows_remark else "",
        has_hidden_remark=_is_hidden(answer, shows_remark=shows_remark),
        objection=approval.remark if approval and objects else "",
        reply=approval.reply if approval and objects else "",
        approves=approval.approves if approval else None,
        is_open_objection=one.has_open_objection,
    )


def _is_hidden(answer: MinutesStatement | None, *, shows_remark: bool) -> bool:
    return answer is not None and bool(answer.remark_text) and not shows_remark


def minutes_of_sitting(*, viewer: Actor, sitting_id: str | UUID, now: datetime) -> UUID | None:
    """Return the meeting whose minutes are put up or signed for a sitting, or None."""
    version = MinutesVersion.objects.filter(meeting__sitting=uuid_of(sitting_id), withdrawn_at__isnull=True).first()
    return seen_meeting(version.meeting_id, sight_of(viewer, now)).pk if version else None
