import pytest

from raadhus.core.audit.public import trail
from raadhus.kernel.actors import PUBLIC
from raadhus.kernel.errors import NotAllowed, NotFound
from raadhus.kernel.roles import EMPLOYEES, Role
from raadhus.meetings import actions
from raadhus.meetings.models import AgendaItem, Meeting
from raadhus.meetings.queries.disclosing import disclosed_meeting
from raadhus.meetings.queries.gatekeeping import NotReady
from raadhus.meetings.queries.items import item_page
from raadhus.meetings.queries.pages import meeting_page
from raadhus.meetings.rules.reading import Kind
from raadhus.meetings.tests.papers import CANARY, closed_item, open_item, reading


@pytest.fixture
def secretary(cast):
    return cast[Role.SECRETARY]


def closed_row():
    return AgendaItem.objects.get(closed=True)


def test_an_unconfirmed_meeting_is_not_published(imported, secretary, now):
    with pytest.raises(actions.NotConfirmed):
        actions.publish_meeting(actor=secretary, meeting_id=imported, now=now)


def test_a_published_meeting_is_read_by_everybody(published, now):
    shown = disclosed_meeting(viewer=PUBLIC, meeting_id=published, now=now)
    assert [item.title for item in shown.items] == ["Lukket", "Budget for 2027"]


def test_an_unpublished_meeting_is_found_by_nobody_outside(published, secretary, now):
    actions.unpublish_meeting(actor=secretary, meeting_id=published, reason="En fejl i punkt 2", now=now)
    with pytest.raises(NotFound):
        disclosed_meeting(viewer=PUBLIC, meeting_id=published, now=now)
    assert any("En fejl i punkt 2" in entry.sentence for entry in trail("meeting", published))


def test_a_cpr_number_blocks_whatever_is_accepted(import_paper, secretary, now):
    result = import_paper(reading(items=(open_item(title="Klage fra 010190-1234"),)))
    actions.confirm_reading(actor=secretary, meeting_id=result.meeting_id, number=1, now=now)
    with pytest.raises(NotReady, match="CPR"):
        actions.publish_meeting(actor=secretary, meeting_id=result.meeting_id, accept_warnings=True, now=now)


def test_a_case_number_that_joins_closed_and_open_warns(published, import_paper, secretary, now):
    later = reading(date="2026-04-06", items=(open_item("1", "Øvrige sager", "26/77"),), kind=Kind.AGENDA)
    meeting = import_paper(later, name="senere.txt").meeting_id
    actions.confirm_reading(actor=secretary, meeting_id=meeting, number=1, now=now)
    with pytest.raises(NotReady, match="26/77") as stopped:
        actions.publish_meeting(actor=secretary, meeting_id=meeting, now=now)
    assert [finding.code for finding in stopped.value.findings] == ["case_number_leak"]
    actions.publish_meeting(actor=secretary, meeting_id=meeting, accept_warnings=True, now=now)
    assert Meeting.objects.get(pk=meeting).published_at == now


def test_a_case_number_printed_in_an_open_text_warns_too(import_paper, secretary, now):
    made = reading(items=(closed_item(), open_item(title="Opfølgning på 26/77")))
    meeting = import_paper(made).meeting_id
    actions.confirm_reading(actor=secretary, meeting_id=meeting, number=1, now=now)
    with pytest.raises(NotReady, match="26/77"):
        actions.publish_meeting(actor=secretary, meeting_id=meeting, now=now)


def test_the_public_text_of_a_closed_item_is_all_the_public_gets(published, secretary, now):
    texts = {"public_title": "Personalesag", "public_decision": "Godkendt."}
    actions.describe_closed_item(actor=secretary, item_id=closed_row().pk, **texts, now=now)
    shown = disclosed_meeting(viewer=PUBLIC, meeting_id=published, now=now).items[0]
    assert (shown.title, shown.decision.text, shown.case_number) == ("Personalesag", "Godkendt.", None)


def test_a_cpr_number_in_the_public_text_is_refused(published, secretary, now):
    texts = {"public_title": "Om 010190-1234", "public_decision": ""}
    with pytest.raises(NotReady):
        actions.describe_closed_item(actor=secretary, item_id=closed_row().pk, **texts, now=now)
    assert closed_row().public_title == ""


def test_an_open_item_has_no_public_text(published, secretary, now):
    item = AgendaItem.objects.get(closed=False)
    with pytest.raises(actions.NotClosed):
        actions.describe_closed_item(actor=secretary, item_id=item.pk, public_title="x", public_decision="", now=now)


def test_a_body_that_citizens_do_not_follow_is_read_by_employees_only(published, secretary, cast, now):
    change = {"key": "direktionen", "name": "Direktionen", "profile": "executive_board", "is_public": False}
    actions.change_body(actor=secretary, **change, now=now)
    with pytest.raises(NotFound):
        disclosed_meeting(viewer=PUBLIC, meeting_id=published, now=now)
    assert disclosed_meeting(viewer=cast[Role.EMPLOYEE], meeting_id=published, now=now).items[0].withheld


@pytest.mark.parametrize("role", [Role.SECRETARY, Role.CHIEF_EXECUTIVE, Role.AUDITOR])
def test_looking_at_closed_items_leaves_a_trace(confirmed, cast, now, role):
    meeting_page(viewer=cast[role], meeting_id=confirmed, now=now)
    looked = [entry for entry in trail("meeting", confirmed) if "Læse lukkede punkter" in entry.sentence]
    assert [entry.actor_name for entry in looked] == [cast[role].name]


def test_a_centre_head_reads_open_items_before_publication_and_no_closed_one(confirmed, cast, now):
    shown = disclosed_meeting(viewer=cast[Role.CENTRE_HEAD], meeting_id=confirmed, now=now)
    assert [item.withheld for item in shown.items] == [True, False]


def test_nobody_without_closed_access_sees_an_unconfirmed_reading(imported, cast, now):
    with pytest.raises(NotFound):
        disclosed_meeting(viewer=cast[Role.CENTRE_HEAD], meeting_id=imported, now=now)


def test_previous_and_next_skip_what_is_closed_to_the_viewer(import_paper, secretary, now):
    items = (open_item("1", "Første", "26/1"), closed_item("2"), open_item("3", "Tredje", "26/3"))
    meeting = import_paper(reading(items=items)).meeting_id
    actions.confirm_reading(actor=secretary, meeting_id=meeting, number=1, now=now)
    actions.publish_meeting(actor=secretary, meeting_id=meeting, accept_warnings=True, now=now)
    first = AgendaItem.objects.get(number="1")
    page = item_page(viewer=PUBLIC, meeting_id=meeting, item_id=first.pk, now=now)
    assert page.following.label == "Punkt 3: Tredje"
    assert CANARY in item_page(viewer=secretary, meeting_id=meeting, item_id=first.pk, now=now).following.label


def test_a_case_is_followed_through_its_meetings(published, import_paper, secretary, now):
    later = reading(date="2026-04-06", items=(open_item("3", "Budget for 2027, anden behandling"),))
    import_paper(later, name="senere.txt")
    item = AgendaItem.objects.get(meeting=published, closed=False)
    seen = item_page(viewer=secretary, meeting_id=published, item_id=item.pk, now=now).trail.steps
    assert [(step.number, step.here) for step in seen] == [("2", True), ("3", False)]
    public = item_page(viewer=PUBLIC, meeting_id=published, item_id=item.pk, now=now).trail.steps
    assert [step.number for step in public] == ["2"]


VERBS = ("publish_meeting", "unpublish_meeting", "confirm_reading", "correct_reading", "restore_reading")


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("role", sorted((EMPLOYEES - {Role.SECRETARY}) | {Role.PUBLIC}))
def test_only_the_secretary_changes_a_meeting(cast, now, verb, role):
    more = {
        "unpublish_meeting": {"reason": "x"},
        "confirm_reading": {"number": 1},
        "correct_reading": {"number": 1, "edits": {}},
        "restore_reading": {"number": 1},
    }.get(verb, {})
    with pytest.raises(NotAllowed):
        getattr(actions, verb)(actor=cast[role], meeting_id="0" * 32, now=now, **more)
