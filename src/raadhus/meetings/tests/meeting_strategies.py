"""Invented meetings for properties: any text at all, and closed content that is changed in every way there is."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from raadhus.core.documents.text import Heading, Image, ListBlock, ListItem, Mark, MarkKind, Paragraph, Table
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import Dissent, Kind, SectionKind
from raadhus.meetings.rules.record import (
    Addition,
    AttachmentRecord,
    DecisionRecord,
    ItemRecord,
    MeetingRecord,
    RecommendationRecord,
    SectionRecord,
    VoteRecord,
)

# Everything that has ever broken a document, beside what Hypothesis finds by itself.
NASTY = (
    "<script>alert(1)</script>",
    "&amp; <b>",
    "# Punkt 1: Lukket",
    "*fed* _kursiv_ `kode` [link](http://x)",
    '#panic(1) $x$ @ref \\ " ]',
    "1. ikke en liste",
    "- heller ikke",
    "| celle | celle |",
    "🙂 👩\u200d👩\u200d👧 \u202e baglæns",
    "שלום مرحبا 漢字 ไทย",
    "\x00\x07\x1b[31m\ud800\ufffe",
    "Æ" * 300,
    "a\u0301 e\u0301 \u200b\u200d",
    "\t\r\n\u2028\u2029 ",
    "",
)
TEXT = st.one_of(st.sampled_from(NASTY), st.text(max_size=40))
OUTCOMES = st.none() | st.sampled_from(Outcome)
DAYS = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))


def _items(children):
    return st.builds(
        ListItem,
        TEXT,
        st.none() | st.sampled_from(["1.", "a)", "-", "3.2", "&", ""]) | TEXT,
        st.lists(children, max_size=2).map(tuple),
    )


LIST_ITEMS = st.recursive(st.builds(ListItem, TEXT), _items, max_leaves=6)
MARKS = st.builds(
    Mark,
    st.integers(0, 30),
    st.integers(0, 40),
    st.sampled_from(MarkKind),
    st.sampled_from([None, "https://a.example/b?c=1&d=2", "javascript:alert(1)", "mailto:a@b.example", "http://x y"]),
)


@st.composite
def tables(draw):
    columns = draw(st.integers(0, 4))
    rows = draw(st.lists(st.tuples(*[TEXT] * columns), max_size=4).map(tuple))
    return Table(rows, draw(st.integers(0, 2)), draw(st.none() | TEXT))


BLOCKS = st.lists(
    st.one_of(
        st.builds(Paragraph, TEXT, st.lists(MARKS, max_size=3).map(tuple)),
        st.builds(Heading, TEXT, st.integers(1, 9)),
        st.builds(ListBlock, st.lists(LIST_ITEMS, max_size=3).map(tuple), st.booleans()),
        tables(),
        st.builds(Image, st.just("ab" * 32), TEXT),
    ),
    max_size=4,
).map(tuple)
RECOMMENDATIONS = st.recursive(
    st.builds(RecommendationRecord, st.none() | TEXT, TEXT, st.just(()), OUTCOMES, st.none() | TEXT),
    lambda children: st.builds(
        RecommendationRecord, st.none() | TEXT, TEXT, st.lists(children, max_size=2).map(tuple), OUTCOMES
    ),
    max_leaves=4,
)
NAMES = st.lists(TEXT, max_size=2).map(tuple)
COUNTS = st.none() | st.integers(0, 40)
ITEMS = st.builds(
    ItemRecord,
    id=TEXT,
    number=st.none() | TEXT,
    title=TEXT,
    case_number=st.none() | TEXT,
    closed=st.booleans(),
    public_title=st.none() | TEXT,
    public_decision=st.none() | TEXT,
    sections=st.lists(st.builds(SectionRecord, st.sampled_from(SectionKind), st.none() | TEXT, BLOCKS), max_size=3).map(
        tuple
    ),
    recommendations=st.lists(RECOMMENDATIONS, max_size=3).map(tuple),
    decision=st.none() | st.builds(DecisionRecord, st.none() | TEXT, DAYS, TEXT, OUTCOMES),
    votes=st.lists(
        st.builds(VoteRecord, st.none() | TEXT, COUNTS, COUNTS, COUNTS, OUTCOMES, NAMES, NAMES, NAMES), max_size=2
    ).map(tuple),
    earlier_decisions=st.lists(st.builds(DecisionRecord, st.none() | TEXT, DAYS, TEXT), max_size=2).map(tuple),
    attachments=st.lists(st.builds(AttachmentRecord, TEXT, st.none(), st.booleans()), max_size=3).map(tuple),
    absent=NAMES,
    disqualified=NAMES,
    dissents=st.lists(st.builds(Dissent, TEXT, TEXT), max_size=2).map(tuple),
    legal_ground=st.none() | TEXT,
    late_reason=st.none() | TEXT,
)
ADDITIONS = st.builds(Addition, st.none(), st.dates(date(2000, 1, 1), date(2100, 1, 1)), TEXT, TEXT)
MEETINGS = st.builds(
    MeetingRecord,
    id=TEXT,
    body=st.none() | TEXT,
    body_slug=st.just("direktionen"),
    municipality=st.none() | TEXT,
    kind=st.sampled_from(Kind),
    date=DAYS,
    start_time=st.none() | st.just("09:00"),
    end_time=st.none() | st.just("11:00"),
    place=st.none() | TEXT,
    participants=st.lists(TEXT, max_size=3).map(tuple),
    absent=st.lists(TEXT, max_size=2).map(tuple),
    items=st.lists(ITEMS, max_size=3).map(tuple),
    published=st.just(True),
    additions=st.lists(ADDITIONS, max_size=2).map(tuple),
)


@st.composite
def same_in_public(draw):
    """Two meetings that differ in nothing but what is closed."""
    meeting = draw(MEETINGS.filter(lambda each: any(item.closed for item in each.items)))
    changed = tuple(_other_inside(draw(ITEMS), item) if item.closed else item for item in meeting.items)
    return meeting, replace(meeting, items=changed)


def _other_inside(other, closed):
    return replace(
        other,
        closed=True,
        number=closed.number,
        public_title=closed.public_title,
        public_decision=closed.public_decision,
    )
