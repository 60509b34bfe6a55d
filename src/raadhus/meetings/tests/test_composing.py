"""A sitting that was written here becomes a document: every value has its place in the text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.core.documents.text import Paragraph, blocks_to_json
from raadhus.kernel.roles import Role
from raadhus.meetings.actions.composing import NothingChanged, compose_document
from raadhus.meetings.actions.readings import WrittenHere, correct_reading
from raadhus.meetings.models import (
    AgendaItem,
    Attendance,
    Body,
    BodyMember,
    CaseDraft,
    DraftSection,
    GivenOutcome,
    Sitting,
    Treatment,
)
from raadhus.meetings.queries.disclosing import disclosed_meeting
from raadhus.meetings.rules.composing import composed
from raadhus.meetings.rules.reading import (
    Dissent,
    Kind,
    ReadAttachment,
    ReadDecision,
    Reading,
    ReadItem,
    ReadRecommendation,
    ReadSection,
    SectionKind,
    Span,
)
from raadhus.meetings.rules.stored_reading import from_stored, to_stored

_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=20)
_NOWHERE = Span(0, 0)


def _item(word: str, number: str, *, closed: bool) -> ReadItem:
    return ReadItem(
        number=number,
        title=f"Titel {word}",
        case_number="26/1",
        closed=closed,
        source=_NOWHERE,
        sections=(
            ReadSection(SectionKind.BACKGROUND, "Baggrund", "", (Paragraph(f"Før {word}"),), _NOWHERE),
            ReadSection(SectionKind.STATEMENT, "Sagsfremstilling", "", (Paragraph(f"Efter {word}"),), _NOWHERE),
        ),
        recommendations=(ReadRecommendation("1", f"Godkender {word}", (ReadRecommendation("a", f"Under {word}"),)),),
        decision=ReadDecision("Direktionen", "2026-06-16", f"Godkendt {word}", None, _NOWHERE),
        attachments=(ReadAttachment(f"Bilag {word}", _NOWHERE, "0" * 64, "application/pdf", 5, publish=False),),
        key="5f0c3e9e-0000-4000-8000-000000000001",
        dissents=(Dissent("Alma Birk", f"Imod {word}"),),
        late_reason=f"Haster {word}",
    )


def _reading(words: list[str]) -> Reading:
    items = tuple(_item(word, str(place), closed=place % 2 == 0) for place, word in enumerate(words, 1))
    return Reading(
        "x.txt", Kind.MINUTES, None, "Direktionen", "2026-06-16", "09:00", None, "1.14", ("Alma Birk",), (), items, ()
    )


@given(st.lists(_WORDS, max_size=4))
def test_every_span_of_a_composed_reading_holds_what_it_says(words):
    page = composed(_reading(words))
    for item in page.reading.items:
        for section in item.sections:
            assert page.text[section.source.start : section.source.end].endswith(section.text)
        first = item.recommendations[0]
        assert page.text[first.source.start : first.source.end] == first.text
        child = first.children[0]
        assert page.text[child.source.start : child.source.end] == child.text
        assert page.text[item.decision.source.start : item.decision.source.end] == item.decision.text
        assert page.text[item.attachments[0].source.start : item.attachments[0].source.end] == item.attachments[0].title
        assert item.title in page.text[item.source.start : item.source.end]


@given(st.lists(_WORDS, max_size=3))
def test_a_written_reading_is_stored_whole(words):
    reading = composed(_reading(words)).reading
    assert from_stored(to_stored(reading)) == reading


@pytest.fixture
def sitting(cast, now):
    """A held sitting of the direktion with an open and a closed item, each with one recommendation that was approved."""
    body = Body.objects.create(key="direktionen", name="Direktionen", profile="executive_board")
    made = Sitting.objects.create(
        body=body, date=date(2026, 6, 16), start_time="09:00", state="held", created_at=now, changed_at=now
    )
    Attendance.objects.create(sitting=made, person_key="alma-birk", name="Alma Birk", role="chair", status="present")
    for place, closed in enumerate((False, True), 1):
        _treated(made, place, now, closed=closed)
    return made


def _treated(sitting, place, now, *, closed):
    draft = CaseDraft.objects.create(
        body=sitting.body,
        title=f"Sag {place}",
        case_number=f"26/{place}",
        closed=closed,
        recommendations=[{"id": f"r{place}", "text": "Godkender oplægget", "children": []}],
        state="treated",
        author_key="alma-birk",
        author_name="Alma Birk",
        sitting=sitting,
        position=place,
        created_at=now,
        changed_at=now,
    )
    blocks = blocks_to_json((Paragraph("Sagen kort."),))
    DraftSection.objects.create(draft=draft, position=1, kind="background", blocks=blocks, changed_at=now)
    treatment = Treatment.objects.create(
        sitting=sitting, draft=draft, number=str(place), decision_text="Godkendt.", changed_at=now
    )
    GivenOutcome.objects.create(treatment=treatment, recommendation_id=f"r{place}", outcome="approved")


@pytest.mark.django_db
def test_minutes_of_a_sitting_are_disclosed_like_any_others(sitting, cast, now):
    reading = compose_document(actor=cast[Role.SECRETARY], sitting=sitting, kind=Kind.MINUTES, now=now)
    seen = disclosed_meeting(viewer=cast[Role.CENTRE_HEAD], meeting_id=reading.meeting_id, now=now)
    assert [item.title for item in seen.items] == ["Sag 1", "Lukket"]
    assert seen.items[0].decision.outcome == "approved"
    whole = disclosed_meeting(viewer=cast[Role.SECRETARY], meeting_id=reading.meeting_id, now=now)
    assert [item.case_number for item in whole.items] == ["26/1", "26/2"]


@pytest.mark.django_db
def test_a_member_sees_the_closed_items_of_the_own_body(sitting, cast, now):
    reading = compose_document(actor=cast[Role.SECRETARY], sitting=sitting, kind=Kind.AGENDA, now=now)
    BodyMember.objects.create(
        body=sitting.body, person_key="mette-mose", name="Mette Mose", role="member", start_date=date(2026, 1, 1)
    )
    seen = disclosed_meeting(viewer=cast[Role.EMPLOYEE], meeting_id=reading.meeting_id, now=now)
    assert [item.withheld for item in seen.items] == [False, False]


@pytest.mark.django_db
def test_composing_the_same_again_is_refused_and_a_change_keeps_the_items(sitting, cast, now):
    secretary = cast[Role.SECRETARY]
    first = compose_document(actor=secretary, sitting=sitting, kind=Kind.AGENDA, now=now)
    before = set(AgendaItem.objects.filter(is_current=True).values_list("pk", flat=True))
    with pytest.raises(NothingChanged):
        compose_document(actor=secretary, sitting=sitting, kind=Kind.AGENDA, now=now)
    CaseDraft.objects.filter(position=1).update(title="Ny titel")
    second = compose_document(actor=secretary, sitting=sitting, kind=Kind.AGENDA, now=now)
    assert second.meeting_id == first.meeting_id
    assert set(AgendaItem.objects.filter(is_current=True).values_list("pk", flat=True)) == before


@pytest.mark.django_db
def test_what_is_written_here_is_not_corrected_as_an_import(sitting, cast, now):
    reading = compose_document(actor=cast[Role.SECRETARY], sitting=sitting, kind=Kind.MINUTES, now=now)
    with pytest.raises(WrittenHere):
        correct_reading(
            actor=cast[Role.SECRETARY],
            meeting_id=reading.meeting_id,
            number=1,
            edits={"items.0.title": "Andet"},
            now=now,
        )
