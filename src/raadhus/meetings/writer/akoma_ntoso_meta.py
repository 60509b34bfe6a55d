"""The metadata of a meeting in Akoma Ntoso: who, when, which text (FRBR), and the persons and outcomes it refers to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from raadhus.core.documents.renderers.akoma_ntoso import child
from raadhus.kernel.danish import slug
from raadhus.meetings.rules.disclosure import DisclosedMeeting
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import Kind
from raadhus.meetings.rules.record import RecommendationRecord
from raadhus.meetings.writer.printed import PrintedMeeting

# lxml's own name for an element is private; its stubs differ between releases.
Element = Any

_SOURCE = "#raadhus"
_LANGUAGES = {"da": "dan", "en": "eng"}
# The schema wants a date; this one says that nobody wrote one.
_NO_DATE = "0001-01-01"


@dataclass(frozen=True, slots=True)
class Names:
    """The ids of persons; two persons of one name share an id, because the text does not tell them apart."""

    persons: dict[str, str]

    @classmethod
    def of(cls, page: PrintedMeeting) -> "Names":
        """Return the ids of everybody at the meeting."""
        everybody = dict.fromkeys((*page.meeting.participants, *page.meeting.absent))
        return cls({name: f"person-{position}" for position, name in enumerate(everybody, start=1)})

    def person(self, name: str) -> str:
        """Return the id of a person at the meeting."""
        return self.persons[name]


def add_meta(document: Element, page: PrintedMeeting, names: Names) -> None:
    """Append the metadata."""
    meta = child(document, "meta")
    _identification(meta, page.meeting)
    _references(meta, page, names)


def _identification(meta: Element, meeting: DisclosedMeeting) -> None:
    is_minutes = meeting.kind is Kind.MINUTES
    day = meeting.date.isoformat() if meeting.date else _NO_DATE
    kind = "debate/minutes" if is_minutes else "doc/agenda"
    work = f"/akn/dk/{kind}/{meeting.body_slug}/{day}"
    expression = f"{work}/{_LANGUAGES.get(meeting.language, 'dan')}@{day}"
    identification = child(meta, "identification", source=_SOURCE)
    for tag, uri in (
        ("FRBRWork", work),
        ("FRBRExpression", expression),
        ("FRBRManifestation", f"{expression}.xml"),
    ):
        level = child(identification, tag)
        child(level, "FRBRthis", value=f"{uri}/!main" if tag != "FRBRManifestation" else uri)
        child(level, "FRBRuri", value=uri)
        child(level, "FRBRdate", date=day, name="meeting")
        child(level, "FRBRauthor", href="#body" if tag != "FRBRManifestation" else _SOURCE)
        if tag == "FRBRWork":
            child(level, "FRBRcountry", value="dk")
        if tag == "FRBRExpression":
            child(level, "FRBRlanguage", language=_LANGUAGES.get(meeting.language, "dan"))


def _references(meta: Element, page: PrintedMeeting, names: Names) -> None:
    meeting = page.meeting
    references = child(meta, "references", source=_SOURCE)
    body = meeting.body or "Ukendt organ"
    child(references, "TLCOrganization", eId="body", href=f"/akn/ontology/organization/{slug(body)}", showAs=body)
    child(references, "TLCOrganization", eId="raadhus", href="/akn/ontology/organization/raadhus", showAs="raadhus")
    if meeting.municipality:
        name = meeting.municipality
        href = f"/akn/ontology/organization/{slug(name)}"
        child(references, "TLCOrganization", eId="municipality", href=href, showAs=name)
    for name, key in names.persons.items():
        child(references, "TLCPerson", eId=key, href=f"/akn/ontology/person/{slug(name)}", showAs=name)
    used = {outcome for item in page.items for outcome in _outcomes(item.item.recommendations)}
    for outcome in Outcome:
        if outcome in used:
            href = f"/akn/ontology/concept/outcome/{outcome.value}"
            child(references, "TLCConcept", eId=f"outcome-{outcome.value}", href=href, showAs=outcome.label)


def _outcomes(recommendations: Iterable[RecommendationRecord]) -> Iterator[Outcome]:
    for each in recommendations:
        if each.outcome:
            yield each.outcome
        yield from _outcomes(each.children)
