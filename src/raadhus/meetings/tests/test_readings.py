import pytest
from django.db import DatabaseError, transaction

from raadhus.kernel.errors import Conflict
from raadhus.kernel.roles import Role
from raadhus.meetings import actions
from raadhus.meetings.models import AgendaItem, Meeting, MeetingReading
from raadhus.meetings.queries.gatekeeping import NotReady
from raadhus.meetings.queries.readings import comparison, readings_of
from raadhus.meetings.queries.review import review_page
from raadhus.meetings.tests.papers import open_item, reading


@pytest.fixture
def secretary(cast):
    return cast[Role.SECRETARY]


@pytest.fixture
def correct(secretary, now):
    def make(meeting, number, **edits):
        return actions.correct_reading(
            actor=secretary,
            meeting_id=meeting,
            number=number,
            edits={place.replace("__", "."): value for place, value in edits.items()},
            now=now,
        )

    return make


def test_a_correction_is_a_new_reading_and_the_old_one_stays(imported, correct):
    before = MeetingReading.objects.get(number=1).content
    assert correct(imported, 1, place="Lokale 9") == 2
    assert MeetingReading.objects.get(number=1).content == before
    assert Meeting.objects.get().place == "Lokale 9"


def test_a_correction_that_changes_nothing_makes_nothing(imported, correct):
    assert correct(imported, 1, place="Lokale 1") == 1
    assert MeetingReading.objects.count() == 1


def test_a_correction_of_an_older_reading_is_refused_and_loses_nothing(imported, correct):
    correct(imported, 1, place="Lokale 9")
    with pytest.raises(Conflict, match="nyere læsning"):
        correct(imported, 1, place="Lokale 8")


def test_a_reading_is_never_overwritten(imported):
    one = MeetingReading.objects.get()
    one.note = "ændret"
    with pytest.raises(Conflict):
        one.save()


def test_the_database_refuses_to_overwrite_a_reading_too(imported):
    with pytest.raises(DatabaseError), transaction.atomic():
        MeetingReading.objects.update(note="ændret")


def test_undo_is_a_new_reading_that_says_what_the_old_one_said(imported, correct, secretary, now):
    correct(imported, 1, place="Lokale 9")
    assert actions.restore_reading(actor=secretary, meeting_id=imported, number=1, now=now) == 3
    assert Meeting.objects.get().place == "Lokale 1"


def test_a_corrected_date_moves_the_meeting(imported, correct):
    correct(imported, 1, date="2026-03-09")
    assert Meeting.objects.get().date.isoformat() == "2026-03-09"


def test_a_correction_onto_another_meeting_is_refused(imported, import_paper, correct):
    import_paper(reading(date="2026-03-09"), name="andet.txt")
    with pytest.raises(Conflict, match="findes allerede"):
        correct(imported, 1, date="2026-03-09")
    assert MeetingReading.objects.filter(meeting=imported).count() == 1


def test_the_confirmed_reading_is_shown_until_a_newer_one_is_confirmed(confirmed, correct, secretary, now):
    correct(confirmed, 1, items__1__title="Ny titel")
    assert AgendaItem.objects.get(closed=False).title == "Budget for 2027"
    actions.confirm_reading(actor=secretary, meeting_id=confirmed, number=2, now=now)
    assert AgendaItem.objects.get(closed=False).title == "Ny titel"


def test_an_item_that_a_newer_reading_closes_is_closed_at_once(published, correct):
    correct(published, 1, items__1__closed="ja")
    assert AgendaItem.objects.filter(closed=True).count() == 2


def test_only_the_newest_reading_is_confirmed(imported, correct, secretary, now):
    correct(imported, 1, place="Lokale 9")
    with pytest.raises(Conflict):
        actions.confirm_reading(actor=secretary, meeting_id=imported, number=1, now=now)


def test_confirming_on_a_published_meeting_passes_the_gate_again(published, correct, secretary, now):
    correct(published, 1, items__1__title="Klage fra 010190-1234")
    with pytest.raises(NotReady, match="CPR"):
        actions.confirm_reading(actor=secretary, meeting_id=published, number=2, now=now)
    assert AgendaItem.objects.get(closed=False).title == "Budget for 2027"


def test_the_review_page_holds_the_document_with_its_spans(imported, secretary, now):
    page = review_page(viewer=secretary, meeting_id=imported, now=now)
    assert 'id="s-30-120"' in page.document.text
    assert [warning.anchor for warning in page.document.warnings] == ["s-10-20"]


def test_the_comparison_says_what_a_new_version_changed(imported, import_paper, secretary, now):
    import_paper(reading(items=(reading().items[0], open_item(title="Budget for 2028"))))
    found = comparison(viewer=secretary, meeting_id=imported, before=None, after=None, now=now)
    assert [(change.label, change.new) for change in found.changes] == [("Titel", "Budget for 2028")]


def test_readings_are_listed_newest_first(imported, correct, secretary, now):
    correct(imported, 1, place="Lokale 9")
    rows = readings_of(viewer=secretary, meeting_id=imported, now=now)
    assert [(row.number, row.is_newest) for row in rows] == [(2, True), (1, False)]
