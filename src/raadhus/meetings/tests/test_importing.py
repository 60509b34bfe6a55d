from dataclasses import replace

import pytest

from raadhus.core.audit.public import trail
from raadhus.kernel.errors import NotAllowed, WrongInput
from raadhus.kernel.roles import EMPLOYEES, Role
from raadhus.meetings import actions
from raadhus.meetings.actions import ImportStatus
from raadhus.meetings.models import AgendaItem, Body, ImportedDocument, Meeting, MeetingReading
from raadhus.meetings.rules.reading import Kind
from raadhus.meetings.tests.papers import closed_item, open_item, reading


def counts():
    tables = (Body, Meeting, ImportedDocument, MeetingReading, AgendaItem)
    return [table.objects.count() for table in tables]


def test_a_document_becomes_a_meeting_with_its_reading(import_paper):
    result = import_paper(reading())
    assert result.status is ImportStatus.NEW
    assert counts() == [1, 1, 1, 1, 2]
    assert (result.items, result.warnings) == (2, 1)


def test_the_same_file_again_changes_nothing(import_paper):
    first = import_paper(reading())
    before = counts()
    again = import_paper(reading())
    assert again.status is ImportStatus.UNCHANGED
    assert again.meeting_id == first.meeting_id
    assert counts() == before


def test_a_changed_file_is_a_new_version_of_its_meeting(import_paper):
    first = import_paper(reading())
    again = import_paper(reading(place="Lokale 2"), name="referat-2.txt")
    assert again.status is ImportStatus.NEW_VERSION
    assert again.meeting_id == first.meeting_id
    assert counts() == [1, 1, 2, 2, 2]


def test_items_keep_their_identity_through_a_new_version(import_paper):
    import_paper(reading())
    before = dict(AgendaItem.objects.values_list("case_number", "pk"))
    import_paper(reading(items=(open_item(number="1", title="Budget for 2027, anden behandling"), closed_item("2"))))
    assert dict(AgendaItem.objects.values_list("case_number", "pk")) == before


def test_an_item_that_a_version_drops_is_kept_but_not_current(import_paper):
    import_paper(reading())
    import_paper(reading(items=(closed_item(),)))
    assert dict(AgendaItem.objects.values_list("case_number", "is_current")) == {"26/77": True, "26/100": False}


def test_agenda_and_minutes_of_one_day_are_two(import_paper):
    import_paper(reading())
    assert import_paper(reading(kind=Kind.AGENDA), name="dagsorden.txt").status is ImportStatus.NEW


def test_two_meetings_on_one_day_are_two(import_paper):
    import_paper(reading())
    other = reading(start_time="15:00", items=(open_item("1", "Ekstraordinært", "26/900"),))
    assert import_paper(other, name="ekstra.txt").status is ImportStatus.NEW


def test_bodies_of_two_municipalities_are_two(import_paper):
    import_paper(reading(body="Byrådet"))
    import_paper(reading(body="Byrådet", municipality="Nabokøbing"), name="nabo.txt")
    assert Body.objects.count() == 2


@pytest.mark.parametrize(("field", "word"), [("body", "organet"), ("date", "mødedatoen")])
def test_what_the_document_does_not_say_is_asked_for(import_paper, field, word):
    with pytest.raises(WrongInput, match=word):
        import_paper(reading(**{field: None}))
    assert counts() == [0, 0, 0, 0, 0]


def test_a_person_may_say_what_the_document_does_not(import_paper, papers, cast, now):
    papers["stum.txt"] = reading(body=None, date=None)
    given = {"body": "Chefforum", "meeting_date": now.date()}
    result = actions.import_document(actor=cast[Role.SECRETARY], name="stum.txt", data=b"x" * 200, now=now, **given)
    assert "Chefforum" in result.label


def test_a_document_without_items_is_refused(import_paper):
    with pytest.raises(WrongInput, match="ingen punkter"):
        import_paper(reading(items=()))


def test_a_refused_file_leaves_nothing(papers, cast, now):
    with pytest.raises(WrongInput):
        actions.import_document(actor=cast[Role.SECRETARY], name="ukendt.txt", data=b"x", now=now)
    assert counts() == [0, 0, 0, 0, 0]


def test_the_trail_tells_of_the_import_and_nothing_from_inside(imported):
    (entry,) = trail("meeting", imported)
    assert entry.sentence == "importerede version 1 af dokumentet til Direktionen 02-03-2026 (referat)"


@pytest.mark.parametrize("role", sorted(EMPLOYEES - {Role.SECRETARY}))
def test_only_the_secretary_imports(papers, cast, now, role):
    with pytest.raises(NotAllowed):
        actions.import_document(actor=cast[role], name="referat.txt", data=b"x", now=now)


def test_ten_thousand_items_are_imported(import_paper):
    many = tuple(replace(open_item(str(number), f"Sag {number}", f"26/{number}")) for number in range(10_000))
    assert import_paper(reading(items=many)).items == 10_000


@pytest.mark.parametrize(
    ("name", "open_to_citizens"),
    [
        ("Direktionen", True),
        ("Byrådet", True),
        ("Chefforum", False),
        ("Hovedudvalget", False),
        ("Torsdagsklubben", False),
    ],
)
def test_citizens_may_follow_a_new_body_only_where_its_kind_is_public(import_paper, name, open_to_citizens):
    import_paper(reading(body=name))
    assert Body.objects.get().is_public is open_to_citizens
