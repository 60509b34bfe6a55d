"""The proof that closed stays closed: whatever is changed inside closed content, every byte that leaves the house is the same.

A meeting is published; then its closed item is replaced by any other, its unpublished attachments too, imported and confirmed at
another time, again and again. After each step everything an outsider can fetch, and the mail an outsider is sent, is compared.
"""

import re
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

import pytest
from django.core import mail
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from raadhus.core.documents.public import store_file
from raadhus.core.documents.text import Paragraph
from raadhus.core.obligations.actions.reminders import remind
from raadhus.core.obligations.commands.remind import send
from raadhus.core.obligations.public import Origin, create_obligation
from raadhus.core.obligations.queries import reminders
from raadhus.core.organisation.public import Person
from raadhus.kernel.actors import system
from raadhus.kernel.roles import Role
from raadhus.meetings import actions
from raadhus.meetings.models import Meeting
from raadhus.meetings.queries.oparl import public_tree
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import (
    Dissent,
    ReadAttachment,
    ReadDecision,
    ReadItem,
    ReadObligation,
    ReadRecommendation,
    ReadSection,
    ReadVote,
    SectionKind,
    Span,
)
from raadhus.meetings.tests.papers import open_item, reading
from raadhus.meetings.writer import Format

HOME = "/moeder/direktionen/2026-03-02/referat/"
AT = Span(0, 5)
# Words of the open item, its case number and its attachment's among them: what is closed may say the same as what is open.
TEXT = st.sampled_from(
    ["Budget for 2027", "26/100", "Lukket", "", "Tidsplan", "æ" * 300, "<b>&", "Personsag"]
) | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
NAMES = st.lists(TEXT, max_size=2).map(tuple)
COUNT = st.none() | st.integers(0, 31)
ATTACHMENTS = st.lists(
    st.builds(ReadAttachment, TEXT, st.just(AT), st.none() | st.just("ab" * 32), st.none(), COUNT, st.booleans()),
    max_size=3,
).map(tuple)
CLOSED = st.builds(
    ReadItem,
    number=st.just("1"),
    title=TEXT,
    case_number=st.none() | st.sampled_from(["26/77", "26/100", "99/1"]),
    closed=st.just(True),
    source=st.just(AT),
    sections=st.lists(
        st.builds(
            ReadSection,
            st.sampled_from(SectionKind),
            TEXT,
            TEXT,
            st.builds(Paragraph, TEXT).map(lambda one: (one,)),
            st.just(AT),
        ),
        max_size=3,
    ).map(tuple),
    recommendations=st.lists(
        st.builds(ReadRecommendation, TEXT, TEXT, st.just(()), st.none() | st.sampled_from(Outcome), TEXT), max_size=2
    ).map(tuple),
    decision=st.none()
    | st.builds(ReadDecision, TEXT, st.just("2026-03-02"), TEXT, st.sampled_from(Outcome), st.just(AT)),
    votes=st.lists(
        st.builds(ReadVote, TEXT, COUNT, COUNT, COUNT, st.none(), st.just(AT), NAMES, NAMES, NAMES), max_size=2
    ).map(tuple),
    attachments=ATTACHMENTS,
    obligations=st.lists(
        st.builds(ReadObligation, TEXT, TEXT, TEXT, st.none(), TEXT, st.booleans(), st.just(AT)), max_size=2
    ).map(tuple),
    legal_ground=st.none() | TEXT,
    late_reason=st.none() | TEXT,
    absent=NAMES,
    disqualified=NAMES,
    dissents=st.lists(st.builds(Dissent, TEXT, TEXT), max_size=2).map(tuple),
)
UNPUBLISHED = st.lists(
    st.builds(ReadAttachment, TEXT, st.just(AT), size=COUNT, publish=st.just(value=False)), min_size=1, max_size=3
)


@pytest.fixture
def bilag(cast, now):
    """A file that the public may have."""
    return store_file(
        actor=cast[Role.SECRETARY], name="tidsplan.txt", data=b"Tidsplanen for budgettet.", now=now
    ).sha256


def paper(bilag, closed, unpublished):
    shown = ReadAttachment("Tidsplan", AT, sha256=bilag, publish=True)
    return reading(items=(replace(closed, number="1"), open_item(attachments=(shown, *unpublished))))


def pages(bilag):
    item = f"{HOME}punkt-2/"
    yield from (HOME, item, f"{item}bilag/{bilag[:16]}/", "/", "/moeder/", "/moeder/?text=Budget", "/robots.txt")
    yield from (f"{HOME}hent/{one.value}/" for one in Format)
    yield from ("/moeder/organer/", "/moeder/organer/direktionen/", "/moeder/sitemap.xml", "/moeder/kalender.ics")
    for place in ("/moeder/", "/moeder/organer/direktionen/", "/moeder/beslutninger/"):
        yield from (f"{place}feed.{form}" for form in ("atom", "rss"))
    yield from ("/moeder/organer/direktionen/kalender.ics", "/moeder/beslutninger/", "/moeder/beslutninger/?export=csv")
    yield from ("/soeg/?q=Budget", "/soeg/?q=Personsag", "/api/search?q=Budget", "/api/meetings")
    yield from (f"/moeder/aktindsigt/{form}?sag=26/100" for form in ("", "hent/pdf/", "hent/docx/", "hent/json/"))
    yield from ("/moeder/aktindsigt/?sag=26/77", "/moeder/?export=csv", f"{HOME}punkt-1/", "/sager/")


# The form that changes language carries a token that is new on every page.
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"')


def everything_public(client, bilag):
    """A digest of each answer with its headers, and of each file of the OParl tree."""
    found = {}
    for page in pages(bilag):
        answer = client.get(page)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        headers = {name: value for name, value in answer.items() if name not in {"Set-Cookie", "Content-Length"}}
        found[page] = (answer.status_code, str(headers), sha256(TOKEN.sub(b"", body)).hexdigest())
    tree = {path: sha256(data).hexdigest() for path, data in public_tree(base="https://x.example/oparl/")}
    return found | tree


def differing(before, after):
    return sorted(page for page in before.keys() | after.keys() if before.get(page) != after.get(page))


@pytest.fixture
def outside(client_of, bilag):
    """Everything an outsider can fetch, when called."""
    return lambda: everything_public(client_of(None), bilag)


@pytest.fixture
def import_closed(import_paper, bilag, cast):
    """Import the meeting with this closed item and these unpublished attachments, and confirm it at the moment."""

    def import_one(closed, unpublished, moment):
        meeting = import_paper(paper(bilag, closed, unpublished), moment=moment).meeting_id
        number = Meeting.objects.get(pk=meeting).newest_reading.number
        actions.confirm_reading(actor=cast[Role.SECRETARY], meeting_id=meeting, number=number, now=moment)
        return meeting

    return import_one


@given(st.lists(st.tuples(CLOSED, UNPUBLISHED, st.integers(1, 500_000)), min_size=2, max_size=3))
@settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_whatever_is_changed_inside_closed_content_every_public_byte_is_the_same(
    import_closed, outside, cast, now, steps
):
    closed, unpublished, _ = steps[0]
    meeting = import_closed(closed, unpublished, now)
    actions.publish_meeting(actor=cast[Role.SECRETARY], meeting_id=meeting, accept_warnings=True, now=now)
    before = outside()
    for closed, unpublished, minutes in steps[1:]:
        import_closed(closed, unpublished, now + timedelta(minutes=minutes))
        assert differing(before, outside()) == []


def test_the_proof_has_teeth(import_paper, bilag, cast, outside, now):
    """What is open does show when it changes: in the pages, the files, the feeds and the tree."""
    secretary = cast[Role.SECRETARY]
    meeting = import_paper(paper(bilag, open_item("1", "Åbent"), ())).meeting_id
    actions.confirm_reading(actor=secretary, meeting_id=meeting, number=1, now=now)
    actions.publish_meeting(actor=secretary, meeting_id=meeting, accept_warnings=True, now=now)
    before = outside()
    actions.correct_reading(
        actor=secretary, meeting_id=meeting, number=1, edits={"items.1.title": "Noget andet"}, now=now
    )
    actions.confirm_reading(actor=secretary, meeting_id=meeting, number=2, now=now)
    changed = differing(before, outside())
    for page in (
        HOME,
        f"{HOME}hent/pdf/",
        "/moeder/beslutninger/feed.atom",
        "/moeder/aktindsigt/?sag=26/100",
        "papers.json",
    ):
        assert page in changed


EXPECTED = """1 forpligtelse er over fristenKære Ude Frasen

Over fristen:
- Direktionen 02-03-2026 (referat), punkt 1 (frist: 5. marts 2026)
  https://x.example/forpligtelser/ID/

Alle dine forpligtelser: https://x.example/forpligtelser/

Venlig hilsen
Eksempelkøbing
"""


@pytest.mark.parametrize("words", ["Afsked", "Noget helt andet og meget længere om en person"])
def test_a_mail_about_an_obligation_of_a_closed_item_says_the_same_whatever_it_is_about(monkeypatch, cast, now, words):
    outsider = Person("ude", "Ude Frasen", "ude@eksempel.example", "", None)
    monkeypatch.setattr(reminders, "person", {"ude": outsider}.get)
    origin = Origin("agenda_item", "0", "Direktionen 02-03-2026 (referat), punkt 1", "/moeder/")
    create_obligation(
        actor=cast[Role.SECRETARY], text=words, owner_key="ude", owner_text="", due="2026-03-05", origin=origin,
        to_body=words, closed=True, public_label=origin.label, now=now,
    )  # fmt: skip
    remind(actor=system("t", "T"), send=send, address="https://x.example", house="Eksempelkøbing", now=now)
    text = re.sub(r"[0-9a-f-]{36}", "ID", mail.outbox[0].subject + mail.outbox[0].body)
    assert text == EXPECTED
