"""A sitting gathered into a reading, as agenda or as minutes. What comes out is undisclosed and has no spans yet (see rules/composing.py)."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID, uuid5

from django.db.models import Prefetch, QuerySet

from raadhus.core.documents.text import ListBlock, ListItem, Paragraph, blocks_from_json, plain_text
from raadhus.kernel.danish import slug
from raadhus.meetings.models import (
    Attendance,
    CaseDraft,
    DraftAttachment,
    DraftSection,
    GivenOutcome,
    Sitting,
    Treatment,
    TreatmentDissent,
    TreatmentVote,
)
from raadhus.meetings.rules.membership import AttendanceStatus
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import (
    Dissent,
    Kind,
    ReadAttachment,
    ReadDecision,
    Reading,
    ReadItem,
    ReadRecommendation,
    ReadSection,
    ReadVote,
    SectionKind,
    Span,
)
from raadhus.meetings.rules.tally import common_outcome
from raadhus.meetings.rules.written_parts import names_from_json

_NOWHERE = Span(0, 0)


def item_key(treatment_id: UUID, kind: Kind) -> UUID:
    """Return the key of a treatment's item in the agenda or in the minutes: the two are rows of their own."""
    return uuid5(treatment_id, kind.value)


def whole_treatments(sitting: Sitting) -> QuerySet[Treatment]:
    """Return the sitting's treatments in the order of the agenda, with everything under them."""
    return (
        Treatment.objects.filter(sitting=sitting)
        .order_by("draft__position", "draft__created_at")
        .select_related("draft")
        .prefetch_related(
            Prefetch("outcomes", GivenOutcome.objects.order_by("pk")),
            Prefetch("votes", TreatmentVote.objects.order_by("position")),
            Prefetch("dissents", TreatmentDissent.objects.order_by("position")),
            Prefetch("draft__sections", DraftSection.objects.order_by("position")),
            Prefetch(
                "draft__attachments",
                DraftAttachment.objects.filter(replaced_at=None, removed_at=None).order_by("position"),
            ),
        )
    )


def gathered(sitting: Sitting, kind: Kind) -> Reading:
    """Return what the sitting says now, as its agenda or as its minutes. `sitting.body` is loaded or will be."""
    people = list(Attendance.objects.filter(sitting=sitting).order_by("position", "name"))
    names = {one.person_key: one.name for one in people}
    present = [one for one in people if one.status == AttendanceStatus.PRESENT]
    away = [one for one in people if one.status != AttendanceStatus.PRESENT]
    return Reading(
        file=f"{slug(kind.value)}-{sitting.body_id}-{sitting.date.isoformat()}.txt",
        kind=kind,
        municipality=sitting.body.municipality or None,
        body=sitting.body.name,
        date=sitting.date.isoformat(),
        start_time=sitting.start_time or None,
        end_time=(sitting.end_time or None) if kind is Kind.MINUTES else None,
        place=sitting.place or None,
        participants=tuple(one.name for one in (present if kind is Kind.MINUTES else people)),
        absent=tuple(one.name for one in away) if kind is Kind.MINUTES else (),
        items=tuple(_item(one, kind, sitting, names) for one in whole_treatments(sitting)),
        warnings=(),
    )


def _item(treatment: Treatment, kind: Kind, sitting: Sitting, names: Mapping[str, str]) -> ReadItem:
    draft, held = treatment.draft, kind is Kind.MINUTES
    outcomes = {one.recommendation_id: one for one in treatment.outcomes.all()} if held else {}
    return ReadItem(
        number=treatment.number or None,
        title=draft.title,
        case_number=draft.case_number or None,
        closed=draft.closed,
        source=_NOWHERE,
        sections=(*read_sections(draft.sections.all()), *read_asked(draft)),
        recommendations=read_recommendations(draft.recommendations, outcomes),
        decision=_decision(treatment, sitting, outcomes) if held else None,
        votes=tuple(map(_vote, treatment.votes.all())) if held else (),
        attachments=tuple(map(read_attachment, draft.attachments.all())),
        key=str(item_key(treatment.pk, kind)),
        public_title=(draft.public_title or None) if draft.closed else None,
        public_decision=(treatment.public_decision or None) if held and draft.closed else None,
        legal_ground=(draft.legal_ground or None) if draft.closed else None,
        late_reason=draft.late_reason or None,
        absent=_named(treatment.absent, names) if held else (),
        disqualified=_named(treatment.disqualified, names) if held else (),
        dissents=tuple(Dissent(one.name, one.text) for one in treatment.dissents.all()) if held else (),
    )


def _named(keys: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(names.get(key, key) for key in keys)


def read_sections(rows: Iterable[DraftSection]) -> tuple[ReadSection, ...]:
    """Return the sections that say something; an empty one was a heading of the template."""
    sections = []
    for row in rows:
        # An empty paragraph is where a writer paused.
        blocks = tuple(one for one in blocks_from_json(row.blocks) if one != Paragraph(""))
        text = plain_text(blocks)
        if text.strip():
            sections.append(ReadSection(SectionKind(row.kind), row.heading or None, text, blocks, _NOWHERE))
    return tuple(sections)


def read_asked(draft: CaseDraft) -> tuple[ReadSection, ...]:
    """Return the section that asks: who recommends, and what is recommended as a list."""
    if not draft.recommendations:
        return ()
    listed = ListBlock(tuple(map(_listed, read_recommendations(draft.recommendations, {}))), ordered=True)
    lead = (Paragraph(draft.recommendation_lead),) if draft.recommendation_lead.strip() else ()
    blocks = (*lead, listed)
    return (ReadSection(SectionKind.RECOMMENDATION, "Indstilling", plain_text(blocks), blocks, _NOWHERE),)


def _listed(one: ReadRecommendation) -> ListItem:
    return ListItem(one.text, f"{one.label}.", tuple(map(_listed, one.children)))


def read_recommendations(
    tree: Sequence[Mapping[str, object]], outcomes: Mapping[str, GivenOutcome], labels: str = "1"
) -> tuple[ReadRecommendation, ...]:
    """Return the recommendations, numbered 1, 2, ... and those under one a, b, ..."""
    found = []
    for place, one in enumerate(tree):
        row = outcomes.get(str(one["id"]))
        children = one.get("children") or []
        found.append(
            ReadRecommendation(
                label=str(place + 1) if labels == "1" else chr(ord("a") + place % 26),
                text=str(one["text"]),
                children=read_recommendations(children, outcomes, "a") if isinstance(children, list) else (),
                outcome=Outcome(row.outcome) if row else None,
                remark=(row.remark or None) if row else None,
            )
        )
    return tuple(found)


def _decision(treatment: Treatment, sitting: Sitting, outcomes: Mapping[str, GivenOutcome]) -> ReadDecision | None:
    if not treatment.decision_text and not outcomes:
        return None
    codes = [Outcome(one.outcome) for one in outcomes.values()]
    outcome, day = common_outcome(codes), sitting.date.isoformat()
    return ReadDecision(sitting.body.name, day, treatment.decision_text, outcome, _NOWHERE)


def _vote(row: TreatmentVote) -> ReadVote:
    result = Outcome(row.result) if row.result else None
    names = names_from_json(row.names)
    sides = (names.get(f"{side}_names", ()) for side in ("in_favour", "against", "abstain"))
    return ReadVote(row.on or None, row.in_favour, row.against, row.abstain, result, None, *sides)


def read_attachment(row: DraftAttachment) -> ReadAttachment:
    """Return an attachment as a reading has it."""
    return ReadAttachment(row.title, _NOWHERE, row.sha256, row.media_type, row.size, row.publish)
