"""Invented meetings as Danish municipalities hold them: for what is written and then read again."""

from datetime import date

from hypothesis import strategies as st

from raadhus.core.documents.text import Heading, ListBlock, ListItem, Paragraph, Table
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import Kind, SectionKind
from raadhus.meetings.rules.record import (
    AttachmentRecord,
    DecisionRecord,
    ItemRecord,
    MeetingRecord,
    RecommendationRecord,
    SectionRecord,
)
from raadhus.meetings.tests.office_words import NOUNS, VERBS

_ENDS = (
    "i løbet af foråret",
    "på tværs af kommunens centre",
    "med afsæt i de seneste tal",
    "inden for den nuværende ramme",
    "som led i arbejdet med en fælles model for hele kommunen",
    "og giver et samlet overblik over de vigtigste tendenser på området",
    "jf. aftalen fra 2029",
    "svarende til 1.250.000 kr. om året",
    "for IT-systemer og AV-udstyr på skole- og dagtilbudsområdet",
    "(se også bilag 2) & senere drøftelser i Børne- og Ungeudvalget",
)
_SUBJECTS = ("Status på", "Opfølgning på", "Fælles model for", "Evaluering af", "Høring om", "Ny retning for")
_STEPS = ("Tager", "Godkender", "Drøfter", "Beslutter", "Følger")
_FIRST = ["Alma", "Bo", "Carla", "Ditte", "Emil", "Frida", "Gorm", "Hanne", "Ivar", "Jytte"]
_LAST = ["Birk", "Dahl", "Egeskov", "Friis", "Gran", "Holmgaard", "Iversholt", "Juul"]

NOUN = st.sampled_from(NOUNS)
SENTENCE = st.builds(
    lambda subject, verb, thing, end: f"{subject.capitalize()} {verb} {thing} {end}.",
    NOUN,
    st.sampled_from(VERBS),
    NOUN,
    st.sampled_from(_ENDS),
)
PROSE = st.lists(SENTENCE, min_size=1, max_size=6).map(" ".join)
TITLE = st.builds(
    lambda subject, one, other, year: f"{subject} {one} og {other}{year}",
    st.sampled_from(_SUBJECTS),
    NOUN,
    NOUN,
    st.sampled_from(["", " 2030", " - 1. halvår"]),
)
NAME = st.builds(lambda first, last: f"{first} {last}", st.sampled_from(_FIRST), st.sampled_from(_LAST))
STEP = st.builds(
    lambda verb, noun, end: f"{verb} {noun} {end}", st.sampled_from(_STEPS), NOUN, st.sampled_from(_ENDS[:4])
)
CASE_NUMBER = st.builds(lambda year, number: f"{year}/{number}", st.integers(20, 31), st.integers(10, 29999))
FIGURE = st.sampled_from(["2", "", "14,1", "1.204", "52.583,22", "12 pct.", "496.770 kr."])

# A decision's words and what they make of every recommendation.
DECISIONS = (
    ("Godkendt.", Outcome.APPROVED),
    ("Indstillingen godkendt.", Outcome.APPROVED),
    ("Taget til efterretning.", Outcome.NOTED),
    ("Drøftet.", Outcome.DISCUSSED),
    ("Udsat.", Outcome.DEFERRED),
)
_HEADINGS = (
    (SectionKind.BACKGROUND, "Baggrund"),
    (SectionKind.STATEMENT, "Sagsfremstilling"),
    (SectionKind.ECONOMY, "Økonomi"),
    (SectionKind.PROCESS, "Videre proces"),
)


@st.composite
def tables(draw):
    width = draw(st.integers(2, 5))
    head = tuple(draw(NOUN).capitalize() for _ in range(width))
    row = st.tuples(TITLE | NOUN, *[FIGURE] * (width - 1))
    return Table((head, *draw(st.lists(row, min_size=2, max_size=draw(st.sampled_from([4, 60]))))))


@st.composite
def lists(draw):
    texts = draw(st.lists(STEP, min_size=2, max_size=4))
    nested = draw(st.lists(STEP, max_size=2))
    inner = tuple(ListItem(text) for text in nested)
    return ListBlock((ListItem(texts[0], None, inner), *(ListItem(text) for text in texts[1:])))


@st.composite
def bodies_of_text(draw):
    """Paragraphs, perhaps with a list, a subheading or a table between them."""
    blocks = [Paragraph(draw(PROSE))]
    for extra in draw(st.lists(st.sampled_from(["prose", "list", "table", "heading"]), max_size=3)):
        if extra == "heading":
            blocks.append(Heading(draw(TITLE)))
        elif extra == "list":
            blocks.append(draw(lists()))
        elif extra == "table":
            blocks.append(draw(tables()))
        blocks.append(Paragraph(draw(PROSE)))
    return tuple(blocks)


@st.composite
def recommendations(draw, outcome):
    letters = draw(st.booleans())
    texts = draw(st.lists(STEP, min_size=1, max_size=4, unique=True))
    labels = [chr(ord("a") + at) if letters else str(at + 1) for at in range(len(texts))]
    result = [RecommendationRecord(label, text, (), outcome) for label, text in zip(labels, texts, strict=True)]
    if draw(st.booleans()) and not letters:
        below = draw(st.lists(STEP, min_size=2, max_size=3, unique=True))
        inner = (RecommendationRecord("abc"[at], text, (), outcome) for at, text in enumerate(below))
        result[-1] = RecommendationRecord(result[-1].label, f"{result[-1].text}, herunder:", tuple(inner), outcome)
    return tuple(result)


@st.composite
def items(draw, number, kind, day):
    if draw(st.integers(0, 4)) == 0:
        return ItemRecord(f"i{number}", str(number), draw(TITLE), draw(CASE_NUMBER), closed=True)
    chosen = [each for each in _HEADINGS if draw(st.booleans())] or [_HEADINGS[0]]
    sections = [SectionRecord(which, heading, draw(bodies_of_text())) for which, heading in chosen]
    text, outcome = draw(st.sampled_from(DECISIONS))
    if kind is Kind.AGENDA:
        text, outcome = "", None
    steps = draw(recommendations(outcome))
    decision = DecisionRecord("Direktionen", day, text, outcome) if text else None
    return ItemRecord(
        f"i{number}",
        str(number),
        draw(TITLE),
        draw(CASE_NUMBER),
        closed=False,
        sections=tuple(sections),
        recommendations=steps,
        decision=decision,
        attachments=tuple(
            AttachmentRecord(f"Bilag {at} - {title}", publish=True)
            for at, title in enumerate(draw(st.lists(TITLE, max_size=3)), start=1)
        ),
    )


@st.composite
def realistic_meetings(draw):
    day = draw(st.dates(date(2015, 1, 1), date(2035, 12, 31)))
    kind = draw(st.sampled_from(Kind))
    names = draw(st.lists(NAME, min_size=3, max_size=7, unique=True))
    hour = draw(st.integers(8, 15))
    return MeetingRecord(
        id="m",
        body="Direktionen",
        body_slug="direktionen",
        municipality="Eksempelkøbing",
        kind=kind,
        date=day,
        start_time=f"{hour:02d}:00",
        end_time=draw(st.none() | st.just(f"{hour + 2:02d}:30")),
        place=draw(st.sampled_from(["Mødelokale 1.14", "Byrådssalen", "Mødelokale 2.07, Rådhuset"])),
        participants=tuple(names[:-1]),
        absent=tuple(names[-1:]) if draw(st.booleans()) else (),
        items=tuple(draw(items(number, kind, day)) for number in range(1, draw(st.integers(2, 6)))),
        published=True,
    )
