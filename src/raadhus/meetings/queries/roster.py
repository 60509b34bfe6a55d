"""Who signs minutes: those who took part in the sitting, or those given for imported minutes, checked against the document."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from raadhus.kernel.errors import WrongInput
from raadhus.meetings.models import Attendance, Meeting, Sitting
from raadhus.meetings.models.freezing import SignatoryGiven
from raadhus.meetings.queries.wording import said_aloud
from raadhus.meetings.rules.membership import AttendanceStatus, MemberRole
from raadhus.meetings.rules.profile_rules import SignatureRule, rules_of
from raadhus.meetings.rules.profiles import Profile
from raadhus.meetings.rules.signing.demands import Signer, SignerPart, check_roster, part_of


class CannotPutUp(WrongInput):
    """The minutes cannot be put up for approval yet; the sentence says what is missing."""


def roster_of(sitting: Sitting) -> list[SignatoryGiven]:
    """Return those who came or should have, without observers; a substitute is listed only when he came."""
    people = list(Attendance.objects.filter(sitting=sitting).order_by("position", "name"))
    names = {one.person_key: one.name for one in people}
    here = {one.person_key for one in people if one.status == AttendanceStatus.PRESENT}
    chairs = {one.person_key for one in people if one.role == MemberRole.CHAIR}
    roster = []
    for one in people:
        stands_in = names.get(one.stands_in_for, one.stands_in_for)
        part = part_of(MemberRole(one.role), stands_in=bool(stands_in), chair_is_here=bool(chairs & here))
        is_here = one.person_key in here
        if part is None or (part is SignerPart.SUBSTITUTE and not is_here):
            continue
        if part is SignerPart.SUBSTITUTE and not stands_in:
            part = SignerPart.MEMBER
        roster.append(SignatoryGiven(one.name[:200], one.person_key, part, stands_in[:200], present=is_here))
    return roster


def checked_roster(
    meeting: Meeting, signatories: Sequence[SignatoryGiven], rule: str
) -> tuple[list[SignatoryGiven], SignatureRule]:
    """Return the signatories and the rule of signature; who the minutes print as absent was absent, whatever is given.

    Raises CannotPutUp, or CannotSign when nobody is left to do what the rule asks.
    """
    demanded = _rule(rule, meeting)
    keys = [one.person_key for one in signatories if one.person_key]
    if len(keys) != len(set(keys)):
        raise CannotPutUp(_("Den samme person står to gange blandt deltagerne."))
    absent = {name.casefold() for name in meeting.absent}
    given = [_checked(one, absent) for one in signatories]
    with said_aloud():
        check_roster([Signer(one.name, one.part, one.present, one.on_behalf_of) for one in given], demanded)
    return given, demanded


def _checked(one: SignatoryGiven, absent: set[str]) -> SignatoryGiven:
    if one.part is SignerPart.SUBSTITUTE and not one.on_behalf_of.strip():
        raise CannotPutUp(_("Skriv, hvem %(name)s var stedfortræder for.") % {"name": one.name})
    present = one.present and one.name.strip().casefold() not in absent
    behalf = one.on_behalf_of.strip()[:200]
    return SignatoryGiven(one.name.strip()[:200], one.person_key, one.part, behalf, present=present)


def _rule(text: str, meeting: Meeting) -> SignatureRule:
    if not text:
        return rules_of(Profile(meeting.body.profile), meeting.body.own_rules).signature
    if text not in {one.value for one in SignatureRule}:
        raise CannotPutUp(_("Reglen for underskrift »%(rule)s« findes ikke.") % {"rule": text})
    return SignatureRule(text)
