"""Those who belong to the body on the day are expected at its sitting."""

from django.db.models import Q

from raadhus.meetings.models.sittings import Attendance, BodyMember, Sitting
from raadhus.meetings.rules.membership import AttendanceStatus, MemberRole


def invite_members(sitting: Sitting) -> int:
    """Add the body's members of the sitting's day who are not on its list yet, as present, and return how many.

    A substitute comes on the list when standing in for somebody, which the secretary says. Somebody on the list stays there:
    what was said about an absence is not forgotten.
    """
    day = sitting.date
    rows = BodyMember.objects.filter(body_id=sitting.body_id, start_date__lte=day)
    rows = rows.filter(Q(end_date__isnull=True) | Q(end_date__gt=day)).exclude(role=MemberRole.SUBSTITUTE.value)
    known = set(Attendance.objects.filter(sitting=sitting).values_list("person_key", flat=True))
    fresh = [one for one in rows.order_by("position", "name") if one.person_key not in known]
    Attendance.objects.bulk_create(
        Attendance(
            sitting=sitting,
            person_key=one.person_key,
            name=one.name,
            role=one.role,
            status=AttendanceStatus.PRESENT.value,
            position=one.position,
        )
        for one in fresh
    )
    return len(fresh)
