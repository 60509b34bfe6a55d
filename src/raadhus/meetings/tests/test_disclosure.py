"""What a viewer may see of a meeting, computed in one place."""

import copy
from dataclasses import fields, replace
from datetime import date

import pytest

from raadhus.core.documents.text import Paragraph
from raadhus.meetings.rules.disclosure import (
    DisclosedItem,
    DisclosedMeeting,
    Level,
    NotPublished,
    disclose,
    leaks_by_case_number,
)
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import Kind, SectionKind
from raadhus.meetings.rules.record import (
    AttachmentRecord,
    DecisionRecord,
    ItemRecord,
    MeetingRecord,
    RecommendationRecord,
    SectionRecord,
    VoteRecord,
)

CLOSED = ItemRecord(
    id="hemmelig-id",
    number="2",
    title="Køb af grund på Vestermarken",
    case_number="25/901",
    closed=True,
    sections=(SectionRecord(SectionKind.BACKGROUND, "Baggrund", (Paragraph("Sælger vil have svar."),)),),
    recommendations=(RecommendationRecord("1", "Godkender købet", outcome=Outcome.APPROVED),),
    decision=DecisionRecord("Direktionen", date(2031, 3, 4), "Godkendt.", Outcome.APPROVED),
    votes=(VoteRecord("købet", 3, 1, 0, Outcome.APPROVED),),
    earlier_decisions=(DecisionRecord("Byrådet", None, "Anbefalet."),),
    attachments=(AttachmentRecord("Skøde.pdf", "ab" * 32, publish=True),),
    absent=("Alma Birk",),
)
OPEN = ItemRecord(
    id="a",
    number="1",
    title="Sygefravær",
    case_number="25/900",
    closed=False,
    attachments=(AttachmentRecord("Notat", publish=True), AttachmentRecord("Internt notat")),
)
MEETING = MeetingRecord(
    id="m1",
    body="Direktionen",
    body_slug="direktionen",
    municipality="Eksempelkøbing Kommune",
    kind=Kind.MINUTES,
    date=date(2031, 3, 4),
    items=(OPEN, CLOSED),
    published=True,
)


def test_a_closed_item_is_publicly_its_number_and_lukket():
    item = disclose(MEETING, Level.PUBLIC).items[1]
    assert (item.id, item.number, item.title, item.case_number) == ("lukket-2", "2", "Lukket", None)
    assert (item.closed, item.withheld, item.attachments_held_back) == (True, True, False)
    assert not any((item.sections, item.recommendations, item.votes, item.earlier_decisions, item.attachments))
    assert (item.decision, item.absent) == (None, ())


def test_what_somebody_wrote_for_the_public_is_shown():
    written = replace(CLOSED, public_title="Ejendomssag", public_decision="Direktionen traf beslutning.")
    item = disclose(replace(MEETING, items=(written,)), Level.PUBLIC).items[0]
    assert item.title == "Ejendomssag"
    assert item.decision == DecisionRecord("Direktionen", date(2031, 3, 4), "Direktionen traf beslutning.")
    assert item.case_number is None


def test_blank_public_words_are_no_words():
    item = disclose(replace(MEETING, items=(replace(CLOSED, public_title=" ", public_decision="\n"),)), Level.PUBLIC)
    assert (item.items[0].title, item.items[0].decision) == ("Lukket", None)


def test_an_employee_sees_no_more_of_a_closed_item_than_the_public():
    assert disclose(MEETING, Level.EMPLOYEE).items[1] == disclose(MEETING, Level.PUBLIC).items[1]


def test_who_may_read_closed_items_sees_all_of_them():
    item = disclose(MEETING, Level.CLOSED).items[1]
    assert (item.title, item.case_number, item.decision) == (CLOSED.title, "25/901", CLOSED.decision)
    assert item.closed
    assert not item.withheld


@pytest.mark.parametrize(
    ("level", "titles"),
    [
        (Level.PUBLIC, ["Notat"]),
        (Level.EMPLOYEE, ["Notat", "Internt notat"]),
        (Level.CLOSED, ["Notat", "Internt notat"]),
    ],
)
def test_attachments_that_are_not_published_stay_in_the_house(level, titles):
    item = disclose(MEETING, level).items[0]
    assert [attachment.title for attachment in item.attachments] == titles


def test_the_public_gets_no_unpublished_meeting_but_the_secretary_may_preview_it():
    draft = replace(MEETING, published=False)
    with pytest.raises(NotPublished):
        disclose(draft, Level.PUBLIC)
    assert disclose(draft, Level.PUBLIC, preview=True) == disclose(MEETING, Level.PUBLIC)


@pytest.mark.parametrize("type_", [DisclosedMeeting, DisclosedItem])
def test_nobody_else_can_build_what_a_renderer_takes(type_):
    values = {field.name: None for field in fields(type_)}
    with pytest.raises(TypeError, match="disclose"):
        type_(**values)
    with pytest.raises(TypeError, match="disclose"):
        type_(**values, key=object())


def test_a_disclosed_meeting_cannot_be_changed_into_another():
    shown = disclose(MEETING, Level.PUBLIC)
    with pytest.raises((TypeError, ValueError)):
        replace(shown, place="Et andet sted")
    assert copy.copy(shown) == shown


def test_a_closed_items_case_number_at_an_open_item_is_a_leak():
    later = replace(MEETING, id="m2", items=(replace(OPEN, number="5", title="Grund", case_number="25/901"),))
    (leak,) = leaks_by_case_number((MEETING, later))
    assert (leak.case_number, leak.closed_meeting, leak.closed_number) == ("25/901", "m1", "2")
    assert (leak.open_meeting, leak.open_number, leak.open_title) == ("m2", "5", "Grund")


@pytest.mark.parametrize(
    ("text", "found"), [("jf. sag 25/901.", 1), ("jf. sag 25/9011", 0), ("jf. sag 125/901", 0), ("intet", 0)]
)
def test_a_closed_items_case_number_in_open_text_is_a_leak(text, found):
    section = SectionRecord(SectionKind.BACKGROUND, "Baggrund", (Paragraph(text),))
    meeting = replace(MEETING, items=(CLOSED, replace(OPEN, sections=(section,))))
    assert len(leaks_by_case_number((meeting,))) == found


def test_closed_items_of_one_case_do_not_leak_each_other():
    assert leaks_by_case_number((MEETING, replace(MEETING, id="m2", items=(CLOSED,)))) == ()
