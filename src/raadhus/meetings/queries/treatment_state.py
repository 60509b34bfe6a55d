"""What the rules of deciding need to know of an item at a sitting, as plain values."""

from raadhus.meetings.models import Attendance, GivenOutcome, Sitting, Treatment, TreatmentVote
from raadhus.meetings.reader.agreement import Difference, differences
from raadhus.meetings.rules.deciding.closing import ItemToClose
from raadhus.meetings.rules.deciding.given import Given
from raadhus.meetings.rules.deciding.phrases import Phrasing, phrasing_of
from raadhus.meetings.rules.deciding.presence import Attendee, entitled
from raadhus.meetings.rules.deciding.trees import Node, tree_of
from raadhus.meetings.rules.deciding.votes import Side, Vote
from raadhus.meetings.rules.deciding.votes_taken import votes_wrong
from raadhus.meetings.rules.membership import AttendanceStatus, MemberRole
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.profiles import Profile


def nodes_of(treatment: Treatment) -> tuple[Node, ...]:
    """Return the item's recommendations."""
    return tree_of(treatment.draft.recommendations)


def given_of(treatment: Treatment) -> dict[str, Given]:
    """Return the outcomes that the item has, by recommendation."""
    rows = GivenOutcome.objects.filter(treatment=treatment).order_by("pk")
    return {
        row.recommendation_id: Given(Outcome(row.outcome), row.remark, row.to_body, row.as_type, row.wanted)
        for row in rows
    }


def people_of(sitting: Sitting) -> tuple[Attendee, ...]:
    """Return those who belong to the sitting, in their order."""
    rows = Attendance.objects.filter(sitting=sitting).order_by("position", "name")
    return tuple(
        Attendee(
            row.person_key,
            row.name,
            MemberRole(row.role),
            AttendanceStatus(row.status),
            row.stands_in_for,
            row.arrived_time,
            row.left_time,
        )
        for row in rows
    )


def entitled_to(treatment: Treatment) -> tuple[Attendee, ...]:
    """Return those who take part in deciding the item as things stand."""
    people = people_of(treatment.sitting)
    return entitled(people, absent=treatment.absent, disqualified=treatment.disqualified)


def vote_of(row: TreatmentVote) -> Vote:
    """Return a vote as the rules take it."""
    sides = tuple((key, side) for side in Side for key in row.names.get("keys", {}).get(side.value, ()))
    return Vote(row.in_favour, row.against, row.abstain, row.is_secret, sides)


def phrasing(treatment: Treatment) -> Phrasing:
    """Return how the item's body says what it decides."""
    body = treatment.sitting.body
    return phrasing_of(Profile(body.profile), body.name)


def differences_of(treatment: Treatment) -> tuple[Difference, ...]:
    """Return where the item's text and its codes say different things."""
    if not treatment.decision_text.strip():
        return ()
    body = treatment.sitting.body.name
    return differences(nodes_of(treatment), given_of(treatment), treatment.decision_text, body)


def is_decided_elsewhere(treatment: Treatment) -> bool:
    """Return True when another body decides the case in the end."""
    return treatment.draft.decided_in_id not in (None, treatment.sitting.body_id)


def item_to_close(treatment: Treatment) -> ItemToClose:
    """Return the item as the rules judge whether it may be closed."""
    given = given_of(treatment)
    rows = list(TreatmentVote.objects.filter(treatment=treatment).order_by("position"))
    votes = [(vote_of(row), given.get(row.recommendation_id)) for row in rows]
    return ItemToClose(
        nodes=nodes_of(treatment),
        given=given,
        text=treatment.decision_text,
        decided_elsewhere=is_decided_elsewhere(treatment),
        without_decision=treatment.without_decision,
        promising=frozenset(treatment.promises.values_list("recommendation_id", flat=True)) & given.keys(),
        differing=tuple(one.label for one in differences_of(treatment)),
        votes_wrong=votes_wrong(votes, [one.key for one in entitled_to(treatment)]),
        kept_reason=treatment.kept_reason,
    )
