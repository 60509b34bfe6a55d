"""The numbers of a sitting's items follow their order."""

from datetime import datetime

from raadhus.meetings.models.drafts import CaseDraft, CaseTemplate
from raadhus.meetings.models.sittings import Sitting
from raadhus.meetings.models.tables import AgendaItem
from raadhus.meetings.models.treatments import Treatment
from raadhus.meetings.rules.numbering import item_numbers
from raadhus.meetings.rules.profile_rules import Numbering, rules_of
from raadhus.meetings.rules.profiles import Profile
from raadhus.meetings.rules.sittings import SittingState


def renumber(sitting: Sitting, now: datetime) -> None:
    """Give the items of a locked sitting their numbers, in the order of the agenda."""
    rows = list(Treatment.objects.filter(sitting=sitting).order_by("draft__position", "draft__created_at"))
    body = sitting.body
    numbering = rules_of(Profile(body.profile), body.own_rules).numbering
    before, taken = _through_the_year(sitting) if numbering is Numbering.YEAR else (0, [])
    changed = []
    for row, number in zip(rows, item_numbers(len(rows), numbering, before=before, taken=taken), strict=True):
        if row.number != number:
            row.number, row.changed_at = number, now
            changed.append(row)
    Treatment.objects.bulk_update(changed, ["number", "changed_at"])


def place_for(sitting: Sitting, template_key: str) -> int:
    """Return the position of a case that comes on a locked sitting's agenda: last, but before the points that always end it."""
    ending = set(CaseTemplate.objects.filter(content__place="last").values_list("key", flat=True))
    rows = list(CaseDraft.objects.filter(sitting=sitting).order_by("-position", "-created_at"))
    after = []
    for row in rows:
        if row.template_key not in ending or template_key in ending:
            break
        after.append(row)
    place = rows[len(after)].position + 1 if len(rows) > len(after) else 0
    for number, row in enumerate(reversed(after), start=1):
        row.position = place + number
    CaseDraft.objects.bulk_update(after, ["position"])
    return place


def fixed_templates() -> frozenset[str]:
    """Return the keys of the templates whose point begins or ends every agenda of its body."""
    return frozenset(CaseTemplate.objects.filter(content__place__in=["first", "last"]).values_list("key", flat=True))


def _through_the_year(sitting: Sitting) -> tuple[int, list[int]]:
    """Return the highest number of the body's earlier meetings this year, and the numbers that later ones have sent out."""
    others = Sitting.objects.filter(body=sitting.body, date__year=sitting.date.year).exclude(pk=sitting.pk)
    others = others.exclude(state=SittingState.CANCELLED.value)
    moments = {one.pk: (one.date, one.start_time, one.state) for one in others}
    here = (sitting.date, sitting.start_time)
    written = Treatment.objects.filter(sitting__in=moments).values_list("sitting_id", "number")
    earlier = [int(number) for key, number in written if number.isdigit() and moments[key][:2] < here]
    taken = [
        int(number)
        for key, number in written
        if number.isdigit() and moments[key][:2] >= here and moments[key][2] != SittingState.DRAFT
    ]
    imported = AgendaItem.objects.filter(
        meeting__body=sitting.body,
        meeting__sitting=None,
        meeting__date__year=sitting.date.year,
        meeting__date__lt=sitting.date,
        is_current=True,
    ).values_list("number", flat=True)
    return max([*earlier, *(int(number) for number in imported if number.isdigit())], default=0), taken
