"""An extract of one item says what the minutes say, who signed them, and who issued it when; nothing closed goes out with it."""

import io

import pypdfium2
import pytest
from django.urls import reverse
from docx import Document

from raadhus.core.audit.public import trail
from raadhus.kernel.actors import PUBLIC
from raadhus.kernel.errors import NotFound
from raadhus.kernel.roles import Role
from raadhus.meetings import actions
from raadhus.meetings.models import AgendaItem
from raadhus.meetings.models.freezing import SignatoryGiven
from raadhus.meetings.queries.extracts import extract_page
from raadhus.meetings.rules.signing.demands import SignerPart
from raadhus.meetings.tests.papers import CANARY
from raadhus.meetings.writer import Format
from raadhus.meetings.writer.extract import write_extract


@pytest.fixture
def signed(published, cast, now):
    secretary, chair = cast[Role.SECRETARY], cast[Role.CHIEF_EXECUTIVE]
    people = [SignatoryGiven(chair.name, chair.key, SignerPart.CHAIR)]
    actions.put_up_document(actor=secretary, meeting_id=published, signatories=people, rule="chair", now=now)
    actions.sign_minutes(actor=chair, meeting_id=published, version_number=1, confirmed_at=now, now=now)
    actions.add_correction(actor=secretary, meeting_id=published, text="Beløbet er 12.000 kr.", item=2, now=now)
    return published


def item(*, closed=False):
    return AgendaItem.objects.get(closed=closed).pk


def text_of(file):
    if file.name.endswith(".docx"):
        document = Document(io.BytesIO(file.data))
        return "\n".join(one.text for one in document.paragraphs)
    pdf = pypdfium2.PdfDocument(file.data)
    return "\n".join(page.get_textpage().get_text_range() for page in pdf)


@pytest.mark.parametrize("format_", [Format.PDF, Format.DOCX])
def test_an_extract_says_what_was_decided_who_signed_and_who_issued_it(signed, cast, now, format_):
    page = extract_page(viewer=cast[Role.SECRETARY], meeting_id=signed, item_id=item(), now=now)
    said = " ".join(text_of(write_extract(page.paper, format_)).split())
    for part in (
        "PROTOKOLUDSKRIFT Direktionen",
        "Budget for 2027",
        "Direktionen godkender tidsplanen.",
        "Underskrevet af Karl Krage",
        "Beløbet er 12.000 kr.",
        "Udstedt den 16-03-2026 af Signe Sand",
    ):
        assert part in said, part
    assert CANARY not in said


def test_the_public_gets_an_extract_of_open_items_only(signed, client_of, now):
    page = extract_page(viewer=PUBLIC, meeting_id=signed, item_id=item(), now=now)
    assert "Eksempelkøbing Kommune" in page.paper.facts[-1][1]
    with pytest.raises(NotFound):
        extract_page(viewer=PUBLIC, meeting_id=signed, item_id=item(closed=True), now=now)
    path = reverse("meetings:extract", args=[signed, item(closed=True)])
    assert CANARY not in client_of(None).get(path).content.decode()


def test_the_extract_of_a_closed_item_leaves_a_trace(signed, cast, now):
    before = len(trail("meeting", signed))
    page = extract_page(viewer=cast[Role.SECRETARY], meeting_id=signed, item_id=item(closed=True), now=now)
    assert CANARY in page.shown.heading
    assert len(trail("meeting", signed)) == before + 1


def test_unsigned_minutes_say_so(published, cast, now):
    page = extract_page(viewer=cast[Role.SECRETARY], meeting_id=published, item_id=item(), now=now)
    assert ("Underskrift", "Referatet er ikke underskrevet") in page.paper.facts


def test_the_page_and_its_files_are_had(signed, client_of):
    public = client_of(None)
    page = public.get(reverse("meetings:extract", args=[signed, item()])).content.decode()
    assert ("PROTOKOLUDSKRIFT" in page, "Udskriv" in page) == (True, True)
    file = public.get(reverse("meetings:extract_file", args=[signed, item(), "pdf"]))
    assert "protokoludskrift-2.pdf" in file["Content-Disposition"]
    assert public.get(reverse("meetings:extract_file", args=[signed, item(), "html"])).status_code == 404
