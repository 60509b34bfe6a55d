import pytest

from raadhus.core.obligations.public import of_origin
from raadhus.kernel.errors import Conflict, DomainError, NotAllowed
from raadhus.kernel.roles import Role
from raadhus.meetings import actions
from raadhus.meetings.models import SuggestedObligation
from raadhus.meetings.rules.states import SuggestionState
from raadhus.meetings.tests.papers import CANARY, reading


@pytest.fixture
def secretary(cast):
    return cast[Role.SECRETARY]


def suggestion(*, closed=False):
    return SuggestedObligation.objects.get(item__closed=closed)


def test_a_confirmed_suggestion_becomes_an_obligation_with_its_origin(confirmed, secretary, now):
    one = suggestion()
    given = {"text": "Fremlæg tidsplanen", "owner_text": "Økonomi", "due": "2026-06"}
    key = actions.confirm_obligation(actor=secretary, suggestion_id=one.pk, **given, now=now)
    (made,) = of_origin(secretary, "agenda_item", str(one.item_id), now=now)
    assert (made.key, made.text, made.due) == (key, "Fremlæg tidsplanen", "2026-06")
    assert made.origin.label == "Direktionen 02-03-2026 (referat), punkt 2"


def test_an_answered_suggestion_is_not_answered_again(confirmed, secretary, now):
    one = suggestion()
    actions.dismiss_obligation(actor=secretary, suggestion_id=one.pk, now=now)
    with pytest.raises(Conflict):
        actions.confirm_obligation(actor=secretary, suggestion_id=one.pk, text="x", now=now)


def test_an_answer_outlives_a_new_version_and_is_not_asked_for_again(confirmed, import_paper, secretary, now):
    actions.dismiss_obligation(actor=secretary, suggestion_id=suggestion().pk, now=now)
    import_paper(reading(place="Lokale 2"))
    actions.confirm_reading(actor=secretary, meeting_id=confirmed, number=2, now=now)
    assert [one.state for one in SuggestedObligation.objects.filter(item__closed=False)] == [SuggestionState.DISMISSED]


def test_an_obligation_from_a_closed_item_tells_others_only_where_it_came_from(confirmed, secretary, cast, now):
    one = suggestion(closed=True)
    actions.confirm_obligation(actor=secretary, suggestion_id=one.pk, text=f"{CANARY} løfte", now=now)
    for role in (Role.CENTRE_HEAD, Role.EMPLOYEE, Role.HR):
        seen = of_origin(cast[role], "agenda_item", str(one.item_id), now=now)
        assert CANARY not in repr(seen)


@pytest.mark.parametrize("given", [{"text": " "}, {"text": "x", "due": "snart"}])
def test_what_cannot_be_an_obligation_leaves_the_suggestion_open(confirmed, secretary, now, given):
    with pytest.raises(DomainError):
        actions.confirm_obligation(actor=secretary, suggestion_id=suggestion().pk, **given, now=now)
    assert suggestion().state == SuggestionState.OPEN


def test_the_chief_executive_does_not_answer_for_the_secretary(confirmed, cast, now):
    with pytest.raises(NotAllowed):
        actions.dismiss_obligation(actor=cast[Role.CHIEF_EXECUTIVE], suggestion_id=suggestion().pk, now=now)


def test_an_obligation_is_closed_and_opened_with_the_item_it_came_from(confirmed, secretary, cast, now):
    one = suggestion()
    actions.confirm_obligation(actor=secretary, suggestion_id=one.pk, text="Tidsplanen", owner_text="ØK", now=now)
    assert seen_by(cast[Role.CHIEF_EXECUTIVE], one, now) == [("Tidsplanen", False)]
    edits = {"items.1.closed": "ja"}
    made = actions.correct_reading(actor=secretary, meeting_id=confirmed, number=1, edits=edits, now=now)
    assert seen_by(secretary, one, now) == [("Tidsplanen", True)]
    edits = {"items.1.closed": "nej"}
    made = actions.correct_reading(actor=secretary, meeting_id=confirmed, number=made, edits=edits, now=now)
    actions.confirm_reading(actor=secretary, meeting_id=confirmed, number=made, now=now)
    assert seen_by(secretary, one, now) == [("Tidsplanen", False)]


def seen_by(viewer, one, now):
    return [(each.text, each.closed) for each in of_origin(viewer, "agenda_item", str(one.item_id), now=now)]


def test_what_is_told_of_an_obligation_whose_item_was_closed_later_is_where_it_came_from(confirmed, secretary, now):
    one = suggestion()
    actions.confirm_obligation(actor=secretary, suggestion_id=one.pk, text="Tidsplanen", owner_text="ØK", now=now)
    actions.correct_reading(actor=secretary, meeting_id=confirmed, number=1, edits={"items.1.closed": "ja"}, now=now)
    (made,) = of_origin(secretary, "agenda_item", str(one.item_id), now=now)
    assert made.outward_name == "Direktionen 02-03-2026 (referat), punkt 2"
