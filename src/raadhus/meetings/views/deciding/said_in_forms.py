"""What the forms of live minutes say, as the values that actions take."""

from collections.abc import Mapping
from datetime import date

from django.http import QueryDict

from raadhus.kernel.errors import WrongInput
from raadhus.meetings.queries.owners import chosen_owner, owner_choices
from raadhus.meetings.rules.deciding.given import Given
from raadhus.meetings.rules.deciding.ordering import NewPromise
from raadhus.meetings.rules.deciding.presence import Attendee
from raadhus.meetings.rules.deciding.votes import Side, Vote
from raadhus.meetings.rules.membership import AttendanceStatus, MemberRole
from raadhus.meetings.rules.outcomes import IMPORT_ONLY, Outcome
from raadhus.meetings.rules.sentences import Sentence
from raadhus.meetings.views.posting import whole_number

# No row has this place.
_NOWHERE = -1


def given_from(post: Mapping[str, str]) -> Given | None:
    """Return the outcome with its words; None when it is taken away."""
    code = post.get("outcome", "")
    if code not in {one.value for one in Outcome if one not in IMPORT_ONLY}:
        return None
    words = {name: post.get(name, "").strip() for name in ("remark", "to_body", "as_type", "wanted")}
    return Given(Outcome(code), **words)


def chosen_ids(post: Mapping[str, str]) -> list[str]:
    """Return the recommendations that the outcome is for; "" stands for an item without any."""
    return post.get("ids", "").split(",")


def position_from(post: Mapping[str, str]) -> tuple[int, bool]:
    """Return the place of what is to be taken away, and whether something is added instead."""
    given = post.get("remove", "")
    if not given:
        return 0, True
    place = whole_number(given)
    return (_NOWHERE if place is None else place), False


def promise_from(post: Mapping[str, str], on: date) -> NewPromise:
    """Return what is ordered. The owner is a person of the organisation by name, or the words themselves."""
    owner = post.get("owner", "").strip()
    person = chosen_owner(owner, owner_choices(on))
    month = post.get("first_month", "")
    return NewPromise(
        text=post.get("promise", ""),
        owner_key=person.key if person else "",
        owner_text=person.name if person else owner,
        due=post.get("due", "").strip(),
        to_body=post.get("promise_body", ""),
        recommendation_id=post.get("recommendation", ""),
        rhythm=post.get("rhythm", ""),
        first_month=whole_number(month) or 0,
    )


def vote_from(post: QueryDict) -> Vote:
    """Return a vote: by name where each has a side, otherwise by counts. Raises WrongInput."""
    sides = tuple(
        (name.removeprefix("side-"), Side(value))
        for name, value in post.items()
        if name.startswith("side-") and value in {one.value for one in Side}
    )
    is_secret = post.get("is_secret") == "ja"
    if sides and not is_secret:
        counts = [sum(1 for _key, at in sides if at is side) for side in Side]
        return Vote(counts[0], counts[1], counts[2], sides=sides)
    counted = [_count(post.get(side.value, "")) for side in Side]
    return Vote(counted[0], counted[1], counted[2], is_secret=is_secret)


def _count(text: str) -> int:
    counted = whole_number(text.strip() or "0")
    if counted is None:
        raise WrongInput(Sentence("Stemmetallet »%(text)s« er ikke et tal.", text=text[:20]))
    return counted


def attendee_from(post: Mapping[str, str]) -> Attendee:
    """Return how one was at the meeting. Somebody new without a key is a guest. Raises WrongInput."""
    name = post.get("name", "").strip()
    key = (post.get("person", "").strip() or f"gaest:{name.casefold()}")[:100]
    if not name:
        raise WrongInput(Sentence("Skriv, hvem det er."))
    role, status = post.get("role", ""), post.get("status", "")
    return Attendee(
        key=key,
        name=name,
        role=MemberRole(role) if role in {one.value for one in MemberRole} else MemberRole.OBSERVER,
        status=AttendanceStatus(status)
        if status in {one.value for one in AttendanceStatus}
        else AttendanceStatus.PRESENT,
        stands_in_for=post.get("stands_in_for", ""),
        arrived_time=post.get("arrived_time", ""),
        left_time=post.get("left_time", ""),
    )
